// The desk check: one item at a time, what fits, what is off and in which direction, and what changed since the last one.
// See RULES.md, PRV-19 to PRV-22.

import type { Prevention } from '@unknot/knowledge/schema';
import type { EpochMs } from '../case/index.ts';

export type DeskItem = Prevention['workstationChecklist'][number];

/** `low` and `high`: below and above what is usually comfortable. `not-here`: there is no such thing in this place. */
export const FITS = ['right', 'low', 'high', 'not-here'] as const;
export type DeskFit = (typeof FITS)[number];

/** By item; absent: not asked, or skipped, and then it counts for nothing. */
export type DeskAnswers = Readonly<Record<string, DeskFit>>;

export interface DeskScore {
  readonly right: number;
  /** Items that were answered and are there. */
  readonly asked: number;
  /** In the order of the checklist. */
  readonly off: readonly { readonly id: string; readonly fit: 'low' | 'high' }[];
}

export interface DeskChange {
  readonly id: string;
  readonly kind: 'better' | 'worse';
}

const DAY = 86_400_000;
/** habit-design.json: "Begin with one change for two weeks, then ask what changed." */
const ASKED_AGAIN_AFTER = 14 * DAY;

/** @param measured  in the item's unit */
export function fitOf({ target: [least, most] }: Pick<DeskItem, 'target'>, measured: number): DeskFit {
  if (!Number.isFinite(measured)) throw new Error(`a measurement must be a number, got ${measured}`);
  if (measured < least) return 'low';
  return measured > most ? 'high' : 'right';
}

export function deskScore(items: readonly DeskItem[], answers: DeskAnswers): DeskScore {
  const told = items.flatMap(({ id }) => {
    const fit = answers[id];
    return fit === undefined || fit === 'not-here' ? [] : [{ id, fit }];
  });
  return {
    right: told.filter(({ fit }) => fit === 'right').length,
    asked: told.length,
    off: told.flatMap(({ id, fit }) => (fit === 'low' || fit === 'high' ? [{ id, fit }] : [])),
  };
}

/** What fits now and did not before, or the other way round. Items that one of the two did not ask are left out. */
export function deskChanges(items: readonly DeskItem[], before: DeskAnswers, now: DeskAnswers): DeskChange[] {
  const known = (fit: DeskFit | undefined) => fit !== undefined && fit !== 'not-here';
  return items.flatMap(({ id }): DeskChange[] => {
    const was = before[id];
    const is = now[id];
    if (!known(was) || !known(is) || (was === 'right') === (is === 'right')) return [];
    return [{ id, kind: is === 'right' ? 'better' : 'worse' }];
  });
}

/**
 * The one thing to change first: what loads the muscles that hurt, then what fewest steps put right, in the order of the
 * checklist. Null: nothing is off.
 *
 * @param loads  what keeps the likely muscles sore (ids of `perpetuatingFactors`)
 */
export function firstChange(
  items: readonly DeskItem[],
  answers: DeskAnswers,
  loads: ReadonlySet<string>,
): DeskItem | null {
  const off = new Set(deskScore(items, answers).off.map(({ id }) => id));
  const open = items.filter(({ id }) => off.has(id));
  return open.find(({ addresses }) => addresses.some((factor) => loads.has(factor))) ?? open[0] ?? null;
}

/** Whether it is time to look again: two weeks after a check that found something. */
export const deskDue = (lastAt: EpochMs, score: DeskScore, now: EpochMs): boolean =>
  score.off.length > 0 && now - lastAt >= ASKED_AGAIN_AFTER;

const MM_PER_CARD = 85.6;
/** Where the blind spot lies beside the point one looks at, degrees [li2020-chinrest]. */
const BLIND_SPOT_DEGREES = 13.5;

/**
 * Eye to screen from where a dot vanishes, the virtual chin rest.
 *
 * @param cardPixels  width of a bank card (ISO/IEC 7810 ID-1, 85.6 mm) on this screen, CSS pixels
 * @param dotPixels   distances from the cross at which the dot vanished, CSS pixels
 * @returns           centimetres; null without a usable measurement
 */
export function eyeDistance(cardPixels: number, dotPixels: readonly number[]): number | null {
  const usable = dotPixels.filter((pixels) => Number.isFinite(pixels) && pixels > 0).sort((a, b) => a - b);
  const middle = usable[Math.floor((usable.length - 1) / 2)];
  if (!(cardPixels > 0) || middle === undefined) return null;
  const mm = (middle * MM_PER_CARD) / cardPixels;
  return mm / Math.tan((BLIND_SPOT_DEGREES * Math.PI) / 180) / 10;
}
