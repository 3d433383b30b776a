// How breaks come: after how long, on which days, at which times, and standing and water if wanted.

import { type BreakLimits, type BreakSettings, localDate, WEEKDAYS, type Weekday } from '@unknot/engine/prevention';
import { useState } from 'preact/hooks';
import { OneOf } from '../../parts/Choice.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Sources } from '../../parts/Sources.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { now } from '../../ports/clock.ts';
import { deskTexts } from '../../texts/desk.ts';
import { minuteOf, timeOf } from './minutes.ts';
import { settingsOf } from './running.ts';
import { save } from './saving.ts';

const t = deskTexts.settings;
/** prevention.json, breaks `evidence`. */
const WHY = ['waongenngarm2021', 'luger2019'];
const USUAL_HOURS = { from: 9 * 60, to: 17 * 60 };

export function DeskSettings({ limits }: { limits: BreakLimits }) {
  const settings = settingsOf(limits);
  const set = (change: Partial<BreakSettings>) => void save(limits, change);
  const { min, max } = limits.everyMinutes;
  const rhythms = [...new Set([min, limits.everyMinutes.usual, 45, max])].filter((each) => min <= each && each <= max);
  return (
    <section class="card stack" aria-labelledby="desk-settings">
      <h2 id="desk-settings">{t.title}</h2>
      <OneOf
        label={t.every}
        options={rhythms}
        words={t.everyOption}
        chosen={settings.everyMinutes}
        onChosen={(everyMinutes) => set({ everyMinutes })}
        below={
          <>
            <p class="xs muted">{t.everyWhy}</p>
            <Sources ids={WHY} />
          </>
        }
      />
      <OneOf
        label={t.length}
        options={limits.breakSeconds.options}
        words={t.lengthOption}
        chosen={settings.breakSeconds}
        onChosen={(breakSeconds) => set({ breakSeconds })}
      />
      <details class="fold">
        <summary>
          <span class="label">{t.hours}</span>
          <span class="small">{hoursInWords(settings)}</span>
        </summary>
        <Hours settings={settings} onChange={(hours) => set({ hours })} />
      </details>
      <FixedTimes times={settings.fixedTimes} onChange={(fixedTimes) => set({ fixedTimes })} />
      <Switch
        label={t.sitStand}
        help={t.sitStandHelp}
        on={settings.sitStand !== null}
        onChange={(on) => set({ sitStand: on ? { standMinutes: 10, startedOn: today() } : null })}
      />
      {settings.sitStand && (
        <OneOf
          label={t.standMinutes}
          options={[limits.standMinutes.min, 10, 15, limits.standMinutes.max]}
          words={t.everyOption}
          chosen={settings.sitStand.standMinutes}
          onChosen={(standMinutes) =>
            set({ sitStand: { standMinutes, startedOn: settings.sitStand?.startedOn ?? today() } })
          }
        />
      )}
      <Switch label={t.water} help={t.waterHelp} on={settings.water} onChange={(water) => set({ water })} />
    </section>
  );
}

const today = () => localDate(now(), Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Monday–Friday 09:00–17:00 */
function hoursInWords({ hours }: BreakSettings): string {
  const groups: { days: Weekday[]; words: string }[] = [];
  for (const day of WEEKDAYS) {
    const own = hours[day];
    if (!own) continue;
    const words = `${timeOf(own.from)}–${timeOf(own.to)}`;
    const last = groups.at(-1);
    if (last && last.words === words && last.days.at(-1) === day - 1) last.days.push(day);
    else groups.push({ days: [day], words });
  }
  const name = (day: Weekday | undefined) => t.days[(day ?? 1) - 1]?.slice(0, 3) ?? '';
  return groups
    .map(({ days, words }) => `${name(days[0])}${days.length > 1 ? `–${name(days.at(-1))}` : ''} ${words}`)
    .join(', ');
}

function Hours({ settings, onChange }: { settings: BreakSettings; onChange: (hours: BreakSettings['hours']) => void }) {
  const { hours } = settings;
  const set = (day: Weekday, own: { from: number; to: number } | undefined) => {
    const { [day]: _, ...others } = hours;
    onChange(own ? { ...others, [day]: own } : others);
  };
  return (
    <div class="stack tight">
      {WEEKDAYS.map((day) => {
        const name = t.days[day - 1] ?? '';
        const own = hours[day];
        const change = (which: 'from' | 'to') => (event: { currentTarget: HTMLInputElement }) => {
          const minute = minuteOf(event.currentTarget.value);
          if (own && minute !== null) set(day, { ...own, [which]: minute });
        };
        return (
          <div key={day} class="desk-day">
            <label class="row">
              <input
                type="checkbox"
                checked={own !== undefined}
                onChange={(event) => set(day, event.currentTarget.checked ? USUAL_HOURS : undefined)}
              />
              {t.on(name)}
            </label>
            {own && (
              <span class="row">
                <input type="time" aria-label={t.from(name)} value={timeOf(own.from)} onChange={change('from')} />
                <span aria-hidden="true">–</span>
                <input type="time" aria-label={t.to(name)} value={timeOf(own.to)} onChange={change('to')} />
              </span>
            )}
          </div>
        );
      })}
      <p class="xs muted">{t.hoursHelp}</p>
    </div>
  );
}

function FixedTimes({ times, onChange }: { times: readonly number[]; onChange: (times: readonly number[]) => void }) {
  const [fresh, setFresh] = useState('');
  const minute = minuteOf(fresh);
  return (
    <fieldset class="choice">
      <legend class="label">{t.fixed}</legend>
      <div class="chips">
        {times.map((each) => (
          <button
            key={each}
            type="button"
            class="chip"
            aria-label={t.fixedRemove(timeOf(each))}
            onClick={() => onChange(times.filter((other) => other !== each))}
          >
            {timeOf(each)}
            <Icon name="close" size={16} />
          </button>
        ))}
        <span class="row desk-new-time">
          <input
            type="time"
            aria-label={t.fixedNew}
            value={fresh}
            onInput={(event) => setFresh(event.currentTarget.value)}
          />
          <button
            type="button"
            class="chip more-chip"
            disabled={minute === null || times.includes(minute) || times.length >= 24}
            onClick={() => {
              if (minute === null) return;
              onChange([...times, minute].sort((a, b) => a - b));
              setFresh('');
            }}
          >
            {t.fixedAdd}
          </button>
        </span>
      </div>
    </fieldset>
  );
}
