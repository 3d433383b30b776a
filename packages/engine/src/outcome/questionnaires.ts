// The short questionnaires whose words are ours: when one is offered, what it adds up to, and from when a change matters to
// people. Never pressed for: one at a time, and leaving it out is fine. See RULES.md, OUT-12 and OUT-13.

import type { EpochMs, SourceId } from '../case/index.ts';

/** Ids of outcomes/*.json. */
export type QuestionnaireId = 'impact-3' | 'my-activities' | 'groc';

interface Questionnaire {
  readonly everyDays: number;
  readonly lowest: number;
  readonly highest: number;
  readonly better: 'lower' | 'higher';
  /** Smallest change that matters to people, in points of the mean; how sure that is stands in the file of the measure. */
  readonly important: number;
  readonly source: SourceId;
}

/** outcomes/*.json: cadence, range, direction and mcid. */
export const QUESTIONNAIRES: Readonly<Record<QuestionnaireId, Questionnaire>> = {
  'impact-3': { everyDays: 7, lowest: 0, highest: 10, better: 'lower', important: 1, source: 'reed2024-peg' },
  'my-activities': { everyDays: 14, lowest: 0, highest: 10, better: 'higher', important: 2, source: 'hall2011' },
  groc: { everyDays: 28, lowest: -5, highest: 5, better: 'higher', important: 2, source: 'kamper2009' },
};

/** As the journal keeps it. */
export interface Answered {
  readonly questionnaire: string;
  readonly at: EpochMs;
  readonly answers: readonly (number | null)[];
}

const DAY = 86_400_000;

/**
 * The questionnaire that may be offered now, or null. The first one comes when there is something to compare with: a whole
 * cadence after the first session.
 */
export function questionnaireDue(
  answered: readonly Answered[],
  firstSessionAt: EpochMs | null,
  now: EpochMs,
): QuestionnaireId | null {
  if (firstSessionAt === null) return null;
  const due = (Object.keys(QUESTIONNAIRES) as QuestionnaireId[]).find((id) => {
    const last = answered.findLast(({ questionnaire }) => questionnaire === id)?.at;
    const { everyDays } = QUESTIONNAIRES[id];
    // What a person wants back is asked at the start; the others look back over days that must have passed.
    if (last === undefined && id === 'my-activities') return now >= firstSessionAt;
    return now - (last ?? firstSessionAt) >= everyDays * DAY;
  });
  return due ?? null;
}

/** Mean of what was answered; null when nothing was. */
export function scoreOf(answers: readonly (number | null)[]): number | null {
  const told = answers.filter((answer) => answer !== null);
  return told.length === 0 ? null : told.reduce((sum, answer) => sum + answer, 0) / told.length;
}

/** `points`: last minus first, as they were told. */
export type ScoreChange =
  | { readonly kind: 'notYetKnown' }
  | { readonly kind: 'better' | 'worse' | 'no-important-change'; readonly points: number };

/** From the first time to the last. A rating of change (groc) is compared with "the same". */
export function scoreChange(id: QuestionnaireId, answered: readonly Answered[]): ScoreChange {
  const scores = answered.flatMap(({ questionnaire, answers }) => {
    const score = questionnaire === id ? scoreOf(answers) : null;
    return score === null ? [] : [score];
  });
  const last = scores.at(-1);
  const first = id === 'groc' ? 0 : scores[0];
  if (last === undefined || first === undefined || (id !== 'groc' && scores.length < 2)) return { kind: 'notYetKnown' };
  const { better, important } = QUESTIONNAIRES[id];
  const points = last - first;
  if (Math.abs(points) < important) return { kind: 'no-important-change', points };
  return { kind: points < 0 === (better === 'lower') ? 'better' : 'worse', points };
}
