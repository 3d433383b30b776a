// One next sensible step, and the two ways out when something is wrong.

import { visitBeside } from '@unknot/engine/guidance';
import { sessionChange, type Visit, visitDue } from '@unknot/engine/outcome';
import type { AppState } from '@unknot/journal/project';
import { useEffect } from 'preact/hooks';
import { lazy, useLocation } from 'preact-iso';
import { gate } from '../../gate.ts';
import { nextNow, WHERE } from '../../next.ts';
import { Explain } from '../../parts/Explain.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { MoreWays } from '../../parts/MoreWays.tsx';
import { Unwell } from '../../parts/Unwell.tsx';
import { WayOn } from '../../parts/WayOn.tsx';
import { dayAndTime, dayPart } from '../../parts/when.ts';
import { drawingNow, person, record } from '../../person.ts';
import { changeWords } from '../../texts/progress.ts';
import { shellTexts } from '../../texts/shell.ts';
import { todayTexts as t } from '../../texts/today.ts';
import { dayOf, isoOf, zoneHere } from '../progress/diary.ts';
import './today.css';

/** Own setting: a check-in that was left for a week is not offered here. */
const DAYS_ASKED = 7;

const BackupLine = lazy(() => import('../../parts/BackupLine.tsx').then((m) => m.BackupLine));
const PainFigure = lazy(() => import('../../parts/PainFigure.tsx').then((m) => m.PainFigure));

/** After this without an encrypted backup one is suggested, once the diary is that old. Own setting. */
const BACKUP_EVERY_MS = 30 * 86_400_000;

export function Today() {
  const stand = nextNow();
  const { route } = useLocation();
  const { simple } = person.value.profile;
  // On a bad day the app begins, and comes back to, the simple way.
  useEffect(() => {
    if (simple) route('/easy', true);
  }, [simple, route]);
  if (!stand || simple) return <div class="pad" />;
  const { next, time } = stand;
  const state = person.value;
  const last = state.sessions.findLast(({ finishedAt }) => finishedAt !== null);
  const first = next.kind === 'begin';
  const seen = state.overrides.findLast(({ imported, rules }) => !imported && rules.includes('no-improvement'));
  const at = gate.value.kind;
  const visit = at === 'wait' ? null : visitBeside({ gate: at }, visitDue(state.sessions, time, seen?.at ?? null));
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
            {(next.kind === 'plan' || next.kind === 'rest') && (
              <a class="btn quiet" href="/plan?early">
                <Icon name="plan" />
                {t.early}
              </a>
            )}
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
        <Unwell />
      </section>
      <section class="stack">
        {first && <HowItWorks />}
        {visit && <SeeSomebody visit={visit} />}
        {last && last.finishedAt !== null && (
          <article class="card stack tight">
            <h2>{t.last}</h2>
            <p class="small muted">{dayAndTime(last.finishedAt)}</p>
            <p class="pain-pair num">
              <b>{last.painBefore ?? '–'}</b>
              <span aria-hidden="true">→</span>
              <b>{last.painAfter ?? '–'}</b>
              <span class="small muted">{changeWords(sessionChange(last).kind, last.painAfter)}</span>
            </p>
            {last.painAfter === null && next.kind !== 'rate' && !isPainTold(state, time) && (
              <a class="btn quiet to-start" href="/after">
                <Icon name="tick" />
                {t.howNow}
              </a>
            )}
          </article>
        )}
        <GoingOn />
        {(state.timeline[0]?.at ?? time) < time - BACKUP_EVERY_MS && <BackupLine since={time - BACKUP_EVERY_MS} />}
        <YourDrawing />
        {isUsualToCheckIn(state, time) && (
          <a class="btn quiet to-start" href="/check-in">
            <Icon name="tick" />
            {t.checkIn}
          </a>
        )}
        <Explain about={first ? 'knot' : 'early'} />
        <a
          class="btn quiet to-start easy-entry"
          href="/easy"
          onClick={() => void record('profile.changed', { patch: { simple: true } })}
        >
          <Icon name="moon" size={20} />
          {t.easy}
        </a>
        <MoreWays />
      </section>
    </div>
  );
}

/** Whoever told a day of the last week may like to tell this one too; nobody else is asked. */
function isUsualToCheckIn({ days }: AppState, time: number): boolean {
  const today = dayOf(time, zoneHere);
  const told = days.filter(({ before }) => Object.keys(before).length > 0).map(({ day }) => day);
  return !told.includes(isoOf(today)) && told.some((day) => day >= isoOf(today - DAYS_ASKED) && day < isoOf(today));
}

const isPainTold = ({ days }: AppState, time: number): boolean =>
  days.some(({ day, pain }) => pain !== null && day === isoOf(dayOf(time, zoneHere)));

/** Weeks without a clear gain: whom to ask, why, and the summary to take along. */
function SeeSomebody({ visit: { kind, weeks, whom } }: { visit: Visit }) {
  const who = whom.map((each) => t.visit.who[each]);
  return (
    <article class="card stack tight">
      <h2>{t.visit.title[kind]}</h2>
      <p>{t.visit.say[kind](weeks, who)}</p>
      <p class="small muted">{t.visit.why}</p>
      <div class="row wrap">
        <a class="btn" href="/report">
          {t.visit.report}
        </a>
        <a class="btn quiet" href="/learn/seeing-a-professional">
          {t.visit.more}
        </a>
      </div>
    </article>
  );
}

/** What the person has begun and not ended: reminders that ask for nothing. */
function GoingOn() {
  const { programme, habit } = person.value;
  const lines: (readonly [path: string, name: string, what: string])[] = [
    ...(programme ? [['/plan/weeks', t.goingOn.programme, t.goingOn.programmeWhat] as const] : []),
    ...(habit ? [['/habits', t.goingOn.habit, habit.moment] as const] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul class="plain-list card going-on" aria-label={t.goingOn.title}>
      {lines.map(([path, name, what]) => (
        <li key={path}>
          <WayOn path={path} name={name} what={what} />
        </li>
      ))}
    </ul>
  );
}

function YourDrawing() {
  const read = drawingNow.value;
  if (read === null) return null;
  if (read.kind !== 'ok')
    return (
      <p class="note know">
        <Icon name="info" />
        <span>{shellTexts.drawingUnread}</span>
      </p>
    );
  return (
    <article class="card your-drawing">
      <div class="thumb">
        <PainFigure drawing={read.drawing} label={t.drawing} />
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
