// Pain before and after each session, 0–10 always in full. Open ring: before. Full dot: after. Beside it, the same as a table.

import type { SessionRecord } from '@unknot/journal/project';
import { dayAndTime, shortDay } from '../../parts/when.ts';
import { progressTexts as t } from '../../texts/progress.ts';

const WIDTH = 360;
const HEIGHT = 220;
const LEFT = 26;
const RIGHT = 14;
const TOP = 12;
const BOTTOM = 30;

/** A session whose two numbers are known. */
export type MeasuredSession = SessionRecord & { startedAt: number; painBefore: number };

const y = (pain: number) => TOP + (1 - pain / 10) * (HEIGHT - TOP - BOTTOM);

export function PainChart({ sessions }: { sessions: readonly MeasuredSession[] }) {
  const step = (WIDTH - LEFT - RIGHT) / Math.max(sessions.length, 1);
  const x = (index: number) => LEFT + step * (index + 0.5);
  const labelled = new Set([0, Math.floor((sessions.length - 1) / 2), sessions.length - 1]);
  return (
    <figure class="pain-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t.painLead(sessions.length)}>
        {[0, 5, 10].map((level) => (
          <g key={level}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(level)} y2={y(level)} class="grid" />
            <text x={LEFT - 10} y={y(level) + 5} text-anchor="end">
              {level}
            </text>
          </g>
        ))}
        {sessions.map(({ sessionId, startedAt, painBefore, painAfter, painNextDay }, index) => (
          <g key={sessionId}>
            {painAfter !== null && (
              <line x1={x(index)} x2={x(index)} y1={y(painBefore)} y2={y(painAfter)} class="span" />
            )}
            <circle cx={x(index)} cy={y(painBefore)} r="5" class="before" />
            {painAfter !== null && <circle cx={x(index)} cy={y(painAfter)} r="5" class="after" />}
            {painNextDay !== null && (
              <path d={`M${x(index) + 9} ${y(painNextDay) - 5}l5 5l-5 5l-5 -5z`} class="next-day" />
            )}
            {labelled.has(index) && (
              <text x={x(index)} y={HEIGHT - 6} text-anchor="middle">
                {shortDay(startedAt)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption class="row wrap xs muted">
        <span class="key ring">{t.before}</span>
        <span class="key dot">{t.after}</span>
        <span class="key diamond">{t.nextDay}</span>
      </figcaption>
      <details class="why">
        <summary>{t.asTable}</summary>
        <div class="scroll-x">
          <table>
            <thead>
              <tr>
                {[t.when, t.before, t.after, t.nextDay].map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sessions.map(({ sessionId, startedAt, painBefore, painAfter, painNextDay }) => (
                <tr key={sessionId}>
                  <th scope="row">{dayAndTime(startedAt)}</th>
                  {[painBefore, painAfter, painNextDay].map((pain, column) => (
                    <td key={column}>{pain ?? t.notSaid}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
