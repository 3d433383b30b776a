// A made-up journal for tests and measurements: a person who checks, draws, plans, does a session and rates it, again
// and again. The same seed tells the same story.

import type { Editions, JournalEvent, Stamp } from '../event/index.ts';
import { record, type Teller } from '../record/index.ts';

const EDITIONS: Editions = { atlas: 'test', knowledge: 'test' };
const START = Date.UTC(2026, 0, 5, 8);
const MINUTE = 60_000;

/** Chance that repeats: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` events of one person on one device, oldest first. */
export function someonesEvents(count: number, seed: number, device = 'phone', start = START): JournalEvent[] {
  const random = seeded(seed);
  const pick = <T>(options: readonly T[]): T => options[Math.floor(random() * options.length)] as T;
  const nrs = () => Math.floor(random() * 11);
  const events: JournalEvent[] = [];
  let now = start;
  let hlc: Stamp | null = null;
  let round = 0;
  const tell: typeof record = (_, type, body) => {
    // Sometimes the clock of the device is set back.
    now += random() < 0.03 ? -30 * MINUTE : Math.floor(random() * 20 * MINUTE);
    const teller: Teller = { now, random, device, hlc, editions: EDITIONS };
    const told = record(teller, type, body);
    hlc = told.hlc;
    events.push(told.event);
    return told;
  };
  const anyone = {} as Teller;
  while (events.length < count) {
    round += 1;
    const sessionId = `${device}-session-${round}`;
    const planId = `${device}-plan-${round}`;
    const item = { technique: pick(['child-pose', 'hand-press-levator']), muscle: 'levator-scapulae', seconds: 90 };
    tell(anyone, 'profile.changed', {
      patch: pick([
        { minutes: pick([2, 5, 10, 20]) },
        {
          conditions: {
            [pick(['anticoagulant', 'diabetes', 'migraine'])]: pick([true, false, 'unsure', null] as const),
          },
        },
        { tools: pick([['ball'], ['ball', 'heat-pack'], null]) },
      ]),
    });
    const check = tell(anyone, 'check.finished', {
      facts: { 'saddle-numb': pick([true, false, 'unsure'] as const), 'age-years': 40 },
      conditions: { migraine: pick([true, false]) },
      painted: [{ region: 'neck-angle', side: pick(['left', 'right'] as const), coverage: 0.5, intensity: nrs() }],
      level: pick(['self-care', 'see-doctor', 'emergency'] as const),
      because: [],
      support: [],
      edition: 'test',
    });
    if (random() < 0.3)
      tell(anyone, 'check.sensitive', {
        checkId: check.event.id,
        facts: {},
        conditions: { pregnancy: random() < 0.5 },
      });
    if (random() < 0.2) tell(anyone, 'check.reopened', { because: 'new-symptom' });
    if (random() < 0.1) tell(anyone, 'clearance.overridden', { rules: ['cancer-history-new'] });
    for (let save = 0; save < 3; save += 1)
      tell(anyone, 'drawing.saved', {
        drawingId: `${device}-drawing-${Math.ceil(round / 2)}`,
        encoded: `u1:${round}:${save}`,
      });
    tell(anyone, 'finding.answered', {
      test: pick(['press', 'stretch', 'turn']),
      muscle: 'levator-scapulae',
      side: pick(['left', 'right', null] as const),
      answer: pick(['yes', 'no', 'unsure', null] as const),
    });
    tell(anyone, 'ranking.shown', { top: [{ muscle: 'levator-scapulae', side: 'left', probability: random() }] });
    tell(anyone, 'plan.made', { planId, request: { minutes: 5 }, items: [{ ...item, side: 'left' }], says: [] });
    tell(anyone, 'session.started', { sessionId, planId, painBefore: nrs(), items: [{ ...item, side: 'left' }] });
    tell(anyone, 'session.finished', {
      sessionId,
      reason: pick(['completed', 'completed', 'done-early', 'pain', 'dizzy'] as const),
      itemsDone: 1,
      secondsDone: 90,
    });
    tell(anyone, 'outcome.rated', { sessionId, when: 'after', pain: nrs() });
    tell(anyone, 'outcome.rated', { sessionId, when: 'next-day', pain: nrs() });
    if (random() < 0.1) tell(anyone, 'harm.reported', { sessionId, kind: pick(['worse', 'bruise', 'dizzy'] as const) });
    tell(anyone, 'day.told', {
      day: new Date(now).toISOString().slice(0, 10),
      before: { sleep: pick([-1, 0, 1, null]) },
    });
    if (random() < 0.1)
      tell(anyone, 'experiment.begun', { experimentId: sessionId, a: 'child-pose', b: 'chin-tuck', seed: sessionId });
    tell(anyone, 'technique.preferred', {
      technique: item.technique,
      wish: pick(['never', 'prefer', 'neutral'] as const),
    });
  }
  return events.slice(0, count);
}

/** A readable event for a test, `minutes` after the start of the story. */
export function event<T extends Parameters<typeof record>[1]>(
  type: T,
  body: Parameters<typeof record<T>>[2],
  minutes: number,
  device = 'phone',
): JournalEvent<T> {
  const now = START + minutes * MINUTE;
  const told = record({ now, random: seeded(minutes), device, hlc: null, editions: EDITIONS }, type, body);
  return told.event;
}
