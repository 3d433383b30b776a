// The diary for a clinic's system: a FHIR R4 Bundle of what the person told and did. Nothing in it concludes: pain is an
// Observation in the person's words, a session is a Procedure that the person did, a check-in is a
// QuestionnaireResponse. No Condition, no muscle that may be behind it, no name, no age. See RULES.md, REP-10 to REP-12.
//
// Codes only where we are sure of them: LOINC 72514-3 for pain 0–10 as somebody says it. All else is text.

import type { DiaryTold, LocalTime, ToldDay, ToldPain, ToldPlace, ToldQuestionnaire, ToldSession } from './diary.ts';

export interface FhirResource {
  readonly resourceType: 'Patient' | 'Observation' | 'Procedure' | 'QuestionnaireResponse';
  readonly [element: string]: unknown;
}

export interface FhirBundle {
  readonly resourceType: 'Bundle';
  readonly type: 'collection';
  readonly timestamp: LocalTime;
  readonly entry: readonly { readonly fullUrl: string; readonly resource: FhirResource }[];
}

/** `chance`: bytes for the names of the entries, which mean nothing outside this bundle. */
export interface BundleMaking {
  readonly madeAt: LocalTime;
  readonly chance: (bytes: number) => Uint8Array;
}

/** Days, sessions, drawings, reactions and questionnaires, in this order, after the person they are about. */
export function diaryFhir(diary: DiaryTold, { madeAt, chance }: BundleMaking): FhirBundle {
  const entry: { fullUrl: string; resource: FhirResource }[] = [];
  const add = (resource: FhirResource): Reference => {
    const fullUrl = `urn:uuid:${uuidOf(chance(16))}`;
    entry.push({ fullUrl, resource });
    return { reference: fullUrl };
  };
  const subject = add(SOMEBODY);
  const observe = (observation: Observed) => add(observationOf(subject, observation));

  for (const day of diary.days) {
    if (day.pain !== null) observe(painOf('Pain of the day', day.day, day.pain));
    if (Object.keys(day.before).length > 0) add(checkInOf(subject, day));
  }
  const procedures = new Map<string, Reference>();
  for (const session of diary.sessions) {
    const procedure = add(procedureOf(subject, session));
    procedures.set(session.sessionId, procedure);
    const { from, to, painBefore, painAfter, painNextDay } = session;
    const start = from ?? to;
    const end = to ?? from;
    if (start !== null && painBefore !== null)
      observe({ ...painOf('Pain before self-care', start, painBefore), partOf: [procedure] });
    if (end !== null && painAfter !== null)
      observe({ ...painOf('Pain after self-care', end, painAfter), partOf: [procedure] });
    if (end !== null && painNextDay !== null)
      observe(painOf('Pain on the day after self-care', dayAfter(end), painNextDay));
  }
  for (const { at, pain, knots } of diary.drawings) {
    for (const place of pain ?? []) observe(paintedOf(at, place));
    for (const place of knots ?? []) observe(knotOf(at, place));
  }
  for (const { at, kind, note, sessionId } of diary.reactions) {
    const procedure = sessionId === null ? undefined : procedures.get(sessionId);
    observe({
      code: { text: 'Reaction to self-care, as the person reported it' },
      effectiveDateTime: at,
      valueCodeableConcept: { text: kind.replaceAll('-', ' ') },
      ...(procedure ? { partOf: [procedure] } : {}),
      ...(plain(note) ? { note: [{ text: plain(note) }] } : {}),
    });
  }
  for (const questionnaire of diary.questionnaires) {
    const response = responseOf(subject, questionnaire);
    if (response) add(response);
  }
  return { resourceType: 'Bundle', type: 'collection', timestamp: madeAt, entry };
}

interface Reference {
  readonly reference: string;
}

type Observed = Readonly<Record<string, unknown>> & { readonly code: object; readonly effectiveDateTime: string };

/** The person, and nothing that says who. */
const SOMEBODY: FhirResource = {
  resourceType: 'Patient',
  text: {
    status: 'generated',
    div: '<div xmlns="http://www.w3.org/1999/xhtml">The person who keeps this diary. Who that is, is not told.</div>',
  },
};

/** Answered by the person, not measured by anybody: `survey` in the HL7 code system of observation categories. */
const SURVEY = [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }] }];

const PAIN_CODE = {
  system: 'http://loinc.org',
  code: '72514-3',
  display: 'Pain severity - 0-10 verbal numeric rating [Score] - Reported',
};

const unit = (value: number, code: string, words = code) => ({
  value,
  unit: words,
  system: 'http://unitsofmeasure.org',
  code,
});

const observationOf = (subject: Reference, observed: Observed): FhirResource => ({
  resourceType: 'Observation',
  status: 'final',
  category: SURVEY,
  subject,
  performer: [subject],
  ...observed,
});

const painOf = (text: string, when: string, pain: number): Observed => ({
  code: { coding: [PAIN_CODE], text },
  effectiveDateTime: when,
  valueQuantity: unit(pain, '{score}'),
});

/** No LOINC code: the number is a mean over what was painted, which nobody said aloud. */
const paintedOf = (at: LocalTime, place: ToldPain): Observed => ({
  code: { text: 'Pain painted on a drawing of the body, 0-10' },
  effectiveDateTime: at,
  bodySite: { text: siteOf(place) },
  ...(place.intensity === undefined ? {} : { valueQuantity: unit(place.intensity, '{score}') }),
  component: [
    shareOf(place),
    ...(place.quality
      ? [{ code: { text: 'Quality of the pain' }, valueCodeableConcept: { text: place.quality } }]
      : []),
  ],
});

const knotOf = (at: LocalTime, place: ToldPlace): Observed => ({
  code: { text: 'Place where the person feels a knot' },
  effectiveDateTime: at,
  bodySite: { text: siteOf(place) },
  component: [shareOf(place)],
});

const siteOf = ({ place, side }: ToldPlace): string => words(side === 'midline' ? place : `${place}, ${side}`);

const shareOf = ({ percent }: ToldPlace) => ({
  code: { text: 'Share of the region that is painted' },
  valueQuantity: unit(percent, '%'),
});

function procedureOf(subject: Reference, session: ToldSession): FhirResource {
  const { from, to, ended, minutes, techniques, muscles } = session;
  // A clock that was set back meanwhile makes no period.
  const isPeriod = from === null || to === null || Date.parse(from) <= Date.parse(to);
  return {
    resourceType: 'Procedure',
    status: ended === 'completed' ? 'completed' : ended === null || ended === 'left' ? 'unknown' : 'stopped',
    ...(ended === null || ended === 'completed' ? {} : { statusReason: { text: ended.replaceAll('-', ' ') } }),
    code: { text: 'Self-care of muscles, done by the person with an app as guide' },
    subject,
    performedPeriod: { ...(from === null ? {} : { start: from }), ...(to === null || !isPeriod ? {} : { end: to }) },
    performer: [{ actor: subject }],
    ...(muscles.length > 0 ? { bodySite: muscles.map((muscle) => ({ text: words(muscle) })) } : {}),
    note: [
      { text: `${minutes} minutes` },
      ...(techniques.length > 0 ? [{ text: `Done: ${words(techniques.join('; '))}` }] : []),
    ],
  };
}

const checkInOf = (subject: Reference, { day, before }: ToldDay): FhirResource => ({
  ...answeredBy(subject),
  authored: day,
  item: Object.entries(before).map(([factor, said]) => ({
    linkId: factor,
    text: `${factor}, the night or day before, against the person's own usual`,
    answer: [{ valueString: said }],
  })),
});

/** Null when every question was left open. */
function responseOf(subject: Reference, { at, name, answers }: ToldQuestionnaire): FhirResource | null {
  const item = answers.flatMap(({ question, answer }, i) =>
    answer === null
      ? []
      : [{ linkId: String(i + 1), text: words(`${name}: ${question}`), answer: [{ valueInteger: answer }] }],
  );
  return item.length === 0 ? null : { ...answeredBy(subject), authored: at, item };
}

const answeredBy = (subject: Reference) =>
  ({ resourceType: 'QuestionnaireResponse', status: 'completed', subject, author: subject, source: subject }) as const;

const DAY = 86_400_000;
const dayAfter = (time: LocalTime): string =>
  new Date(Date.parse(`${time.slice(0, 10)}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/** FHIR strings hold no control characters and no halves of letters, and are never empty. */
const plain = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\r\n]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
const words = (text: string): string => plain(text) || '?';

/** RFC 9562, version 4. */
function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte, i) =>
    (i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0'),
  ).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
