// What goes together with the pain of a day, and the way to today's check-in.

import { FACTORS, linksOf, type ToldDay } from '@unknot/engine/learning';
import { useMemo } from 'preact/hooks';
import { NumbersTable } from '../../parts/NumbersTable.tsx';
import { signed, trendTexts } from '../../texts/trends.ts';

const t = trendTexts.links;

export function Links({ days, isToldToday }: { days: readonly ToldDay[]; isToldToday: boolean }) {
  const links = useMemo(() => linksOf(days), [days]);
  const begun =
    FACTORS.some((factor) => links[factor].days > 0) || days.some(({ before }) => Object.keys(before).length > 0);
  return (
    <section class="card stack" aria-labelledby="progress-links">
      <h2 id="progress-links">{t.title}</h2>
      <p class="muted small">{t.lead}</p>
      {begun && (
        <>
          <ul class="plain-list lines">
            {FACTORS.map((factor) => (
              <li key={factor}>
                <b>{t.factor[factor]}</b>
                <span class={`small ${links[factor].kind.endsWith('pain') ? '' : 'muted'}`}>
                  {t.say(factor, links[factor])}
                </span>
              </li>
            ))}
          </ul>
          <p class="small muted">{t.caution}</p>
          <NumbersTable
            head={t.table}
            rows={FACTORS.map((factor) => {
              const link = links[factor];
              if (link.kind === 'not-enough-days') return [t.factor[factor], link.days, trendTexts.none, '', ''];
              return [t.factor[factor], link.days, signed(link.mean), signed(link.low), signed(link.high)];
            })}
          />
        </>
      )}
      {isToldToday ? (
        <p class="small">{t.told}</p>
      ) : (
        <a class="btn to-start" href="/check-in">
          {t.tell}
        </a>
      )}
    </section>
  );
}
