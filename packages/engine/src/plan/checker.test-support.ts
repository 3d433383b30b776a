// A second opinion on plans, written from SAFETY.md and the prose of the dose rules and conditions, not from the
// planner. Numbers and lists stand here again on purpose: a slip in the planner or in the typed data shows up.

import type { PlanKnowledge, Technique } from '@unknot/knowledge/schema';
import type { Plan, PlanItem, PlanRequest, PlanResult } from './request.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const NECK = [
  'trapezius-upper',
  'levator-scapulae',
  'scalenes',
  'splenius-capitis',
  'splenius-cervicis',
  'suboccipitals',
  'semispinalis-capitis-cervicis',
  'cervical-multifidi-rotatores',
  'scm-sternal',
  'scm-clavicular',
];
const LOW_BACK = [
  'iliocostalis-lumborum',
  'longissimus-thoracis',
  'lumbar-multifidi',
  'quadratus-lumborum-superficial',
  'quadratus-lumborum-deep',
];
const NEVER_PRESSED = [
  'scm-sternal',
  'scm-clavicular',
  'scalenes',
  'subclavius',
  'subscapularis',
  'coracobrachialis',
  'rectus-abdominis',
  'external-oblique',
  'iliopsoas',
  'pelvic-floor-posterior',
];
const NO_CURRENT = [
  'suboccipitals',
  'splenius-capitis',
  'semispinalis-capitis-cervicis',
  'pectoralis-major',
  'pectoralis-minor',
  'serratus-anterior',
];
const UPPER = [
  'trapezius-upper',
  'trapezius-middle',
  'trapezius-lower',
  'levator-scapulae',
  'scalenes',
  'rhomboids',
  'serratus-posterior-superior',
  'supraspinatus',
  'infraspinatus',
  'teres-minor',
  'teres-major',
  'subscapularis',
  'deltoid-anterior',
  'deltoid-posterior',
];
const BODY_WEIGHT = [
  'ball-floor-back',
  'ball-floor-glute',
  'foam-roller-upper-back',
  'foam-roller-lat',
  'foam-roller-glute',
  'thoracic-extension-roller',
];
const NOT_A_SESSION_ITEM = [
  'medicine',
  'professional',
  'needle',
  'suction',
  'manipulation',
  'tens',
  'light',
  'nutrition',
  'sleep',
  'topical',
];
const ON_THE_FEET = [
  'walking',
  'step-jacks',
  'jumping-jacks',
  'calf-stretch-wall',
  'tfl-standing-stretch',
  'hip-flexor-stretch-standing',
  'wall-angels',
  'wall-push-plus',
];
const SHOULDER_AT_ITS_END = [
  'overhead-triceps-lat',
  'desk-lat-stretch',
  'prayer-reach-stretch',
  'doorway-chest-stretch',
  'doorway-rotation-stretch',
  'hands-behind-back-stretch',
];
const ENDS_OF_THE_SPINE = [
  'child-pose',
  'child-pose-side-reach',
  'knee-to-chest-double',
  'seated-twist',
  'mcgill-curl-up',
  'open-book',
  'thread-the-needle',
  'lower-trunk-rotation',
  'sphinx-press',
  'cat-cow',
];
const OPEN_HAND = ['slow-strokes', 'hand-side-rib-press'];

/** What is wrong with an answer, in words; empty when it may stand. */
export function violationsOf(k: PlanKnowledge, request: PlanRequest, result: PlanResult): readonly string[] {
  const wrong: string[] = [];
  const active = activeFor(request);
  if (active.has('under-18') && result.kind !== 'see-someone') wrong.push('a plan for somebody under 18');
  if (result.kind !== 'plan') return wrong;
  for (const item of result.items) {
    const technique = k.techniques.find(({ id }) => id === item.technique);
    if (technique === undefined) wrong.push(`${item.technique} does not exist`);
    else wrong.push(...ofItem(k, request, active, item, technique).map((fault) => `${item.technique}: ${fault}`));
    for (const id of item.alternatives) {
      const other = k.techniques.find((entry) => entry.id === id);
      const faults = other === undefined ? ['does not exist'] : ofAlternative(k, request, active, other);
      wrong.push(...faults.map((fault) => `alternative ${id}: ${fault}`));
    }
  }
  return [...wrong, ...ofSession(k, request, result, active)];
}

/** "Unsure" counts as yes for exclusions (SAFETY.md §6); age speaks for itself. */
function activeFor({ conditions, ageYears, facts }: PlanRequest): ReadonlySet<string> {
  const active = new Set(
    Object.keys(conditions).filter((id) => conditions[id] === true || conditions[id] === 'unsure'),
  );
  if (ageYears !== undefined && ageYears >= 65) active.add('age-over-65');
  if (ageYears !== undefined && ageYears < 18) active.add('under-18');
  const weeks = facts?.['pregnancy-weeks'];
  if (typeof weeks === 'number' && weeks >= 16) active.add('pregnancy-from-16-weeks');
  return active;
}

function ofAlternative(
  k: PlanKnowledge,
  request: PlanRequest,
  active: ReadonlySet<string>,
  technique: Technique,
): readonly string[] {
  const faults: string[] = [];
  const { tags } = technique;
  for (const condition of technique.contraindications) if (active.has(condition)) faults.push(`with ${condition}`);
  for (const { id, excludes } of k.conditions)
    if (active.has(id))
      for (const entry of excludes) {
        const [kind, tag = ''] = entry.split(':');
        if (entry === technique.id || entry === 'tag:all' || (kind === 'tag' && tags.includes(tag)))
          faults.push(`excluded by ${id}`);
      }
  const isOwnDevice = request.own?.some((item) => item.id === technique.id && item.deed === 'tens') === true;
  for (const tag of NOT_A_SESSION_ITEM)
    if (tags.includes(tag) && !(tag === 'tens' && isOwnDevice)) faults.push(`${tag} in a session`);
  const noTools = active.has('no-tools');
  for (const tool of technique.toolIds) {
    if (tool !== 'hand' && !request.tools.includes(tool)) faults.push(`needs ${tool}`);
    if (noTools && !['hand', 'wall', 'chair'].includes(tool)) faults.push(`needs ${tool}, but there are no tools`);
  }
  const onlyFloor = active.has('cannot-kneel-or-floor');
  const possible = technique.place.filter((place) => !(onlyFloor && place === 'floor'));
  if (!possible.some((place) => place === 'anywhere' || request.places.includes(place)))
    faults.push('not possible here');
  const inBed =
    request.places.includes('bed') && request.places.every((place) => place === 'bed' || place === 'anywhere');
  if (inBed && ON_THE_FEET.includes(technique.id)) faults.push('on the feet, but in bed');
  if (request.preferences?.never?.includes(technique.id) === true) faults.push('never wanted');
  if (request.clearance.level === 'see-doctor-soon') {
    if (['pressure', 'percussion', 'strengthen', 'impact'].some((tag) => tags.includes(tag)))
      faults.push('pressing or loading before the doctor was seen');
    const known = request.history?.uses.some((use) => use.technique === technique.id) === true;
    if (technique.category === 'cold' || (technique.category === 'stretch' && !known && !tags.includes('mobilise')))
      faults.push('new before the doctor');
    if (technique.category === 'aerobic' && technique.id !== 'walking') faults.push('more than easy walking');
  }
  if (BODY_WEIGHT.includes(technique.id) && (request.history?.sessionsDone ?? 0) < 3)
    faults.push('body weight before three sessions');
  faults.push(...ofProse(request, active, technique));
  return faults;
}

/** The prose of the limits, once more: what they take away unless the person has said otherwise. */
function ofProse(request: PlanRequest, active: ReadonlySet<string>, technique: Technique): readonly string[] {
  const { id, tags } = technique;
  const faults: string[] = [];
  const said = (code: string) => request.confirmed?.includes(code) === true;
  const is = (tag: string) => tags.includes(tag);
  const refuse = (condition: string, when: boolean, why: string) => {
    if (active.has(condition) && when) faults.push(`${condition}: ${why}`);
  };
  const warms = is('heat');
  const presses = is('pressure');
  refuse('anticoagulant', presses && !OPEN_HAND.includes(id) && !is('tools-ball'), 'open hand or soft ball only');
  refuse('anticoagulant', is('tools-ball') && !said('soft-ball'), 'nobody said that the ball is soft');
  refuse('bleeding-disorder', presses && id !== 'slow-strokes', 'light stroking only');
  refuse(
    'osteoporosis',
    ['cat-cow', 'child-pose', 'knee-to-chest-single', 'open-book', 'thread-the-needle'].includes(id),
    'end range',
  );
  refuse('pregnancy', (is('supine') || is('prone')) && !said('under-16-weeks'), 'flat on the back or belly');
  refuse('recent-fracture', is('aerobic') && id !== 'walking', 'more than walking');
  refuse('recent-surgery', is('aerobic') && id !== 'walking', 'more than walking');
  refuse('recent-surgery', warms && !said('wound-may-get-wet'), 'warm water on a wound');
  refuse('recent-injury-72h', warms, 'warmth on a fresh injury');
  refuse('broken-or-inflamed-skin', warms, 'warmth on broken skin');
  refuse('reduced-sensation', warms || is('cold'), 'heat or cold where it cannot be felt');
  refuse(
    'reduced-sensation',
    presses && !OPEN_HAND.includes(id) && !said('feeling-normal'),
    'pressing what cannot be felt',
  );
  refuse('active-cancer', warms && !said('cancer-team-agreed'), 'heat without the cancer team');
  refuse('medicine-patch-worn', warms && !said('no-opioid-patch'), 'heat with a patch that may be an opioid');
  refuse('topical-on-skin-now', warms, 'heat over a rub');
  refuse('topical-on-skin-now', is('cold') && !said('skin-washed'), 'cold over a rub');
  refuse(
    'lymphoedema',
    (presses || warms || is('cold')) && !said('clear-of-swelling'),
    'pressure, heat or cold on the quarter',
  );
  refuse('varicose-veins', presses && !said('clear-of-veins'), 'pressure over veins');
  const smallAndOwn = ['neck-rotation', 'neck-forward-nod', 'pelvic-tilt', 'ql-side-bend'];
  refuse(
    'spinal-hardware',
    (is('spine-rotation') || is('spine-flexion')) && !smallAndOwn.includes(id) && !said('surgeon-cleared-range'),
    'range not cleared',
  );
  refuse('spinal-hardware', is('neck-hand-force'), 'hand force on the head');
  for (const condition of ['ankylosing-spondylitis', 'osteoporosis', 'vertigo', 'active-cancer'])
    refuse(condition, is('neck-hand-force'), 'hand force on the head');
  for (const condition of ['heart-disease', 'stroke-tia-carotid', 'vertigo', 'neck-instability', 'known-aneurysm'])
    refuse(condition, is('head-down'), 'head down');
  for (const condition of ['hypermobility', 'shoulder-dislocation'])
    refuse(condition, SHOULDER_AT_ITS_END.includes(id), 'shoulder at the end of its range');
  for (const condition of ['disc-herniation', 'long-term-steroids', 'active-cancer', 'postpartum-6-weeks'])
    refuse(condition, id === 'mcgill-curl-up', 'curling up');
  for (const condition of ['lung-disease-or-past-pneumothorax', 'ankylosing-spondylitis', 'known-aneurysm'])
    refuse(condition, BODY_WEIGHT.includes(id) && is('over-ribs'), 'body weight on the ribs');
  refuse('drowsy-or-intoxicated', is('strengthen'), 'loading while dulled');
  refuse('sickle-cell', is('cold') || is('firm-pressure'), 'cold or hard pressing');
  refuse('pain-after-shingles', presses || warms, 'pressing or warming the sore skin');
  refuse('known-aneurysm', is('breath-hold') || is('percussion'), 'straining or drumming');
  refuse(
    'hip-replacement',
    is('leg-pressure') ||
      is('kneel') ||
      ['seated-figure-four', 'tfl-standing-stretch', 'knee-to-chest-single'].includes(id),
    'bending, crossing or pressing a new hip',
  );
  refuse('frail-or-falls', is('floor-only') || is('kneel') || is('head-down'), 'down to the floor');
  refuse(
    'neck-instability',
    is('neck-stretch') || is('neck-hand-force') || is('neck-pressure'),
    'more than small active movement',
  );
  refuse(
    'stroke-tia-carotid',
    is('neck-stretch') || is('neck-hand-force') || is('neck-pressure'),
    'more than small active movement',
  );
  refuse(
    'neck-trauma-recent',
    is('neck-stretch') || is('neck-hand-force') || is('neck-pressure'),
    'more than small active movement',
  );
  refuse('glaucoma-or-retina', is('head-down'), 'head down');
  refuse('high-blood-pressure', is('head-down') || is('breath-hold'), 'straining or head down');
  refuse('heart-disease', is('breath-hold'), 'holding the breath');
  refuse('heart-disease', id === 'warm-bath', 'long heat');
  refuse('epilepsy', is('breath-hold') || (id === 'warm-bath' && !said('not-alone')), 'breath hold or bath alone');
  refuse('clot-risk', is('leg-pressure') && is('firm-pressure'), 'deep pressure on the leg');
  refuse('pain-with-cough-or-breath', is('over-ribs'), 'pressing over a sore rib');
  refuse('post-exertional-malaise', (is('strengthen') || is('aerobic')) && !said('energy-to-spare'), 'effort');
  refuse(
    'iron-deficiency-or-muscle-disease',
    is('firm-pressure') && !said('no-hard-exercise'),
    'firm pressure after effort',
  );
  const carefulNeck = ['neck-instability', 'stroke-tia-carotid', 'neck-trauma-recent'];
  for (const condition of carefulNeck) refuse(condition, is('neck-pressure-top'), 'pressing beside the neck');
  const light = ['hypermobility', 'cancer-history', 'topical-on-skin-now', 'medicine-patch-worn', 'glaucoma-or-retina'];
  for (const condition of light) refuse(condition, is('percussion'), 'percussion where light pressure was asked for');
  const lies = is('supine') || is('prone');
  refuse('pregnancy-from-16-weeks', lies || is('head-down'), 'flat on the back or front, or head down');
  const unevenOnTheFeet = [
    'tfl-standing-stretch',
    'hip-flexor-stretch-standing',
    'calf-stretch-wall',
    'step-jacks',
    'bird-dog',
  ];
  const crossed = ['seated-figure-four', 'piriformis-figure-four', 'foam-roller-glute'];
  refuse('pelvic-girdle-pain', [...unevenOnTheFeet, ...crossed].includes(id), 'legs apart, crossed or stood on alone');
  refuse(
    'vertebral-fracture-old',
    ENDS_OF_THE_SPINE.includes(id) || is('percussion') || is('over-ribs') || BODY_WEIGHT.includes(id),
    'bending, twisting or pressing what broke once',
  );
  refuse('fragile-skin', presses && !OPEN_HAND.includes(id), 'more than the open hand on thin skin');
  refuse('fragile-skin', is('local-heat') && !said('clear-of-bruise'), 'warmth on a bruise');
  refuse('polymyalgia', is('percussion') || BODY_WEIGHT.includes(id), 'hard work on sore girdles');
  refuse(
    'spinal-infection-treated',
    ((is('spine-rotation') && id !== 'neck-rotation') || is('local-heat')) && !said('team-agreed'),
    'twisting or warming a spine that was infected',
  );
  refuse('spinal-infection-treated', is('percussion') || BODY_WEIGHT.includes(id), 'force on a weakened spine');
  refuse(
    'spinal-cord-injury',
    ON_THE_FEET.includes(id) || is('kneel') || is('floor-only') || is('leg-pressure') || id.startsWith('ball-wall'),
    'standing, kneeling or pressing what is not felt',
  );
  refuse(
    'spinal-cord-injury',
    (warms || is('cold')) && !said('feeling-normal') && !said('not-alone'),
    'heat or cold unfelt',
  );
  refuse('overactive-thyroid', id === 'warm-bath' || is('impact'), 'heat or effort that races the heart');
  refuse('gout', is('kneel') && !said('no-hot-joint'), 'kneeling on a joint that may be hot');
  refuse(
    'uncontrolled-blood-pressure',
    is('strengthen') || is('head-down') || is('breath-hold') || is('neck-hand-force') || id === 'warm-bath',
    'straining, head down or long heat',
  );
  refuse('knee-arthritis', is('kneel') || is('impact'), 'kneeling or jumping');
  refuse('operation-under-6-weeks', is('stretch') || presses || is('strengthen'), 'pulling or pressing fresh tissue');
  refuse(
    'operation-elsewhere',
    is('leg-pressure') || is('head-down') || is('percussion'),
    'legs, head down or percussion',
  );
  refuse('recent-surgery', is('stretch') && !said('team-agreed'), 'stretching before the team agreed');
  refuse('recent-surgery', presses && !(OPEN_HAND.includes(id) && said('team-agreed')), 'pressing before it healed');
  const ill = is('stretch') || id === 'walking' || presses || is('whole-body-heat');
  refuse('fever-or-infection', ill && !said('mild-no-fever'), 'more than easy movement while ill');
  refuse('fever-or-infection', is('strengthen') || is('local-heat') || is('firm-pressure'), 'effort or heat while ill');
  refuse('vertigo', id === 'neck-rotation' || id === 'levator-stretch' || id === 'open-book', 'turning the head');
  return faults;
}

function ofItem(
  k: PlanKnowledge,
  request: PlanRequest,
  active: ReadonlySet<string>,
  item: PlanItem,
  technique: Technique,
): readonly string[] {
  const faults = [...ofAlternative(k, request, active, technique)];
  const { dose, muscle, seconds } = item;
  const { tags } = technique;
  const is = (tag: string) => tags.includes(tag);
  const minutes = seconds / 60;
  const sides = dose.perSide && item.side === 'both' ? 2 : 1;
  const oneSide = (dose.holdSeconds ?? 0) * (dose.repetitions ?? 1) * dose.sets;
  const atMost = (value: number, max: number, what: string, when = true) => {
    if (when && value > max) faults.push(`${what} ${value} is above ${max}`);
  };
  const confirms = (...codes: readonly string[]) => {
    for (const code of codes) if (!dose.confirm.includes(code)) faults.push(`does not ask for ${code}`);
  };

  if (!(seconds > 0) || seconds < sides * oneSide) faults.push(`${seconds} s is less than its own work`);
  if ((dose.repetitions ?? 1) < 1 || dose.sets < 1 || dose.intensityCap < 0) faults.push('an empty dose');
  for (const part of ['holdSeconds', 'repetitions'] as const)
    atMost(dose[part] ?? 0, technique.dose[part] ?? 0, part, !(part === 'holdSeconds' && is('stretch')));
  atMost(dose.sets, technique.dose.sets, 'sets');
  atMost(dose.intensityCap, technique.dose.intensityCap, 'discomfort');

  // Heat and cold: burns and frostbite.
  const frail = ['age-over-65', 'diabetes', 'pregnancy', 'poor-circulation'].some((id) => active.has(id));
  atMost(minutes, frail ? 15 : 20, 'minutes of heat', is('heat'));
  atMost(
    minutes,
    10,
    'minutes of warm water',
    is('whole-body-heat') && (active.has('pregnancy') || active.has('heart-disease')),
  );
  if (is('local-heat')) confirms('barrier-on', 'awake', 'nothing-on-skin');
  if (is('cold')) confirms('cloth-on', 'feeling-normal');
  atMost(minutes, 15, 'minutes of cold', is('cold'));
  if (is('local-heat') && active.has('pregnancy') && (muscle === null || ![...UPPER, ...NECK].includes(muscle)))
    faults.push('heat near the belly or low back in pregnancy');

  // Current through the throat, the head or the chest (tens-precautions).
  if (is('tens') && (muscle === null || [...NEVER_PRESSED, ...NO_CURRENT].includes(muscle)))
    faults.push(`TENS on ${muscle ?? 'nowhere in particular'}`);
  atMost(minutes, 45, 'minutes of TENS', is('tens'));

  // Numbers of the newer conditions.
  const lightFor = ['vertebral-fracture-old', 'lupus', 'spinal-cord-injury', 'spinal-infection-treated'];
  atMost(dose.intensityCap, 3, 'pressure', is('pressure') && lightFor.some((id) => active.has(id)));
  atMost(dose.intensityCap, 2, 'pressure', is('pressure') && active.has('fragile-skin'));
  atMost(minutes, 10, 'minutes of cold', is('cold') && active.has('fragile-skin'));
  const coolOff = ['overactive-thyroid', 'uncontrolled-blood-pressure', 'spinal-cord-injury'];
  atMost(minutes, 10, 'minutes of warm water', is('whole-body-heat') && coolOff.some((id) => active.has(id)));

  // What today allows.
  const { today } = request;
  if (
    today?.floor === false &&
    (is('floor-only') || is('kneel') === true) &&
    !technique.place.some((p) => p !== 'floor')
  )
    faults.push('down to the floor, though not today');
  if (today?.postures !== undefined && technique.postures?.some((p) => today.postures?.includes(p)) === false)
    faults.push(`not possible while ${today.postures.join(' or ')}`);
  if (today?.energy === 'flare' && (is('pressure') || is('strengthen') || is('cold') || is('percussion')))
    faults.push('too much for a flare');
  if (today?.energy === 'low' && is('strengthen')) faults.push('too much for a day of low energy');

  // Pressure.
  const presses = is('pressure');
  const bleeds = ['anticoagulant', 'bleeding-disorder', 'widespread-pain'].some((id) => active.has(id));
  const fragile = [
    'osteoporosis',
    'hypermobility',
    'long-term-steroids',
    'pregnancy',
    'postpartum-6-weeks',
    'cancer-history',
    'reduced-sensation',
    'topical-on-skin-now',
  ].some((id) => active.has(id));
  atMost(dose.intensityCap, bleeds ? 2 : fragile ? 3 : 4, 'pressure', presses);
  atMost(dose.holdSeconds ?? 0, active.has('anticoagulant') ? 20 : 90, 'hold', presses);
  if (presses && muscle === null) faults.push('pressing nowhere in particular');
  if (presses && muscle !== null) {
    if (NEVER_PRESSED.includes(muscle)) faults.push(`presses ${muscle}`);
    const childbed = active.has('pregnancy') || active.has('postpartum-6-weeks');
    if (childbed && !UPPER.includes(muscle)) faults.push(`presses ${muscle} in pregnancy or childbed`);
  }
  if (is('roller') || is('percussion'))
    if (muscle !== null && NECK.includes(muscle)) faults.push(`roller or percussion on ${muscle}`);
  if (is('roller') && muscle !== null && LOW_BACK.includes(muscle) && muscle !== 'longissimus-thoracis')
    faults.push(`roller on ${muscle}`);
  if (is('roller')) atMost(dose.holdSeconds ?? 0, 30, 'seconds on a spot');
  if (is('percussion')) {
    atMost(oneSide, 120, 'seconds of percussion on one muscle');
    confirms('lowest-speed');
  }

  // Stretches, neck, ranges.
  if (is('stretch')) {
    atMost(dose.holdSeconds ?? 0, 60, 'stretch');
    atMost(oneSide, 60, 'seconds of stretch on one muscle');
    atMost(dose.intensityCap, active.has('hypermobility') ? 2 : 4, 'stretch discomfort');
  }
  if (is('neck')) {
    const careful = ['stroke-tia-carotid', 'vertigo', 'hypermobility'].some((id) => active.has(id));
    const veryCareful = ['neck-instability', 'neck-trauma-recent'].some((id) => active.has(id));
    atMost(dose.intensityCap, veryCareful ? 1 : careful ? 2 : 3, 'neck discomfort');
  }
  if (active.has('osteoporosis') && (is('spine-flexion') || is('spine-rotation')))
    atMost(dose.intensityCap, 2, 'bending or twisting');
  if (technique.toolIds.includes('partner')) confirms('stop-word-agreed');
  if (active.has('alone-no-help') && is('floor')) confirms('phone-in-reach');
  return [...faults, ...ofHistory(k, request, item, technique)];
}

function ofHistory(
  k: PlanKnowledge,
  { history }: PlanRequest,
  item: PlanItem,
  technique: Technique,
): readonly string[] {
  if (history === undefined) return [];
  const faults: string[] = [];
  const tagsOf = (id: string) => k.techniques.find((entry) => entry.id === id)?.tags ?? [];
  const age = (at: number) => history.now - at;
  const presses = (tags: readonly string[]) => tags.includes('pressure') || tags.includes('percussion');
  const own = history.uses.filter((use) => use.technique === technique.id);
  const { perDay, perWeek } = technique.dose;
  if (perDay !== null && own.filter((use) => age(use.at) < DAY).length >= perDay) faults.push(`${perDay} times today`);
  if (perWeek !== null && own.filter((use) => age(use.at) < 7 * DAY).length >= perWeek)
    faults.push(`${perWeek} times this week`);
  const [last] = own.toSorted((a, b) => b.at - a.at);
  if (last !== undefined && age(last.at) < 2 * DAY && (last.change ?? 0) >= 2) faults.push('flared within 48 hours');
  const here = history.uses.filter(
    (use) =>
      use.muscle === item.muscle &&
      presses(tagsOf(use.technique)) &&
      (use.side === item.side || use.side === 'both' || item.side === 'both'),
  );
  if (presses(technique.tags)) {
    if (here.some((use) => age(use.at) < 3 * HOUR)) faults.push('same spot within three hours');
    if (here.filter((use) => age(use.at) < DAY).length >= 3) faults.push('same spot three times today');
    if (here.some((use) => use.bruise === true && age(use.at) < 3 * DAY)) faults.push('pressing a bruise');
  }
  if (technique.tags.includes('heat')) {
    if (item.muscle !== null && here.some((use) => use.bruise === true && age(use.at) < 3 * DAY))
      faults.push('heat on a bruise');
    const warmed = history.uses.some((use) => tagsOf(use.technique).includes('local-heat') && age(use.at) < HOUR);
    if (technique.tags.includes('local-heat') && warmed) faults.push('heat again within an hour');
  }
  const { lastHardExercise } = history;
  if (technique.tags.includes('percussion') && lastHardExercise !== undefined && age(lastHardExercise) < DAY)
    faults.push('percussion after hard exercise');
  if (BODY_WEIGHT.includes(technique.id))
    if (history.uses.some((use) => presses(tagsOf(use.technique)) && (use.sorerNextDay ?? 0) > 1))
      faults.push('body weight though the next day was sore');
  return faults;
}

function ofSession(k: PlanKnowledge, request: PlanRequest, plan: Plan, active: ReadonlySet<string>): readonly string[] {
  const faults: string[] = [];
  const tagsOf = (item: PlanItem) => k.techniques.find(({ id }) => id === item.technique)?.tags ?? [];
  const withTag = (...tags: readonly string[]) =>
    plan.items.filter((item) => tags.some((tag) => tagsOf(item).includes(tag)));
  const seconds = (items: readonly PlanItem[]) => items.reduce((sum, item) => sum + item.seconds, 0);

  if (seconds(plan.items) > 60 * Math.min(request.minutes, 30)) faults.push('longer than asked, or than 30 minutes');
  if (seconds(plan.items) !== plan.seconds) faults.push('the sum of the items is not the length of the plan');
  // From 20 minutes on a calm part may stand beside four others.
  const works = plan.items.length - (request.minutes >= 20 ? Math.min(1, withTag('calm').length) : 0);
  if (request.preferences?.moreItems === true ? plan.items.length > 7 : works > 4) faults.push('too many items');
  if (new Set(plan.items.map(({ technique }) => technique)).size < plan.items.length)
    faults.push('the same item twice');
  if (seconds(withTag('pressure')) > 15 * 60) faults.push('more than 15 minutes of pressing');
  if (seconds(withTag('roller')) > 10 * 60) faults.push('more than 10 minutes of rolling');
  if (seconds(withTag('percussion')) > 4 * 60) faults.push('more than 4 minutes of percussion');
  if (withTag('heat', 'cold').length > 1) faults.push('warmth or cold twice');

  let spots = 0;
  for (const item of withTag('pressure')) {
    const sides = item.dose.perSide && item.side === 'both' ? 2 : 1;
    const held = (item.dose.holdSeconds ?? 0) >= 15;
    spots += sides * (held ? (item.dose.repetitions ?? 1) * item.dose.sets : 1);
  }
  if (spots > 4) faults.push(`${spots} spots pressed`);

  const stretched = new Map<string, number>();
  for (const item of withTag('stretch'))
    for (const muscle of k.techniques.find(({ id }) => id === item.technique)?.targets ?? [])
      for (const side of item.side === 'both' ? ['left', 'right'] : [item.side]) {
        const sum = (item.dose.holdSeconds ?? 0) * (item.dose.repetitions ?? 1) * item.dose.sets;
        stretched.set(`${muscle} ${side}`, (stretched.get(`${muscle} ${side}`) ?? 0) + sum);
      }
  for (const [muscle, sum] of stretched) if (sum > 60) faults.push(`${sum} s of stretch on ${muscle}`);

  const rank = (item: PlanItem) => {
    const tags = tagsOf(item);
    if (item.phase === 'settle') return 0;
    if (tags.includes('cold')) return 6;
    if (tags.includes('heat')) return 1;
    if (item.category === 'pressure-release' || item.category === 'percussion') return 2;
    if (item.category === 'stretch') return 3;
    if (tags.includes('strengthen')) return 5;
    return tags.includes('calm') ? 7 : 4;
  };
  plan.items.forEach((item, n) => {
    const before = plan.items[n - 1];
    if (before !== undefined && rank(before) > rank(item)) faults.push(`${item.technique} comes too late or too early`);
  });

  const { history } = request;
  if (history !== undefined && history.sessionsDone > 0) {
    const isKnown = (item: PlanItem) => history.uses.some((use) => use.technique === item.technique);
    const acts = plan.items.filter(({ muscle }) => muscle !== null);
    const news = plan.items.filter((item) => !isKnown(item));
    if (acts.some(isKnown) && news.length > 1) faults.push('more than one new thing at a time');
  }

  const tells = (code: string, when: boolean) => {
    if (when && !plan.says.includes(code)) faults.push(`does not tell ${code}`);
  };
  tells('heat-20-max', withTag('local-heat').length > 0);
  tells('barrier', withTag('local-heat').length > 0);
  tells('pressure-scale', withTag('pressure').length > 0);
  tells('not-on-spine', withTag('pressure').length > 0);
  tells('stop-if-neuro-signs', withTag('neck').length > 0);
  tells('when-to-get-help', true);
  tells('no-heat-with-patch', active.has('medicine-patch-worn'));
  tells('no-heat-where-numb', active.has('reduced-sensation'));
  tells('wash-off-before-heat', active.has('topical-on-skin-now'));
  tells('warn-muscle-bleed', active.has('anticoagulant'));
  tells('ask-midwife', active.has('pregnancy'));
  tells('follow-surgeon', active.has('recent-surgery'));
  tells('stroke-warning-signs', active.has('stroke-tia-carotid'));
  tells('gca-warning', active.has('polymyalgia'));
  tells('infection-return-warning', active.has('spinal-infection-treated'));
  tells('dysreflexia-warning', active.has('spinal-cord-injury'));
  tells('racing-heart-warning', active.has('overactive-thyroid'));
  tells('hot-joint-warning', active.has('gout'));
  tells('lithium-warning', active.has('bipolar-disorder'));
  tells('blood-pressure-warning', active.has('uncontrolled-blood-pressure'));
  tells('crisis-warning', active.has('sickle-cell'));
  for (const code of plan.says)
    if (k.sayVocabulary[code] === undefined) faults.push(`says ${code}, which has no words`);
  for (const { dose } of plan.items)
    for (const code of dose.confirm)
      if (k.confirmVocabulary[code] === undefined) faults.push(`asks for ${code}, which has no words`);
  return faults;
}
