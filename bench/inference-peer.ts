// The ranking beside a general Bayesian-network library (bayesjs, junction tree) on the same model, cut to a size it can
// do: a library knows nothing of noisy-OR and needs a full table of 2ⁿ rows for a region with n causes.
//
// `npm ci --ignore-scripts` in bench/peers first; without it there is nothing to compare with.

import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { prepare, rank } from '@unknot/engine/inference';
import { SMALL_MUSCLES, smallKnowledge } from '@unknot/engine/testing';
import { quantile, timed } from './inference-drawings.ts';

type Table = Record<'T' | 'F', number>;
interface Network {
  [node: string]: {
    readonly id: string;
    readonly states: readonly string[];
    readonly parents: readonly string[];
    readonly cpt: Table | readonly { readonly when: Record<string, string>; readonly then: Table }[];
  };
}
interface Bayes {
  readonly inferAll: (network: Network, given: Record<string, string>, options: object) => Record<string, Table>;
}

export interface PeerFigure {
  readonly causes: number;
  readonly ours: number;
  readonly theirs: number;
  /** Largest difference of a probability. */
  readonly apart: number;
}

const PEER = fileURLToPath(new URL('./peers/node_modules/bayesjs', import.meta.url));

/** Null when the library is not installed. */
export async function besideLibrary(): Promise<PeerFigure | null> {
  if (!existsSync(PEER)) return null;
  const { main } = (await import(pathToFileURL(`${PEER}/package.json`).href, { with: { type: 'json' } })).default;
  const loaded = await import(pathToFileURL(`${PEER}/${main}`).href);
  const { inferAll }: Bayes = loaded.default ?? loaded;
  // Only painted regions, blanks folded into the odds as in the ranking: what is left is the joint sum itself.
  const model = prepare({ ...smallKnowledge(SMALL_MUSCLES, { blankWeight: 0 }), competitors: [] });
  const places = (['neck', 'blade', 'arm'] as const).map((region) => ({ region, side: 'left' as const, coverage: 1 }));
  const sure = model.parameters.surest;
  const network: Network = {};
  model.causes.forEach((_, c) => {
    const odds = model.priorOdds[c] as number;
    network[`c${c}`] = {
      id: `c${c}`,
      states: ['T', 'F'],
      parents: [],
      cpt: { T: odds / (1 + odds), F: 1 / (1 + odds) },
    };
  });
  const given: Record<string, string> = {};
  for (const { region, side } of places) {
    const cell = model.cellOf.get(`${region}@${side}`);
    const parents: { id: string; effect: number }[] = [];
    model.causes.forEach((_, c) => {
      for (let k = model.zoneStart[c] as number; k < (model.zoneStart[c + 1] as number); k++) {
        if (model.zoneCell[k] === cell) parents.push({ id: `c${c}`, effect: model.zoneEffect[k] as number });
      }
    });
    const rows = Array.from({ length: 2 ** parents.length }, (_, set) => {
      let quiet = 1 - model.parameters.leak;
      parents.forEach(({ effect }, i) => {
        if ((set >> i) & 1) quiet *= 1 - effect;
      });
      const likelihood = sure * (1 - quiet) + (1 - sure) * quiet;
      return {
        when: Object.fromEntries(parents.map(({ id }, i) => [id, (set >> i) & 1 ? 'T' : 'F'])),
        // biome-ignore lint/suspicious/noThenProperty: the library calls it so.
        then: { T: likelihood, F: 1 - likelihood },
      };
    });
    network[region] = { id: region, states: ['T', 'F'], parents: parents.map(({ id }) => id), cpt: rows };
    given[region] = 'T';
  }
  // Something that reaches the paint is at work: known of the ranking, said to the library.
  const reaching = [...new Set(places.flatMap(({ region }) => network[region]?.parents ?? []))];
  network.made = {
    id: 'made',
    states: ['T', 'F'],
    parents: reaching,
    cpt: Array.from({ length: 2 ** reaching.length }, (_, set) => ({
      when: Object.fromEntries(reaching.map((id, i) => [id, (set >> i) & 1 ? 'T' : 'F'])),
      // biome-ignore lint/suspicious/noThenProperty: the library calls it so.
      then: { T: set === 0 ? 0 : 1, F: set === 0 ? 1 : 0 },
    })),
  };
  given.made = 'T';
  const result = inferAll(network, given, { force: true, precision: 12 });
  const ranked = rank(model, { places });
  let apart = 0;
  for (const { muscle, side, probability } of ranked.candidates) {
    const unit = model.units.find((u) => u.kind === 'muscle' && u.muscle === muscle && u.side === side);
    // Muscles with one point: their cause is the unit.
    const [only, ...more] = unit?.causes ?? [];
    if (only === undefined || more.length > 0) continue;
    apart = Math.max(apart, Math.abs(probability - (result[`c${only}`]?.T ?? Number.NaN)));
  }
  const half = (run: () => unknown) => quantile(timed(30, run), 0.5);
  return {
    causes: model.causes.length,
    ours: half(() => rank(model, { places })),
    theirs: half(() => inferAll({ ...network }, { ...given }, { force: true })),
    apart,
  };
}
