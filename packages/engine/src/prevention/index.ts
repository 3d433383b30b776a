// The door of prevention: when a break comes, what it holds, what is planned for the week, and what the days add up to.

export {
  type FixedBreak,
  type LocalDay,
  localDate,
  type Span,
} from './day.ts';
export { advanceDesk, type DeskView, deskView, openDesk } from './desk.ts';
export { type BreakHistory, breakHistory } from './history.ts';
export { SCHEDULE_KINDS, type ScheduleKind } from './kind.ts';
export { nextMove } from './move.ts';
export {
  firstStart,
  type Observance,
  type Occurrence,
  observances,
  type ScheduleEntry,
  upcoming,
} from './schedule.ts';
export {
  type BreakLimits,
  type BreakSettings,
  breakLimits,
  type Hours,
  type MinuteOfDay,
  type SitStand,
  usualSettings,
  WEEKDAYS,
  type Weekday,
  withinLimits,
} from './settings.ts';
export {
  type BreakDay,
  type DeskEffect,
  type DeskInput,
  type DeskMoment,
  type DeskState,
  decodeDesk,
  encodeDesk,
  type HeldBecause,
  type Offer,
  type Presence,
  type Quiet,
} from './state.ts';
export {
  type DeskAnswers,
  type DeskChange,
  type DeskFit,
  type DeskItem,
  type DeskScore,
  deskChanges,
  deskDue,
  deskScore,
  eyeDistance,
  FITS,
  firstChange,
  fitOf,
} from './workstation.ts';
