// Dates in the person's language and time zone.

import type { EpochMs } from '@unknot/engine/case';

const language = () => document.documentElement.lang || 'en';

const format = (options: Intl.DateTimeFormatOptions) => (at: EpochMs) =>
  new Intl.DateTimeFormat(language(), options).format(at);

/** 21 Nov */
export const shortDay = format({ day: 'numeric', month: 'short' });

/** Saturday 21 November, 18:30 */
export const dayAndTime = format({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

/** Saturday evening */
export function dayPart(at: EpochMs): string {
  const hour = new Date(at).getHours();
  const part = hour < 5 ? 'night' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return `${format({ weekday: 'long' })(at)} ${part}`;
}
