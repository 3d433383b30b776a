// What a person may set about breaks, and the room the knowledge leaves for it. See RULES.md, PRV-01, PRV-02.

import type { Prevention } from '@unknot/knowledge/schema';

/** Minutes since local midnight, 0–1440. */
export type MinuteOfDay = number;
/** ISO 8601: 1 is Monday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** `to` before `from`: a night shift that ends on the next day. */
export interface Hours {
  readonly from: MinuteOfDay;
  readonly to: MinuteOfDay;
}

export interface SitStand {
  /** How long one spell of standing is, once an hour. */
  readonly standMinutes: number;
  /** Local date it was begun, YYYY-MM-DD: the time on one's feet grows week by week. */
  readonly startedOn: string;
}

export interface BreakSettings {
  readonly everyMinutes: number;
  readonly breakSeconds: number;
  /** A weekday that is absent is a day off. */
  readonly hours: Readonly<Partial<Record<Weekday, Hours>>>;
  /** Breaks that come at a time of the day, on days with hours. */
  readonly fixedTimes: readonly MinuteOfDay[];
  readonly sitStand: SitStand | null;
  /** A break brings a glass of water to mind, at most once an hour. */
  readonly water: boolean;
}

/** The limits of the knowledge, as numbers. */
export interface BreakLimits {
  readonly everyMinutes: { readonly usual: number; readonly min: number; readonly max: number };
  readonly breakSeconds: { readonly usual: number; readonly options: readonly number[] };
  /** As long as this away from the screen is a break by itself. */
  readonly pauseMinutes: number;
  readonly standMinutes: { readonly min: number; readonly max: number; readonly atOnce: number };
  /** Small movements for a break that needs no plan. */
  readonly menu: readonly string[];
}

export function breakLimits({ breaks, sitStand }: Pick<Prevention, 'breaks' | 'sitStand'>): BreakLimits {
  const { promptEveryMinutes, allowedRangeMinutes, breakSeconds, activeBreakSecondsOptions, longBreak } =
    breaks.default;
  const [min, max] = allowedRangeMinutes;
  return {
    everyMinutes: { usual: promptEveryMinutes, min, max },
    breakSeconds: { usual: breakSeconds, options: activeBreakSecondsOptions },
    pauseMinutes: longBreak.lengthMinutesMin,
    standMinutes: { ...sitStand.standMinutesPerHour, atOnce: sitStand.maxContinuousStandMinutes },
    menu: breaks.microBreakMenu,
  };
}

/** Monday to Friday, nine to five. Own setting; the person sees it and changes it. */
const OFFICE: Hours = { from: 9 * 60, to: 17 * 60 };

export const usualSettings = (limits: BreakLimits): BreakSettings => ({
  everyMinutes: limits.everyMinutes.usual,
  breakSeconds: limits.breakSeconds.usual,
  hours: { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE },
  fixedTimes: [],
  sitStand: null,
  water: false,
});

/** PRV-01. What a diary or a file says, brought back into the room the knowledge leaves. */
export function withinLimits(settings: BreakSettings, limits: BreakLimits): BreakSettings {
  const { everyMinutes, standMinutes } = limits;
  const { sitStand } = settings;
  return {
    ...settings,
    everyMinutes: within(settings.everyMinutes, everyMinutes.min, everyMinutes.max),
    breakSeconds: within(
      settings.breakSeconds,
      Math.min(...limits.breakSeconds.options),
      Math.max(...limits.breakSeconds.options),
    ),
    sitStand: sitStand && {
      ...sitStand,
      standMinutes: within(sitStand.standMinutes, standMinutes.min, Math.min(standMinutes.max, standMinutes.atOnce)),
    },
  };
}

const within = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));
