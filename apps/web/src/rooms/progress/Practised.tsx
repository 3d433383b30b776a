// How much was practised, week by week; knots that came back; and how daily life goes.

import type { MuscleId } from '@unknot/atlas/frame';
import { type Knot, QUESTIONNAIRES, type QuestionnaireId, scoreChange, scoreOf } from '@unknot/engine/outcome';
import type { QuestionnaireRecord } from '@unknot/journal/project';
import { NumbersTable } from '../../parts/NumbersTable.tsx';
import { Sources } from '../../parts/Sources.tsx';
import { shortDay } from '../../parts/when.ts';
import { signed, trendTexts } from '../../texts/trends.ts';
import type { PracticeWeek } from './diary.ts';

export function Practised({ weeks }: { weeks: readonly PracticeWeek[] }) {
  const t = trendTexts.practice;
  const most = Math.max(10, ...weeks.map(({ minutes }) => minutes));
  const sum = (pick: (week: PracticeWeek) => number) => weeks.reduce((all, week) => all + pick(week), 0);
  return (
    <section class="card stack" aria-labelledby="progress-practice">
      <h2 id="progress-practice">{t.title}</h2>
      <p>
        {t.lead(
          sum(({ sessions }) => sessions),
          sum(({ minutes }) => minutes),
        )}
      </p>
      {weeks.length > 1 && (
        <div class="weeks" aria-hidden="true">
          {weeks.map(({ from, minutes }, i) => (
            <span key={from} class="week">
              <span class="xs muted num">{minutes > 0 ? minutes : ''}</span>
              <i style={{ height: `${Math.round((minutes / most) * 88)}px` }} />
              <span class="xs muted day">{i === 0 || i === weeks.length - 1 ? shortDay(from) : ''}</span>
            </span>
          ))}
        </div>
      )}
      <NumbersTable
        head={t.table}
        rows={weeks.toReversed().map(({ from, sessions, minutes }) => [shortDay(from), sessions, minutes])}
      />
    </section>
  );
}

/** Only knots that came back. */
export function Knots({ knots, nameOf }: { knots: readonly Knot[]; nameOf: (muscle: MuscleId) => string }) {
  const t = trendTexts.knots;
  return (
    <section class="card stack tight" aria-labelledby="progress-knots">
      <h2 id="progress-knots">{t.title}</h2>
      <p class="small muted">{t.lead}</p>
      <ul class="plain-list lines">
        {knots.map(({ muscle, side, spells }) => (
          <li key={muscle + side}>
            <span class="row between wrap">
              <b>
                {nameOf(muscle)}, {t.side[side]}
              </b>
              <span class="small muted">{t.spells(spells.length)}</span>
            </span>
            {spells.map(({ from, to, sessions }) => (
              <span key={from} class="small muted">
                {t.spell(shortDay(from), shortDay(to), sessions)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DailyLifeProps {
  readonly answered: readonly QuestionnaireRecord[];
  readonly due: QuestionnaireId | null;
}

export function DailyLife({ answered, due }: DailyLifeProps) {
  const t = trendTexts.life;
  const told = (Object.keys(QUESTIONNAIRES) as QuestionnaireId[]).filter((id) =>
    answered.some(({ questionnaire }) => questionnaire === id),
  );
  return (
    <section class="card stack" aria-labelledby="progress-life">
      <h2 id="progress-life">{t.title}</h2>
      {told.map((id) => (
        <Told key={id} id={id} answered={answered.filter(({ questionnaire }) => questionnaire === id)} />
      ))}
      {due && (
        <a class="btn to-start" href={`/check-in?ask=${due}`}>
          {t.ask[due]}
        </a>
      )}
    </section>
  );
}

function Told({ id, answered }: { id: QuestionnaireId; answered: readonly QuestionnaireRecord[] }) {
  const t = trendTexts.life;
  const measured = scoreChange(id, answered);
  const [first, last] = [answered[0], answered.at(-1)];
  const score = (record: QuestionnaireRecord | undefined) => {
    const value = record ? scoreOf(record.answers) : null;
    return value === null ? '–' : id === 'groc' ? signed(value) : String(Math.round(value * 10) / 10);
  };
  return (
    <div class="stack tight">
      <h3>{t.name[id]}</h3>
      <p class="row num told-score">
        {id !== 'groc' && answered.length > 1 && (
          <>
            <span class="only-heard">{t.once}</span>
            <b>{score(first)}</b>
            <span aria-hidden="true">→</span>
            <span class="only-heard">{t.now}</span>
          </>
        )}
        <b>{score(last)}</b>
        <span class="xs muted">{t.scale[id]}</span>
      </p>
      {last?.activities && <p class="small muted">{last.activities.filter(Boolean).join(' · ')}</p>}
      <p class="small">{t.change[measured.kind]}</p>
      <p class="xs muted">{t.important(QUESTIONNAIRES[id].important)}</p>
      <Sources ids={[QUESTIONNAIRES[id].source]} />
    </div>
  );
}
