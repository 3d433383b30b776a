// What the diary shows: pain around sessions, drawings over time, sessions one by one. Nothing to feel guilty about.

import { decodeDrawing } from '@unknot/atlas/drawing';
import { change } from '@unknot/engine/outcome';
import type { SessionRecord } from '@unknot/journal/project';
import { BodyFigure } from '../../parts/BodyFigure.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { dayAndTime, shortDay } from '../../parts/when.ts';
import { person } from '../../person.ts';
import { progressTexts as t } from '../../texts/progress.ts';
import { type MeasuredSession, PainChart } from './PainChart.tsx';
import './progress.css';

/** Sessions in one chart. */
const MOST_SESSIONS = 14;
const MOST_DRAWINGS = 4;
/** Fewer measured sessions than this say nothing about help (outcomes.json, personalTrial asks for five of each). */
const ENOUGH_SESSIONS = 5;

const isMeasured = (session: SessionRecord): session is MeasuredSession =>
  session.startedAt !== null && session.finishedAt !== null && session.painBefore !== null;

export function Progress() {
  const { sessions, drawings, harms } = person.value;
  const measured = sessions.filter(isMeasured);
  if (measured.length === 0 && drawings.length === 0) return <Empty />;
  return (
    <div class="pad stack loose progress">
      <h1>{t.title}</h1>
      <div class="progress-columns">
        <div class="stack">
          {measured.length > 0 && <Pain sessions={measured} />}
          {measured.length > 0 && <Sessions sessions={measured.slice(-MOST_SESSIONS).reverse()} />}
        </div>
        <div class="stack">
          {drawings.length > 0 && <Drawings />}
          {harms.length > 0 && (
            <section class="card stack tight" aria-labelledby="progress-harms">
              <h2 id="progress-harms">{t.harms}</h2>
              <ul class="plain-list lines">
                {harms
                  .slice(-MOST_SESSIONS)
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

function Empty() {
  return (
    <div class="pad stack loose">
      <h1>{t.emptyTitle}</h1>
      <p>{t.empty}</p>
      <a class="btn primary" href="/body" style={{ justifySelf: 'start' }}>
        {t.start}
      </a>
    </div>
  );
}

function Pain({ sessions }: { sessions: readonly MeasuredSession[] }) {
  const shown = sessions.slice(-MOST_SESSIONS);
  const rated = shown.filter(({ painAfter }) => painAfter !== null);
  const drop = rated.reduce((sum, { painBefore, painAfter }) => sum + painBefore - (painAfter ?? 0), 0) / rated.length;
  return (
    <section class="card stack" aria-labelledby="progress-pain">
      <h2 id="progress-pain">{t.pain}</h2>
      <p class="muted small">{t.painLead(shown.length)}</p>
      <PainChart sessions={shown} />
      <p>{rated.length < ENOUGH_SESSIONS ? t.tooEarly : t.meanDrop(Math.round(drop * 10) / 10, rated.length)}</p>
    </section>
  );
}

function Drawings() {
  const drawings = person.value.drawings.slice(-MOST_DRAWINGS);
  return (
    <section class="card stack" aria-labelledby="progress-where">
      <h2 id="progress-where">{t.where}</h2>
      <div class="drawings">
        {drawings.map(({ drawingId, savedAt, encoded }) => {
          const decoded = decodeDrawing(encoded);
          return (
            <figure key={drawingId}>
              <div class="thumb">
                {decoded.kind === 'ok' && (
                  <BodyFigure view="posterior" drawing={decoded.drawing} label={t.drawn(shortDay(savedAt))} />
                )}
              </div>
              <figcaption class="xs muted">{shortDay(savedAt)}</figcaption>
            </figure>
          );
        })}
      </div>
    </section>
  );
}

function Sessions({ sessions }: { sessions: readonly MeasuredSession[] }) {
  return (
    <section class="card stack tight" aria-labelledby="progress-sessions">
      <h2 id="progress-sessions">{t.sessions}</h2>
      <ul class="plain-list lines">
        {sessions.map(({ sessionId, startedAt, painBefore, painAfter, items, itemsDone, secondsDone, reason }) => (
          <li key={sessionId}>
            <span class="row between wrap">
              <b>{dayAndTime(startedAt)}</b>
              <span class="num">
                {painBefore} → {painAfter ?? '–'}
              </span>
            </span>
            <span class="small muted">
              {[
                t.change[change(painBefore, painAfter).kind],
                t.items(itemsDone, items.length),
                t.minutes(secondsDone),
                reason ? t.stopped[reason] : '',
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
