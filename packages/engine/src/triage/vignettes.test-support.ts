// Made-up people from general knowledge of common presentations: ordinary knots that must not be scared away, and
// serious illness that must not be missed. Whatever is not named is a no. `levels`: every answer we would stand by.

import type { ConditionId, FactAnswer, FactId, Level } from '../case/index.ts';
import type { CheckInput, PaintedRegion } from './answers.ts';

export interface Vignette {
  readonly name: string;
  readonly input: CheckInput;
  readonly levels: readonly Level[];
}

/** @param where  regions; `left:`, `right:` or `both:` before an id gives the side */
const person = (
  name: string,
  ageYears: number,
  where: string,
  facts: Readonly<Record<FactId, FactAnswer>>,
  levels: readonly Level[],
  conditions: readonly ConditionId[] = [],
): Vignette => ({
  name,
  levels,
  input: {
    ageYears,
    facts: { 'pain-score': 4, 'weeks-since-start': 1, ...facts },
    conditions: Object.fromEntries(conditions.map((id) => [id, true])),
    painted: where.split(' ').flatMap(paintedFrom),
  },
});

function paintedFrom(place: string): readonly PaintedRegion[] {
  const [side, region] = place.includes(':') ? place.split(':') : ['midline', place];
  if (region === undefined) throw new Error(`not a place: ${place}`);
  if (side === 'both')
    return [
      { region, side: 'left' },
      { region, side: 'right' },
    ];
  return [{ region, side: side as 'left' | 'right' | 'midline' }];
}

const CARE: readonly Level[] = ['self-care'];
const CARE_OR_VISIT: readonly Level[] = ['self-care', 'see-doctor'];
const VISIT: readonly Level[] = ['see-doctor'];
const VISIT_OR_SOON: readonly Level[] = ['see-doctor', 'see-doctor-soon'];
const SOON: readonly Level[] = ['see-doctor-soon'];
const TODAY: readonly Level[] = ['urgent-24h'];
const TODAY_OR_NOW: readonly Level[] = ['urgent-24h', 'emergency'];
const NOW: readonly Level[] = ['emergency'];

export const BENIGN: readonly Vignette[] = [
  person('desk knot at the neck angle, 35', 35, 'left:neck-angle left:shoulder-top', {}, CARE),
  person(
    'knot between the shoulder blades after exams, 23',
    23,
    'right:interscapular-mid right:scapula-medial-border-mid',
    {},
    CARE,
  ),
  person(
    'new knot beside the shoulder blade after moving house, 41',
    41,
    'left:scapula-medial-border-upper',
    { 'pain-new': true },
    CARE,
  ),
  person(
    'woke with a neck that will not turn, 28',
    28,
    'right:neck-posterior-lower right:neck-angle',
    { 'pain-new': true, 'pain-score': 6, 'weeks-since-start': 0 },
    CARE,
  ),
  person(
    'back locked while lifting, 38',
    38,
    'both:lumbar-paraspinal-lower',
    { 'pain-new': true, 'pain-score': 8, 'weeks-since-start': 0 },
    CARE,
  ),
  person(
    'low back after gardening, 47',
    47,
    'both:lumbar-paraspinal-mid',
    { 'pain-new': true, 'weeks-since-start': 0, 'pain-score': 5 },
    CARE,
  ),
  person('familiar low back knot, 58, ex-smoker', 58, 'left:lumbar-paraspinal-mid', { 'smoker-ever': true }, CARE),
  person(
    'both shoulders tight after a week of screen work, 52, high blood pressure',
    52,
    'both:shoulder-top',
    {},
    CARE,
    ['high-blood-pressure'],
  ),
  person(
    'sore buttock after long drives, not past the knee, 44',
    44,
    'right:buttock-centre right:thigh-posterior-upper',
    { 'pain-new': true },
    CARE,
  ),
  person(
    'side muscle strain after rowing, 33',
    33,
    'left:flank-posterior left:lumbar-paraspinal-mid',
    { 'pain-new': true },
    CARE,
  ),
  person(
    'sore shoulder muscles after tennis, moves freely, 30',
    30,
    'right:shoulder-posterior right:scapula-infraspinous',
    { 'pain-new': true, 'weeks-since-start': 0 },
    CARE,
  ),
  person(
    'tension neck and band round the head for years, improving, 37',
    37,
    'both:head-suboccipital both:neck-posterior-upper',
    { 'weeks-since-start': 104, 'pain-improving': true },
    CARE,
  ),
  person(
    'the same, not improving',
    37,
    'both:head-suboccipital both:neck-posterior-upper',
    { 'weeks-since-start': 104 },
    VISIT,
  ),
  person(
    'known migraine, light hurts as always, neck knots, 36',
    36,
    'left:neck-posterior-upper',
    { 'light-hurts': true },
    CARE,
    ['migraine'],
  ),
  person(
    'pregnant 22 weeks, evening backache, 30',
    30,
    'both:lumbar-paraspinal-lower',
    { pregnant: true, 'pregnancy-weeks': 22, 'pain-new': true },
    CARE,
    ['pregnancy'],
  ),
  person('pregnant 30 weeks, neck knot, 33', 33, 'left:neck-angle', { pregnant: true, 'pregnancy-weeks': 30 }, CARE, [
    'pregnancy',
  ]),
  person(
    'baby of four months, sore upper back from feeding, 32',
    32,
    'both:interscapular-mid',
    { 'pain-new': true, 'sleep-bad': true },
    CARE,
  ),
  person('diabetes, desk neck, 54', 54, 'right:neck-angle', {}, CARE, ['diabetes']),
  person('on a blood thinner, desk neck, 66', 66, 'right:neck-angle', {}, CARE, ['anticoagulant']),
  person('osteoporosis, familiar knots on the shoulders, 67', 67, 'both:shoulder-top', {}, CARE, ['osteoporosis']),
  person('breast cancer twelve years ago, familiar neck knot, 61', 61, 'left:neck-angle left:shoulder-top', {}, CARE, [
    'cancer-history',
  ]),
  person('asthma, neck knots, 29', 29, 'left:neck-angle', {}, CARE, ['asthma']),
  person(
    'low mood and bad sleep, neck knots, 45',
    45,
    'both:neck-angle',
    { 'low-mood': true, 'sleep-bad': true },
    CARE,
  ),
  person('work strain, shoulders, 50', 50, 'both:shoulder-top', { 'work-strain': true }, CARE),
  person('a sore, ropy knot like a pea, 33', 33, 'left:shoulder-top', { lump: true, 'pain-new': true }, CARE),
  person(
    'sore after dry needling yesterday, breathing as always, 36',
    36,
    'right:scapula-infraspinous',
    { 'needling-or-tap-recent': true },
    CARE,
  ),
  person(
    'very hard training, sore back and shoulders, pee normal, 26',
    26,
    'both:lumbar-paraspinal-mid both:shoulder-top',
    { 'calf-or-thigh-hard-exercise': true, 'pain-new': true, 'weeks-since-start': 0 },
    CARE,
  ),
  person(
    'sore chest and front of shoulders after bench presses, 19',
    19,
    'both:chest-upper both:shoulder-anterior',
    {
      'chest-pain-now': true,
      'chest-longer-15-min': true,
      'calf-or-thigh-hard-exercise': true,
      'pain-new': true,
      'weeks-since-start': 0,
    },
    VISIT,
  ),
  person(
    'sore spot beside the breastbone for five weeks, one finger finds it, easing, 34',
    34,
    'left:parasternal',
    {
      'chest-pain-now': true,
      'chest-longer-15-min': true,
      'chest-press-reproduces': true,
      'weeks-since-start': 5,
      'pain-improving': true,
    },
    VISIT,
  ),
  person(
    'recurrent knots on and off for years, this one a week old, 40',
    40,
    'left:scapula-superior-angle',
    { 'pain-recurring-knots': true },
    CARE,
  ),
  person('fingers tingle at the desk for years, unchanged, 41', 41, 'left:neck-angle', { 'numb-limb': true }, VISIT),
  person('constipated on codeine, back strain, 52', 52, 'both:lumbar-paraspinal-lower', { 'pain-new': true }, CARE, [
    'taking-acetaminophen',
  ]),
  person('stiff for ten minutes in the morning, low back, 49', 49, 'both:lumbar-paraspinal-lower', {}, CARE),
  person(
    'whiplash-like jolt in a slow car a week ago, neck turns, 30',
    30,
    'both:neck-posterior-lower',
    { 'recent-trauma': true, 'pain-new': true },
    VISIT,
  ),
  person(
    'widespread pain for years, shoulders worst today, 48',
    48,
    'both:shoulder-top',
    { 'weeks-since-start': 0 },
    VISIT,
    ['widespread-pain'],
  ),
  person('neck knot at 72, familiar', 72, 'left:neck-angle', {}, CARE),
  person(
    'new stiff neck at 72 after a night on the sofa',
    72,
    'left:neck-posterior-lower',
    { 'pain-new': true, 'weeks-since-start': 0 },
    CARE_OR_VISIT,
  ),
  person(
    'hard runner, both thighs sore in front, 27',
    27,
    'both:thigh-anterior-upper',
    { 'pain-new': true, 'weeks-since-start': 0 },
    CARE,
  ),
  person('jaw and temple tension while working, 31', 31, 'left:head-jaw left:head-temple', {}, CARE),
  person(
    'injects nothing, has had flu three weeks ago, neck, 39',
    39,
    'left:neck-angle',
    { 'recent-skin-infection': true },
    CARE,
  ),
  person('scoliosis, upper back tired in the evening, 25', 25, 'both:interscapular-mid', {}, CARE),
  person(
    'shoulder blade knot, sharp catch on a deep breath for years, 44',
    44,
    'left:interscapular-lower',
    { 'pain-with-breath': true },
    CARE,
  ),
  person(
    'anxious, feels the pain will never end, 36',
    36,
    'both:neck-angle',
    { catastrophising: true, 'fear-of-movement': true },
    CARE,
  ),
];

export const SERIOUS: readonly Vignette[] = [
  person(
    'saddle numbness for two days with sciatica',
    42,
    'both:lumbar-paraspinal-lower left:leg-posterior',
    { 'saddle-numb': true, 'symptom-under-14-days': true, 'pain-below-knee': true },
    NOW,
  ),
  person('cannot pee, back pain', 55, 'both:lumbar-paraspinal-lower', { 'cannot-pee': true }, NOW),
  person(
    'leaking for two months, buttock and leg pain',
    46,
    'left:buttock-centre',
    { 'bladder-change': true, 'pain-below-knee': true, 'weeks-since-start': 9 },
    TODAY,
  ),
  person(
    'both legs painful and numb for a week',
    50,
    'both:lumbar-paraspinal-lower both:leg-posterior',
    { 'numb-limb': true, 'symptom-under-14-days': true },
    NOW,
  ),
  person(
    'foot drop since yesterday',
    48,
    'left:lumbar-paraspinal-lower',
    { 'weak-limb': true, 'cannot-lift-arm-or-foot': true, 'symptom-under-14-days': true },
    NOW,
  ),
  person(
    'chest pressure on the stairs, 56',
    56,
    'sternum',
    { 'chest-pain-now': true, 'chest-pressure': true, 'pain-new': true },
    NOW,
  ),
  person(
    'heavy left arm and sweating, 49',
    49,
    'left:arm-medial',
    { 'arm-or-jaw-pain-new': true, 'sweaty-sick': true, 'pain-new': true },
    NOW,
  ),
  person(
    'upper back pain, sick, woman of 62 with diabetes',
    62,
    'interscapular-mid',
    { 'pain-new': true, 'vomit-new': true },
    TODAY_OR_NOW,
    ['diabetes'],
  ),
  person(
    'pain between the shoulder blades on effort for a month',
    59,
    'both:interscapular-mid',
    { 'pain-exertional': true, 'pain-new': true, 'weeks-since-start': 4 },
    TODAY,
  ),
  person(
    'ripping pain between the shoulder blades',
    61,
    'both:interscapular-mid',
    { 'pain-tearing': true, 'pain-new': true },
    NOW,
  ),
  person(
    'kidney-stone-like pain at 71, light-headed',
    71,
    'left:flank-posterior',
    { 'pain-new': true, 'dizzy-new': true, 'smoker-ever': true },
    NOW,
  ),
  person(
    'beating lump in the belly and backache, 68',
    68,
    'both:lumbar-paraspinal-mid',
    { 'belly-pulsing-lump': true },
    NOW,
  ),
  person(
    'breathless and sharp side pain after a flight',
    34,
    'left:chest-lateral-lower',
    { 'pain-with-breath': true, 'short-of-breath': true },
    NOW,
    ['clot-risk'],
  ),
  person(
    'calf swollen, back sore from lying',
    45,
    'both:lumbar-paraspinal-lower',
    { 'calf-swollen': true },
    TODAY_OR_NOW,
  ),
  person(
    'tall young man, sudden one-sided chest pain and breathless',
    21,
    'right:chest-lateral-upper',
    { 'pain-new': true, 'pain-with-breath': true, 'short-of-breath': true },
    NOW,
  ),
  person(
    'slurred speech for ten minutes, neck pain',
    58,
    'left:neck-posterior-upper',
    { 'speech-trouble': true, 'pain-new': true },
    NOW,
  ),
  person(
    'neck pain and drooping eyelid after yoga',
    37,
    'left:neck-anterolateral',
    { 'vision-double': true, 'pain-new': true },
    NOW,
  ),
  person(
    'dizzy with new neck pain',
    44,
    'left:neck-posterior-upper',
    { 'dizzy-new': true, 'pain-new': true },
    TODAY_OR_NOW,
  ),
  person(
    'thunderclap at the back of the head',
    41,
    'both:head-occiput',
    { 'pain-thunderclap': true, 'pain-new': true },
    NOW,
  ),
  person(
    'stiff neck, light hurts, no fever',
    20,
    'neck-posterior-midline',
    { 'stiff-neck-cannot-touch-chin': true, 'light-hurts': true, 'pain-new': true },
    NOW,
  ),
  person('fell from a ladder, neck', 45, 'neck-posterior-midline', { 'recent-trauma': true, 'big-trauma': true }, NOW),
  person('small fall at 79, back pain', 79, 'spine-lower-thoracic', { 'recent-trauma': true, 'pain-new': true }, TODAY),
  person(
    'steroids for years, sudden back pain on coughing',
    63,
    'spine-lower-thoracic',
    { 'pain-new': true, 'pain-cough-spine': true },
    TODAY,
    ['long-term-steroids'],
  ),
  person(
    'prostate cancer, worse at night, thoracic',
    72,
    'spine-upper-thoracic',
    { 'pain-night': true, 'pain-new': true },
    TODAY,
    ['cancer-history'],
  ),
  person('cancer and numb legs', 64, 'spine-lower-thoracic', { 'numb-limb': true }, NOW, ['active-cancer']),
  person('fever and back pain', 39, 'both:lumbar-paraspinal-lower', { fever: true }, TODAY),
  person(
    'injects drugs, new back pain at night, no fever',
    33,
    'spine-upper-lumbar',
    { 'pain-new': true, 'pain-night': true },
    TODAY,
    ['injecting-drugs'],
  ),
  person('burning pee and side pain', 27, 'right:flank-posterior', { 'burn-pee': true }, TODAY),
  person(
    'temple headache, tender scalp, 74',
    74,
    'left:head-temple',
    { 'scalp-tender': true, 'unlike-any-headache': true, 'pain-new': true },
    TODAY,
  ),
  person(
    'both shoulders too stiff to lift in the morning, 70',
    70,
    'both:shoulder-lateral both:shoulder-top',
    { 'both-shoulders-stiff': true, 'morning-stiff-long': true, 'weeks-since-start': 4 },
    TODAY,
  ),
  person(
    'seven weeks late, belly and shoulder-tip pain',
    29,
    'right:shoulder-acromion abdomen-umbilical',
    { 'pain-new': true },
    NOW,
    ['pregnancy'],
  ),
  person('yellow eyes and muddled', 51, 'both:lumbar-paraspinal-mid', { jaundice: true, 'confused-new': true }, NOW),
  person('ten paracetamol a day for a week', 40, 'both:neck-angle', { 'paracetamol-over-label': true }, NOW),
  person(
    'cola pee after a massage gun',
    30,
    'both:shoulder-top',
    { 'dark-urine': true, 'calf-or-thigh-hard-exercise': true },
    NOW,
  ),
  person('black stools on ibuprofen', 57, 'both:lumbar-paraspinal-lower', { 'black-stools': true }, NOW, [
    'taking-nsaid',
  ]),
  person('thoughts of ending life', 44, 'both:neck-angle', { 'alone-with-crisis': true }, NOW),
  person(
    'shingles on the ribs',
    66,
    'left:chest-lateral-lower',
    {
      'rash-blisters': true,
      'one-side-band': true,
      'chest-pain-now': true,
      'chest-longer-15-min': true,
      'pain-new': true,
    },
    TODAY,
  ),
  person(
    'hot swollen shoulder with fever',
    60,
    'right:shoulder-anterior',
    { 'joint-swollen': true, fever: true, 'pain-new': true },
    TODAY,
  ),
  person(
    'fell, cannot raise the arm',
    55,
    'right:shoulder-lateral',
    { 'recent-trauma': true, 'cannot-lift-arm-or-foot': true, 'symptom-under-14-days': true },
    TODAY,
  ),
  person(
    'clumsy hands and unsteady',
    66,
    'both:neck-posterior-lower',
    { 'clumsy-hands': true, 'walk-unsteady': true, 'weeks-since-start': 20 },
    SOON,
  ),
  person('arm pain with numb thumb', 45, 'left:neck-posterior-lower left:forearm-radial', { 'numb-limb': true }, SOON),
  person(
    'smoker, shoulder pain for months, worse',
    61,
    'right:shoulder-top right:shoulder-posterior',
    { 'smoker-ever': true, 'pain-worsening': true, 'weeks-since-start': 20 },
    SOON,
  ),
  person('weight loss and back pain', 58, 'both:lumbar-paraspinal-mid', { 'weight-loss': true }, SOON),
  person(
    'over 50, new, worse at night',
    57,
    'both:lumbar-paraspinal-mid',
    { 'pain-new': true, 'pain-night': true },
    SOON,
  ),
  person(
    'young, stiff in the morning, better with movement',
    26,
    'both:sacroiliac both:buttock-upper-medial',
    {
      'better-with-movement': true,
      'wake-second-half-night': true,
      'nsaid-helps-fast': true,
      'morning-stiff-long': true,
      'weeks-since-start': 40,
    },
    VISIT,
  ),
  person(
    'frozen shoulder',
    54,
    'left:shoulder-anterior',
    { 'shoulder-losing-movement': true, 'pain-night': true, 'weeks-since-start': 12 },
    VISIT_OR_SOON,
  ),
  person('seventeen', 17, 'left:neck-angle', {}, SOON),
];
