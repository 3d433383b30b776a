// Every session as a dot, one row for each of the two, so that chance can be seen: how far the dots of one row lie apart, and how
// much the two rows overlap.

import type { Arm, ExperimentSession } from '@unknot/engine/learning';
import { NumbersTable } from '../../parts/NumbersTable.tsx';
import { useWidth } from '../../parts/useWidth.ts';
import { shortDay } from '../../parts/when.ts';
import { experimentTexts as t } from '../../texts/experiment.ts';
import { signed } from '../../texts/trends.ts';

const RADIUS = 6;
const STEP = 2 * RADIUS + 1;
/** Under the dots: numbers of the points. */
const FOOT = 30;

interface DotsProps {
  readonly sessions: readonly ExperimentSession[];
  readonly names: Readonly<Record<Arm, string>>;
}

export function Dots({ sessions, names }: DotsProps) {
  const { box, width } = useWidth<HTMLElement>(340);
  const changes = sessions.map(({ change }) => change);
  const low = Math.min(-3, ...changes);
  const high = Math.max(1, ...changes);
  const x = (change: number) => 20 + ((change - low) / (high - low)) * (width - 40);
  const stack = (arm: Arm, change: number) =>
    sessions.filter((session) => session.arm === arm && session.change === change).length;
  const tallest = Math.max(3, ...sessions.map(({ arm, change }) => stack(arm, change)));
  const row = tallest * STEP + 14 + FOOT;
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  return (
    <figure class="card stack dots" ref={box}>
      <figcaption class="small muted">{t.dots}</figcaption>
      {(['a', 'b'] as const).map((arm) => {
        const own = sessions.filter((session) => session.arm === arm).map(({ change }) => change);
        const middle = own.reduce((sum, change) => sum + change, 0) / Math.max(1, own.length);
        return (
          <div key={arm} class="stack tight">
            <h3>{names[arm]}</h3>
            <svg
              viewBox={`0 0 ${width} ${row}`}
              width={width}
              height={row}
              role="img"
              aria-label={t.dotsLabel(names[arm], own.map(signed).join(', '))}
            >
              {ticks.map((tick) => (
                <g key={tick}>
                  <line x1={x(tick)} x2={x(tick)} y1={4} y2={row - FOOT} class={tick === 0 ? 'same' : 'grid'} />
                  <text x={x(tick)} y={row - 8} text-anchor="middle">
                    {signed(tick)}
                  </text>
                </g>
              ))}
              {own.length > 0 && <path d={`M${x(middle)} ${row - FOOT}V4`} class="middle" />}
              {own.map((change, i) => {
                const below = own.slice(0, i).filter((other) => other === change).length;
                return (
                  <circle key={i} cx={x(change)} cy={row - FOOT - 2 - RADIUS - below * STEP} r={RADIUS} class={arm} />
                );
              })}
            </svg>
          </div>
        );
      })}
      <p class="row between xs muted" aria-hidden="true">
        <span>← {t.less}</span>
        <span>{t.more} →</span>
      </p>
      <NumbersTable
        head={t.table}
        rows={sessions.map(({ at, arm, change }, i) => [`${i + 1}, ${shortDay(at)}`, names[arm], signed(change)])}
      />
    </figure>
  );
}
