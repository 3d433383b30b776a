// What came out of the check: what to do, why, on what sources, and what is open meanwhile.

import type { FactId } from '@unknot/engine/case';
import type { FiredRule, LevelVerdict } from '@unknot/engine/triage';
import type { CheckKnowledge } from '@unknot/knowledge/schema';
import { useEffect, useRef, useState } from 'preact/hooks';
import { EmergencyCard } from '../../parts/EmergencyCard.tsx';
import { Explain } from '../../parts/Explain.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Sources } from '../../parts/Sources.tsx';
import { isRanked, person, record } from '../../person.ts';
import { checkTexts as t } from '../../texts/check.ts';
import './result.css';

interface ResultProps {
  readonly k: CheckKnowledge;
  readonly verdict: LevelVerdict;
  /** Questions were left that can still make an urgent finding an emergency; `signs`: of which each alone would. */
  readonly left?: { readonly signs: readonly FactId[]; readonly onMore: () => void };
}

/** Signs that are shown at once; the others unfold. Own setting. */
const SIGNS_SHOWN = 7;

export function Result({ k, verdict, left }: ResultProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const fired = verdict.because.map(({ rule }) => rule);
  const isCrisis = fired.includes('suicide');
  const hurtByOther = fired.includes('injured-on-purpose');
  if (verdict.kind === 'emergency')
    return (
      <div class="result">
        <EmergencyCard
          kind={isCrisis ? 'crisis' : 'emergency'}
          country={person.value.profile.region ?? null}
          onCountry={(region) => void record('profile.changed', { patch: { region } })}
          whatToDo={rulesOf(
            k,
            verdict.because.filter(({ level }) => level === 'emergency'),
          ).map((r) => r.tellUser)}
        >
          {!isCrisis && (
            <a class="btn quiet" href="/check?why">
              {t.whyLater}
            </a>
          )}
        </EmergencyCard>
      </div>
    );
  const open = verdict.kind !== 'urgent-24h';
  const painted = isRanked(person.value);
  return (
    <div class="result">
      <h1 ref={heading} tabIndex={-1}>
        {t.result[verdict.kind]}
      </h1>
      <p>{t.say[verdict.kind]}</p>
      {hurtByOther && (
        <div class="note know">
          <div class="stack tight">
            <span>{t.violence}</span>
            <button type="button" class="btn" onClick={() => location.replace('about:blank')}>
              {t.quickExit}
            </button>
          </div>
        </div>
      )}
      <WhatToDo k={k} verdict={verdict} />
      {left && <Left k={k} signs={left.signs} />}
      {left && (
        <button type="button" class="btn primary tall" onClick={left.onMore}>
          {t.left.more}
        </button>
      )}
      {verdict.because.length > 0 && <Reasons k={k} fired={verdict.because} />}
      {verdict.support.length > 0 && (
        <section class="card stack tight">
          <h2>{t.support}</h2>
          {rulesOf(k, verdict.support).map(({ id, tellUser }) => (
            <p key={id} class="small">
              {tellUser}
            </p>
          ))}
        </section>
      )}
      {open ? (
        <OnTo painted={painted} />
      ) : (
        <a class={left ? 'btn' : 'btn primary tall'} href="/">
          {t.toToday}
        </a>
      )}
      <Afterwards verdict={verdict} />
    </div>
  );
}

/** In full sight, the most serious first and largest; reasons and sources are behind a fold. */
function WhatToDo({ k, verdict }: { k: CheckKnowledge; verdict: LevelVerdict }) {
  if (verdict.because.length === 0) return null;
  const sentences = (fired: readonly FiredRule[]) => [...new Set(rulesOf(k, fired).map(({ tellUser }) => tellUser))];
  const first = sentences(verdict.because.filter(({ level }) => level === verdict.kind));
  const also = sentences(verdict.because).filter((sentence) => !first.includes(sentence));
  return (
    <section class={verdict.kind === 'urgent-24h' ? 'what-to-do serious' : 'what-to-do'}>
      <h2>{t.whatToDo}</h2>
      <ul>
        {first.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {also.length > 0 && (
        <ul class="small">
          {also.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Stopped early: what was not asked, said plainly. */
function Left({ k, signs }: { k: CheckKnowledge; signs: readonly FactId[] }) {
  const words = signs.flatMap((id) => t.left.alone[id] ?? k.facts[id]?.short ?? []);
  const list = (some: readonly string[]) => (
    <ul>
      {some.map((sign) => (
        <li key={sign}>{sign}</li>
      ))}
    </ul>
  );
  return (
    <section class="note stop left-open">
      <div class="stack tight">
        <h2>{t.left.title}</h2>
        <p>{t.left.say}</p>
        {list(words.slice(0, SIGNS_SHOWN))}
        {words.length > SIGNS_SHOWN && (
          <details class="why">
            <summary>{t.left.others}</summary>
            {list(words.slice(SIGNS_SHOWN))}
          </details>
        )}
        <a class="btn danger" href="/help">
          <Icon name="phone" />
          {t.left.help}
        </a>
      </div>
    </section>
  );
}

/** Where it goes on; on a bad day, back to the simple way. */
function OnTo({ painted }: { painted: boolean }) {
  const { drawing, profile } = person.value;
  if (profile.simple)
    return (
      <a class="btn primary tall" href="/easy">
        {t.toEasy}
      </a>
    );
  return (
    <a class="btn primary tall" href={painted ? '/plan' : '/body'}>
      {painted ? t.toPlan : drawing ? t.toSources : t.toBody}
    </a>
  );
}

/** Behind the emergency card, which says nothing but what to do now; the address holds for other results too. */
export function Why({ k, verdict }: Pick<ResultProps, 'k' | 'verdict'>) {
  return (
    <div class="result">
      <h1>{t.whyTitle}</h1>
      {verdict.kind === 'emergency' ? (
        <a class="btn danger tall" href="/check">
          <Icon name="phone" />
          {t.toCard}
        </a>
      ) : (
        <a class="btn primary tall" href="/check">
          {t.toResult}
        </a>
      )}
      <Reasons k={k} fired={verdict.because} />
      <Afterwards verdict={verdict} />
    </div>
  );
}

const rulesOf = (k: CheckKnowledge, fired: readonly FiredRule[]) =>
  fired.flatMap(({ rule }) => k.rules.find(({ id }) => id === rule) ?? []);

function Reasons({ k, fired }: { k: CheckKnowledge; fired: readonly FiredRule[] }) {
  return (
    <details class="why">
      <summary>{t.reasons}</summary>
      <div class="reason-list">
        {rulesOf(k, fired).map((rule) => (
          <article key={rule.id} class="stack tight">
            <h3>{rule.title}</h3>
            <p>{rule.rationale}</p>
            {rule.accuracy && <p class="xs">{rule.accuracy}</p>}
            <Sources ids={rule.sources} />
          </article>
        ))}
      </div>
    </details>
  );
}

/** Ask again, or say that a clinician has looked. */
function Afterwards({ verdict }: { verdict: LevelVerdict }) {
  const [asking, setAsking] = useState(false);
  const mayClear = verdict.kind !== 'self-care' && verdict.because.length > 0;
  return (
    <div class="stack tight">
      <a class="btn quiet" href="/check?again">
        <Icon name="shield" />
        {t.again}
      </a>
      <Explain about={verdict.kind === 'self-care' ? 'knot' : 'get-help'} />
      {mayClear && !asking && (
        <button type="button" class="btn quiet" onClick={() => setAsking(true)}>
          {t.seen}
        </button>
      )}
      {asking && (
        <div class="note" role="alertdialog" aria-label={t.seenSure}>
          <div class="stack tight">
            <b>{t.seenSure}</b>
            <div class="row wrap">
              <button
                type="button"
                class="btn"
                onClick={() => {
                  setAsking(false);
                  void record('clearance.overridden', { rules: verdict.because.map(({ rule }) => rule) });
                }}
              >
                {t.seenYes}
              </button>
              <button type="button" class="btn primary" onClick={() => setAsking(false)}>
                {t.seenNo}
              </button>
            </div>
          </div>
        </div>
      )}
    </div>
  );
}
