// Strange data from outside, decoded at the door: what is not exactly of the shape is null.

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString());
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

const text = (value: unknown, shape: RegExp): value is string => typeof value === 'string' && shape.test(value);

export interface RemindersAsked {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly times: readonly { readonly at: number; readonly tag: string }[];
}

const MOST_TIMES = 200;

export function readReminders(bytes: Uint8Array): RemindersAsked | null {
  const { endpoint, p256dh, auth, times } = parsed(bytes) ?? {};
  if (!text(endpoint, /^https?:\/\/[\x21-\x7e]{1,1000}$/)) return null;
  if (!text(p256dh, /^[\w-]{87,88}=?$/) || !text(auth, /^[\w-]{22}(==)?$/)) return null;
  if (!Array.isArray(times) || times.length > MOST_TIMES) return null;
  const read = times.flatMap((one: unknown) => {
    if (!isRecord(one) || !text(one.tag, /^[\w.-]{1,64}$/)) return [];
    const { at, tag } = one;
    return typeof at === 'number' && Number.isSafeInteger(at) && at > 0 ? [{ at, tag }] : [];
  });
  return read.length === times.length ? { endpoint, p256dh, auth, times: read } : null;
}

export function readAddress(bytes: Uint8Array): string | null {
  const { address } = parsed(bytes) ?? {};
  return text(address, /^[\x21-\x7e]{1,2000}$/) ? address.replace(/^webcal:/i, 'https:') : null;
}

/** A whole number from 1 to `most`, as a query says it. */
export function readCount(value: string | undefined, most: number): number | null {
  return /^[1-9]\d{0,6}$/.test(value ?? '') && Number(value) <= most ? Number(value) : null;
}

export const isCalendar = (contents: string): boolean => /^\uFEFF?BEGIN:VCALENDAR\r?\n/i.test(contents);
