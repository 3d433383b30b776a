// What a week can be filled with. Apart from the rest, because the diary names the kinds and must not need a calendar for it.

export const SCHEDULE_KINDS = ['stretching', 'roller', 'strength', 'walk'] as const;
export type ScheduleKind = (typeof SCHEDULE_KINDS)[number];
