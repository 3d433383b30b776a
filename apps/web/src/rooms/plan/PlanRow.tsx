// One item of the plan: picture, name, dose, reason, how sure; everything else one tap away.

import type { MuscleTarget } from '@unknot/engine/case';
import { type PlanItem, partnerCard } from '@unknot/engine/plan';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { Guide } from '../../parts/Guide.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Sources } from '../../parts/Sources.tsx';
import { planTexts as t } from '../../texts/plan.ts';
import { HelperCard } from './HelperCard.tsx';

interface PlanRowProps {
  readonly item: PlanItem;
  /** The sore muscle the item acts on, if it acts on one. */
  readonly target: MuscleTarget | undefined;
  readonly knowledge: PlanKnowledge;
  readonly onSwap: (() => void) | undefined;
  readonly onNever: () => void;
}

export function PlanRow({ item, target, knowledge, onSwap, onNever }: PlanRowProps) {
  const technique = knowledge.techniques.find(({ id }) => id === item.technique);
  if (!technique) return null;
  const { dose } = item;
  const card = target && partnerCard(knowledge, item, target);
  const grade = t.grade[item.grade];
  return (
    <li class="card step">
      <div class="thumb">
        <Guide
          technique={item.technique}
          muscle={item.muscle}
          side={item.side === 'right' ? 'right' : 'left'}
          label=""
          motion="still"
        />
      </div>
      <div class="what">
        <h3>{technique.plainName}</h3>
        <span class="dose num">
          {t.dose(dose.holdSeconds, dose.repetitions, dose.sets, item.seconds)}
          {(item.side !== 'both' || dose.perSide) && <span class="muted"> {t.sideOf[item.side]}</span>}
        </span>
        <p class="reason">{t.because[item.because[0]]}</p>
        <span class="badge">
          <span class="dots" aria-hidden="true">
            {[1, 2, 3, 4].map((dot) => (
              <i key={dot} class={dot <= grade.dots ? 'on' : ''} />
            ))}
          </span>
          {grade.words}
        </span>
      </div>
      {onSwap && (
        <button type="button" class="iconbtn swap" aria-label={t.swapFor(technique.plainName)} onClick={onSwap}>
          <Icon name="swap" size={22} />
        </button>
      )}
      {card && <HelperCard card={card} knowledge={knowledge} />}
      <details class="why more">
        <summary>{t.how}</summary>
        <p>{technique.position}</p>
        <ol>
          {technique.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {dose.intensityCap > 0 && <p>{t.cap(dose.intensityCap)}</p>}
        <h4>{t.mistakes}</h4>
        <ul>
          {technique.commonMistakes.map((mistake) => (
            <li key={mistake}>{mistake}</li>
          ))}
        </ul>
        <h4>{t.stopIf}</h4>
        <ul>
          {technique.stopIf.map((sign) => (
            <li key={sign}>{sign}</li>
          ))}
        </ul>
        <h4>
          {t.evidence}: {grade.words}
        </h4>
        <p>{technique.evidence.summary}</p>
        <Sources ids={technique.evidence.sources} />
        <button type="button" class="btn quiet" onClick={onNever}>
          {t.never}
        </button>
      </details>
    </li>
  );
}
