// What the ranking is timed on: drawings of a given size, and knowledge of a given size.

import type { PainPlace } from '@unknot/engine/case';
import { type Model, prepare } from '@unknot/engine/inference';
import { type Chance, personWith } from '@unknot/engine/testing';
import type { IdentifyKnowledge } from '@unknot/knowledge/schema';

export type Drawing = readonly PainPlace[];

/** People added up until exactly `painted` regions are painted: pain here and there. */
export function hereAndThere(model: Model, painted: number, chance: Chance): Drawing {
  const places = new Map<string, PainPlace>();
  while (places.size < painted) {
    for (const place of personWith(model, 1, chance).places) {
      if (places.size < painted) places.set(`${place.region}@${place.side}`, place);
    }
  }
  return [...places.values()];
}

/** One piece grown from a random region over its neighbours: the most tangled drawing of its size. */
export function onePatch(model: Model, painted: number, chance: Chance): Drawing {
  const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T;
  for (;;) {
    const cells = new Set([Math.floor(chance() * model.cells.length)]);
    for (let tries = 0; cells.size < painted && tries < 100 * painted; tries++) {
      const around = model.around[pick([...cells])] as readonly number[];
      if (around.length > 0) cells.add(pick(around));
    }
    if (cells.size < painted) continue;
    return [...cells].map((cell) => {
      const { region, side } = model.cells[cell] as Model['cells'][number];
      return { region, side, coverage: 0.2 + 0.8 * chance() };
    });
  }
}

/**
 * Knowledge with about `causes` hidden causes: fewer muscles, or copies of muscles. Copies lie in the same places, so
 * a drawing gets harder than twice the knowledge would be.
 */
export function modelOfSize(knowledge: IdentifyKnowledge, causes: number): Model {
  const competitors = 2 * knowledge.competitors.length;
  const muscles: IdentifyKnowledge['muscles'][number][] = [];
  let count = causes < 60 ? 0 : competitors;
  for (let i = 0; count < causes; i++) {
    const muscle = knowledge.muscles[i % knowledge.muscles.length] as IdentifyKnowledge['muscles'][number];
    const copy = i < knowledge.muscles.length ? '' : '-copy';
    muscles.push({
      ...muscle,
      id: `${muscle.id}${copy}`,
      triggerPoints: muscle.triggerPoints.map((point) => ({ ...point, id: `${point.id}${copy}` })),
      selfTests: muscle.selfTests.map((test) => ({ ...test, id: `${test.id}${copy}` })),
    });
    count += 2 * muscle.triggerPoints.length;
  }
  return prepare({ ...knowledge, muscles, ...(causes < 60 ? { competitors: [] } : {}) });
}

/** Sorted milliseconds of processor time of each run, collecting garbage included, after half as many to warm up; of three
 *  tries the middle one. On a machine with nothing else to do that is the time on the clock. */
export function timed(times: number, run: (i: number) => void): number[] {
  for (let i = 0; i < times / 2; i++) run(i);
  return Array.from({ length: times }, (_, i) => {
    const tries = [0, 1, 2].map(() => {
      const from = process.cpuUsage();
      run(i);
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1000;
    });
    return tries.sort((a, b) => a - b)[1] as number;
  }).sort((a, b) => a - b);
}

export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.floor(q * (sorted.length - 1))] as number;
