// Pain over time, 0–10 always in full: a line of what is lived with, and each session as a stroke from before to after.

import type { QuietDays } from '@unknot/engine/outcome';
import { useState } from 'preact/hooks';
import { Segments } from '../../parts/Choice.tsx';
import { NumbersTable } from '../../parts/NumbersTable.tsx';
import { useWidth } from '../../parts/useWidth.ts';
import { dayAndTime, shortDay } from '../../parts/when.ts';
import { progressTexts } from '../../texts/progress.ts';
import { trendTexts } from '../../texts/trends.ts';
import type { MeasuredSession, PainPoint } from './diary.ts';

const t = trendTexts.trend;
const DAY = 86_400_000;
const SPANS = { fortnight: 14 * DAY, quarter: 91 * DAY, all: null } as const;
type Span = keyof typeof SPANS;

const HEIGHT = 240;
const EDGE = { left: 30, right: 12, top: 12, bottom: 30 };
/** Days without a word are not drawn through. */
const LONGEST_LINE = 10 * DAY;

interface PainTrendProps {
  readonly points: readonly PainPoint[];
  readonly sessions: readonly MeasuredSession[];
  readonly now: number;
  readonly quiet: QuietDays | null;
}

export function PainTrend({ points, sessions, now, quiet }: PainTrendProps) {
  const oldest = Math.min(points[0]?.at ?? now, sessions[0]?.startedAt ?? now);
  const [span, setSpan] = useState<Span>(now - oldest > SPANS.fortnight ? 'quarter' : 'fortnight');
  const from = Math.max(oldest, SPANS[span] === null ? oldest : now - (SPANS[span] as number));
  const shown = points.filter(({ at }) => at >= from && at <= now);
  const strokes = sessions.filter(({ startedAt }) => startedAt >= from && startedAt <= now);
  return (
    <section class="card stack" aria-labelledby="progress-pain">
      <h2 id="progress-pain">{t.title}</h2>
      <p class="muted small">{t.lead}</p>
      {now - oldest > SPANS.fortnight && (
        <Segments
          label={t.span}
          options={Object.keys(SPANS) as Span[]}
          words={(each) => t.spans[each]}
          chosen={span}
          onChosen={setSpan}
        />
      )}
      {shown.length === 0 ? <p>{t.nothingHere}</p> : <Chart points={shown} sessions={strokes} from={from} to={now} />}
      {quiet && <p class="small">{t.quiet(quiet.quiet, quiet.told)}</p>}
    </section>
  );
}

interface ChartProps extends Pick<PainTrendProps, 'points' | 'sessions'> {
  readonly from: number;
  readonly to: number;
}

function Chart({ points, sessions, from, to }: ChartProps) {
  const { box, width } = useWidth<HTMLElement>(330);
  // A day on either side, so that nothing lies on the edge.
  const [start, end] = [from - DAY / 2, to + DAY / 2];
  const x = (at: number) => EDGE.left + ((at - start) / (end - start)) * (width - EDGE.left - EDGE.right);
  const y = (pain: number) => EDGE.top + (1 - pain / 10) * (HEIGHT - EDGE.top - EDGE.bottom);
  // Many sessions in little room: smaller marks, so that each can still be seen.
  const radius = sessions.length * 11 > width - EDGE.left - EDGE.right ? 3 : 4.5;
  const label = t.label(points.length, shortDay(from), shortDay(to));
  return (
    <figure class="pain-chart" ref={box}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={label}>
        {[0, 2, 4, 6, 8, 10].map((level) => (
          <line
            key={level}
            x1={EDGE.left}
            x2={width - EDGE.right}
            y1={y(level)}
            y2={y(level)}
            class={level === 0 ? 'ground' : 'grid'}
          />
        ))}
        {[0, 5, 10].map((level) => (
          <text key={level} x={EDGE.left - 10} y={y(level) + 5} text-anchor="end">
            {level}
          </text>
        ))}
        {datesOn(from, to, width).map((at, i, all) => (
          <text
            key={at}
            x={x(at)}
            y={HEIGHT - 6}
            text-anchor={i === 0 ? 'start' : i === all.length - 1 ? 'end' : 'middle'}
          >
            {shortDay(at)}
          </text>
        ))}
        <path d={lineOf(points, x, y)} class="lived" />
        {sessions.map(({ sessionId, startedAt, painBefore, painAfter }) => (
          <g key={sessionId}>
            {painAfter !== null && painAfter !== painBefore && (
              <line x1={x(startedAt)} x2={x(startedAt)} y1={y(painBefore)} y2={y(painAfter)} class="span" />
            )}
            {painAfter !== null && <circle cx={x(startedAt)} cy={y(painAfter)} r={radius} class="after" />}
            <circle cx={x(startedAt)} cy={y(painBefore)} r={radius} class="before" />
          </g>
        ))}
        {points.map(
          ({ at, pain, told }) =>
            told !== 'before' && <circle key={at + told} cx={x(at)} cy={y(pain)} r={radius / 2} class="told" />,
        )}
      </svg>
      <figcaption class="row wrap xs muted">
        <span class="key line">{t.line}</span>
        <span class="key ring">{progressTexts.before}</span>
        <span class="key dot">{progressTexts.after}</span>
      </figcaption>
      <NumbersTable
        head={[progressTexts.when, progressTexts.before, progressTexts.after, progressTexts.nextDay]}
        rows={[
          ...sessions.map(({ startedAt, painBefore, painAfter, painNextDay }) => ({
            at: startedAt,
            row: [painBefore, painAfter ?? progressTexts.notSaid, painNextDay ?? progressTexts.notSaid],
          })),
          ...points.flatMap(({ at, pain, told }) => (told === 'day' ? [{ at, row: [pain, t.checkIn, ''] }] : [])),
        ]
          .sort((a, b) => b.at - a.at)
          .map(({ at, row }) => [dayAndTime(at), ...row])}
      />
    </figure>
  );
}

/** Joined where one word follows another before long. */
function lineOf(points: readonly PainPoint[], x: (at: number) => number, y: (pain: number) => number): string {
  return points
    .map(({ at, pain }, i) => {
      const before = points[i - 1];
      const joins = before !== undefined && at - before.at <= LONGEST_LINE;
      return `${joins ? 'L' : 'M'}${x(at).toFixed(1)} ${y(pain).toFixed(1)}`;
    })
    .join('');
}

/** First and last day, and as many between as have room. */
function datesOn(from: number, to: number, width: number): number[] {
  const count = Math.max(2, Math.min(Math.floor(width / 130), Math.floor((to - from) / DAY) + 1));
  return to - from < DAY ? [from] : Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}
