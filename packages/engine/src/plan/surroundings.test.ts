import { describe, expect, test } from 'vitest';
import { inSurrounding, makePlan, type PlanRequest, type SurroundingId } from './index.ts';
import { k, planOf, somebody } from './people.test-support.ts';

const EVERYWHERE: PlanRequest['places'] = ['desk', 'wall', 'floor', 'bed', 'shower', 'anywhere'];
const ask = (over: Partial<PlanRequest> = {}): PlanRequest =>
  somebody({ tools: [], places: EVERYWHERE, minutes: 20, ...over });
const at = (where: SurroundingId, over: Partial<PlanRequest> = {}, lacks: readonly string[] = []) =>
  inSurrounding(k, ask(over), where, lacks);

const toolsNeeded = (request: PlanRequest) => {
  const result = makePlan(k, request);
  const reasons = result.kind === 'see-someone' ? [] : result.leftOut.flatMap(({ because }) => because);
  return reasons.flatMap((reason) => (reason.kind === 'tool' ? [reason.tool] : []));
};

describe('where somebody is', () => {
  test('PLN-05: at home nobody is told to bring a wall, a chair, a towel or a shower', () => {
    const asked = new Set(
      k.muscles.flatMap(({ id }) => toolsNeeded(at('home', { targets: [{ muscle: id, side: 'right', share: 1 }] }))),
    );
    expect([...asked].filter((tool) => k.surroundings.home.furniture.includes(tool))).toEqual([]);
    // Not every home has a bath.
    expect(asked).toContain('bath');
  });

  test('PLN-05: a ball alone is enough for a ball on the wall at home, and a heat pack for warmth', () => {
    const steps = (tools: readonly string[]) => planOf(at('home', { tools })).items.map(({ technique }) => technique);
    expect(steps(['ball'])).toContain('ball-wall-upper-trap');
    expect(steps(['heat-pack'])).toContain('heat-pack-moist');
  });

  test('PLN-05: what the person says is not there is not counted on, as a thing and as a place', () => {
    const { tools, places } = at('home', { tools: ['ball', 'wall'] }, ['wall', 'shower']);
    expect(tools).not.toContain('wall');
    expect(tools).toContain('chair');
    expect([places.includes('wall'), places.includes('shower'), places.includes('floor')]).toEqual([
      false,
      false,
      true,
    ]);
    const left = planOf(at('home', { tools: ['ball'] }, ['wall'])).leftOut;
    expect(left.find(({ technique }) => technique === 'ball-wall-upper-trap')?.because).toEqual([{ kind: 'place' }]);
  });

  test('PLN-05: what is out of reach on the way does not count, and nothing joins that is not there', () => {
    expect(at('travel', { tools: ['ball', 'heat-pack'] }).tools).toEqual([]);
    expect(at('work', { tools: ['ball', 'heat-pack'] }).tools.toSorted()).toEqual(['ball', 'chair', 'wall']);
    for (const where of Object.keys(k.surroundings) as SurroundingId[]) {
      const { places, today } = at(where);
      expect(k.surroundings[where].places).toEqual(expect.arrayContaining([...places]));
      if (!places.includes('floor')) expect(today?.floor).toBe(false);
    }
  });

  test('PLN-05: what the day allows stays the narrower of the two', () => {
    expect(at('work', { today: { postures: ['standing', 'lying'] } }).today?.postures).toEqual(['standing']);
    expect(at('home', { today: { floor: false } }).today?.floor).toBe(false);
  });
});
