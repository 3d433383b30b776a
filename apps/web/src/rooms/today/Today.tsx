// One next sensible step, and the two ways out when something is wrong.

import { decodeDrawing } from '@unknot/atlas/drawing';
import { nextStep } from '@unknot/engine/guidance';
import { change, nextDayQuestion } from '@unknot/engine/outcome';
import { lazy } from 'preact-iso';
import { gate } from '../../gate.ts';
import { Icon } from '../../parts/Icon.tsx';
import { MoreWays } from '../../parts/MoreWays.tsx';
import { dayAndTime, dayPart } from '../../parts/when.ts';
import { isRanked, person } from '../../person.ts';
import { minute, now } from '../../ports/clock.ts';
import { progressTexts } from '../../texts/progress.ts';
import { todayTexts as t } from '../../texts/today.ts';
import './today.css';

const BodyFigure = lazy(() => import('../../parts/BodyFigure.tsx').then((m) => m.BodyFigure));

const WHERE = {
  begin: '/check',
  'see-someone': '/check',
  resume: '/session',
  check: '/check',
  paint: '/body',
  plan: '/plan',
  rest: '/progress',
  rate: '/after',
  'next-day': '/after?next-day',
} as const;

export function Today() {
  const state = person.value;
  // Drawn anew every half minute; what has just happened is not in the future until then.
  minute.value;
  const time = now();
  const finished = state.sessions.filter(({ finishedAt }) => finishedAt !== null);
  const last = finished.at(-1);
  const at = gate.value.kind;
  if (at === 'wait') return <div class="pad" />;
  const next = nextStep(
    {
      gate: at,
      known: state.clock !== null,
      running: state.sessions.some(({ startedAt, finishedAt }) => startedAt !== null && finishedAt === null),
      unrated: last && last.painAfter === null ? last.sessionId : null,
      nextDay: nextDayQuestion(state.sessions, time, -new Date(time).getTimezoneOffset())?.sessionId ?? null,
      painted: isRanked(state),
      lastSessionAt: last?.finishedAt ?? null,
    },
    time,
  );
  const first = next.kind === 'begin';
  return (
    <div class={first ? 'pad today first' : 'pad today'}>
      <section class="stack">
        {!first && <p class="label">{dayPart(time)}</p>}
        <h1>{t.title[next.kind]}</h1>
        <p class="say">{t.say[next.kind]}</p>
        <a class="btn primary tall" href={WHERE[next.kind]}>
          {t.action[next.kind]}
        </a>
        {first ? (
          <p class="small muted">{t.adults}</p>
        ) : (
          <nav class="stack tight ways" aria-label={t.worse}>
            <a class="btn quiet" href="/after?harm">
              <Icon name="warn" />
              {t.worse}
            </a>
            {next.kind !== 'check' && (
              <a class="btn quiet" href="/check?again">
                <Icon name="shield" />
                {t.checkAgain}
              </a>
            )}
          </nav>
        )}
        <a class="note know unwell" href="/help">
          <Icon name="phone" />
          <span>
            {t.unwell} <b>{t.unwellAction}</b>
          </span>
        </a>
      </section>
      <section class="stack">
        {first && <HowItWorks />}
        {last && last.finishedAt !== null && (
          <article class="card stack tight">
            <h2>{t.last}</h2>
            <p class="small muted">{dayAndTime(last.finishedAt)}</p>
            <p class="pain-pair num">
              <b>{last.painBefore ?? '–'}</b>
              <span aria-hidden="true">→</span>
              <b>{last.painAfter ?? '–'}</b>
              <span class="small muted">{progressTexts.change[change(last.painBefore, last.painAfter).kind]}</span>
            </p>
          </article>
        )}
        {state.drawing && <YourDrawing encoded={state.drawing.encoded} />}
        <MoreWays />
      </section>
    </div>
  );
}

function YourDrawing({ encoded }: { encoded: string }) {
  const decoded = decodeDrawing(encoded);
  if (decoded.kind !== 'ok') return null;
  return (
    <article class="card your-drawing">
      <div class="thumb">
        <BodyFigure view="posterior" drawing={decoded.drawing} label={t.drawing} />
      </div>
      <div class="stack">
        <h2>{t.drawing}</h2>
        <a class="btn" href="/body">
          {t.change}
        </a>
      </div>
    </article>
  );
}

function HowItWorks() {
  return (
    <article class="card stack">
      <h2>{t.steps.title}</h2>
      <ol class="plain-list how">
        {t.steps.list.map(([verb, what], index) => (
          <li key={verb}>
            <span class="step-number" aria-hidden="true">
              {index + 1}
            </span>
            <span>
              <b>{verb}</b>
              <span class="small muted">{what}</span>
            </span>
          </li>
        ))}
      </ol>
    </article>
  );
}
