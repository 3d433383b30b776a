// What the diary tells about sessions, as far as learning needs it, and what the knowledge expects beforehand.

import type { EffectPrior, NaturalCourse } from '@unknot/knowledge/schema';
import type { EpochMs, TechniqueId } from '../case/index.ts';

/** A session as the journal keeps it, oldest first in a list. */
export interface DoneSession {
  readonly sessionId: string;
  readonly startedAt: EpochMs | null;
  readonly finishedAt: EpochMs | null;
  readonly items: readonly { readonly technique: TechniqueId }[];
  readonly itemsDone: number;
  readonly painBefore: number | null;
  readonly painAfter: number | null;
  readonly painNextDay: number | null;
}

/** A session with a start, at least one technique and the pain before it. */
export interface Practice {
  readonly at: EpochMs;
  /** Hour of the person's day, 0 to 24. */
  readonly hour: number;
  readonly techniques: readonly TechniqueId[];
  /** NRS 0–10; null: not said. */
  readonly painBefore: number;
  readonly painAfter: number | null;
  readonly painNextDay: number | null;
}

const HOUR = 3_600_000;

/** @param zoneOffsetMinutes  local time minus UTC, in minutes */
export function practiceOf(sessions: readonly DoneSession[], zoneOffsetMinutes: number): Practice[] {
  return sessions.flatMap(({ startedAt, finishedAt, items, itemsDone, painBefore, painAfter, painNextDay }) => {
    const techniques = techniquesDone({ items, itemsDone });
    if (startedAt === null || finishedAt === null || painBefore === null || techniques.length === 0) return [];
    const hour = (((startedAt / HOUR + zoneOffsetMinutes / 60) % 24) + 24) % 24;
    return [{ at: startedAt, hour, techniques, painBefore, painAfter, painNextDay }];
  });
}

/** Each once, however many spots or sides it was done on. */
export const techniquesDone = ({ items, itemsDone }: Pick<DoneSession, 'items' | 'itemsDone'>): TechniqueId[] => [
  ...new Set(items.slice(0, itemsDone).map(({ technique }) => technique)),
];

/** What is expected of a technique in one session before this person has tried it. NRS points, negative is relief. */
interface Expectation {
  /** Techniques of one class share half of what is learned about them. */
  readonly family: string;
  readonly mean: number;
  readonly sd: number;
  /** What is judged over weeks, not by the pain after a session. */
  readonly overWeeks: boolean;
}

/** Classes whose note in effect-priors.json says to judge them after weeks. */
const JUDGED_OVER_WEEKS: readonly string[] = ['strength-neck-shoulder', 'strength-back', 'prevention'];
/** For the person's own techniques and classes without an opinion. Own setting. */
const UNKNOWN = { mean: 0, sd: 1.3 };

export interface Expectations {
  /** `null` for a technique of the person's own. */
  readonly of: (technique: TechniqueId) => Expectation;
  /** Share of the pain that goes by itself in a day. */
  readonly naturalDropPerDay: number;
}

/** The part of the knowledge that learning needs; `PlanKnowledge` has it all. */
export interface EffectKnowledge {
  readonly techniques: readonly { readonly id: TechniqueId; readonly effectPriorClass: string }[];
  readonly effectPriors: readonly Pick<EffectPrior, 'id' | 'suggestedSessionPrior'>[];
  readonly naturalCourse: readonly NaturalCourse[];
}

export function expectations({ techniques, effectPriors, naturalCourse }: EffectKnowledge): Expectations {
  const classOf = new Map(techniques.map(({ id, effectPriorClass }) => [id, effectPriorClass]));
  const priorOf = new Map(effectPriors.map(({ id, suggestedSessionPrior }) => [id, suggestedSessionPrior]));
  return {
    of(technique) {
      const family = classOf.get(technique) ?? 'own';
      const { mean, sd } = priorOf.get(family) ?? UNKNOWN;
      return { family, mean, sd, overWeeks: JUDGED_OVER_WEEKS.includes(family) };
    },
    naturalDropPerDay: naturalDropPerDay(naturalCourse),
  };
}

/** Mean over the courses of how fast pain falls from the first point to the next, as for a decay. */
function naturalDropPerDay(courses: readonly NaturalCourse[]): number {
  const rates = courses.flatMap(({ points }) => {
    const [first, second] = Object.entries(points)
      .map(([when, pain]) => [7 * Number.parseFloat(when), pain] as const)
      .sort(([a], [b]) => a - b);
    if (!first || !second) return [];
    return [Math.log(first[1] / second[1]) / (second[0] - first[0])];
  });
  return rates.length === 0 ? 0 : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}
