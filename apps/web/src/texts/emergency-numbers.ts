// Who to call, by country. ISO 3166 code → ambulance number, and a crisis line where we are sure of one.
//
// Source: numbers published by each country's own emergency service or health ministry, general knowledge of
// 2026, not re-checked one by one; so every card also says how to find the right number. 112 reaches help from mobile
// phones in most networks (GSM standard).

import { tagIn } from '../ports/languages.ts';
import { countryOfZone } from './zone-countries.ts';

/** Reaches help from most mobile phones. */
export const EVERYWHERE = '112';

export interface EmergencyNumbers {
  readonly ambulance: string;
  /** Line for people who think of ending their life. */
  readonly crisis?: string;
}

export const EMERGENCY_NUMBERS: Readonly<Record<string, EmergencyNumbers>> = {
  AE: { ambulance: '998' },
  AR: { ambulance: '107' },
  AT: { ambulance: '112', crisis: '142' },
  AU: { ambulance: '000', crisis: '13 11 14' },
  BD: { ambulance: '999' },
  BE: { ambulance: '112', crisis: '1813' },
  BG: { ambulance: '112' },
  BR: { ambulance: '192', crisis: '188' },
  CA: { ambulance: '911', crisis: '988' },
  CH: { ambulance: '144', crisis: '143' },
  CL: { ambulance: '131' },
  CN: { ambulance: '120' },
  CO: { ambulance: '123' },
  CY: { ambulance: '112' },
  CZ: { ambulance: '112' },
  DE: { ambulance: '112', crisis: '0800 111 0 111' },
  DK: { ambulance: '112', crisis: '70 201 201' },
  EE: { ambulance: '112' },
  EG: { ambulance: '123' },
  ES: { ambulance: '112', crisis: '024' },
  FI: { ambulance: '112' },
  FR: { ambulance: '112', crisis: '3114' },
  GB: { ambulance: '999', crisis: '116 123' },
  GR: { ambulance: '112' },
  HK: { ambulance: '999' },
  HR: { ambulance: '112' },
  HU: { ambulance: '112' },
  ID: { ambulance: '112' },
  IE: { ambulance: '112', crisis: '116 123' },
  IL: { ambulance: '101', crisis: '1201' },
  IN: { ambulance: '112', crisis: '14416' },
  IS: { ambulance: '112' },
  IT: { ambulance: '112' },
  JP: { ambulance: '119' },
  KE: { ambulance: '999' },
  KR: { ambulance: '119', crisis: '109' },
  LT: { ambulance: '112' },
  LU: { ambulance: '112' },
  LV: { ambulance: '112' },
  MT: { ambulance: '112' },
  MX: { ambulance: '911' },
  MY: { ambulance: '999' },
  NG: { ambulance: '112' },
  NL: { ambulance: '112', crisis: '113' },
  NO: { ambulance: '113', crisis: '116 123' },
  NZ: { ambulance: '111', crisis: '1737' },
  PE: { ambulance: '106' },
  PH: { ambulance: '911' },
  PK: { ambulance: '1122' },
  PL: { ambulance: '112' },
  PT: { ambulance: '112' },
  RO: { ambulance: '112' },
  RU: { ambulance: '112' },
  SA: { ambulance: '997' },
  SE: { ambulance: '112', crisis: '90101' },
  SG: { ambulance: '995', crisis: '1767' },
  SI: { ambulance: '112' },
  SK: { ambulance: '112' },
  TH: { ambulance: '1669' },
  TR: { ambulance: '112' },
  TW: { ambulance: '119', crisis: '1925' },
  UA: { ambulance: '112' },
  US: { ambulance: '911', crisis: '988' },
  VN: { ambulance: '115' },
  ZA: { ambulance: '10177' },
};

/** Speaks the app's language even where the page says none. */
const spoken = (language: string) => tagIn(language) ?? 'en';

/** The name of a country in `language`; its code when it has none. Never throws. */
export function nameOfCountry(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([spoken(language)], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Country codes with their names in `language`, sorted by name. */
export function countriesByName(language: string): { code: string; name: string }[] {
  return Object.keys(EMERGENCY_NUMBERS)
    .map((code) => ({ code, name: nameOfCountry(code, language) }))
    .sort((a, b) => a.name.localeCompare(b.name, spoken(language)));
}

/** The country that a language such as `en-GB` names, when we know its number. Browsers also say `en-US@posix` or `C`. */
export function countryOf(language: string): string | null {
  const tag = tagIn(language);
  return tag === null ? null : known(new Intl.Locale(tag).region ?? null);
}

/** Where somebody is, as far as the device tells. */
export interface Whereabouts {
  /** ISO 3166 code of a country whose number we hold; null: not known. */
  readonly country: string | null;
  /** Another country that the device names, by its language; null: none. */
  readonly other: string | null;
  /** Time zone and language do not contradict each other. */
  readonly sure: boolean;
}

/**
 * The clock knows better than the language where somebody is: an American phone in Berlin speaks English and shows the time
 * of Berlin. The language counts only where the clock names no place.
 *
 * @param zone      IANA time zone; empty: not told
 * @param language  as the browser says it
 */
export function whereabouts(zone: string, language: string): Whereabouts {
  const said = countryOf(language);
  const isPlace = zone.includes('/') && !zone.startsWith('Etc/');
  if (!isPlace) return { country: said, other: null, sure: false };
  const country = countryOfZone(zone);
  return said === null || said === country
    ? { country, other: null, sure: country !== null }
    : { country, other: said, sure: false };
}

/** Never throws. */
export function whereaboutsNow(): Whereabouts {
  let zone = '';
  try {
    zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
  } catch {
    // Not told.
  }
  return whereabouts(zone, navigator.language);
}

const known = (region: string | null): string | null =>
  region !== null && Object.hasOwn(EMERGENCY_NUMBERS, region) ? region : null;
