import type { Side } from '@unknot/atlas/frame';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAIN_QUALITIES, type PainPlace } from '../case/index.ts';
import { enumerate, SMALL_MUSCLES, SMALL_REGIONS, smallKnowledge } from '../testing/index.ts';
import { decodeEvidence, type Evidence, type Posterior, prepare, rank } from './index.ts';
import { jointPosterior } from './joint.ts';
import { problemOf, weigh } from './weigh.ts';

const SEED = 20261121;
const EXACT = { exactSteps: 1e9, tolerance: 0, branches: 0 };
const model = prepare(smallKnowledge());
/** The same with everything on that the small numbers leave off. */
const full = prepare(
  smallKnowledge(SMALL_MUSCLES, { bothSides: 1.5, pointsTogether: 1.5, temper: 1.6, anywhereOdds: 0.5 }),
);

const painted = (region: string, side: Side, more: Partial<PainPlace> = {}): PainPlace => ({
  region,
  side,
  coverage: 1,
  ...more,
});
const of = (posterior: Posterior, muscle: string, side: 'left' | 'right') => {
  const found = posterior.candidates.find((candidate) => candidate.muscle === muscle && candidate.side === side);
  if (!found) throw new Error(`${muscle} ${side} must be ranked`);
  return found;
};
const otherThan = (posterior: Posterior, hypothesis: string) =>
  posterior.other.find((other) => other.hypothesis === hypothesis)?.probability ?? Number.NaN;

const mirrorSide = (side: Side): Side => (side === 'left' ? 'right' : side === 'right' ? 'left' : side);
const mirror = (evidence: Evidence): Evidence => ({
  ...evidence,
  places: evidence.places.map((place) => ({ ...place, side: mirrorSide(place.side) })),
  knots: (evidence.knots ?? []).map((knot) => ({ ...knot, side: mirrorSide(knot.side) })),
  findings: Object.fromEntries(
    Object.entries(evidence.findings ?? {}).map(([key, answer]) => [
      key.replace(/@(left|right)$/, (_, side) => `@${mirrorSide(side)}`),
      answer,
    ]),
  ),
  earlier: (evidence.earlier ?? []).map(({ muscle, side }) => ({ muscle, side: side === 'left' ? 'right' : 'left' })),
});

const cells = SMALL_REGIONS.flatMap((region) =>
  (region === 'spine' ? ['midline'] : ['left', 'right']).map((side) => ({ region, side: side as Side })),
);
const coverage = fc.double({ min: 0.01, max: 1, noNaN: true });
const evidences: fc.Arbitrary<Evidence> = fc.record({
  places: fc
    .uniqueArray(
      fc.record({
        cell: fc.constantFrom(...cells),
        coverage,
        intensity: fc.integer({ min: 0, max: 10 }),
        quality: fc.constantFrom(...PAIN_QUALITIES),
      }),
      { selector: ({ cell }) => `${cell.region}@${cell.side}`, maxLength: 7 },
    )
    .map((places) => places.map(({ cell, ...rest }) => ({ ...cell, ...rest }))),
  knots: fc
    .uniqueArray(fc.record({ cell: fc.constantFrom(...cells), coverage }), {
      selector: ({ cell }) => `${cell.region}@${cell.side}`,
      maxLength: 2,
    })
    .map((knots) => knots.map(({ cell, ...rest }) => ({ ...cell, ...rest }))),
  findings: fc.dictionary(
    fc.constantFrom(
      'levator-press@left',
      'levator-press@right',
      'rhomboid-stretch@left',
      'scalene-press@right',
      'belly-press',
    ),
    fc.constantFrom('yes', 'no', 'unsure'),
    { noNullPrototype: true },
  ),
  context: fc.subarray(['desk-work', 'turning the head', 'lifting']),
  earlier: fc.subarray([
    { muscle: 'levator', side: 'left' },
    { muscle: 'scalene', side: 'right' },
  ] as const),
});

/** Ranking by name, so that ties in the order do not matter. */
const numbers = (posterior: Posterior, turn: (side: Side) => Side = (side) => side) =>
  Object.fromEntries(
    posterior.candidates.map(({ muscle, side, ...rest }) => [
      `${muscle}@${turn(side)}`,
      {
        ...rest,
        because: rest.because
          .map((reason) => JSON.stringify(reason.side ? { ...reason, side: turn(reason.side) } : reason))
          .sort(),
      },
    ]),
  );

describe('ranking', () => {
  test('INF-01: on small knowledge every probability is that of the plain enumeration', () => {
    fc.assert(
      fc.property(evidences, fc.integer({ min: 3, max: 5 }), (evidence, count) => {
        const muscles = SMALL_MUSCLES.slice(0, count);
        const few = prepare(smallKnowledge(muscles));
        const known = Object.fromEntries(
          Object.entries(evidence.findings ?? {}).filter(([key]) => muscles.some(({ id }) => key.startsWith(id))),
        );
        const told = { ...evidence, findings: known, earlier: [] };
        const posterior = rank(few, told);
        // Blanks are left to the enumeration; everything else about single causes is in the odds already.
        const weighed = weigh(few, told);
        const { odds, unitRatio } = problemOf(few, weighed);
        const { leak } = few.parameters;
        const blankWeight = weighed.painted.some((sure) => sure > 0) ? few.parameters.blankWeight : 0;
        const effect = few.causes.map((_, c) => {
          const row = few.cells.map(() => 0);
          for (let k = few.zoneStart[c] as number; k < (few.zoneStart[c + 1] as number); k++) {
            row[few.zoneCell[k] as number] = few.zoneEffect[k] as number;
          }
          return row;
        });
        const blank = effect.map((row) =>
          row.reduce((all, e, r) => (weighed.painted[r] === 0 ? all * (1 - e) ** blankWeight : all), 1),
        );
        const plain = enumerate({
          odds: Array.from(odds, (value, c) => value / (blank[c] as number)),
          unit: few.causes.map(({ unit }) => unit),
          unitRatio: [...unitRatio],
          effect,
          painted: [...weighed.painted],
          leak,
          blankWeight,
        });
        const expected = plain.made.unit.every((p) => p >= 0) ? plain.made.unit : plain.unit;
        for (const { muscle, side, probability } of posterior.candidates) {
          const unit = few.units.findIndex((u) => u.kind === 'muscle' && u.muscle === muscle && u.side === side);
          expect(Math.abs(probability - (expected[unit] as number))).toBeLessThan(1e-9);
        }
      }),
      { seed: SEED, numRuns: 12 },
    );
  });

  test('INF-04: the mirrored drawing gives the mirrored ranking to the last digit', () => {
    fc.assert(
      fc.property(evidences, (evidence) => {
        expect(numbers(rank(model, mirror(evidence)), mirrorSide)).toEqual(numbers(rank(model, evidence)));
        expect(numbers(rank(full, mirror(evidence)), mirrorSide)).toEqual(numbers(rank(full, evidence)));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  test('INF-04: a drawing that is its own mirror image gives both sides the same numbers', () => {
    const posterior = rank(model, {
      places: [painted('spine', 'midline'), painted('neck', 'left'), painted('neck', 'right')],
    });
    expect(of(posterior, 'levator', 'left').probability).toBe(of(posterior, 'levator', 'right').probability);
    expect(posterior.candidates[0]?.side).toBe('left');
  });

  test('INF-05: the order in which things were told does not matter', () => {
    fc.assert(
      fc.property(evidences, (evidence) => {
        const turned: Evidence = {
          places: evidence.places.toReversed(),
          knots: (evidence.knots ?? []).toReversed(),
          findings: Object.fromEntries(Object.entries(evidence.findings ?? {}).toReversed()),
          context: (evidence.context ?? []).toReversed(),
          earlier: (evidence.earlier ?? []).toReversed(),
        };
        expect(rank(model, turned)).toEqual(rank(model, evidence));
        expect(rank(full, turned)).toEqual(rank(full, evidence));
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test('INF-06: an empty drawing gives how common each muscle is, and says that it is only that', () => {
    const posterior = rank(model, { places: [] });
    expect(posterior.onlyPrior).toBe(true);
    expect(posterior.nothingFits).toBe(false);
    // One common point of a muscle with one point: odds 0.05.
    expect(of(posterior, 'levator', 'left').probability).toBeCloseTo(0.05 / 1.05, 12);
    expect(rank(model, { places: [painted('neck', 'left')] }).onlyPrior).toBe(false);
  });

  test('INF-07: a painted place of its zone raises a muscle, a blank one lowers it and is named as a reason', () => {
    const before = rank(model, { places: [] });
    const neckOnly = rank(model, { places: [painted('neck', 'left')] });
    const both = rank(model, { places: [painted('neck', 'left'), painted('blade', 'left')] });
    expect(of(neckOnly, 'levator', 'left').probability).toBeGreaterThan(of(before, 'levator', 'left').probability);
    expect(of(both, 'levator', 'left').probability).toBeGreaterThan(of(neckOnly, 'levator', 'left').probability);
    expect(of(neckOnly, 'levator', 'left').because).toContainEqual(
      expect.objectContaining({ kind: 'blank', ref: 'blade', side: 'left', logOdds: 0.5 * Math.log(1 - 0.25) }),
    );
    expect(of(neckOnly, 'levator', 'left').because[0]).toMatchObject({ kind: 'place', ref: 'neck', side: 'left' });
  });

  test('INF-07: pain that another muscle explains speaks less for this one', () => {
    const shoulderBlade = [painted('blade', 'left')];
    const alone = prepare(smallKnowledge(SMALL_MUSCLES.filter(({ id }) => id === 'rhomboid')));
    expect(of(rank(alone, { places: shoulderBlade }), 'rhomboid', 'left').probability).toBeGreaterThan(
      of(rank(model, { places: shoulderBlade }), 'rhomboid', 'left').probability,
    );
  });

  test('INF-08: a knot mark raises the muscle under it, and one beside it less', () => {
    const places = [painted('neck', 'left'), painted('blade', 'left')];
    const none = of(rank(model, { places }), 'rhomboid', 'left').probability;
    const under = of(
      rank(model, { places, knots: [{ region: 'blade', side: 'left', coverage: 1 }] }),
      'rhomboid',
      'left',
    );
    const beside = of(
      rank(model, { places, knots: [{ region: 'shoulder', side: 'left', coverage: 1 }] }),
      'rhomboid',
      'left',
    );
    expect(under.probability).toBeGreaterThan(beside.probability);
    expect(beside.probability).toBeGreaterThan(none);
    expect(under.because).toContainEqual({ kind: 'knot', ref: 'blade', side: 'left', logOdds: Math.log(2.2) });
  });

  test('INF-09: tingling raises nerve root and lowers muscles', () => {
    const places = (quality: 'ache' | 'tingling') => [
      painted('arm', 'left', { quality }),
      painted('hand', 'left', { quality }),
    ];
    const ache = rank(model, { places: places('ache') });
    const tingling = rank(model, { places: places('tingling') });
    expect(otherThan(tingling, 'nerve-root')).toBeGreaterThan(otherThan(ache, 'nerve-root'));
    expect(of(tingling, 'scalene', 'left').probability).toBeLessThan(of(ache, 'scalene', 'left').probability);
  });

  describe('INF-10: no clear pattern', () => {
    const doubting = prepare(smallKnowledge(SMALL_MUSCLES, { anywhereOdds: 0.5 }));
    const lonely = prepare(
      smallKnowledge(
        SMALL_MUSCLES.filter(({ id }) => id !== 'belly'),
        { anywhereOdds: 0.5 },
      ),
    );

    test('is told where no zone reaches, and not for a zone painted in full', () => {
      expect(rank(lonely, { places: [painted('hip', 'left')] }).nothingFits).toBe(true);
      expect(rank(lonely, { places: [painted('neck', 'left'), painted('blade', 'left')] }).nothingFits).toBe(false);
    });

    test('comes with less for every muscle, all in the same proportion', () => {
      const places = [painted('neck', 'left'), painted('blade', 'left')];
      const some = 1 - otherThan(rank(doubting, { places }), 'no-clear-pattern');
      for (const { muscle, side, probability } of rank(model, { places }).candidates) {
        expect(of(rank(doubting, { places }), muscle, side).probability).toBeCloseTo(some * probability, 12);
      }
    });

    test('is as likely as the plain sum over all sets and the plain chance of places anywhere say', () => {
      const places = [painted('neck', 'left'), painted('hand', 'right')];
      const weighed = weigh(doubting, { places });
      const { fewOdds, zoneStart, zoneCell, zoneEffect, cells, parameters } = doubting;
      const reached = [...fewOdds.keys()].filter((c) =>
        zoneCell.subarray(zoneStart[c], zoneStart[c + 1]).some((r) => (weighed.meant[r] as number) > 0),
      );
      // Those that reach nothing painted: at work or not, their blanks and nothing else.
      const quietOf = (c: number, r: number) => {
        const k = zoneCell.subarray(zoneStart[c], zoneStart[c + 1]).indexOf(r);
        return k === -1 ? 1 : 1 - (zoneEffect[(zoneStart[c] as number) + k] as number);
      };
      const blanks = (c: number) =>
        cells.reduce((all, _, r) => all * quietOf(c, r) ** (weighed.blank[r] as number), fewOdds[c] as number);
      let others = 1;
      for (let c = 0; c < fewOdds.length; c++) if (!reached.includes(c)) others *= 1 + blanks(c);
      const likelihood = (leak: number, set: readonly number[]) =>
        cells.reduce((all, _, r) => {
          const sure = weighed.meant[r] as number;
          if (sure === 0) return all;
          const quiet = set.reduce((chance, c) => chance * quietOf(c, r), 1 - leak);
          return all * (sure * (1 - quiet) + (1 - sure) * quiet);
        }, 1);
      let sum = 0;
      for (let set = 0; set < 2 ** reached.length; set++) {
        const active = reached.filter((_, i) => (set >> i) & 1);
        sum += active.reduce((all, c) => all * blanks(c), 1) * likelihood(parameters.patternLeak, active);
      }
      const none = likelihood(parameters.patternLeak, []);
      const few = fewOdds.reduce((all, odd) => all * (1 + odd), 1);
      const map = (sum * others - none) / (few - 1);
      const stray = Math.max(parameters.strayChance, weighed.meant.reduce((all, sure) => all + sure, 0) / cells.length);
      const anywhere = likelihood(stray, []) * (1 - stray) ** weighed.blank.reduce((all, power) => all + power, 0);
      expect(otherThan(rank(doubting, { places }), 'no-clear-pattern')).toBeCloseTo(
        (0.5 * anywhere) / (0.5 * anywhere + map),
        9,
      );
    });

    test('is less likely after a test that speaks for a muscle, more after one that speaks against', () => {
      const places = [painted('neck', 'left'), painted('hand', 'right')];
      const after = (answer: 'yes' | 'no') =>
        otherThan(rank(doubting, { places, findings: { 'levator-press@left': answer } }), 'no-clear-pattern');
      const now = otherThan(rank(doubting, { places }), 'no-clear-pattern');
      expect(after('yes')).toBeLessThan(now);
      expect(after('no')).toBeGreaterThan(now);
    });

    test('moves the tested muscle by exactly its ratio all the same', () => {
      const places = [painted('neck', 'left'), painted('hand', 'right')];
      const odds = (findings: Evidence['findings'] & object) => {
        const { probability } = of(rank(doubting, { places, findings }), 'levator', 'left');
        return probability / (1 - probability);
      };
      expect(odds({ 'levator-press@left': 'yes' })).toBeCloseTo(2.2 * odds({}), 9);
    });
  });

  test('INF-11: yes raises a muscle, no lowers it, unsure changes nothing; pressing counts more', () => {
    const places = [painted('blade', 'left')];
    const p = (key: string, answer: 'yes' | 'no' | 'unsure') =>
      of(rank(model, { places, findings: { [key]: answer } }), 'rhomboid', 'left').probability;
    const now = of(rank(model, { places }), 'rhomboid', 'left').probability;
    const odds = (probability: number) => probability / (1 - probability);
    expect(odds(p('rhomboid-press@left', 'yes'))).toBeCloseTo(2.2 * odds(now), 9);
    expect(odds(p('rhomboid-press@left', 'no'))).toBeCloseTo(0.6 * odds(now), 9);
    expect(odds(p('rhomboid-stretch', 'yes'))).toBeCloseTo(1.5 * odds(now), 9);
    expect(p('rhomboid-press@left', 'unsure')).toBe(now);
    expect(p('rhomboid-press@right', 'yes')).toBe(now);
  });

  test('INF-12: context moves a muscle a little, never beyond its limit', () => {
    const places = [painted('neck', 'left'), painted('blade', 'left')];
    const told = of(
      rank(model, { places, context: ['turning the head', 'turning the head in bed', 'head turning'] }),
      'levator',
      'left',
    );
    const factors = told.because
      .filter(({ kind }) => kind === 'context')
      .reduce((sum, { logOdds }) => sum + logOdds, 0);
    expect(factors).toBeCloseTo(Math.log(3), 9);
    const desk = of(rank(model, { places, context: ['desk-work'] }), 'rhomboid', 'left');
    expect(desk.because).toContainEqual({ kind: 'context', ref: 'desk-work', logOdds: Math.log(1.2) });
  });

  test('INF-13: at least two muscles and all three other explanations are always there', () => {
    fc.assert(
      fc.property(evidences, (evidence) => {
        const { candidates, other } = rank(full, evidence);
        expect(candidates.length).toBeGreaterThanOrEqual(2);
        expect(other.map(({ hypothesis }) => hypothesis).sort()).toEqual([
          'joint-or-disc',
          'nerve-root',
          'no-clear-pattern',
        ]);
        for (const { probability, triggerPoints } of candidates) {
          expect(probability).toBeGreaterThan(0);
          expect(probability).toBeLessThan(1);
          expect(triggerPoints.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test('INF-14: equal candidates come by name, left before right', () => {
    const { candidates } = rank(model, { places: [] });
    const names = candidates.map(({ muscle, side }) => `${muscle} ${side}`);
    expect(names.indexOf('deltoid left')).toBeLessThan(names.indexOf('deltoid right'));
    expect(names.indexOf('deltoid right')).toBeLessThan(names.indexOf('levator left'));
  });

  test('INF-15: a person who paints everything 4 is read like one who paints everything 8', () => {
    const at = (intensity: number) =>
      rank(model, { places: [painted('neck', 'left', { intensity }), painted('arm', 'left', { intensity })] });
    expect(at(4)).toEqual(at(8));
    expect(at(4)).toEqual(rank(model, { places: [painted('neck', 'left'), painted('arm', 'left')] }));
  });
});

describe('what goes together, earlier episodes and temper', () => {
  const places = [painted('neck', 'left'), painted('blade', 'left')];
  const odds = (probability: number) => probability / (1 - probability);
  const p = (some: typeof model, evidence: Evidence, muscle = 'levator', side: 'left' | 'right' = 'left') =>
    of(rank(some, evidence), muscle, side);

  test('INF-18: the same zone painted on the other side raises a muscle, and the places there are named', () => {
    const paired = prepare(smallKnowledge(SMALL_MUSCLES, { bothSides: 2 }));
    const both = [...places, painted('neck', 'right'), painted('blade', 'right')];
    const [alone, together] = [p(model, { places: both }), p(paired, { places: both })];
    // Paint is at most 0.97 sure, so the ratio of 2 is reached to that power.
    expect(odds(together.probability) / odds(alone.probability)).toBeGreaterThan(1.3);
    expect(together.because).toContainEqual(
      expect.objectContaining({ kind: 'place', ref: 'neck', side: 'right', logOdds: expect.closeTo(0.43, 1) }),
    );
    expect(p(paired, { places }).probability).toBeCloseTo(p(model, { places }).probability, 12);
  });

  test('INF-18: the zone of a sister point raises the others of its muscle', () => {
    const sisters = prepare(smallKnowledge(SMALL_MUSCLES, { pointsTogether: 2 }));
    const both = { places: [painted('neck', 'left'), painted('arm', 'left')] };
    expect(p(sisters, both, 'scalene').probability).toBeGreaterThan(p(model, both, 'scalene').probability);
    const one = { places: [painted('shoulder', 'left')] };
    expect(p(sisters, one, 'deltoid')).toEqual(p(model, one, 'deltoid'));
  });

  test('INF-19: relief in an earlier episode raises that muscle on that side by its ratio, once', () => {
    const episode = { muscle: 'rhomboid', side: 'left' } as const;
    const now = p(model, { places }, 'rhomboid').probability;
    const again = p(model, { places, earlier: [episode, episode] }, 'rhomboid');
    expect(odds(again.probability)).toBeCloseTo(2 * odds(now), 9);
    expect(again.because).toContainEqual({ kind: 'context', ref: 'earlier-relief', logOdds: Math.log(2) });
    const other = { places, earlier: [{ ...episode, side: 'right' as const }] };
    expect(p(model, other, 'rhomboid').probability).toBeCloseTo(now, 12);
    expect(rank(model, { places: [], earlier: [episode] }).onlyPrior).toBe(false);
  });

  test('INF-20: temper moves candidates further the way the evidence points, and not at all without evidence', () => {
    const tempered = prepare(smallKnowledge(SMALL_MUSCLES, { temper: 2 }));
    const prior = p(model, { places: [] }).probability;
    expect(p(tempered, { places: [] }).probability).toBeCloseTo(prior, 12);
    const now = p(model, { places }).probability;
    const moved = Math.log(odds(now) / odds(prior));
    expect(Math.log(odds(p(tempered, { places }).probability) / odds(prior))).toBeCloseTo(2 * moved, 9);
  });

  test('INF-20: an imitation that the knowledge does not have stays at nothing', () => {
    const without = prepare({ ...smallKnowledge(SMALL_MUSCLES, { temper: 2 }), competitors: [] });
    expect(otherThan(rank(without, { places }), 'nerve-root')).toBe(0);
  });

  test('INF-20: a self-test moves the odds by its stated ratio, tempered or not', () => {
    const tempered = prepare(smallKnowledge(SMALL_MUSCLES, { temper: 1.6 }));
    const now = p(tempered, { places }).probability;
    const yes = p(tempered, { places, findings: { 'levator-press@left': 'yes' } }).probability;
    expect(odds(yes)).toBeCloseTo(2.2 * odds(now), 9);
  });

  test('reasons are what leaving a fact out changes, where nothing else explains the pain', () => {
    const alone = prepare({
      ...smallKnowledge(SMALL_MUSCLES.slice(0, 1), { temper: 1.6, blankWeight: 1 }),
      competitors: [],
    });
    const told: Evidence = {
      places: [painted('neck', 'left', { coverage: 0.6 }), painted('blade', 'left')],
      findings: { 'levator-press@left': 'yes' },
      context: ['turning the head'],
      earlier: [{ muscle: 'levator', side: 'left' }],
    };
    const levator = alone.units.findIndex((unit) => unit.kind === 'muscle' && unit.side === 'left');
    const logOdds = (evidence: Evidence) => {
      const { unit } = jointPosterior(problemOf(alone, weigh(alone, evidence)), EXACT);
      return 1.6 * Math.log(odds(unit[levator] as number));
    };
    const all = logOdds(told);
    const said = (kind: string, ref: string) =>
      p(alone, told).because.find((reason) => reason.kind === kind && reason.ref === ref)?.logOdds;
    expect(said('test', 'levator-press')).toBeCloseTo(all - logOdds({ ...told, findings: {} }), 9);
    expect(said('context', 'turning the head')).toBeCloseTo(all - logOdds({ ...told, context: [] }), 9);
    expect(said('context', 'earlier-relief')).toBeCloseTo(all - logOdds({ ...told, earlier: [] }), 9);
    // Without its paint a place is blank, so leaving it out changes what it adds and what the blank would take.
    const without = { ...told, places: told.places.slice(1) };
    const blank = p(alone, without).because.find(({ kind, ref }) => kind === 'blank' && ref === 'neck')?.logOdds ?? 0;
    expect(said('place', 'neck')).toBeCloseTo(all - logOdds(without) + blank, 9);
  });
});

describe('pairs and ranges', () => {
  const hand = painted('hand', 'left');
  const hip = painted('hip', 'left');

  test('INF-25: two muscles that share no pain are told together, with what each reaches alone', () => {
    const apart = prepare({
      ...smallKnowledge([
        { id: 'neckish', points: { 'neckish-tp': { neck: 0.9 } } },
        { id: 'hipper', points: { 'hipper-tp': { hip: 0.9 } } },
      ]),
      competitors: [],
    });
    const { candidates, together } = rank(apart, { places: [painted('neck', 'left'), hip] });
    expect(together).toHaveLength(1);
    expect(together[0]?.muscles).toEqual([
      { muscle: 'hipper', side: 'left' },
      { muscle: 'neckish', side: 'left' },
    ]);
    expect(together[0]).toMatchObject({ reaches: 1, alone: 0.5 });
    // One of the two made it, so what they have beyond a whole is what they share.
    const [first, second] = candidates;
    expect(together[0]?.probability).toBeCloseTo((first?.probability ?? 0) + (second?.probability ?? 0) - 1, 12);
  });

  test('INF-25: no pair is told when one muscle reaches all of it, or nothing is painted', () => {
    expect(rank(model, { places: [painted('blade', 'left')] }).together).toEqual([]);
    expect(rank(model, { places: [] }).together).toEqual([]);
  });

  test('INF-25: a pair is never likelier than either of its muscles, tempered or not, and comes mirrored in the mirror', () => {
    fc.assert(
      fc.property(evidences, fc.constantFrom(model, full), (evidence, some) => {
        const posterior = rank(some, evidence);
        for (const { muscles, probability, reaches, alone } of posterior.together) {
          for (const { muscle, side } of muscles) {
            expect(probability).toBeLessThanOrEqual(of(posterior, muscle, side).probability);
          }
          expect(reaches).toBeGreaterThan(alone);
        }
        const named = (pairs: Posterior['together'], turn: (side: Side) => Side) =>
          pairs
            .map(({ muscles, ...rest }) =>
              JSON.stringify([muscles.map(({ muscle, side }) => `${muscle} ${turn(side)}`).sort(), rest]),
            )
            .sort();
        expect(named(rank(some, mirror(evidence)).together, mirrorSide)).toEqual(
          named(posterior.together, (side) => side),
        );
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  test('INF-26: the range holds the probability, and is a point where nothing was painted', () => {
    const prior = rank(prepare(smallKnowledge(SMALL_MUSCLES, { redrawAdds: 0 })), { places: [] });
    for (const { probability, range } of prior.candidates) {
      expect(range.low).toBeCloseTo(probability, 12);
      expect(range.high).toBeCloseTo(probability, 12);
    }
    fc.assert(
      fc.property(evidences, (evidence) => {
        for (const { probability, range } of rank(full, evidence).candidates) {
          expect(range.low).toBeGreaterThanOrEqual(0);
          expect(range.low).toBeLessThanOrEqual(probability);
          expect(range.high).toBeGreaterThanOrEqual(probability);
          expect(range.high).toBeLessThanOrEqual(1);
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
    const { range, probability } = of(rank(model, { places: [hand] }), 'scalene', 'left');
    expect(range.low).toBeLessThan(probability / 1.5);
    expect(range.high).toBeGreaterThan(probability * 1.1);
  });
});

describe('decoding', () => {
  const good = { places: [{ region: 'neck', side: 'left', coverage: 0.5, intensity: 3, quality: 'ache' }] };
  const place = good.places[0];

  test('INF-17: evidence that can be gets through unchanged', () => {
    expect(decodeEvidence(model, good)).toEqual({
      kind: 'ok',
      evidence: { ...good, knots: [], findings: {}, context: [] },
    });
    expect(decodeEvidence(model, {})).toMatchObject({ kind: 'ok', evidence: { places: [] } });
  });

  test.each<[string, unknown, string]>([
    ['no object', null, 'evidence'],
    ['a list', [], 'evidence'],
    ['an unknown field', { ...good, diagnosis: 'x' }, 'diagnosis'],
    ['places that are no list', { places: 'neck' }, 'places'],
    ['an unknown region', { places: [{ ...place, region: 'wing' }] }, 'places[0].region'],
    ['a region with the wrong side', { places: [{ ...place, side: 'midline' }] }, 'places[0].side'],
    ['a midline region on the left', { places: [{ ...place, region: 'spine' }] }, 'places[0].side'],
    ['coverage above 1', { places: [{ ...place, coverage: 1.01 }] }, 'places[0].coverage'],
    ['coverage below 0', { places: [{ ...place, coverage: -0.1 }] }, 'places[0].coverage'],
    ['coverage NaN', { places: [{ ...place, coverage: Number.NaN }] }, 'places[0].coverage'],
    ['intensity above 10', { places: [{ ...place, intensity: 11 }] }, 'places[0].intensity'],
    ['intensity as text', { places: [{ ...place, intensity: '5' }] }, 'places[0].intensity'],
    ['an unknown quality', { places: [{ ...place, quality: 'cold' }] }, 'places[0].quality'],
    ['a place painted twice', { places: [place, place] }, 'places[1]'],
    ['a knot with an intensity', { knots: [place] }, 'knots[0].intensity'],
    ['an unknown test', { findings: { 'wing-press': 'yes' } }, 'findings.wing-press'],
    ['a test on no side', { findings: { 'levator-press@up': 'yes' } }, 'findings.levator-press@up'],
    ['an unknown answer', { findings: { 'levator-press': true } }, 'findings.levator-press'],
    [
      'a test answered twice',
      { findings: { 'levator-press': 'no', 'levator-press@left': 'yes' } },
      'findings.levator-press@left',
    ],
    ['blank context', { context: [' '] }, 'context[0]'],
    ['an earlier episode of no muscle', { earlier: [{ muscle: 'wing', side: 'left' }] }, 'earlier[0].muscle'],
    ['an earlier episode on no side', { earlier: [{ muscle: 'belly', side: 'midline' }] }, 'earlier[0].side'],
    ['a long story as context', { context: ['x'.repeat(501)] }, 'context[0]'],
    ['a thousand and one places', { places: Array.from({ length: 1001 }, () => place) }, 'places'],
    ['a key from the prototype', { findings: { constructor: 'yes' } }, 'findings.constructor'],
  ])('INF-17: %s is refused with the name of the field', (_, input, field) => {
    expect(decodeEvidence(model, input)).toMatchObject({ kind: 'bad', field });
  });
});
