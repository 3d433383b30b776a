import { describe, expect, test } from 'vitest';
import { LARGEST_CALENDAR, readBusy } from './calendar-reading.ts';

/** Two weeks around the change of clocks in Europe. */
const FROM = Date.UTC(2026, 2, 23);
const TO = Date.UTC(2026, 3, 6);

const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) =>
  ['BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');

function busy(text: string, zone = 'Europe/London'): string[] {
  const reading = readBusy(text, zone, FROM, TO);
  if (reading.kind !== 'read') throw new Error(reading.kind);
  expect(reading.unread).toBe(0);
  return reading.busy.map(({ from, to }) => `${new Date(from).toISOString().slice(5, 16)} ${(to - from) / 60_000}`);
}

describe('a calendar says when somebody is busy', () => {
  test('one meeting: in UTC, in a zone, and in no zone at all', () => {
    expect(busy(calendar(event('DTSTART:20260325T090000Z', 'DTEND:20260325T093000Z')))).toEqual(['03-25T09:00 30']);
    expect(busy(calendar(event('DTSTART;TZID=America/New_York:20260325T090000', 'DURATION:PT1H')))).toEqual([
      '03-25T13:00 60',
    ]);
    expect(busy(calendar(event('DTSTART:20260325T090000', 'DURATION:PT15M')), 'Asia/Tokyo')).toEqual([
      '03-25T00:00 15',
    ]);
  });

  test('a weekly one keeps its hour when the clocks change, without those left out, moved and cancelled', () => {
    const weekly = event(
      'DTSTART;TZID=W. Europe Standard Time:20200106T090000',
      'DTEND;TZID=W. Europe Standard Time:20200106T100000',
      'RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20270101T000000Z',
      'EXDATE;TZID=W. Europe Standard Time:20260325T090000',
    );
    const moved = event(
      'RECURRENCE-ID;TZID=W. Europe Standard Time:20260327T090000',
      'DTSTART;TZID=W. Europe Standard Time:20260327T150000',
      'DURATION:PT30M',
    );
    const off = event(
      'RECURRENCE-ID;TZID=W. Europe Standard Time:20260401T090000',
      'DTSTART;TZID=W. Europe Standard Time:20260401T090000',
      'DURATION:PT30M',
      'STATUS:CANCELLED',
    );
    expect(busy(calendar(weekly, moved, off))).toEqual([
      '03-23T08:00 60',
      '03-27T14:00 30',
      '03-30T07:00 60',
      '04-03T07:00 60',
    ]);
  });

  test('what is free, cancelled, all day, long or over holds nothing back', () => {
    const at = ['DTSTART:20260325T090000Z', 'DURATION:PT1H'];
    expect(
      busy(
        calendar(
          event(...at, 'TRANSP:TRANSPARENT'),
          event(...at, 'STATUS:CANCELLED'),
          event(...at, 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'),
          event('DTSTART;VALUE=DATE:20260325', 'DTEND;VALUE=DATE:20260326'),
          event('DTSTART:20260325T090000Z', 'DURATION:P3D'),
          event('DTSTART:20250325T090000Z', 'DURATION:PT1H'),
        ),
      ),
    ).toEqual([]);
  });

  test('folded lines, reminders and a byte order mark are no obstacle; what touches is one', () => {
    const text = calendar(
      event(
        'DTSTART:20260325T0900\r\n 00Z',
        'DURATION:PT30M',
        'BEGIN:VALARM',
        'TRIGGER:-PT10M',
        'DURATION:PT5M',
        'END:VALARM',
      ),
      event('DTSTART:20260325T093000Z', 'DURATION:PT30M'),
    );
    expect(busy(`\uFEFF${text}`)).toEqual(['03-25T09:00 60']);
  });

  test('a zone nobody knows is taken for the own one; one that tells its place is that place', () => {
    const named = ['BEGIN:VTIMEZONE', 'TZID:Office', 'X-LIC-LOCATION:Asia/Tokyo', 'END:VTIMEZONE'].join('\r\n');
    const at = event('DTSTART;TZID=Office:20260325T090000', 'DURATION:PT1H');
    expect(busy(calendar(named, at))).toEqual(['03-25T00:00 60']);
    expect(busy(calendar(at))).toEqual(['03-25T09:00 60']);
  });
});

describe('a calendar that is broken', () => {
  test.each([
    ['some text', 'a shopping list', 'not-a-calendar'],
    ['nothing', '', 'not-a-calendar'],
    ['a page', '<!doctype html><title>Sign in</title>', 'not-a-calendar'],
    ['too large', `BEGIN:VCALENDAR\n${'x'.repeat(LARGEST_CALENDAR)}`, 'too-large'],
  ])('%s: says so', (_, text, kind) => {
    expect(readBusy(text, 'UTC', FROM, TO).kind).toBe(kind);
  });

  test('in one entry: the others still count', () => {
    const text = calendar(
      event('DTSTART:2026', 'DURATION:PT1H'),
      event('DURATION:PT1H'),
      event('DTSTART:20260325T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=SOMETIMES'),
      event('DTSTART:20260325T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=SECONDLY'),
      event('DTSTART:20260326T090000Z', 'DURATION:PT1H'),
      'BEGIN:VEVENT\r\nDTSTART:20260327T090000Z',
    );
    const reading = readBusy(text, 'UTC', FROM, TO);
    expect(reading).toMatchObject({ kind: 'read', unread: 4, busy: [{ from: Date.UTC(2026, 2, 26, 9) }] });
  });

  test('a large one of many years is read', () => {
    const many = Array.from({ length: 5000 }, (_, n) =>
      event(`DTSTART:20${String(10 + (n % 16)).padStart(2, '0')}0325T090000Z`, 'DURATION:PT1H'),
    );
    const reading = readBusy(calendar(...many, event('DTSTART:20260326T090000Z', 'DURATION:PT1H')), 'UTC', FROM, TO);
    expect(reading).toMatchObject({
      kind: 'read',
      entries: 5001,
      unread: 0,
      busy: [{ from: Date.UTC(2026, 2, 26, 9) }],
    });
  });
});
