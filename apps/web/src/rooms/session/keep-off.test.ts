import anterior from '@unknot/atlas/data/views/anterior.json' with { type: 'json' };
import lateral from '@unknot/atlas/data/views/lateral-left.json' with { type: 'json' };
import posterior from '@unknot/atlas/data/views/posterior.json' with { type: 'json' };
import plan from '@unknot/knowledge/edition/plan.json' with { type: 'json' };
import type { DoseRule, Technique } from '@unknot/knowledge/schema';
import { describe, expect, test } from 'vitest';
import { keepOffOf, REGIONS_OF_AREA } from './keep-off.ts';

const doseRules = plan.doseRules as unknown as readonly DoseRule[];
const technique = (...tags: string[]) => ({ tags }) as unknown as Technique;

describe('where not to press', () => {
  test('every area that a dose rule forbids has its places on the map, or is known to have none', () => {
    const areas = new Set(doseRules.flatMap(({ forbiddenAreas }) => forbiddenAreas ?? []));
    expect([...areas].filter((area) => !(area in REGIONS_OF_AREA))).toEqual([]);
    expect(Object.keys(REGIONS_OF_AREA).filter((area) => !areas.has(area))).toEqual([]);
  });

  test('every place is drawn in some view', () => {
    const known = new Set([posterior, anterior, lateral].flatMap(({ regions }) => regions.map(({ id }) => id)));
    expect(
      Object.values(REGIONS_OF_AREA)
        .flat()
        .filter((id) => !known.has(id)),
    ).toEqual([]);
  });

  test('a ball keeps off the spine, the front of the neck, the kidneys, the hollow of the knee and bony points', () => {
    const { regions: off = [] } = keepOffOf({ doseRules }, technique('pressure', 'tools-ball')) ?? {};
    for (const id of ['spine-upper-thoracic', 'neck-throat', 'flank-posterior', 'knee-posterior', 'greater-trochanter'])
      expect(off).toContain(id);
    expect(off).not.toContain('shoulder-top');
  });

  test('a roller keeps off all of the low back and the neck, a stretch off nothing', () => {
    const { regions: off = [] } = keepOffOf({ doseRules }, technique('pressure', 'roller')) ?? {};
    for (const id of ['lumbar-paraspinal-mid', 'neck-posterior-upper']) expect(off).toContain(id);
    expect(keepOffOf({ doseRules }, technique('stretch'))).toBeNull();
  });
});
