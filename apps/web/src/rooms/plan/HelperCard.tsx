// A card for somebody who presses for you: where, how hard, how long, and the word that ends it. Readable at arm's length.

import type { PartnerCard } from '@unknot/engine/plan';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { useRef, useState } from 'preact/hooks';
import { MusclePicture } from '../../parts/MusclePicture.tsx';
import { planTexts as t } from '../../texts/plan.ts';
import { cardPicture, handOver } from './card-picture.ts';

export function HelperCard({ card, knowledge }: { card: PartnerCard; knowledge: PlanKnowledge }) {
  const map = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const muscle = knowledge.muscles.find(({ id }) => id === card.muscle);
  const areas = knowledge.doseRules
    .filter(({ id }) => card.keepOff.includes(id))
    .flatMap(({ forbiddenAreas = [] }) => forbiddenAreas);
  const words = t.helper;
  const lines = [
    { text: words.where(muscle?.plainName ?? '', t.sideOf[card.side]), large: true },
    { text: muscle?.palpation.howToFind ?? '', large: false },
    { text: words.howHard(card.intensityCap), large: true },
    { text: words.howLong(card.holdSeconds, card.repetitions, card.restSeconds), large: true },
    { text: words.stop(card.stopWord), large: true },
    { text: `${words.keepOff} ${[...new Set(areas)].join(', ')}.`, large: false },
    ...card.confirm.map((code) => ({ text: knowledge.confirmVocabulary[code] ?? code, large: false })),
  ].filter(({ text }) => text !== '');
  const send = async () => {
    const picture = map.current?.querySelector('svg');
    if (!picture) return setFailed(true);
    try {
      await handOver(await cardPicture(picture, lines), words.fileName);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <details class="why helper">
      <summary>{words.title}</summary>
      <div class="helper-card">
        <div class="thumb" ref={map}>
          <MusclePicture muscle={card.muscle} side={card.side === 'right' ? 'right' : 'left'} label={words.picture} />
        </div>
        {lines.map(({ text, large }) => (
          <p key={text} class={large ? 'helper-line num' : undefined}>
            {text}
          </p>
        ))}
        <div class="row wrap">
          <button type="button" class="btn" onClick={() => void send()}>
            {words.send}
          </button>
          <button type="button" class="btn" onClick={() => print()}>
            {words.print}
          </button>
        </div>
        {failed && (
          <p class="note know" role="alert">
            {words.sendFailed}
          </p>
        )}
      </div>
    </details>
  );
}
