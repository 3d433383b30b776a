// A card for somebody who presses for you: where, how hard, how long, and the word that ends it. Readable at arm's length.

import type { PartnerCard } from '@unknot/engine/plan';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { MusclePicture } from '../../parts/MusclePicture.tsx';
import { planTexts as t } from '../../texts/plan.ts';

export function HelperCard({ card, knowledge }: { card: PartnerCard; knowledge: PlanKnowledge }) {
  const muscle = knowledge.muscles.find(({ id }) => id === card.muscle);
  const areas = knowledge.doseRules
    .filter(({ id }) => card.keepOff.includes(id))
    .flatMap(({ forbiddenAreas = [] }) => forbiddenAreas);
  const words = t.helper;
  return (
    <details class="why helper">
      <summary>{words.title}</summary>
      <div class="helper-card">
        <div class="thumb">
          <MusclePicture muscle={card.muscle} side={card.side === 'right' ? 'right' : 'left'} label={words.picture} />
        </div>
        <p class="helper-line">
          {t.sideOf[card.side]} {muscle?.plainName}
        </p>
        <p>{muscle?.palpation.howToFind}</p>
        <p class="helper-line num">{words.howHard(card.intensityCap)}</p>
        <p class="helper-line num">{words.howLong(card.holdSeconds, card.repetitions, card.restSeconds)}</p>
        <p class="helper-line">{words.stop(card.stopWord)}</p>
        <p>
          <b>{words.keepOff}</b> {[...new Set(areas)].join(', ')}.
        </p>
        <ul>
          {card.confirm.map((code) => (
            <li key={code}>{knowledge.confirmVocabulary[code] ?? code}</li>
          ))}
        </ul>
        <button type="button" class="btn" onClick={() => print()}>
          {words.print}
        </button>
      </div>
    </details>
  );
}
