// What each step does for this person, in words and as a bar around "no difference". Nothing is claimed that may be noise.

import type { TechniqueId } from '@unknot/engine/case';
import { expectations, learn, type Practice, type Response, type TechniqueEffect } from '@unknot/engine/learning';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { useMemo, useState } from 'preact/hooks';
import { keepPrivate } from '../../keep-private.ts';
import { Segments } from '../../parts/Choice.tsx';
import { NumbersTable } from '../../parts/NumbersTable.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { person, recordProfile } from '../../person.ts';
import { signed, trendTexts } from '../../texts/trends.ts';

const t = trendTexts.helps;

interface WhatHelpsProps {
  readonly practice: readonly Practice[];
  readonly knowledge: PlanKnowledge;
  readonly nameOf: (technique: TechniqueId) => string;
}

export function WhatHelps({ practice, knowledge, nameOf }: WhatHelpsProps) {
  const [response, setResponse] = useState<Response>('after');
  const expected = useMemo(() => expectations(knowledge), [knowledge]);
  const { effects } = useMemo(() => learn(practice, expected, response), [practice, expected, response]);
  const of = (...standings: readonly TechniqueEffect['standing'][]) =>
    effects.filter(({ standing }) => standings.includes(standing));
  const clear = of('less-pain', 'more-pain').sort((a, b) => a.mean - b.mean);
  const chance = of('could-be-chance').sort((a, b) => a.mean - b.mean);
  const early = of('too-early');
  const weeks = of('over-weeks');
  return (
    <section class="card stack what-helps" aria-labelledby="progress-helps">
      <h2 id="progress-helps">{t.title}</h2>
      <p class="muted small">{t.lead}</p>
      <Segments
        label={t.when}
        options={['after', 'next-day']}
        words={(each) => (each === 'after' ? t.right : t.nextDay)}
        chosen={response}
        onChosen={setResponse}
      />
      {effects.length === 0 && <p>{t.none}</p>}
      {effects.length > 0 && clear.length === 0 && <p>{t.nothingClear}</p>}
      {clear.length > 0 && <Effects title={t.clear} effects={clear} nameOf={nameOf} />}
      {chance.length > 0 && <Effects title={t.chance} effects={chance} nameOf={nameOf} />}
      {early.length > 0 && (
        <details class="fold">
          <summary>
            <h3>{t.early(early.length)}</h3>
          </summary>
          <ul class="plain-list lines">
            {early.map((effect) => (
              <li key={effect.technique}>
                <b>{nameOf(effect.technique)}</b>
                <span class="small muted">{t.needs(effect)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {weeks.length > 0 && (
        <div class="stack tight">
          <h3>{t.weeks}</h3>
          <p class="small">{weeks.map(({ technique }) => nameOf(technique)).join(', ')}</p>
          <p class="small muted">{t.weeksSay}</p>
        </div>
      )}
      {effects.length > 0 && (
        <>
          <Switch
            label={t.explores}
            help={t.exploresHelp}
            on={person.value.profile.explores === true}
            onChange={(explores) => void recordProfile({ explores }, keepPrivate.value)}
          />
          <details class="why">
            <summary>{t.how}</summary>
            <div class="stack tight">
              {t.howSay.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          </details>
          <NumbersTable
            head={t.table}
            rows={effects.map((effect) => [
              nameOf(effect.technique),
              effect.with,
              effect.without,
              signed(effect.mean),
              signed(effect.low),
              signed(effect.high),
            ])}
          />
        </>
      )}
    </section>
  );
}

interface EffectsProps {
  readonly title: string;
  readonly effects: readonly TechniqueEffect[];
  readonly nameOf: (technique: TechniqueId) => string;
}

function Effects({ title, effects, nameOf }: EffectsProps) {
  return (
    <div class="stack tight">
      <h3>{title}</h3>
      <p class="strip-ends row between xs muted" aria-hidden="true">
        <span>{t.less}</span>
        <span>{t.more}</span>
      </p>
      <ul class="plain-list lines">
        {effects.map((effect) => (
          <li key={effect.technique}>
            <b>{nameOf(effect.technique)}</b>
            <Strip effect={effect} />
            <span class="small">{t.say(effect)}</span>
            <span class="xs muted">{t.counts(effect)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Points at the two ends of the bar's ground. */
const MOST = 3;
const place = (value: number) => (50 * (Math.max(-MOST, Math.min(MOST, value)) + MOST)) / MOST;

function Strip({ effect: { low, high, mean, standing } }: { effect: TechniqueEffect }) {
  return (
    <div class={`strip ${standing}`} aria-hidden="true">
      <i class="bar" style={{ left: `${place(low)}%`, width: `${place(high) - place(low)}%` }} />
      <i class="best" style={{ left: `${place(mean)}%` }} />
    </div>
  );
}
