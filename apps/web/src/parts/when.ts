// Dates in the person's language and time zone.

import type { EpochMs } from '@unknot/engine/case';
import { languages } from '../ports/languages.ts';

/** The person's own variant (day before month, 24 hours) of the language the app speaks. */
const language = () => {
  const spoken = document.documentElement.lang || 'en';
  return languages().find((each) => each.split('-')[0] === spoken) ?? spoken;
};

const format = (options: Intl.DateTimeFormatOptions) => (at: EpochMs) =>
  new Intl.DateTimeFormat(language(), options).format(at);

/** 21 Nov */
export const shortDay = format({ day: 'numeric', month: 'short' });

/** Sat 21 Nov */
export const weekdayAndDay = format({ weekday: 'short', day: 'numeric', month: 'short' });

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

/** 18:30 */
export const clockTime = format({ hour: '2-digit', minute: '2-digit' });
