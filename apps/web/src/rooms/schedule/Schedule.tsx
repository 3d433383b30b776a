// Days and times: what comes next, what is planned, and the same as a calendar file. Quiet unless the person wants a reminder.

import {
  SCHEDULE_KINDS,
  type ScheduleEntry,
  type ScheduleKind,
  upcoming,
  WEEKDAYS,
  type Weekday,
} from '@unknot/engine/prevention';
import { useState } from 'preact/hooks';
import { announce } from '../../parts/announce.ts';
import { Chip, Choice, OneOf, toggled } from '../../parts/Choice.tsx';
import { Explain } from '../../parts/Explain.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { RemindersSwitch } from '../../parts/RemindersSwitch.tsx';
import { dayAndTime } from '../../parts/when.ts';
import { person, record } from '../../person.ts';
import { minute, now } from '../../ports/clock.ts';
import { saveFile } from '../../ports/save-file.ts';
import { scheduleTexts as t } from '../../texts/schedule.ts';
import { minuteOf, timeOf } from '../desk/minutes.ts';
import { WeekAddress } from './WeekAddress.tsx';
import './schedule.css';

const MINUTES = [5, 10, 15, 20, 30, 45];
const REMIND = [null, 0, 10, 30] as const;

/** Days that fit the kind: strength and roller leave a day between (techniques.json, dose rules). Own settings. */
const USUAL: Readonly<Record<ScheduleKind, Omit<ScheduleEntry, 'id' | 'kind'>>> = {
  stretching: { days: [1, 2, 3, 4, 5], at: 18 * 60, minutes: 10, remindMinutes: null },
  roller: { days: [2, 6], at: 18 * 60 + 30, minutes: 10, remindMinutes: null },
  strength: { days: [1, 4], at: 18 * 60 + 30, minutes: 20, remindMinutes: null },
  walk: { days: [1, 3, 5], at: 12 * 60 + 30, minutes: 20, remindMinutes: null },
};

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const entriesNow = () => person.value.schedule as readonly ScheduleEntry[];
const keep = (entries: readonly ScheduleEntry[]) =>
  record('schedule.set', { entries: entries.map((entry) => ({ ...entry, days: [...entry.days] })) });

export function Schedule() {
  const entries = entriesNow();
  const [open, setOpen] = useState<ScheduleEntry | null>(null);
  const begin = (kind: ScheduleKind) => setOpen({ id: crypto.randomUUID(), kind, ...USUAL[kind] });
  const keepOne = async (entry: ScheduleEntry) => {
    const known = entries.some(({ id }) => id === entry.id);
    setOpen(null);
    await keep(known ? entries.map((each) => (each.id === entry.id ? entry : each)) : [...entries, entry]);
  };
  return (
    <div class="pad schedule">
      <section class="stack">
        <header class="stack tight">
          <h1>{t.title}</h1>
          <p class="muted">
            {t.lead} <a href="/plan/weeks">{t.programme}</a>
          </p>
          <Explain about="stretching" />
        </header>
        {entries.length > 0 && <Next entries={entries} />}
        {open ? (
          <EntryForm entry={open} onKeep={(entry) => void keepOne(entry)} onLeave={() => setOpen(null)} />
        ) : (
          <section class="stack tight" aria-labelledby="schedule-add">
            <h2 id="schedule-add">{t.add}</h2>
            <div class="choice-grid">
              {SCHEDULE_KINDS.map((kind) => (
                <button key={kind} type="button" class="btn" onClick={() => begin(kind)}>
                  {t.kind[kind]}
                </button>
              ))}
            </div>
          </section>
        )}
      </section>
      <section class="stack">
        <section class="card stack" aria-labelledby="schedule-planned">
          <h2 id="schedule-planned">{t.planned}</h2>
          {entries.length === 0 ? (
            <p class="muted">{t.nextNone}</p>
          ) : (
            <ul class="plain-list schedule-list">
              {entries.map((entry) => (
                <li key={entry.id}>
                  <span class="grow">
                    <b>{t.kind[entry.kind]}</b>
                    <span class="small muted num">
                      {daysInWords(entry.days)} {timeOf(entry.at)}, {t.minutes(entry.minutes)},{' '}
                      {t.remind(entry.remindMinutes)}
                    </span>
                  </span>
                  <button
                    type="button"
                    class="btn quiet"
                    aria-label={t.changeOf(t.kind[entry.kind])}
                    onClick={() => setOpen(entry)}
                  >
                    {t.change}
                  </button>
                  <button
                    type="button"
                    class="iconbtn"
                    aria-label={t.removeOf(t.kind[entry.kind])}
                    onClick={() => void keep(entries.filter(({ id }) => id !== entry.id))}
                  >
                    <Icon name="close" size={20} />
                  </button>
                </li>
              ))}
            </ul>
          )}
        </section>
        {entries.length > 0 && <InMyCalendar />}
        <a class="btn quiet to-start" href="/desk">
          <Icon name="rest" />
          {t.breaks}
        </a>
      </section>
    </div>
  );
}

function Next({ entries }: { entries: readonly ScheduleEntry[] }) {
  minute.value;
  const coming = upcoming(entries, now(), zone()).slice(0, 3);
  return (
    <section class="card stack tight" aria-labelledby="schedule-next">
      <h2 id="schedule-next">{t.next}</h2>
      <ul class="plain-list schedule-next">
        {coming.map(({ entry, at }) => (
          <li key={`${entry.id} ${at}`}>
            <b>{t.kind[entry.kind]}</b>
            <span class="num muted">
              {dayAndTime(at)}, {t.minutes(entry.minutes)}
            </span>
          </li>
        ))}
      </ul>
      <a class="btn to-start" href="/plan">
        {t.plan}
      </a>
    </section>
  );
}

function EntryForm({
  entry,
  onKeep,
  onLeave,
}: {
  entry: ScheduleEntry;
  onKeep: (entry: ScheduleEntry) => void;
  onLeave: () => void;
}) {
  const [draft, setDraft] = useState(entry);
  const change = (part: Partial<ScheduleEntry>) => setDraft({ ...draft, ...part });
  const toggle = (day: Weekday) => change({ days: toggled(draft.days, day).sort() });
  return (
    <form
      class="card stack"
      aria-labelledby="schedule-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.days.length > 0) onKeep(draft);
      }}
    >
      <div class="stack tight">
        <h2 id="schedule-form">{t.kind[draft.kind]}</h2>
        <p class="small muted">{t.kindSay[draft.kind]}</p>
      </div>
      <Choice
        label={t.when}
        below={
          draft.days.length === 0 && (
            <p class="small" role="alert">
              {t.needsDay}
            </p>
          )
        }
      >
        {WEEKDAYS.map((day) => (
          <Chip key={day} on={draft.days.includes(day)} onPress={() => toggle(day)}>
            {t.days[day - 1]}
          </Chip>
        ))}
      </Choice>
      <label class="field schedule-time">
        <span class="label">{t.at}</span>
        <input
          type="time"
          required
          value={timeOf(draft.at)}
          onChange={(event) => {
            const at = minuteOf(event.currentTarget.value);
            if (at !== null) change({ at });
          }}
        />
      </label>
      <OneOf
        label={t.long}
        options={MINUTES}
        words={t.minutes}
        chosen={draft.minutes}
        onChosen={(minutes) => change({ minutes })}
      />
      <OneOf
        label={t.reminder}
        options={REMIND}
        words={(minutes) => (minutes === null ? t.reminderQuiet : t.reminderAt(minutes))}
        chosen={draft.remindMinutes}
        onChosen={(remindMinutes) => change({ remindMinutes })}
      />
      <div class="row wrap">
        <button type="submit" class="btn primary" disabled={draft.days.length === 0}>
          {t.keep}
        </button>
        <button type="button" class="btn quiet" onClick={onLeave}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}

function InMyCalendar() {
  const [saved, setSaved] = useState(false);
  const save = async () => {
    const text = await (await import('./week-text.ts')).weekText();
    saveFile(t.file, new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    setSaved(true);
    announce(t.saved);
  };
  return (
    <section class="card stack" aria-labelledby="schedule-calendar">
      <h2 id="schedule-calendar">{t.calendar}</h2>
      <p class="small muted">{t.calendarSay}</p>
      <button type="button" class="btn to-start" onClick={() => void save()}>
        <Icon name="download" />
        {t.save}
      </button>
      {saved && <p class="small">{t.saved}</p>}
      <WeekAddress />
      <RemindersSwitch />
    </section>
  );
}

/** Mon, Wed, Fri; Mon–Fri; every day */
function daysInWords(days: readonly Weekday[]): string {
  const sorted = days.toSorted((a, b) => a - b);
  if (sorted.length === 7) return t.everyDay;
  const name = (day: Weekday | undefined) => t.days[(day ?? 1) - 1] ?? '';
  const [first] = sorted;
  const last = sorted.at(-1);
  const inRow = first !== undefined && last !== undefined && last - first === sorted.length - 1;
  return inRow && sorted.length > 2 ? `${name(first)}–${name(last)}` : sorted.map(name).join(', ');
}
