// A programme over weeks: what is ahead, day by day, worked out anew from the diary each time it is looked at.

import { type Programme, type ProgrammeDay, programme } from '@unknot/engine/plan';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { agree } from '../../agree.ts';
import { conditionsHeld, conditionsOld, type OpenGate } from '../../gate.ts';
import { namesIn } from '../../names.ts';
import { announce } from '../../parts/announce.ts';
import { BackTo } from '../../parts/BackTo.tsx';
import { OneOf } from '../../parts/Choice.tsx';
import { Explain } from '../../parts/Explain.tsx';
import { weekdayAndDay } from '../../parts/when.ts';
import { person, record } from '../../person.ts';
import { acuteNow, requestOf } from '../../plan-request.ts';
import { now } from '../../ports/clock.ts';
import { minutesOf } from '../../texts/amounts.ts';
import { planTexts } from '../../texts/plan.ts';
import { weeksTexts as t } from '../../texts/weeks.ts';
import { AskFirst } from './AskFirst.tsx';
import { SeeSomeone, WhenOpen } from './WhenOpen.tsx';
import './weeks.css';

const WEEK = 7 * 86_400_000;
const LENGTHS = [2, 4, 6, 8];
const MINUTES = [5, 10, 15, 20];
const USUAL = { weeks: 4, minutes: 15 };

export function Weeks() {
  return <WhenOpen>{(knowledge, open) => <Ahead knowledge={knowledge} open={open} />}</WhenOpen>;
}

function Ahead({ knowledge, open }: { knowledge: PlanKnowledge; open: OpenGate }) {
  const state = person.value;
  const { route } = useLocation();
  const followed = state.programme;
  const [choice, setChoice] = useState({
    weeks: followed?.weeks ?? USUAL.weeks,
    minutes: followed?.minutes ?? USUAL.minutes,
  });
  const time = useMemo(now, [state]);
  const left = followed ? followed.weeks - Math.floor((time - followed.begunAt) / WEEK) : choice.weeks;
  const conditions = conditionsHeld.value;
  const asked = useMemo(() => {
    const fit = { minutes: choice.minutes, where: 'home', today: [], usual: true } as const;
    const { history, ...request } = requestOf(knowledge, state, open, time, fit);
    const whole = history ?? { now: time, sessionsDone: 0, uses: [] };
    return { request, result: programme(knowledge, request, Math.max(1, left), whole) };
  }, [knowledge, state, open, time, choice.minutes, left, conditions]);
  const { request, result } = asked;
  if (result.kind !== 'programme') return <SeeSomeone />;
  const isOld = conditionsOld.value.size > 0;
  if (result.needsAsking.length > 0 || isOld)
    return <AskFirst knowledge={knowledge} needed={isOld ? null : result.needsAsking} />;
  const [today] = result.days;
  const doToday = async () => {
    const [first, ...more] = today?.parts.map(({ item }) => item) ?? [];
    if (!first) return;
    await agree(open, request, { items: [first, ...more], says: result.says });
    route('/session');
  };
  return (
    <div class="pad stack loose programme">
      <BackTo path="/plan">{planTexts.backHere}</BackTo>
      <header class="stack tight">
        <h1>{t.title}</h1>
        <p class="muted">
          {t.lead} <a href="/schedule">{t.times}</a>
        </p>
        <Explain about="moving" />
      </header>
      {followed ? (
        <section class="stack tight">
          <p>{left > 0 ? t.following(left) : t.over}</p>
          <button
            type="button"
            class="btn"
            onClick={() => {
              void record('programme.ended', {});
              announce(t.ended);
            }}
          >
            {t.end}
          </button>
        </section>
      ) : (
        <section class="card stack">
          <OneOf
            label={t.length}
            options={LENGTHS}
            words={t.weeks}
            chosen={choice.weeks}
            onChosen={(weeks) => setChoice({ ...choice, weeks })}
          />
          <OneOf
            label={t.minutes}
            options={MINUTES}
            words={t.minutesOption}
            chosen={choice.minutes}
            onChosen={(minutes) => setChoice({ ...choice, minutes })}
          />
          <button type="button" class="btn primary" onClick={() => void record('programme.begun', choice)}>
            {t.follow}
          </button>
        </section>
      )}
      {today && (
        <section class="card stack tight" aria-labelledby="weeks-today">
          <h2 id="weeks-today">{t.today}</h2>
          <Parts day={today} knowledge={knowledge} />
          {today.parts.length === 0 ? (
            <p>{t.nothingToday}</p>
          ) : acuteNow(state, time) !== null ? (
            <p>
              {t.gentleToday} <a href="/plan">{t.gentlePlan}</a>
            </p>
          ) : (
            <button type="button" class={followed ? 'btn primary' : 'btn'} onClick={() => void doToday()}>
              {t.doToday(minutesOf(today.seconds))}
            </button>
          )}
        </section>
      )}
      <WeekList result={result} knowledge={knowledge} />
    </div>
  );
}

function WeekList({ result, knowledge }: { result: Programme; knowledge: PlanKnowledge }) {
  const count = Math.max(0, ...result.days.map(({ week }) => week)) + 1;
  return (
    <div class="stack">
      {Array.from({ length: count }, (_, week) => {
        const days = result.days.filter((day) => day.week === week);
        const reviews = result.reviews.filter(({ day }) => days.some((each) => each.day === day));
        return (
          <details key={week} class="card fold" open={week === 0}>
            <summary>
              <h2>{t.week(week + 1)}</h2>
              <span class="small muted">{t.days(days.filter(({ parts }) => parts.length > 0).length)}</span>
            </summary>
            <ol class="plain-list week-days">
              {days.map((day) => (
                <li key={day.day}>
                  <h3>
                    {weekdayAndDay(day.at)}
                    {day.rest && <span class="small muted"> {t.rest}</span>}
                  </h3>
                  <Parts day={day} knowledge={knowledge} />
                </li>
              ))}
            </ol>
            {reviews.map(({ kind }) => (
              <p key={kind} class="note">
                <span>
                  {t.review[kind]} <a href="/report">{t.summary}</a>
                </span>
              </p>
            ))}
          </details>
        );
      })}
    </div>
  );
}

function Parts({ day, knowledge }: { day: ProgrammeDay; knowledge: PlanKnowledge }) {
  const name = namesIn(knowledge).technique;
  return (
    <ul class="plain-list day-parts">
      {day.parts.map(({ kind, item, change }) => (
        <li key={item.technique + item.side} class={`part-${kind}`}>
          <b>{t.kind[kind]}</b>
          <span class="small">
            {t.part(
              [name(item.technique), item.side === 'both' ? '' : planTexts.sideOf[item.side]]
                .filter(Boolean)
                .join(', '),
              minutesOf(item.seconds),
              t.change[change],
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
