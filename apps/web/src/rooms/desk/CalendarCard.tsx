// Busy times from the person's calendar: a file that is read here, or an address that the person's own server fetches.

import { useState } from 'preact/hooks';
import { FileButton } from '../../parts/FileButton.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { clockTime, dayAndTime } from '../../parts/when.ts';
import { serverFetchesCalendars } from '../../ports/calendar.ts';
import { now } from '../../ports/clock.ts';
import { deskTexts } from '../../texts/desk.ts';
import {
  busyTimes,
  type CalendarProblem,
  calendarNow,
  forgetCalendar,
  takeCalendarAddress,
  takeCalendarFile,
} from './busy.ts';

const t = deskTexts.calendar;

export function CalendarCard() {
  const [problem, setProblem] = useState<CalendarProblem | null>(null);
  const [reading, setReading] = useState(false);
  const used = calendarNow.value;
  const next = busyTimes.value.find(({ to }) => to > now());
  const read = async (act: () => Promise<CalendarProblem | null>) => {
    setReading(true);
    setProblem(null);
    setProblem(await act().catch(() => 'not-a-calendar' as const));
    setReading(false);
  };
  return (
    <section class="card stack" aria-labelledby="desk-calendar">
      <h2 id="desk-calendar">{t.title}</h2>
      <p class="small muted">{t.say}</p>
      {used && (
        <div class="stack tight small">
          <p>{t.inUse(used.name, used.entries, used.unread)}</p>
          {used.stale && <p class="note know">{t.stale}</p>}
          <p class="muted">
            {t.readAt(dayAndTime(used.readAt))}{' '}
            {next ? t.next(`${dayAndTime(next.from)}–${clockTime(next.to)}`) : t.noNext}
          </p>
        </div>
      )}
      <FileButton
        accept=".ics,text/calendar"
        onFile={(file) => void read(async () => takeCalendarFile(file.name, await file.text()))}
      >
        {t.file}
      </FileButton>
      <Address onUse={(address) => read(() => takeCalendarAddress(address))} />
      {reading && (
        <p class="small" role="status">
          {t.reading}
        </p>
      )}
      {problem && (
        <p class="note know" role="alert">
          <Icon name="info" />
          <span>{t.problem[problem]}</span>
        </p>
      )}
      {used && (
        <button type="button" class="btn quiet to-start" onClick={() => void forgetCalendar()}>
          {t.forget}
        </button>
      )}
    </section>
  );
}

/** The server is asked what it can do only when somebody wants to know. */
function Address({ onUse }: { onUse: (address: string) => Promise<void> }) {
  const [can, setCan] = useState<boolean | null>(null);
  const [address, setAddress] = useState('');
  return (
    <details
      class="why"
      onToggle={(event) => {
        if (event.currentTarget.open && can === null) void serverFetchesCalendars().then(setCan);
      }}
    >
      <summary>{t.address}</summary>
      {can === false && <p role="status">{t.addressNo}</p>}
      {can && (
        <form
          class="stack tight"
          onSubmit={(event) => {
            event.preventDefault();
            void onUse(address.trim());
          }}
        >
          <label class="field">
            <span class="label">{t.address}</span>
            <input
              type="url"
              inputMode="url"
              autocomplete="off"
              value={address}
              onInput={(event) => setAddress(event.currentTarget.value)}
            />
            <span class="xs muted">{t.addressHelp}</span>
          </label>
          <button type="submit" class="btn to-start" disabled={address.trim() === ''}>
            {t.addressUse}
          </button>
        </form>
      )}
    </details>
  );
}
