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

/** Days ago, pain before, after and on the next day. What was done alternates; the experiment takes the last 24. */
const SESSIONS = [
  ...[
    [35, 7, 5, 6],
    [34, 7, 6, null],
    [33, 7, 4, 6],
    [32, 6, 5, 6],
    [31, 7, 5, 6],
    [30, 6, 5, null],
  ],
  ...[
    [29, 6, 3, 5],
    [28, 6, 5, 6],
    [27, 6, 4, 5],
    [26, 6, 6, 6],
    [25, 6, 3, 5],
    [24, 5, 5, 5],
  ],
  ...[
    [23, 6, 3, 4],
    [22, 5, 4, null],
    [21, 5, 3, 5],
    [20, 6, 6, 6],
    [19, 6, 4, 5],
    [18, 5, 4, 5],
  ],
  ...[
    [17, 5, 2, 4],
    [16, 5, 5, 5],
    [15, 5, 3, 4],
    [14, 4, 4, null],
    [13, 5, 2, 4],
    [12, 4, 4, 4],
  ],
  ...[
    [10, 5, 3, 4],
    [9, 4, 3, 4],
    [7, 4, 2, 3],
    [6, 4, 4, 4],
    [4, 4, 2, 3],
    [2, 3, 2, 3],
  ],
] as const;

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
  const begun = SESSIONS.length - order.length;
  SESSIONS.forEach(([daysAgo, before, after, nextDay], index) => {
    const at = now - daysAgo * DAY;
    const sessionId = `sample-${daysAgo}`;
    if (index === begun)
      tell(at - 1000, 'experiment.begun', { experimentId: 'sample-trial', a: PRESS, b: STRETCH, seed: SEED });
    // Better sessions are those with the press, in the order the experiment drew.
    const isPress = index < begun ? index % 2 === 0 : order[index - begun] === 'a';
    const techniques = [
      isPress ? PRESS : STRETCH,
      ...(index % 3 === 0 ? [WARMTH] : []),
      ...(index % 4 < 2 ? [BREATHS] : []),
    ];
    const fall = isPress ? Math.min(after, before - 2) : Math.max(after, before - 1);
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
    if (nextDay !== null) tell(at + DAY - 3_600_000, 'outcome.rated', { sessionId, when: 'next-day', pain: nextDay });
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
