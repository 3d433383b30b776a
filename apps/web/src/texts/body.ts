// Words of the Body room: where it hurts, and which muscles fit.

import type { Layer, PainQuality } from '@unknot/atlas/drawing';
import type { Side, ViewId } from '@unknot/atlas/frame';
import type { Band, Imitation, Reason } from '@unknot/engine/inference';

const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });
const and = new Intl.ListFormat('en-GB');
const times = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A share of what was painted, in words. */
const amount = (of: number): string => (of >= 0.97 ? 'all' : of >= 0.85 ? 'nearly all' : 'more of what');
const share = (of: number): string =>
  of >= 0.7 ? 'about three quarters' : of >= 0.58 ? 'about two thirds' : of >= 0.42 ? 'about half' : 'less than half';

/** Some places say themselves where they are. */
const at = (place: string): string =>
  /^(where|in|between|behind|beside|below|above|under|around|over|across|just) /.test(place)
    ? place
    : `at the ${place}`;

export const bodyTexts = {
  title: 'Where does it hurt?',
  views: { posterior: 'Back', anterior: 'Front', 'lateral-left': 'Left', 'lateral-right': 'Right' } satisfies Record<
    ViewId,
    string
  >,
  viewGroup: 'Side of the body',
  seenFrom: {
    posterior: 'seen from the back',
    anterior: 'seen from the front',
    'lateral-left': 'seen from the left',
    'lateral-right': 'seen from the right',
  } satisfies Record<ViewId, string>,
  /** What stands at the left and right edge of the map. */
  edges: {
    posterior: ['L', 'R'],
    anterior: ['R', 'L'],
    'lateral-left': ['Front', 'Back'],
    'lateral-right': ['Back', 'Front'],
  } satisfies Record<ViewId, readonly [string, string]>,

  map: (view: ViewId) => `Body map, ${bodyTexts.seenFrom[view]}`,
  mapHelp:
    'Arrow keys go from place to place. Enter paints a place or takes the paint away. Plus and minus zoom, 0 shows the whole body, Shift with an arrow moves the map. Page up and page down turn the body.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  wholeBody: 'Show the whole body',
  waiting: 'Drawing the body',
  failed: 'The body could not be loaded. Your drawing is safe.',
  rankingFailed: 'The muscles could not be compared just now. Your drawing is safe.',
  retry: 'Try again',

  layerGroup: 'What you mark',
  layers: { pain: 'Where it hurts', knot: 'I feel the knot here' } satisfies Record<Layer, string>,
  brush: 'Pain',
  brushLabel: 'How strong the pain is that you paint, 1 to 10',
  knotHint: 'Tap where the knot is.',
  rubOut: 'Rub out',
  undo: 'Undo',
  clear: 'Clear all',
  cleared: 'Everything is cleared. Undo brings it back.',
  undone: 'Undone.',
  feelsLike: 'Feels like',
  noQuality: 'not said',
  qualities: {
    ache: 'ache',
    sharp: 'sharp',
    burning: 'burning',
    tingling: 'tingling',
    numb: 'numb',
    stiff: 'stiff',
  } satisfies Record<PainQuality, string>,

  place: (plainName: string, side: Side) => (side === 'midline' ? plainName : `${plainName}, ${side}`),
  sides: { left: 'Left', right: 'Right', midline: 'Middle' } satisfies Record<Side, string>,
  marked: 'marked',
  painOf: (intensity: number) => `pain ${intensity} of 10`,
  atPlace: (place: string, painted: string) => (painted ? `${place}: ${painted}` : place),
  painted: (place: string, intensity: number) => `Painted: ${place}, pain ${intensity} of 10.`,
  unpainted: (place: string) => `Paint taken away: ${place}.`,
  knotSet: (place: string) => `Knot marked: ${place}.`,
  knotGone: (place: string) => `Knot taken away: ${place}.`,
  noFurther: 'Nothing further that way.',

  placesCount: (count: number) => (count === 1 ? '1 place marked' : `${count} places marked`),
  knots: 'Knots',
  knotAt: (place: string) => `Knot: ${place}`,
  less: (place: string) => `Less pain: ${place}`,
  more: (place: string) => `More pain: ${place}`,
  remove: (place: string) => `Remove ${place}`,
  qualityAt: (place: string) => `What it feels like: ${place}`,

  list: 'List',
  listTitle: 'Choose from a list',
  listClose: 'Close the list',
  listSearch: 'Search a place',
  listExample: 'for example: shoulder blade',
  listNone: 'No place by that name. Try another word, such as “neck” or “low back”.',
  listCount: (count: number) => (count === 1 ? '1 place' : `${count} places`),
  listPain: 'Pain, 1 to 10',

  hintTitle: 'Paint where it hurts',
  hint: 'Stroke over the sore places with a finger, pen or mouse. Somewhere else? Two fingers move and zoom the body, the minus button shows more of it, and every place is in the list.',
  lastTime: (at: number) => `Start from your drawing of ${day.format(at)}`,

  gateTitle: 'A few safety questions first',
  gateText:
    'Some pains need a clinician, not a massage ball. Answer a few questions, then you see which muscles fit. Your drawing is kept.',
  gateButton: 'Go to the questions',
  closedTitle: 'Please have this looked at first',
  closedText:
    'Your answers say that somebody should look at this before you work on it. Your drawing is kept and can be shown to them.',
  closedButton: 'See what to do',

  sources: 'Likely sources',
  updates: 'updates as you paint',
  showNumbers: 'Show numbers',
  hideNumbers: 'Hide numbers',
  intro: 'Therapists often describe this pattern for these muscles. Other causes can feel the same.',
  notDiagnosis: 'A likelihood, not a diagnosis.',
  allOn: { left: 'All on your left.', right: 'All on your right.' },
  showAll: (count: number) => `Show ${count} more`,
  showFewer: 'Show fewer',
  bands: { likely: 'likely', possible: 'possible', 'less-likely': 'less likely' } satisfies Record<Band, string>,
  percent: (probability: number) =>
    probability > 0 && probability < 0.01 ? `under ${percent.format(0.01)}` : percent.format(probability),
  muscle: (plainName: string, side: Side) => (side === 'midline' ? plainName : `${plainName}, ${side}`),
  percentRange: (probability: number, low: number, high: number) =>
    `${percent.format(probability)} (${Math.round(100 * low)}–${Math.round(100 * high)})`,
  couldBe: (least: Band, most: Band) => `but could be ${bodyTexts.bands[least]} to ${bodyTexts.bands[most]}`,
  barKey: 'Where a bar fades, the same pain drawn again could move it.',
  other: {
    'nerve-root': 'A nerve in the neck or back',
    'joint-or-disc': 'A joint or disc',
  } satisfies Record<Imitation, string>,
  otherNote: 'not a muscle; can feel the same',
  noPatternNote: 'many pains follow no map',
  rankHeard: (first: string, band: string, second: string, isPair: boolean) =>
    `Fits best now: ${first}, ${band}. Then: ${second}.${isPair ? ' Two muscles together explain more.' : ''}`,

  and: 'and',
  together: (reaches: number, alone: number) =>
    `together explain ${amount(reaches)} you painted; one alone, ${share(alone)}.`,
  togetherNumbers: (reaches: number, alone: number) =>
    `together reach ${percent.format(reaches)} of what you painted; one alone, ${percent.format(alone)}.`,
  showBoth: 'Show both on the body',

  cannotTell: { 'nothing-fits': 'No clear pattern', 'nothing-stands-out': 'No muscle stands out' },
  cannotTellText: {
    'nothing-fits':
      'What you painted does not follow the patterns we know. That is common, and it does not mean that anything is wrong. We cannot tell a source from it, and that is an honest answer.',
    'nothing-stands-out':
      'Several muscles fit a little, and none of them well. Painting a bit more exactly, or one test, may help; it is also fine to leave it open.',
  },
  otherLeads: {
    'nerve-root': 'This fits a nerve better than a muscle',
    'joint-or-disc': 'This fits a joint or disc better than a muscle',
  } satisfies Record<Imitation, string>,
  otherLeadsText: {
    'nerve-root':
      'Nerves in the neck and back can send pain, tingling or numbness along an arm or leg. Most of it settles with time and easy movement. Pressing a muscle is not likely to be the answer.',
    'joint-or-disc':
      'Joints and discs of the spine can feel just like a sore muscle. Most of it settles with time and easy movement. Muscles near by can still be worth some care.',
  } satisfies Record<Imitation, string>,
  visitAdvised: 'Your check says to have this looked at. You can show your drawing there.',
  visitWhy: 'See why',
  visitWhen:
    'If it is not better in one to two weeks, or if something new comes, such as weakness or numbness, have it looked at.',
  visitCheck: 'Answer the check again',
  generalCare: ['Warmth for 15 minutes', 'An easy walk', 'Change position often', 'Slow breathing'],
  generalCareTitle: 'What helps many people',

  testTitle: 'One test would tell most:',
  questionTitle: 'One answer would tell most:',
  alsoHere: (place: string) => `Is there also pain here: ${place}?`,
  worseWith: (what: string) => `Does this make it worse: ${what}?`,
  positive: (sign: string) => `“Yes” means: ${sign.charAt(0).toLowerCase()}${sign.slice(1)}`,
  answers: { yes: 'Yes', no: 'No', unsure: 'Not sure', notNow: 'Skip' },
  answered: 'Noted. The list is up to date.',
  testSide: { left: 'Do it for the left side.', right: 'Do it for the right side.' },
  showPicture: 'Show me',
  hidePicture: 'Hide the picture',
  hear: 'Read it to me',
  spotPicture: 'The muscle on the body, with a cross at the usual spot',
  movePicture: 'A figure that does the movement',

  makePlan: 'Make a plan',
  showSheet: 'Show likely sources',
  hideSheet: 'Show the body',

  back: 'All sources',
  referral: 'Show where it can send pain',
  referralKey: 'Dotted places: where this muscle often sends pain. Fewer dots: only sometimes.',
  seeFrom: (view: ViewId) => `See it ${bodyTexts.seenFrom[view].replace('seen ', '')}`,
  speaksFor: 'What speaks for it',
  speaksAgainst: 'What speaks against it',
  nothingFor: 'Nothing in particular: it is simply often sore in people with pain around here.',
  nothingAgainst: 'Nothing so far.',
  reason: (kind: Reason['kind'], forIt: boolean, what: string): string => {
    switch (kind) {
      case 'place':
        return forIt ? `Pain at: ${what}` : `It seldom sends pain to: ${what}`;
      case 'blank':
        return `No pain at: ${what}, where it often sends some`;
      case 'knot':
        return `You feel the knot at: ${what}`;
      case 'quality':
        return forIt ? 'Tingling, numbness or burning fits' : 'Tingling, numbness or burning is more often a nerve';
      case 'test':
        return bodyTexts.testSays(forIt, what);
      case 'context':
        return `You said: ${what}`;
    }
  },
  testSays: (forIt: boolean, instruction: string) => {
    const [first = ''] = instruction.split(/[.(;]/);
    return `You tried: ${first.trim().charAt(0).toLowerCase()}${first.trim().slice(1)}. ${forIt ? 'It brought on your pain' : 'It did not bring on your pain'}`;
  },
  earlierRelief: 'Treating it brought you clear relief in an earlier episode',
  mostly: (place: string) => `Mostly because of the pain ${at(place)}.`,
  against: (place: string, isSlight: boolean) =>
    `No pain ${at(place)}: that speaks ${isSlight ? 'a little ' : ''}against it.`,
  weights: { strong: 'counts a lot', fair: 'counts', slight: 'counts a little' },
  oddsTimes: (logOdds: number) =>
    logOdds > 0 ? `odds × ${times.format(Math.exp(logOdds))}` : `odds ÷ ${times.format(Math.exp(-logOdds))}`,
  sameIfRedrawn: 'Drawn again, it would most likely come out the same.',
  ifRedrawn: (least: Band, most: Band) =>
    `Drawn again, it could come out as ${bodyTexts.bands[least]} or as ${bodyTexts.bands[most]}.`,
  findTitle: 'How to find the spot',
  points: (count: number) => (count === 1 ? 'The usual spot' : 'The usual spots'),
  reachTitle: 'What reaches it',
  tools: {
    hand: 'your own hand',
    'ball-on-wall': 'a ball between you and a wall',
    'ball-on-floor': 'a ball under you on the floor',
    'hook-cane': 'a hooked massage stick',
    'foam-roller': 'a foam roller',
    partner: 'another person’s hand',
  },
  reachAlone: (tools: readonly string[]) => `Alone: ${and.format(tools)}.`,
  reachTogether: 'With somebody: their thumb or elbow, slowly.',
  reachNobody: 'Hard to reach alone. Leave it to a professional or to somebody you guide.',
  careTitle: 'Take care',
  testsTitle: 'Try it yourself',
  testsText: 'Only if you like. Stop if it hurts more than 4 out of 10.',
  testsClosed: 'Not for you now, because of what you told the check or about your health.',
  someTestsClosed: 'Other tests are left out, because of what you told the check or about your health.',
  differentialTitle: 'The same pain can also come from',
  sourcesTitle: 'Where this comes from',
  sourcesLoading: 'Fetching the list of sources',
} as const;

/** Words of region names → other words people use for the same place. */
export const synonyms: Readonly<Record<string, string>> = {
  'shoulder blade': 'scapula shoulderblade wing bone blade',
  collarbone: 'clavicle collar bone',
  'back of the neck': 'nape cervical',
  neck: 'throat cervical',
  'low back': 'lumbar lower back loin small of the back',
  'mid-back': 'middle back thoracic upper back rib',
  'between spine and shoulder blade': 'upper back thoracic interscapular rhomboid',
  'spine between': 'upper back thoracic backbone',
  spine: 'backbone vertebra',
  buttock: 'bum bottom glute butt seat cheek behind',
  tailbone: 'coccyx tail bone',
  'flat bone': 'sacrum',
  'base of the skull': 'suboccipital neck headache',
  'back of the head': 'occiput headache',
  temple: 'headache side of the head',
  forehead: 'headache brow',
  'top of the shoulder': 'trapezius trap',
  'where neck and shoulder meet': 'trapezius trap angle',
  'bony tip': 'acromion',
  belly: 'stomach tummy abdomen gut',
  'pit of the stomach': 'belly tummy abdomen',
  navel: 'belly button tummy stomach abdomen',
  'hip-bone': 'hip pelvis iliac crest waist',
  'outer hip': 'trochanter thigh',
  waist: 'flank loin side',
  ribs: 'chest rib cage',
  breastbone: 'sternum chest',
  chest: 'breast pec',
  'upper arm': 'biceps triceps',
  'back of the upper arm': 'triceps',
  forearm: 'lower arm',
  'dimple at the back of the pelvis': 'sacroiliac si joint hip',
  thigh: 'leg upper leg',
  'back of the thigh': 'hamstring',
  'front of the thigh': 'quad quadriceps',
  'lower leg': 'shin calf',
  calf: 'lower leg',
  shin: 'lower leg',
  groin: 'hip',
  'between the legs': 'pelvic floor perineum crotch saddle',
  finger: 'hand',
  palm: 'hand',
  sole: 'foot',
  armpit: 'underarm axilla',
  jaw: 'chin tooth',
  'in or behind the eye': 'eyeball',
};
