// Amounts as every room says them.

const toTenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** Whole numbers stay whole, and nothing is more exact than a tenth. */
export const tenths = (value: number): string => toTenths.format(value);

/** A difference in points of pain, up or down. */
export const points = (value: number): string => tenths(Math.abs(Math.round(value * 10) / 10));
export const pointWord = (value: number): string => (points(value) === '1' ? 'point' : 'points');

/** How long something takes, in whole minutes; nothing takes none. */
export const minutesOf = (seconds: number): number => Math.max(1, Math.round(seconds / 60));

/** How long to keep something up. */
export const lasting = (seconds: number): string => (seconds >= 90 ? `${minutesOf(seconds)} min` : `${seconds} s`);
