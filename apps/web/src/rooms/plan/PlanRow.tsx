// One item of the plan: picture, name, dose, reason, how sure; everything else one tap away.

import type { MuscleTarget } from '@unknot/engine/case';
import { lastsOnly, type PlannedItem, partnerCard } from '@unknot/engine/plan';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { ownPicture } from '../../own.ts';
import { Chip } from '../../parts/Choice.tsx';
import { Explain } from '../../parts/Explain.tsx';
import { Guide } from '../../parts/Guide.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Sources } from '../../parts/Sources.tsx';
import { person, record } from '../../person.ts';
import { TOPIC_OF_CATEGORY } from '../../texts/explain.ts';
import { planTexts as t } from '../../texts/plan.ts';
import { HelperCard } from './HelperCard.tsx';

interface PlanRowProps {
  readonly item: PlannedItem;
  /** The sore muscle the item acts on, if it acts on one. */
  readonly target: MuscleTarget | undefined;
  readonly knowledge: PlanKnowledge;
  readonly onSwap: (() => void) | undefined;
}

export function PlanRow({ item, target, knowledge, onSwap }: PlanRowProps) {
  const technique = knowledge.techniques.find(({ id }) => id === item.technique);
  if (!technique) return null;
  const { dose } = item;
  const card = target && partnerCard(knowledge, item, target);
  const grade = t.grade[item.grade];
  const picture = ownPicture(item.technique);
  return (
    <li class="card step">
      <div class="thumb">
        {picture ? (
          <img src={picture} alt="" />
        ) : (
          <Guide
            technique={item.technique}
            muscle={item.muscle}
            side={item.side === 'right' ? 'right' : 'left'}
            label=""
            motion="still"
          />
        )}
      </div>
      <div class="what">
        <h3>{technique.plainName}</h3>
        <span class="dose num">
          {t.dose(dose.holdSeconds, lastsOnly(technique) ? null : dose.repetitions, dose.sets, item.seconds)}
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
        {technique.position && <p>{technique.position}</p>}
        <ol>
          {technique.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {dose.intensityCap > 0 && <p>{t.cap(dose.intensityCap)}</p>}
        <Listed title={t.mistakes} lines={technique.commonMistakes} />
        <Listed title={t.stopIf} lines={technique.stopIf} />
        <h4>
          {t.evidence}: {grade.words}
        </h4>
        {technique.evidence.summary && <p>{technique.evidence.summary}</p>}
        {item.expected.drop > 0 && <p>{t.expected(item.expected.drop, item.expected.from)}</p>}
        <Sources ids={technique.evidence.sources} />
        <Explain about={TOPIC_OF_CATEGORY[technique.category] ?? 'support'} />
        {knowledge.seedConflicts
          .filter(({ id }) => item.conflicts.includes(id))
          .map(({ id, topic, sides, resolution, sources }) => (
            <div key={id}>
              <h4>
                {t.someSay}: {topic.toLowerCase()}
              </h4>
              <p>{t.saysElse([...new Set(sides.map(({ says }) => says))])}</p>
              <p>{t.weDo(resolution)}</p>
              <Sources ids={sources} />
            </div>
          ))}
        <Wish technique={item.technique} />
      </details>
    </li>
  );
}

function Listed({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** Four words a person may have for an exercise. Each changes the plan at once, and can be taken back below it. */
function Wish({ technique }: { technique: string }) {
  const { preferences, felt } = person.value;
  const feel = (word: 'too-hard' | 'too-easy') => () =>
    void record('technique.felt', { technique, felt: felt[technique] === word ? 'right' : word });
  const wish = (word: 'never' | 'prefer') => () =>
    void record('technique.preferred', { technique, wish: preferences[technique] === word ? 'neutral' : word });
  const words = [
    [t.tooHard, felt[technique] === 'too-hard', feel('too-hard')],
    [t.tooEasy, felt[technique] === 'too-easy', feel('too-easy')],
    [t.like, preferences[technique] === 'prefer', wish('prefer')],
    [t.never, preferences[technique] === 'never', wish('never')],
  ] as const;
  return (
    <fieldset class="wish">
      <legend>{t.wishes}</legend>
      <div class="chips">
        {words.map(([label, on, onPress]) => (
          <Chip key={label} on={on} onPress={onPress}>
            {label}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}
