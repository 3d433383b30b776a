// Earlier episodes that relief confirmed: what was treated then, and the pain clearly dropped. The ranking remembers it.

import type { MuscleId, PairedSide } from '@unknot/atlas/frame';
import { change } from '@unknot/engine/outcome';
import type { AppState } from '@unknot/journal/project';

interface Episode {
  readonly muscle: MuscleId;
  readonly side: PairedSide;
}

/**
 * Muscles that a plan was made for, that a session treated, and after which the pain was clearly better, at once and, as
 * far as it was told, the next day. Two muscles of one session share its relief: it cannot be told apart.
 *
 * @param before  sessions from then on belong to the present drawing and confirm nothing about it
 */
export function earlierRelief({ sessions, plans }: Pick<AppState, 'sessions' | 'plans'>, before: number): Episode[] {
  const found = new Map<string, Episode>();
  for (const { planId, startedAt, painBefore, painAfter, painNextDay, items, itemsDone } of sessions) {
    if (startedAt === null || startedAt >= before) continue;
    if (change(painBefore, painAfter).kind !== 'clearly-better') continue;
    if (painNextDay !== null && painNextDay >= (painBefore ?? 0)) continue;
    const targets = plans.find((plan) => plan.planId === planId)?.request.targets ?? [];
    for (const { muscle, side } of targets) {
      if (side === 'midline') continue;
      const isTreated = items
        .slice(0, itemsDone)
        .some((item) => item.muscle === muscle && (item.side === side || item.side === 'both'));
      if (isTreated) found.set(`${muscle} ${side}`, { muscle, side });
    }
  }
  return [...found.values()];
}
