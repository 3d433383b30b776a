// What the person says makes it worse, compared with the movements that are known to hurt a muscle. Plain word overlap,
// rare words counting more; weak evidence by design.

/** Words of the movements of each muscle, and how telling each word is. */
export interface WordIndex {
  /** Muscle → set of words of each of its movements. */
  readonly movements: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
  /** Word → weight; words that no movement uses are absent. */
  readonly weight: ReadonlyMap<string, number>;
}

interface MovementKnowledge {
  readonly muscles: readonly {
    readonly id: string;
    readonly aggravatingMovements?: readonly string[];
    readonly perpetuatingFactors: readonly string[];
  }[];
  readonly perpetuatingFactorVocabulary: Readonly<Record<string, string>>;
}

export function wordIndex({ muscles, perpetuatingFactorVocabulary }: MovementKnowledge): WordIndex {
  const movements = new Map<string, ReadonlySet<string>[]>();
  const usedBy = new Map<string, number>();
  for (const muscle of muscles) {
    const phrases = [
      ...(muscle.aggravatingMovements ?? []),
      ...muscle.perpetuatingFactors.flatMap((id) => perpetuatingFactorVocabulary[id] ?? []),
    ].map((phrase) => new Set(wordsOf(phrase)));
    movements.set(muscle.id, phrases);
    for (const word of new Set(phrases.flatMap((phrase) => [...phrase]))) usedBy.set(word, (usedBy.get(word) ?? 0) + 1);
  }
  const weight = new Map([...usedBy].map(([word, count]) => [word, Math.log(1 + muscles.length / count)]));
  return { movements, weight };
}

/**
 * How well a phrase fits the best of a muscle's movements, 0–1: the weight of the shared words over the weight of all
 * words of the phrase that any muscle uses. 0 when the phrase has no such word.
 */
export function movementMatch(index: WordIndex, muscle: string, phrase: string): number {
  const said = new Set(wordsOf(phrase).filter((word) => index.weight.has(word)));
  let all = 0;
  for (const word of said) all += index.weight.get(word) as number;
  if (all === 0) return 0;
  let best = 0;
  for (const movement of index.movements.get(muscle) ?? []) {
    let shared = 0;
    for (const word of said) if (movement.has(word)) shared += index.weight.get(word) as number;
    best = Math.max(best, shared / all);
  }
  return best;
}

const STOP = new Set(
  'a an the of to in on at or and for with from by as is it that this when while up down out off over one that side cannot can find long'.split(
    ' ',
  ),
);

/** Lower-case words without the commonest ones, endings cut so that "lifting" meets "lift". */
function wordsOf(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2 && !STOP.has(word))
    .map((word) => word.replace(/(?:ing|ed|es|s|e)$/, '').replace(/(.)\1$/, '$1'));
}
