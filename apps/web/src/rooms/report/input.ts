// The diary as the report wants it.

import type { EpochMs } from '@unknot/engine/case';
import type { ReportInput, ReportSession } from '@unknot/engine/report';
import type { AppState } from '@unknot/journal/project';

/** @param within  milliseconds back from now; null: everything */
export function inputOf({ sessions, plans, harms }: AppState, now: EpochMs, within: number | null): ReportInput {
  const planned = new Map(plans.map((plan) => [plan.planId, plan.items]));
  return {
    now,
    since: within === null ? null : now - within,
    sessions: sessions.flatMap(({ startedAt, finishedAt, planId, items, ...told }): ReportSession[] => {
      if (startedAt === null || finishedAt === null) return [];
      const ofPlan = planId === null ? [] : (planned.get(planId) ?? []);
      return [
        {
          startedAt,
          items: items.map((item) => {
            const dose = ofPlan.find(
              ({ technique, muscle, side }) =>
                technique === item.technique && muscle === item.muscle && side === item.side,
            )?.dose;
            return dose ? { ...item, dose } : item;
          }),
          itemsDone: told.itemsDone,
          secondsDone: told.secondsDone,
          painBefore: told.painBefore,
          painAfter: told.painAfter,
          painNextDay: told.painNextDay,
        },
      ];
    }),
    harms,
  };
}
