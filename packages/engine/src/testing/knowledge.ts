// A body of seven regions and a handful of muscles, small enough to work out on paper.

/** Shapes as in the knowledge, with only what the ranking reads. */
export interface SmallMuscle {
  readonly id: string;
  /** Trigger point → region → weight. */
  readonly points: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly oftenBilateral?: boolean;
  readonly factors?: readonly string[];
  readonly movements?: readonly string[];
}

const SMALL_PARAMETERS = {
  damping: 0.5,
  temper: 1,
  leak: 0.02,
  blankWeight: 0.5,
  coverageHalf: 0.25,
  edge: 0,
  surest: 0.97,
  faintestIntensity: 0.5,
  baseOdds: 0.05,
  lessCommon: 0.4,
  rare: 0.1,
  pointsOfOneMuscle: 0.5,
  pointsTogether: 1,
  bothSides: 1,
  earlierRelief: 2,
  prevalenceWeight: 0.4,
  prevalenceMiddle: 0.4,
  prevalenceUnknown: 0.4,
  otherSide: 0.5,
  rootOdds: 0.02,
  jointOdds: 0.02,
  nerveQualityForRoot: 4,
  nerveQualityForOthers: 0.7,
  knotOver: 2.2,
  knotBeside: 1.3,
  pressYes: 2.2,
  pressNo: 0.6,
  testYes: 1.5,
  testNo: 0.7,
  contextFactor: 1.2,
  contextWords: 2.5,
  contextMost: 3,
  contextUsual: 0.2,
  likelyFrom: 0.4,
  possibleFrom: 0.12,
  clearFrom: 0.33,
  patternSurest: 0.998,
  patternLeak: 0.001,
  slip: 0.12,
  usualCauses: 1,
  strayChance: 0.1,
  anywhereOdds: 0,
  anywhereTemper: 1,
  nothingFitsFrom: 0.5,
  pairFrom: 0.05,
  pairAdds: 0.15,
  redrawLeavesOut: 0.25,
  redrawAdds: 0.1,
  redrawElse: 0.4,
  askCost: 0.005,
  testCost: 0.01,
  pressCost: 0.02,
  exactSteps: 150_000,
  tolerance: 0,
  branches: 1_000_000,
};

export const SMALL_REGIONS = ['neck', 'shoulder', 'blade', 'spine', 'arm', 'hand', 'hip'] as const;

const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  neck: ['shoulder', 'spine'],
  shoulder: ['neck', 'blade', 'arm'],
  blade: ['shoulder', 'spine'],
  spine: ['neck', 'blade'],
  arm: ['shoulder', 'hand'],
  hand: ['arm'],
  hip: [],
};

/** Neck root: felt in arm and hand. Neck joint: felt in neck and blade. */
const COMPETITORS = [
  { id: 'root', hypothesis: 'nerve-root', zone: { arm: 0.6, hand: 0.8 } },
  { id: 'joint', hypothesis: 'joint-or-disc', zone: { neck: 0.6, blade: 0.5 } },
] as const;

const zoneOf = (weights: Readonly<Record<string, number>>) =>
  Object.entries(weights).map(([region, weight]) => ({ region, weight, kind: 'essential' as const }));

/** Muscles that share regions without being the same. The point of each lies over the first region of its zone. */
export const SMALL_MUSCLES: readonly SmallMuscle[] = [
  { id: 'levator', points: { 'levator-tp': { neck: 0.9, blade: 0.5 } }, movements: ['turning the head'] },
  { id: 'rhomboid', points: { 'rhomboid-tp': { blade: 0.9, spine: 0.4 } }, factors: ['desk-work'] },
  { id: 'deltoid', points: { 'deltoid-tp': { shoulder: 0.9, arm: 0.3 } }, movements: ['lifting the arm'] },
  { id: 'scalene', points: { 'scalene-tp1': { blade: 0.6, arm: 0.7, hand: 0.5 }, 'scalene-tp2': { neck: 0.7 } } },
  { id: 'belly', points: { 'belly-tp': { spine: 0.7, hip: 0.6 } }, oftenBilateral: true },
];

/** Knowledge in the shape `prepare` takes. Every muscle has one pressing and one other self-test. */
export function smallKnowledge(
  muscles: readonly SmallMuscle[] = SMALL_MUSCLES,
  parameters: Partial<typeof SMALL_PARAMETERS> = {},
) {
  const set = { ...SMALL_PARAMETERS, ...parameters };
  return {
    regions: SMALL_REGIONS.map((id) => ({
      id,
      name: id,
      plainName: id,
      view: 'posterior' as const,
      paired: id !== 'spine',
      landmarkBounds: id,
      neighbours: NEIGHBOURS[id] ?? [],
    })),
    muscles: muscles.map(({ id, points, oftenBilateral = false, factors = [], movements = [] }) => ({
      id,
      triggerPoints: Object.entries(points).map(([point, zone]) => ({
        id: point,
        location: point,
        frequencyClass: 'common' as const,
        side: oftenBilateral ? ('often-bilateral' as const) : ('ipsilateral' as const),
        patternEvidence: 'one-source' as const,
        referral: zoneOf(zone),
      })),
      perpetuatingFactors: factors,
      aggravatingMovements: movements,
      selfTests: [
        { id: `${id}-press`, instruction: 'press', positiveSign: 'one sore spot' },
        { id: `${id}-stretch`, instruction: 'stretch', positiveSign: 'a pull' },
      ],
      prevalence: null,
    })),
    perpetuatingFactorVocabulary: { 'desk-work': 'long screen or desk work', driving: 'long driving' },
    parameters: {
      parameters: Object.fromEntries(
        Object.entries(set).map(([name, value]) => [name, { value, why: 'for tests', setOn: '2026-01-01' }]),
      ),
    },
    competitors: COMPETITORS.map(({ id, hypothesis, zone }) => ({ id, hypothesis, zone: zoneOf(zone) })),
    homes: Object.fromEntries(
      muscles.flatMap(({ points }) =>
        Object.entries(points).map(([point, zone]) => [point, Object.keys(zone).slice(0, 1)]),
      ),
    ),
  };
}
