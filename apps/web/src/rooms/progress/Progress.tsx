// What the diary shows: pain over time, where it was, what works, what goes together with it, and every session. Nothing to feel
// guilty about.

import type { MuscleId } from '@unknot/atlas/frame';
import type { TechniqueId } from '@unknot/engine/case';
import { practiceOf } from '@unknot/engine/learning';
import { knotsOf, questionnaireDue, quietDays, sessionChange } from '@unknot/engine/outcome';
import { useMemo } from 'preact/hooks';
import { withMyOwn } from '../../own.ts';
import { Explain } from '../../parts/Explain.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { NothingYet } from '../../parts/NothingYet.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { dayAndTime } from '../../parts/when.ts';
import { person } from '../../person.ts';
import { minute } from '../../ports/clock.ts';
import { loadPlan } from '../../ports/knowledge.ts';
import { changeWords, progressTexts as t } from '../../texts/progress.ts';
import { BodyOverTime } from './BodyOverTime.tsx';
import {
  dayOf,
  isMeasured,
  isoOf,
  type MeasuredSession,
  painPoints,
  practiceWeeks,
  toldDays,
  zoneHere,
} from './diary.ts';
import { ExperimentCard } from './ExperimentCard.tsx';
import { Links } from './Links.tsx';
import { PainTrend } from './PainTrend.tsx';
import { DailyLife, Knots, Practised } from './Practised.tsx';
import './progress.css';
import { WhatHelps } from './WhatHelps.tsx';

/** Lines in one list; the rest is in the export. */
const MOST_LINES = 14;
/** Weeks in one picture. */
const MOST_WEEKS = 12;

export function Progress() {
  const state = person.value;
  const { sessions, drawings, harms, days, questionnaires } = state;
  const knowledge = useLoaded(loadPlan);
  const now = minute.value;
  const measured = useMemo(() => sessions.filter(isMeasured), [sessions]);
  const points = useMemo(() => painPoints({ sessions, days }, zoneHere), [sessions, days]);
  const told = useMemo(() => toldDays({ sessions, days }, zoneHere), [sessions, days]);
  const practice = useMemo(() => practiceOf(sessions, zoneHere(now)), [sessions]);
  const weeks = useMemo(() => practiceWeeks(sessions, now, zoneHere, MOST_WEEKS), [sessions, now]);
  const knots = useMemo(() => knotsOf(sessions).filter(({ spells }) => spells.length > 1), [sessions]);
  const names = useMemo(() => {
    const known = knowledge.kind === 'ready' ? withMyOwn(knowledge.value) : { techniques: [], muscles: [] };
    const techniques = new Map(known.techniques.map(({ id, plainName }) => [id, plainName]));
    const muscles = new Map(known.muscles.map(({ id, plainName }) => [id, plainName]));
    return {
      technique: (id: TechniqueId) => techniques.get(id) ?? id,
      muscle: (id: MuscleId) => muscles.get(id) ?? id,
    };
  }, [knowledge, state.own]);
  if (points.length === 0 && drawings.length === 0)
    return <NothingYet title={t.emptyTitle} say={t.empty} begin={t.start} />;

  const first = measured[0]?.startedAt ?? null;
  const due = questionnaireDue(questionnaires, first, now);
  const today = isoOf(dayOf(now, zoneHere));
  return (
    <div class="pad stack loose progress">
      <header>
        <h1>{t.title}</h1>
        <Explain about="course" />
      </header>
      <div class="progress-columns">
        <div class="stack">
          {points.length > 0 && (
            <PainTrend points={points} sessions={measured} now={now} quiet={quietDays(told, dayOf(now, zoneHere))} />
          )}
          {practice.length > 0 && knowledge.kind === 'ready' && (
            <WhatHelps practice={practice} knowledge={knowledge.value} nameOf={names.technique} />
          )}
          {measured.length > 0 && <Sessions sessions={measured.slice(-MOST_LINES).reverse()} />}
        </div>
        <div class="stack">
          {drawings.length > 0 && <BodyOverTime drawings={drawings} />}
          {measured.length > 0 && <ExperimentCard state={state} nameOf={names.technique} />}
          <Links
            days={told}
            isToldToday={days.some(({ day, before }) => day === today && Object.keys(before).length > 0)}
          />
          {(due || questionnaires.length > 0) && <DailyLife answered={questionnaires} due={due} />}
          {weeks.length > 0 && <Practised weeks={weeks} />}
          {knots.length > 0 && <Knots knots={knots} nameOf={names.muscle} />}
          {harms.length > 0 && (
            <section class="card stack tight" aria-labelledby="progress-harms">
              <h2 id="progress-harms">{t.harms}</h2>
              <ul class="plain-list lines">
                {harms
                  .slice(-MOST_LINES)
                  .reverse()
                  .map(({ id, at, kind, note }) => (
                    <li key={id}>
                      <b>{t.harm[kind]}</b>
                      <span class="small muted">
                        {dayAndTime(at)}
                        {note ? ` · ${note}` : ''}
                      </span>
                    </li>
                  ))}
              </ul>
            </section>
          )}
          {measured.length > 0 && (
            <a class="btn" href="/after?harm">
              <Icon name="warn" />
              {t.report}
            </a>
          )}
        </div>
      </div>
    </div>
  );
}

function Sessions({ sessions }: { sessions: readonly MeasuredSession[] }) {
  return (
    <section class="card stack tight at-end" aria-labelledby="progress-sessions">
      <h2 id="progress-sessions">{t.sessions}</h2>
      <ul class="plain-list lines">
        {sessions.map(({ sessionId, startedAt, ...session }) => (
          <li key={sessionId}>
            <span class="row between wrap">
              <b>{dayAndTime(startedAt)}</b>
              <span class="num">
                {session.painBefore} → {session.painAfter ?? '–'}
              </span>
            </span>
            <span class="small muted">
              {[
                changeWords(sessionChange(session).kind, session.painAfter),
                t.items(session.itemsDone, session.items.length),
                t.minutes(session.secondsDone),
                session.reason ? t.stopped[session.reason] : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
