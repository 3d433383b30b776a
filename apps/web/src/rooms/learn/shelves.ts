// Where each page of the library stands. The order is the order of reading; every page stands on one shelf.

export const SHELVES = {
  knots: [
    'what-is-a-knot',
    'fibres-do-not-tangle',
    'not-a-spasm',
    'active-and-latent',
    'where-knots-sit',
    'how-it-feels',
    'finding-a-spot',
    'scans',
    'fascia',
  ],
  pain: [
    'why-it-hurts',
    'referred-pain',
    'pain-is-not-a-damage-meter',
    'chemicals-near-sore-spots',
    'blood-and-oxygen',
    'waste-and-lactic-acid',
    'nerves-under-pressure',
    'headache-and-ear-pain',
  ],
  causes: [
    'why-knots-form',
    'load-and-rest',
    'sitting',
    'posture',
    'lifting',
    'stress-and-tension',
    'your-own-pattern',
  ],
  course: ['how-long-it-lasts', 'when-it-starts-to-ache', 'injury-first', 'waiting-does-no-harm', 'keeping-it-away'],
  help: ['when-to-get-help', 'seeing-a-professional', 'needles-cups-and-hands', 'massage-and-injections'],
  pressing: [
    'what-pressing-does',
    'how-hard-to-press',
    'how-long-and-how-often',
    'hands-balls-and-tools',
    'foam-rollers',
    'massage-guns-and-tens',
    'devices-and-adverts',
    'gentle-and-patient',
  ],
  warmth: ['what-warmth-does', 'using-warmth-safely', 'what-cold-does', 'rubs-and-patches', 'pain-tablets-and-gels'],
  moving: [
    'what-helps-most',
    'moving-and-strength',
    'what-stretching-does',
    'how-to-stretch',
    'moves-for-neck-and-back',
    'breathing-and-relaxing',
  ],
  days: ['desk-set-up', 'phone-and-laptop', 'sleep-position', 'water', 'food-and-minerals'],
} as const satisfies Record<string, readonly string[]>;

export type Shelf = keyof typeof SHELVES;

/** The page of all claims. */
export const CLAIMS_PAGE = 'said-and-true';

export const shelfOf = (page: string): Shelf | undefined =>
  (Object.keys(SHELVES) as Shelf[]).find((shelf) => (SHELVES[shelf] as readonly string[]).includes(page));

/** The page to read next on the same shelf, if there is one. */
export function nextOnShelf(page: string): string | undefined {
  const shelf = shelfOf(page);
  if (!shelf) return undefined;
  const pages: readonly string[] = SHELVES[shelf];
  return pages[pages.indexOf(page) + 1];
}

/** Groups of muscles, from head to foot. */
export const MUSCLE_GROUPS = [
  'head-neck',
  'neck-shoulder',
  'shoulder',
  'upper-back',
  'mid-back',
  'chest',
  'arm',
  'low-back',
  'abdomen',
  'hip-buttock',
  'pelvic-floor',
  'thigh-leg',
] as const;
export type MuscleGroup = (typeof MUSCLE_GROUPS)[number];
