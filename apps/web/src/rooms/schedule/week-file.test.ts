import { observances, type ScheduleEntry } from '@unknot/engine/prevention';
import ical, { type VEvent } from 'node-ical';
import { describe, expect, test } from 'vitest';
import { weekFile } from './week-file.ts';

const WORDS = { name: 'Unknot', summary: ({ kind }: ScheduleEntry) => `${kind}, a; b\\c`, description: 'One\nTwo' };
const walk: ScheduleEntry = { id: 'w', kind: 'walk', days: [3, 1], at: 450, minutes: 20, remindMinutes: 10 };
const roll: ScheduleEntry = { id: 'r', kind: 'roller', days: [7], at: 1110, minutes: 5, remindMinutes: null };
/** Saturday 21 March 2026. */
const NOW = Date.UTC(2026, 2, 21, 12);

/** Read by a program that shares nothing with ours. */
function read(text: string): Record<string, VEvent> {
  const found = Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT');
  return Object.fromEntries(found.map((one) => [(one as VEvent).uid, one as VEvent]));
}

const starts = (event: VEvent | undefined, from: number, days: number): string[] =>
  (event?.rrule?.between(new Date(from), new Date(from + days * 86_400_000), true) ?? []).map((date) =>
    new Date(Number(date)).toISOString().slice(0, 16),
  );

describe('PRV-18: the week as a calendar, read by another program', () => {
  const events = read(weekFile([walk, roll], NOW, 'Europe/Berlin', WORDS));

  test('has every entry with its words, its length and its alarm, and makes nobody busy', () => {
    expect(Object.keys(events)).toEqual(['w@week.unknot', 'r@week.unknot']);
    const one = events['w@week.unknot'];
    expect(one).toMatchObject({ summary: 'walk, a; b\\c', description: 'One\nTwo', transparency: 'TRANSPARENT' });
    expect(Number(one?.end) - Number(one?.start)).toBe(20 * 60_000);
    expect(one?.alarms?.map(({ trigger }: { trigger?: unknown }) => String(trigger))).toEqual(['-PT10M']);
    expect(events['r@week.unknot']?.alarms ?? []).toEqual([]);
  });

  test('begins on the next day of its own and keeps its hour when the clocks change', () => {
    const one = events['w@week.unknot'];
    expect(Number(one?.start)).toBe(Date.UTC(2026, 2, 23, 6, 30));
    expect(starts(one, NOW, 12)).toEqual([
      '2026-03-23T06:30',
      '2026-03-25T06:30',
      '2026-03-30T05:30',
      '2026-04-01T05:30',
    ]);
    expect(starts(events['r@week.unknot'], NOW, 9)).toEqual(['2026-03-22T17:30', '2026-03-29T16:30']);
  });

  test.each([
    'UTC',
    'Asia/Kolkata',
    'America/St_Johns',
    'Pacific/Auckland',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
  ])(
    'in %s the hour on the wall is the one that was chosen, also for a program that knows no names of zones',
    (zone) => {
      const text = weekFile([{ ...walk, days: [1, 2, 3, 4, 5, 6, 7] }], NOW, zone, WORDS);
      expect(text).toContain(`TZID:${zone}`);
      const wall = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
      const all = read(text)['w@week.unknot']?.rrule?.between(new Date(NOW), new Date(NOW + 400 * 86_400_000)) ?? [];
      expect(all.length).toBeGreaterThan(390);
      expect(new Set(all.map((date) => wall.format(Number(date))))).toEqual(new Set(['07:30']));
      const lines = [...text.matchAll(/TZOFFSETTO:([+-]\d{4})/g)].map(([, offset]) => offset);
      expect(lines).toHaveLength(observances(zone, NOW).length);
    },
  );

  test('folds long lines, ends them as it must, and an empty week is an empty calendar', () => {
    const text = weekFile([walk], NOW, 'UTC', { ...WORDS, description: 'e'.repeat(200) });
    const longest = Math.max(...text.split('\r\n').map((line) => new TextEncoder().encode(line).length));
    expect(longest).toBeLessThanOrEqual(76);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(read(weekFile([], NOW, 'UTC', WORDS))).toEqual({});
  });
});
