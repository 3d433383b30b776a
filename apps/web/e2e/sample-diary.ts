// The diary of a made-up person: two weeks with a knot beside the right shoulder blade, as a file to read in.

import { addMark, emptyDrawing, encodeDrawing, type PainDrawing } from '@unknot/atlas/drawing';
import { exportJournal } from '@unknot/journal/exchange';
import { entryOf } from '@unknot/journal/log';
import { type Recorded, record } from '@unknot/journal/record';

const DAY = 86_400_000;
const EDITIONS = { atlas: '1', knowledge: '1' };

/** Days ago, pain before, after and on the next day. */
const SESSIONS = [
  [13, 7, 6, 6],
  [11, 6, 4, 5],
  [9, 6, 5, 5],
  [6, 5, 3, null],
  [4, 6, 4, 4],
  [2, 4, 3, 4],
] as const;

const painted = (drawing: PainDrawing, region: string, intensity: number): PainDrawing =>
  addMark(drawing, { kind: 'region', layer: 'pain', region, side: 'right', coverage: 1, intensity });

const TECHNIQUES = ['heat-pack-moist', 'ball-wall-upper-back', 'levator-stretch'];

/** @param now  epoch ms; the diary ends two days earlier */
export function sampleDiary(now: number): string {
  let hlc: string | null = null;
  let drawn = 0;
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
  for (const [daysAgo, before, after, nextDay] of SESSIONS) {
    const at = now - daysAgo * DAY;
    const sessionId = `sample-${daysAgo}`;
    const items = TECHNIQUES.map(
      (technique) => ({ technique, muscle: 'levator-scapulae', side: 'right', seconds: 120 }) as const,
    );
    if (daysAgo % 3 === 0 || daysAgo === 13) {
      drawn += 1;
      const drawing = painted(painted(emptyDrawing(), 'neck-angle', before), 'scapula-superior-angle', before - drawn);
      tell(at, 'drawing.saved', { drawingId: `sample-drawing-${drawn}`, encoded: encodeDrawing(drawing) });
    }
    tell(at, 'session.started', { sessionId, planId: null, painBefore: before, items });
    tell(at + 480_000, 'session.finished', {
      sessionId,
      reason: 'completed',
      itemsDone: 3,
      secondsDone: 470,
      painAfter: after,
    });
    if (nextDay !== null) tell(at + DAY, 'outcome.rated', { sessionId, when: 'next-day', pain: nextDay });
  }
  return exportJournal(events.map(entryOf), { exportedAt: now, editions: EDITIONS, sensitive: false });
}
