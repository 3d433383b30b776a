// After a session: pain now, or the day after; or two taps for what went wrong.

import { experimentState } from '@unknot/engine/learning';
import {
  type Change,
  change,
  consequenceOf,
  HARM_KINDS,
  type HarmKind,
  isUnrated,
  nextDayQuestion,
  sessionChange,
} from '@unknot/engine/outcome';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Explain } from '../../parts/Explain.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { PainPicker } from '../../parts/PainPicker.tsx';
import { Sources } from '../../parts/Sources.tsx';
import { dayAndTime } from '../../parts/when.ts';
import { person, record } from '../../person.ts';
import { now } from '../../ports/clock.ts';
import { afterTexts as t } from '../../texts/after.ts';
import { progressTexts } from '../../texts/progress.ts';
import { dayOf, isoOf, zoneHere } from '../progress/diary.ts';
import './after.css';

export function After() {
  const { query } = useLocation();
  const [told, setTold] = useState<Told | null>(null);
  if (told) return <Result {...told} />;
  const last = person.value.sessions.findLast(({ finishedAt }) => finishedAt !== null);
  // A session that was played to its end has asked for the number already.
  if ('done' in query && last && last.painAfter !== null)
    return <Result before={last.painBefore} after={last.painAfter} measured={sessionChange(last)} />;
  if ('harm' in query) return <Harm />;
  if ('next-day' in query) return <NextDay onTold={setTold} />;
  return <Now onTold={setTold} />;
}

/** What was told just now; `before` is null when it is compared with nothing. */
interface Told {
  readonly before: number | null;
  readonly after: number;
  readonly measured: Change;
}

interface Telling {
  readonly onTold: (told: Told) => void;
}

function Now({ onTold }: Telling) {
  const last = person.value.sessions.findLast(({ finishedAt }) => finishedAt !== null);
  if (!last || last.painAfter !== null) return <Nothing />;
  const tell = (pain: number) => {
    if (isUnrated(last, now())) {
      void record('outcome.rated', { sessionId: last.sessionId, when: 'after', pain });
      return onTold({ before: last.painBefore, after: pain, measured: sessionChange({ ...last, painAfter: pain }) });
    }
    // Too late, or nothing was done: it is the pain of today, and nothing is made of it.
    void record('day.told', { day: isoOf(dayOf(now(), zoneHere)), pain, before: {} });
    onTold({ before: null, after: pain, measured: { kind: 'notYetKnown' } });
  };
  return (
    <Page>
      <h1>{t.ask}</h1>
      <PainPicker label={t.ask} value={null} onPick={tell} />
      <HarmLink />
    </Page>
  );
}

function NextDay({ onTold }: Telling) {
  const { sessions, passed } = person.value;
  const due = nextDayQuestion(sessions, now(), -new Date(now()).getTimezoneOffset(), passed);
  const { route } = useLocation();
  const session = sessions.find(({ sessionId }) => sessionId === due?.sessionId);
  if (!due || !session) return <Nothing />;
  return (
    <Page>
      <h1>{t.askNextDay(dayAndTime(due.finishedAt))}</h1>
      <PainPicker
        label={t.askNextDay(dayAndTime(due.finishedAt))}
        value={null}
        onPick={(pain) => {
          void record('outcome.rated', { sessionId: due.sessionId, when: 'next-day', pain });
          onTold({ before: session.painBefore, after: pain, measured: change(session.painBefore, pain) });
        }}
      />
      <button
        type="button"
        class="btn quiet"
        onClick={() => {
          void record('outcome.passed', { sessionId: due.sessionId, when: 'next-day' });
          route('/');
        }}
      >
        {t.pass}
      </button>
      <HarmLink />
    </Page>
  );
}

function Result({ before, after, measured }: Told) {
  const isJudged = measured.kind !== 'notYetKnown';
  const points = measured.kind === 'notYetKnown' ? 0 : Math.abs(measured.points);
  return (
    <Page>
      <p class="pain-pair num" aria-hidden="true">
        {before !== null && (
          <>
            <b>{before}</b>
            <span>→</span>
          </>
        )}
        <b>{after}</b>
      </p>
      <h1>{t.result[measured.kind]}</h1>
      <p>{t.meaning[measured.kind](points)}</p>
      {isJudged && (
        <>
          <p class="small muted">{t.chance}</p>
          <Explain about="pain-scale" />
          <Sources ids={['ostelo2008', 'salaffi2004', 'cleland2008']} />
        </>
      )}
      <a class="btn primary tall" href="/">
        {t.home}
      </a>
      {experimentIsOver() && (
        <a class="btn" href="/experiment">
          {t.experimentOver}
        </a>
      )}
      <a class="btn" href="/body">
        {t.repaint}
      </a>
      <HarmLink />
    </Page>
  );
}

/** This session was the last one an experiment needed, and its result has not been read. */
function experimentIsOver(): boolean {
  const { experiments, sessions } = person.value;
  const open = experiments.find(({ endedAt }) => endedAt === null);
  return open !== undefined && experimentState(open, sessions).next === null;
}

function Harm() {
  const [told, setTold] = useState<HarmKind | null>(null);
  if (!told)
    return (
      <Page>
        <h1>{t.harmTitle}</h1>
        <p class="muted">{t.harmLead}</p>
        <div class="choice-grid">
          {HARM_KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              class="btn"
              onClick={() => {
                const session = person.value.sessions.at(-1);
                void record('harm.reported', { sessionId: session?.sessionId ?? null, kind });
                setTold(kind);
              }}
            >
              {progressTexts.harm[kind]}
            </button>
          ))}
        </div>
        <a class="btn quiet" href="/help">
          <Icon name="phone" />
          {t.unwell}
        </a>
      </Page>
    );
  const { openCheck, restHours, noHeat } = consequenceOf(told);
  return (
    <Page>
      <h1>{t.harmThanks}</h1>
      {openCheck && <p class="note know">{t.checkAgain}</p>}
      {restHours !== null && <p>{t.rest}</p>}
      {noHeat && <p>{t.noHeat}</p>}
      {!openCheck && restHours === null && <p>{t.sore}</p>}
      <a class="btn primary tall" href={openCheck ? '/check' : '/'}>
        {openCheck ? t.toCheck : t.home}
      </a>
      <a class="btn quiet" href="/help">
        <Icon name="phone" />
        {t.unwell}
      </a>
    </Page>
  );
}

function Nothing() {
  return (
    <Page>
      <h1>{t.nothing}</h1>
      <a class="btn primary" href="/">
        {t.home}
      </a>
      <HarmLink />
    </Page>
  );
}

const HarmLink = () => (
  <a class="btn quiet" href="/after?harm">
    <Icon name="warn" />
    {t.worseAsk}
  </a>
);

function Page({ children }: { children: preact.ComponentChildren }) {
  const { route } = useLocation();
  return (
    <div class="pad stack after">
      <button type="button" class="iconbtn" aria-label={t.home} onClick={() => route('/')}>
        <Icon name="close" />
      </button>
      {children}
    </div>
  );
}
