import planKnowledge from '@unknot/knowledge/edition/plan.json';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePlan } from '../plan/index.ts';
import { clearance } from '../triage/index.ts';
import { cuesOf, isWork, type SessionItem, scriptOf, scriptSeconds } from './index.ts';
import { heat, press, rolls, stretch } from './made-up.ts';

const kinds = (item: SessionItem) => scriptOf([item]).steps.map(({ kind, seconds }) => `${kind} ${seconds ?? '–'}`);

/** Every dose the planner may hand over, with a length around what the dose asks for. */
const anyItem = fc
  .record({
    category: fc.constantFrom('pressure-release', 'stretch', 'mobility', 'strength', 'calm', 'heat', 'cold', 'device'),
    side: fc.constantFrom('left', 'right', 'both', 'midline'),
    seconds: fc.integer({ min: 6, max: 1200 }),
    holdSeconds: fc.option(fc.integer({ min: 1, max: 90 })),
    repetitions: fc.option(fc.integer({ min: 1, max: 10 })),
    sets: fc.integer({ min: 1, max: 3 }),
    restSeconds: fc.option(fc.integer({ min: 0, max: 3600 })),
    perSide: fc.boolean(),
    intensityCap: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ category, side, seconds, ...dose }): SessionItem => {
    return { technique: 't', muscle: null, category, side, seconds, dose: { ...dose, confirm: [] } } as SessionItem;
  });

describe('the steps of an item', () => {
  test('SES-01: a dose that fits its time is spelled out as it is', () => {
    // 10 ready + left (45 + 20 + 45) + 20 change + right (45 + 20 + 45)
    expect(kinds(press({ side: 'both', seconds: 250 }))).toEqual([
      'get-ready 10',
      'hold 45',
      'rest 20',
      'hold 45',
      'switch-side 20',
      'hold 45',
      'rest 20',
      'hold 45',
      'ask-pain –',
      'done –',
    ]);
  });

  test('SES-01: too little time shortens the pauses first and leaves the holds alone', () => {
    expect(kinds(press({ side: 'left', seconds: 105 }))).toEqual([
      'get-ready 6',
      'hold 45',
      'rest 9',
      'hold 45',
      'ask-pain –',
      'done –',
    ]);
  });

  test('SES-01: far too little time shortens the holds alike', () => {
    expect(kinds(press({ side: 'left', seconds: 70 }))).toEqual([
      'get-ready 5',
      'hold 30',
      'rest 5',
      'hold 30',
      'ask-pain –',
      'done –',
    ]);
  });

  test('SES-01: too much time lengthens the pauses, never a hold, and the rest is not used', () => {
    expect(kinds(press({ side: 'left', seconds: 500 }))).toEqual([
      'get-ready 20',
      'hold 45',
      'rest 40',
      'hold 45',
      'ask-pain –',
      'done –',
    ]);
  });

  test('SES-01: movements take the time there is', () => {
    // 10 ready + 2 sets of 10 × 2 s with 10 s between: 60 s; the other 30 s go to the movements.
    expect(kinds(rolls({ seconds: 90 }))).toEqual([
      'get-ready 10',
      'repeat 35',
      'rest 10',
      'repeat 35',
      'ask-pain –',
      'done –',
    ]);
  });

  test('SES-01: whatever the dose, the steps never take longer than planned, and no hold longer than its dose', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const script = scriptOf([item]);
        expect(scriptSeconds(script)).toBeLessThanOrEqual(item.seconds);
        expect(script.steps.some(isWork)).toBe(true);
        for (const { kind, seconds } of script.steps) {
          if (kind === 'hold') expect(seconds).toBeLessThanOrEqual(item.dose.holdSeconds ?? 0);
          if (seconds !== null) expect(Number.isInteger(seconds) && seconds > 0).toBe(true);
        }
      }),
      { seed: 51, numRuns: 500 },
    );
  });

  test('SES-01: they take exactly the planned time unless pauses would more than double', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const { steps } = scriptOf([item]);
        const isDoubled = steps.every(({ kind, seconds }) => kind !== 'get-ready' || (seconds ?? 0) >= 20);
        if (!isDoubled) expect(scriptSeconds(scriptOf([item]))).toBe(item.seconds);
      }),
      { seed: 52, numRuns: 500 },
    );
  });

  test('SES-02: a hold of 8 s is a step of its own, 7 s is a movement', () => {
    expect(kinds(stretch({ holdSeconds: 8 }))).toContain('hold 8');
    expect(kinds(stretch({ holdSeconds: 7 })).some((kind) => kind.startsWith('repeat'))).toBe(true);
  });

  test('SES-03: both sides are done, beginning with the one that is asked for', () => {
    const sides = (item: SessionItem) =>
      scriptOf([item])
        .steps.filter(({ kind }) => kind === 'hold' || kind === 'switch-side')
        .map(({ kind, side }) => `${kind} ${side}`);
    expect(sides(press({ side: 'both', seconds: 250 }))).toEqual([
      'hold left',
      'hold left',
      'switch-side right',
      'hold right',
      'hold right',
    ]);
    expect(sides({ ...press({ side: 'both', seconds: 250 }), firstSide: 'right' })[0]).toBe('hold right');
    expect(sides(press({ side: 'right', seconds: 120 }))).toEqual(['hold right', 'hold right']);
  });

  test('SES-04: a rest of an hour lies between sessions, not inside one', () => {
    const hourly = press({ side: 'left', seconds: 400, restSeconds: 3600 });
    const longest = Math.max(
      ...scriptOf([hourly]).steps.map(({ kind, seconds }) => (kind === 'rest' ? (seconds ?? 0) : 0)),
    );
    expect(longest).toBeLessThanOrEqual(120);
    expect(kinds(press({ side: 'left', seconds: 160, restSeconds: 3600 }))).toContain('rest 60');
  });

  test('SES-05: every confirmation waits for the person, right before its item', () => {
    const { steps } = scriptOf([rolls({ seconds: 60 }), heat({ seconds: 600 })]);
    const waiting = steps.flatMap(({ kind, confirm, itemIndex }, index) =>
      kind === 'confirm' ? [`${itemIndex} ${confirm} → ${steps[index + 1]?.kind}`] : [],
    );
    expect(waiting).toEqual(['1 barrier-on → confirm', '1 awake → confirm', '1 nothing-on-skin → get-ready']);
  });

  test('warm and cold in turn are named, and nothing rests between them', () => {
    const item = { ...heat({ seconds: 730 }), category: 'cold' };
    const contrast = { ...item, dose: { ...item.dose, contrast: { warmSeconds: 180, coldSeconds: 60, rounds: 3 } } };
    const parts = scriptOf([contrast]).steps.flatMap(({ kind, part, seconds }) =>
      kind === 'passive' ? [`${part} ${seconds}`] : [],
    );
    expect(parts).toEqual(['warm 180', 'cold 60', 'warm 180', 'cold 60', 'warm 180', 'cold 60']);
  });

  test('no items give a session that has nothing to do', () => {
    expect(scriptOf([]).steps.map(({ kind }) => kind)).toEqual(['ask-pain', 'done']);
  });
});

describe('what the planner makes', () => {
  const knowledge = planKnowledge as unknown as PlanKnowledge;
  const everything = Object.keys(knowledge.toolVocabulary);
  const places = ['desk', 'wall', 'floor', 'bed', 'shower', 'anywhere'] as const;

  const cleared = clearance(
    { kind: 'self-care', because: [], support: [], undecided: [], closes: [] },
    { kind: 'current', until: 1 },
  );
  if (cleared.kind === 'refused') throw new Error(`nothing speaks against a plan, yet: ${cleared.because}`);

  /** Every item of plans for each muscle, for short and long times. */
  const items = knowledge.muscles.flatMap(({ id }) =>
    [5, 10, 20].flatMap((minutes) => {
      const plan = makePlan(knowledge, {
        targets: [
          { muscle: id, side: 'left', share: 0.6 },
          { muscle: id, side: 'right', share: 0.4 },
        ],
        minutes,
        tools: everything,
        places,
        conditions: {},
        clearance: cleared,
      });
      return plan.kind === 'plan' ? plan.items : [];
    }),
  );

  test('SES-01: takes exactly the planned seconds, item by item', () => {
    expect(items.length).toBeGreaterThan(300);
    const wrong = items.filter((item) => scriptSeconds(scriptOf([item])) !== item.seconds);
    expect(wrong.map(({ technique, side, seconds }) => `${technique} ${side} ${seconds}`)).toEqual([]);
  });
});

describe('the cues of a step', () => {
  const said = (item: SessionItem, kind: string) => {
    const script = scriptOf([item]);
    const index = script.steps.findIndex((step) => step.kind === kind);
    return cuesOf(script, index)
      .filter(({ cue }) => cue.code !== 'chime' && cue.code !== 'vibrate')
      .map(({ atMs, cue }) => `${atMs / 1000} ${cue.code}`);
  };

  test('SES-07: a hold of 45 s asks half-way, and counts the last three seconds', () => {
    expect(said(press({ side: 'left', seconds: 120 }), 'hold')).toEqual([
      '0 start-hold',
      '22.5 half-way',
      '22.5 pain-check',
      '42 last-3',
      '43 last-3',
      '44 last-3',
    ]);
  });

  test('SES-07: every item with a cap asks at least once, an item without one never', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const script = scriptOf([item]);
        const asked = script.steps
          .flatMap((_, index) => cuesOf(script, index))
          .filter(({ cue }) => cue.code === 'pain-check');
        if (item.dose.intensityCap === 0) expect(asked).toEqual([]);
        else expect(asked.length).toBeGreaterThan(0);
      }),
      { seed: 53, numRuns: 300 },
    );
  });

  test('SES-08: warmth reminds of the skin every five minutes and ends with "take it off"', () => {
    expect(said(heat({ seconds: 910 }), 'passive')).toEqual([
      '0 start-passive',
      '300 check-skin',
      '450 half-way',
      '450 pain-check',
      '600 check-skin',
      '897 last-3',
      '898 last-3',
      '899 last-3',
      '900 take-off',
    ]);
  });

  test('the technique is named when one gets ready for it', () => {
    expect(said(rolls({ seconds: 90 }), 'get-ready')).toEqual([
      '0 next-up',
      '0 get-ready',
      '7 last-3',
      '8 last-3',
      '9 last-3',
    ]);
  });
});
