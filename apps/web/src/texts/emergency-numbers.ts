// Who to call, by country. ISO 3166 code → ambulance number, and a crisis line where we are sure of one.
//
// Source: numbers published by each country's own emergency service or health ministry, general knowledge of
// 2026, not re-checked one by one; so every card also says how to find the right number. 112 reaches help from mobile
// phones in most networks (GSM standard).

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

/** Country codes with their names in `language`, sorted by name. */
export function countriesByName(language: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return Object.keys(EMERGENCY_NUMBERS)
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

/** The country a browser language such as `en-GB` names, when we know its number. */
export function countryOf(language: string): string | null {
  const region = new Intl.Locale(language).region;
  return region && region in EMERGENCY_NUMBERS ? region : null;
}
