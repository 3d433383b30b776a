// What a plan says beside its items: what is good to know, what would become possible, what was left out and why, and what
// the person has said about exercises.

import type { LeftOut as LeftOutItem, Plan } from '@unknot/engine/plan';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { namesIn } from '../../names.ts';
import { toggled } from '../../parts/Choice.tsx';
import { ConfirmLine } from '../../parts/ConfirmLine.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { person, record } from '../../person.ts';
import { planTexts as t } from '../../texts/plan.ts';
import { leftOutParts, waitsForYes } from './left-out.ts';

export function Says({ codes, knowledge }: { codes: readonly string[]; knowledge: PlanKnowledge }) {
  if (codes.length === 0) return null;
  return (
    <section class="card stack tight" aria-labelledby="plan-says">
      <h2 id="plan-says">{t.says}</h2>
      <ul class="stack tight">
        {codes.map((code) => (
          <li key={code} class="small">
            {knowledge.sayVocabulary[code] ?? code}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface MoreIfSoProps {
  readonly result: Plan;
  readonly knowledge: PlanKnowledge;
  readonly confirmed: readonly string[];
  readonly onConfirmed: (codes: readonly string[]) => void;
}

/** What would open more, if the person can say so: limits that stay closed until somebody confirms them. */
export function MoreIfSo({ result, knowledge, confirmed, onConfirmed }: MoreIfSoProps) {
  const open = result.leftOut.flatMap((item) =>
    waitsForYes(item) ? item.because.flatMap((reason) => (reason.kind === 'unconfirmed' ? [reason.confirm] : [])) : [],
  );
  const codes = [...new Set([...confirmed, ...open])];
  if (codes.length === 0) return null;
  return (
    <section class="card stack tight" aria-labelledby="plan-more">
      <h2 id="plan-more">{t.moreIfSo}</h2>
      {codes.map((code) => (
        <ConfirmLine key={code} on={confirmed.includes(code)} onChange={() => onConfirmed(toggled(confirmed, code))}>
          {knowledge.confirmVocabulary[code] ?? code}
        </ConfirmLine>
      ))}
    </section>
  );
}

export function LeftOut({ leftOut, knowledge }: { leftOut: readonly LeftOutItem[]; knowledge: PlanKnowledge }) {
  const { forSafety, otherwise, notNeeded } = leftOutParts(leftOut);
  const count = forSafety.length + otherwise.length + notNeeded.length;
  if (count === 0) return null;
  return (
    <details class="why">
      <summary>{t.leftOut(count)}</summary>
      {forSafety.length > 0 && (
        <>
          <p class="label">{t.leftForSafety}</p>
          <Reasons of={forSafety} knowledge={knowledge} />
        </>
      )}
      {otherwise.length > 0 && (
        <details class="why">
          <summary>{t.leftOtherwise(otherwise.length)}</summary>
          <Reasons of={otherwise} knowledge={knowledge} />
        </details>
      )}
      {notNeeded.length > 0 && (
        <details class="why">
          <summary>{t.leftNotNeeded(notNeeded.length)}</summary>
          <Reasons of={notNeeded} knowledge={knowledge} />
        </details>
      )}
    </details>
  );
}

function Reasons({ of, knowledge }: { of: readonly LeftOutItem[]; knowledge: PlanKnowledge }) {
  const names = namesIn(knowledge);
  return (
    <dl class="left-out">
      {of.map((item) => (
        <div key={item.technique}>
          <dt>{names.technique(item.technique)}</dt>
          <dd>{item.because.map((reason) => t.left(reason, names, waitsForYes(item))).join(' ')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Everything said about single exercises, each with a way to take it back. */
export function Wishes({ knowledge }: { knowledge: PlanKnowledge }) {
  const { preferences, felt } = person.value;
  const name = namesIn(knowledge).technique;
  const said = [
    ...Object.entries(preferences).map(([technique, wish]) => ({
      technique,
      wish,
      back: () => void record('technique.preferred', { technique, wish: 'neutral' }),
    })),
    ...Object.entries(felt).map(([technique, wish]) => ({
      technique,
      wish,
      back: () => void record('technique.felt', { technique, felt: 'right' }),
    })),
  ];
  if (said.length === 0) return null;
  return (
    <details class="why">
      <summary>{t.yourWishes}</summary>
      <ul class="plain-list wishes">
        {said.map(({ technique, wish, back }) => (
          <li key={technique + wish}>
            <span>
              {name(technique)}: {t.wish[wish]}
            </span>
            <button type="button" class="iconbtn" aria-label={t.takeBack(name(technique))} onClick={back}>
              <Icon name="undo" size={20} />
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
