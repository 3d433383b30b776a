// The diary of a made-up person: five weeks with a knot beside the right shoulder blade, as a file to read in. Told are sessions,
// drawings that shrink, check-ins, two short questionnaires and an experiment that came to its end.

import { addMark, emptyDrawing, encodeDrawing, type Layer, type Mark, type PainDrawing } from '@unknot/atlas/drawing';
import { armsInOrder } from '@unknot/engine/learning';
import { exportJournal } from '@unknot/journal/exchange';
import { entryOf } from '@unknot/journal/log';
import { type Recorded, record } from '@unknot/journal/record';

const DAY = 86_400_000;
const EDITIONS = { atlas: '1', knowledge: '1' };
const PRESS = 'hand-press-levator';
const STRETCH = 'levator-stretch';
const WARMTH = 'heat-pack-moist';
const BREATHS = 'diaphragmatic-breathing';
const SEED = 'sample-order';

/** How pain changed, session by session. */
const AFTER_PRESS = [-3, -3, -2, -2, -3, -2, -2, -1, -3, -2, -4, -2];
const AFTER_STRETCH = [-1, 0, -1, -1, 0, -1, 1, -1, 0, -1, -1, 0];
/** Sessions by days ago, with the pain before them. What was done alternates; the experiment takes the last 24. */
const DAYS_AGO = [
  35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 10, 9, 7, 6, 4, 2,
];
const BEFORE = [7, 7, 7, 6, 7, 6, 6, 6, 6, 6, 6, 5, 6, 5, 5, 6, 6, 5, 5, 5, 5, 4, 5, 4, 5, 4, 4, 4, 4, 3];

/** @param now  epoch ms; the diary ends two days earlier */
export function sampleDiary(now: number): string {
  let hlc: string | null = null;
  const events: Recorded['event'][] = [];
  const tell = <T extends Parameters<typeof record>[1]>(at: number, type: T, body: Parameters<typeof record<T>>[2]) => {
    const told: Recorded<T> = record(
      { now: at, random: () => (events.length % 32) / 32, device: 'sample', hlc, editions: EDITIONS },
      type,
      body,
    );
    hlc = told.hlc;
    events.push(told.event);
  };
  const order = armsInOrder(SEED);
  const begun = DAYS_AGO.length - order.length;
  DAYS_AGO.forEach((daysAgo, index) => {
    const before = BEFORE[index] ?? 5;
    const at = now - daysAgo * DAY;
    const sessionId = `sample-${daysAgo}`;
    if (index === begun)
      tell(at - 1000, 'experiment.begun', { experimentId: 'sample-trial', a: PRESS, b: STRETCH, seed: SEED });
    // In the order the experiment drew.
    const isPress = index < begun ? index % 2 === 0 : order[index - begun] === 'a';
    const techniques = [
      isPress ? PRESS : STRETCH,
      ...(index % 3 === 0 ? [WARMTH] : []),
      ...(index % 4 < 2 ? [BREATHS] : []),
    ];
    const fall = Math.max(0, before + ((isPress ? AFTER_PRESS : AFTER_STRETCH)[index % 12] ?? 0));
    if (daysAgo % 7 === 0 || daysAgo === 2)
      tell(at, 'drawing.saved', {
        drawingId: `sample-drawing-${daysAgo}`,
        encoded: encodeDrawing(drawn(before, daysAgo)),
      });
    tell(at, 'session.started', {
      sessionId,
      planId: null,
      painBefore: before,
      items: techniques.map((technique) => ({ technique, muscle: 'levator-scapulae', side: 'right', seconds: 120 })),
    });
    tell(at + 480_000, 'session.finished', {
      sessionId,
      reason: 'completed',
      itemsDone: techniques.length,
      secondsDone: 120 * techniques.length,
      painAfter: fall,
    });
    // The day after is asked about once, and sometimes passed over.
    if (index % 4 !== 3)
      tell(at + DAY - 3_600_000, 'outcome.rated', {
        sessionId,
        when: 'next-day',
        pain: Math.max(0, before - (isPress ? 1 : 0)),
      });
  });
  for (let daysAgo = 34; daysAgo >= 2; daysAgo--) {
    const day = new Date(now - daysAgo * DAY).toISOString().slice(0, 10);
    const sleep = ([-1, 0, 1, 0, 0] as const)[daysAgo % 5] ?? 0;
    tell(now - daysAgo * DAY, 'day.told', {
      day,
      before: {
        sleep,
        sitting: daysAgo % 7 < 5 ? 1 : -1,
        stress: daysAgo % 3 === 0 ? 1 : 0,
        ...(daysAgo < 9 ? { water: 0 } : {}),
      },
    });
  }
  tell(now - 28 * DAY, 'questionnaire.answered', { questionnaire: 'impact-3', answers: [6, 5, 4] });
  tell(now - 3 * DAY, 'questionnaire.answered', { questionnaire: 'impact-3', answers: [4, 3, 3] });
  return exportJournal(events.map(entryOf), { exportedAt: now, editions: EDITIONS, sensitive: false });
}

/** Strokes beside the right shoulder blade and up to the neck; fewer and shorter as the days go by. */
function drawn(intensity: number, daysAgo: number): PainDrawing {
  const length = 30 + 3 * daysAgo;
  const stroke = (x: number, y: number, to: number, pain: number): Mark => ({
    kind: 'stroke',
    layer: 'pain' as Layer,
    mode: 'paint',
    view: 'posterior',
    radius: 16,
    points: [x, y, x + 6, Math.round((y + to) / 2), x, to],
    intensity: Math.max(0, pain),
  });
  let drawing = addMark(emptyDrawing(), stroke(78, 300, 300 + length, intensity));
  drawing = addMark(drawing, stroke(104, 320, 320 + Math.round(length * 0.6), intensity - 1));
  if (daysAgo > 10) drawing = addMark(drawing, stroke(70, 230, 290, intensity - 2));
  return drawing;
}
