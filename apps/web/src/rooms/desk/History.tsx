// What the days at the desk add up to: in words, then in numbers. Nothing to reach, nothing missed.

import { type BreakDay, breakHistory } from '@unknot/engine/prevention';
import { shortDay } from '../../parts/when.ts';
import { person } from '../../person.ts';
import { deskTexts } from '../../texts/desk.ts';
import { desk } from './running.ts';

const t = deskTexts.history;
/** Own setting. */
const TELLING_MS = 10 * 60_000;

export function History() {
  const current = desk.value?.days.at(-1);
  // A day that has only begun tells nothing yet.
  const today = current && (current.seatedMs >= TELLING_MS || current.taken + current.pauses > 0) ? current : undefined;
  const told = byDay(person.value.breakDays.filter(({ day }) => day !== current?.day));
  const { days, taken, pauses, seatedPerRestMs, usualLongestMs } = breakHistory(today ? [...told, today] : told);
  const most = Math.max(6, ...days.map((day) => day.taken + day.pauses));
  return (
    <section class="card stack" aria-labelledby="desk-history">
      <h2 id="desk-history">{t.title}</h2>
      {days.length === 0 ? (
        <p class="small muted">{t.none}</p>
      ) : (
        <>
          <p>{t.sum(days.length, taken, pauses)}</p>
          <p class="small muted">
            {seatedPerRestMs !== null && seatedPerRestMs >= 60_000 && `${t.perRest(seatedPerRestMs)} `}
            {usualLongestMs !== null && usualLongestMs >= 60_000 && t.usualLongest(usualLongestMs)}
          </p>
          <div class="desk-bars" aria-hidden="true">
            {days.map((day) => (
              <div key={day.day} class="desk-bar">
                <i class="paused" style={{ height: `${(70 * day.pauses) / most}px` }} />
                <i class="taken" style={{ height: `${(70 * day.taken) / most}px` }} />
                <span class="xs">{shortDay(dateOf(day.day))}</span>
              </div>
            ))}
          </div>
          <p class="xs muted desk-key" aria-hidden="true">
            <i class="taken" /> {t.taken} <i class="paused" /> {t.pauses}
          </p>
          <details class="why">
            <summary>{t.table}</summary>
            <table class="num">
              <thead>
                <tr>
                  <th scope="col">{t.day}</th>
                  <th scope="col">{t.taken}</th>
                  <th scope="col">{t.pauses}</th>
                  <th scope="col">{t.seated}</th>
                  <th scope="col">{t.longest}</th>
                </tr>
              </thead>
              <tbody>
                {days.toReversed().map((day) => (
                  <tr key={day.day}>
                    <th scope="row">{shortDay(dateOf(day.day))}</th>
                    <td>{day.taken}</td>
                    <td>{day.pauses}</td>
                    <td>{deskTexts.lasting(day.seatedMs)}</td>
                    <td>{deskTexts.lasting(day.longestMs)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
          <p class="xs muted">{t.private}</p>
        </>
      )}
    </section>
  );
}

/** Noon, so that no time zone makes it another day. */
const dateOf = (day: string): number => new Date(`${day}T12:00`).getTime();

/** Sums of all devices for each day. */
function byDay(records: readonly BreakDay[]): BreakDay[] {
  const sums = new Map<string, BreakDay>();
  for (const one of records) {
    const known = sums.get(one.day);
    sums.set(
      one.day,
      known
        ? {
            day: one.day,
            offered: known.offered + one.offered,
            taken: known.taken + one.taken,
            skipped: known.skipped + one.skipped,
            passed: known.passed + one.passed,
            pauses: known.pauses + one.pauses,
            seatedMs: known.seatedMs + one.seatedMs,
            longestMs: Math.max(known.longestMs, one.longestMs),
            standMs: known.standMs + one.standMs,
          }
        : one,
    );
  }
  return [...sums.values()];
}
