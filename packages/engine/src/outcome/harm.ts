// What a person may report in two taps when something went wrong, and what follows from it. See RULES.md, OUT-05 to OUT-08.

/** `worse`: the pain itself is up. `tingling`, `numb`, `weak`: nerve signs. `other`: not on the list, so not known to be harmless. */
export const HARM_KINDS = [
  'worse',
  'sore-muscles',
  'bruise',
  'skin-burn',
  'tingling',
  'numb',
  'weak',
  'dizzy',
  'breathless',
  'bad-headache',
  'other',
] as const;
export type HarmKind = (typeof HARM_KINDS)[number];

/**
 * `openCheck`: self-care stays closed until the check has been answered again.
 * `restHours`: how long the techniques of that session rest; null when nothing has to rest.
 * `noHeat`: no warmth on that place while it lasts.
 */
export interface Consequence {
  readonly openCheck: boolean;
  readonly restHours: number | null;
  readonly noHeat: boolean;
}

/** techniques.json, dose rule `stop-and-review`: "Pain up two or more points after a technique: rest it 48 hours." */
const REST_HOURS = 48;

const CHECK_AGAIN: Consequence = { openCheck: true, restHours: REST_HOURS, noHeat: false };

const CONSEQUENCES: Readonly<Record<HarmKind, Consequence>> = {
  worse: { openCheck: false, restHours: REST_HOURS, noHeat: false },
  // Sore muscles for a day are common (SAFETY.md §4) and ask for nothing.
  'sore-muscles': { openCheck: false, restHours: null, noHeat: false },
  // techniques.json, sequence rule `no-heat-after-bruise` and dose rule `pressure-volume` (skip a bruised spot).
  bruise: { openCheck: false, restHours: REST_HOURS, noHeat: true },
  'skin-burn': { openCheck: true, restHours: REST_HOURS, noHeat: true },
  tingling: CHECK_AGAIN,
  numb: CHECK_AGAIN,
  weak: CHECK_AGAIN,
  dizzy: CHECK_AGAIN,
  breathless: CHECK_AGAIN,
  'bad-headache': CHECK_AGAIN,
  other: CHECK_AGAIN,
};

export const consequenceOf = (kind: HarmKind): Consequence => CONSEQUENCES[kind];
