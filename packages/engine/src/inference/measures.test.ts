import { describe, expect, test } from 'vitest';
import { smallKnowledge } from '../testing/index.ts';
import { decodeIdentifyCasebook, identifyMeasures, prepare } from './index.ts';

const model = prepare(smallKnowledge());
const entry = (more: object) => ({
  id: 'A',
  sides: ['right'],
  places: [{ region: 'blade', coverage: 1 }],
  expected: [{ muscles: ['rhomboid'], role: 'primary' }],
  aggravatedBy: [],
  relievedBy: [],
  ...more,
});
const book = (...cases: unknown[]) => ({ schema: 'unknot/casebook-identify/1', cases });
const measure = (...cases: unknown[]) => {
  const decoded = decodeIdentifyCasebook(model, book(...cases));
  if (decoded.kind === 'bad') throw new Error(`${decoded.field} ${decoded.problem}`);
  return identifyMeasures(model, decoded.cases);
};

describe('casebook', () => {
  test('a primary muscle on a painted side counts by its place among the muscles', () => {
    const { measures, lines } = measure(
      entry({}),
      entry({ id: 'B', expected: [{ muscles: ['levator', 'belly'], role: 'primary' }] }),
      entry({ id: 'C', expected: [{ muscles: ['rhomboid'], role: 'acceptable' }] }),
    );
    expect(lines.map(({ id, rank }) => [id, rank])).toEqual([
      ['A', 1],
      ['B', 2],
      ['C', null],
    ]);
    expect(measures).toMatchObject({ cases: 3, top1: 1 / 3, top3: 2 / 3, mrr: (1 + 1 / 2) / 3 });
  });

  test('regions are painted on every side of the case, midline regions once', () => {
    const decoded = decodeIdentifyCasebook(
      model,
      book(
        entry({
          sides: ['left', 'right'],
          places: [
            { region: 'blade', coverage: 1 },
            { region: 'spine', coverage: 0.5 },
          ],
        }),
      ),
    );
    expect(decoded.kind === 'ok' && decoded.cases[0]?.evidence.places).toEqual([
      { region: 'blade', side: 'left', coverage: 1 },
      { region: 'blade', side: 'right', coverage: 1 },
      { region: 'spine', side: 'midline', coverage: 0.5 },
    ]);
  });

  test('the same muscle on both sides takes one place', () => {
    const { lines } = measure(
      entry({
        sides: ['midline'],
        places: [{ region: 'spine', coverage: 1 }],
        expected: [{ muscles: ['rhomboid'], role: 'primary' }],
      }),
    );
    expect(lines[0]).toMatchObject({ rank: 2, first: ['belly', 'rhomboid'] });
  });

  test('an empty casebook measures nothing', () => {
    expect(measure().measures).toEqual({ cases: 0, top1: 0, top3: 0, mrr: 0, meanProbability: 0 });
  });

  test.each<[string, unknown, string]>([
    ['text', 'cases', 'casebook'],
    ['another schema', { schema: 'unknot/casebook-plan/1', cases: [] }, 'schema'],
    ['no cases', { schema: 'unknot/casebook-identify/1' }, 'cases'],
    ['a case that is text', book('A'), 'cases[0]'],
    ['a case without sides', book(entry({ sides: [] })), 'cases[0].sides'],
    ['an unknown side', book(entry({ sides: ['up'] })), 'cases[0].sides'],
    [
      'an unknown muscle',
      book(entry({ expected: [{ muscles: ['wing'], role: 'primary' }] })),
      'cases[0].expected[0].muscles',
    ],
    [
      'an unknown role',
      book(entry({ expected: [{ muscles: ['belly'], role: 'maybe' }] })),
      'cases[0].expected[0].role',
    ],
    [
      'an unknown region',
      book(entry({}), entry({ places: [{ region: 'wing', coverage: 1 }] })),
      'cases[1].places[0].region',
    ],
    [
      'coverage out of range',
      book(entry({ places: [{ region: 'neck', coverage: 2 }] })),
      'cases[0].places[0].coverage',
    ],
  ])('%s is refused with the name of the field', (_, input, field) => {
    expect(decodeIdentifyCasebook(model, input)).toMatchObject({ kind: 'bad', field });
  });
});
