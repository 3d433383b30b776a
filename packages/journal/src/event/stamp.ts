// When something happened, in an order that survives a clock set back: a hybrid logical clock.
//
// A stamp is the largest wall time seen so far plus a counter, written so that plain string comparison is the
// order of the clock. Events are sorted by stamp; `at` keeps the wall time for the person to read.
// Kulkarni et al. 2014, Logical Physical Clocks; the counter here may also carry into the wall part.

import type { EpochMs } from '@unknot/engine/case';

/** `wwwwwwwww` wall (base 36, 9 places) + `cccc` counter (base 36, 4 places) + `-` + device. */
export type Stamp = string;

/** Name of one browser or machine in the journal: 1–32 lower-case letters and digits. */
export type DeviceId = string;

const WALL_PLACES = 9;
const COUNT_PLACES = 4;
const COUNT_LIMIT = 36 ** COUNT_PLACES;
/** Largest instant a JavaScript Date can hold; base 36 it needs 11 places, so the stamp stops at 9 places (year 5188). */
const WALL_LIMIT = 36 ** WALL_PLACES;
const STAMP = /^[0-9a-z]{13}-[0-9a-z]{1,32}$/;

const inBase36 = (value: number, places: number): string => value.toString(36).padStart(places, '0');

export const isStamp = (value: string): boolean => STAMP.test(value);

/** The wall part of a stamp: no earlier than any wall time its device had seen by then. */
export const stampWall = (stamp: Stamp): EpochMs => Number.parseInt(stamp.slice(0, WALL_PLACES), 36);

const stampCount = (stamp: Stamp): number => Number.parseInt(stamp.slice(WALL_PLACES, WALL_PLACES + COUNT_PLACES), 36);

/**
 * The stamp of the next event on this device: later than `last`, whatever the wall clock says.
 *
 * @param last  latest stamp known here, from any device; null in an empty journal
 */
export function nextStamp(last: Stamp | null, now: EpochMs, device: DeviceId): Stamp {
  const clock = Math.min(Math.max(Math.trunc(now), 0), WALL_LIMIT - 1);
  let wall = clock;
  let count = 0;
  if (last !== null && stampWall(last) >= clock) {
    wall = stampWall(last);
    count = stampCount(last) + 1;
    if (count === COUNT_LIMIT) {
      wall += 1;
      count = 0;
    }
  }
  return `${inBase36(wall, WALL_PLACES)}${inBase36(count, COUNT_PLACES)}-${device}`;
}

/** Negative, zero or positive, as for sorting. */
export const compareStamps = (a: Stamp, b: Stamp): number => (a < b ? -1 : a > b ? 1 : 0);

/** Receiving an event from elsewhere moves the clock: the next stamp here is later than both. */
export const laterStamp = (a: Stamp | null, b: Stamp | null): Stamp | null =>
  a === null ? b : b === null || a > b ? a : b;

/** Sortable event id: the time part of the stamp and 60 bits of chance. */
export function eventId(stamp: Stamp, random: () => number): string {
  const chance = Array.from({ length: 12 }, () => Math.floor(random() * 32).toString(32)).join('');
  return `${stamp.slice(0, WALL_PLACES + COUNT_PLACES)}-${chance}`;
}
