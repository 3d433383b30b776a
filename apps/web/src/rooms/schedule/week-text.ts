// The person's days and times as the text of a calendar: for a file, and for the address that calendar programs subscribe to.

import type { ScheduleEntry } from '@unknot/engine/prevention';
import { person } from '../../person.ts';
import { now } from '../../ports/clock.ts';
import { openOutside } from '../../ports/outside.ts';
import { publishWeek } from '../../ports/week-feed.ts';
import { scheduleTexts as t } from '../../texts/schedule.ts';

export async function weekText(): Promise<string> {
  const { weekFile } = await import('./week-file.ts');
  return weekFile(
    person.value.schedule as readonly ScheduleEntry[],
    now(),
    Intl.DateTimeFormat().resolvedOptions().timeZone,
    {
      name: t.calendarName,
      summary: ({ kind, minutes }) => `${t.kind[kind]}, ${t.minutes(minutes)}`,
      description: t.eventText,
    },
  );
}

/** After the week has changed. Quiet: without a line it is sent with the next change. */
export async function publishAgain(): Promise<void> {
  if ((await openOutside()).feed) await publishWeek(await weekText());
}
