// Which items, in which order, together do most. Exact: a depth-first search over all sets of candidates that bounds
// what is still ahead, so that nothing better is left out (checked against plain enumeration in the tests).

import type { PlanKnowledge } from '@unknot/knowledge/schema';
import type { Candidate } from './candidate.ts';
import { PHASES, type Phase } from './request.ts';
import type { Sore } from './sore.ts';

export interface Budget {
  readonly seconds: number;
  readonly items: number;
  /** Absent: what calms is one of the items. */
  readonly calmBeside?: boolean;
}

/** The most a session may hold, from the dose rules. */
export interface SessionLimits {
  readonly spots: number;
  readonly pressing: number;
  readonly rolling: number;
  readonly percussing: number;
  readonly stretchPerMuscle: number;
  /** One new technique at a time, while there is a known one for the pain. */
  readonly news: number;
}

/** Each sore muscle that something acts on counts this much, times its share: no plan for a knot without touching it. Own setting. */
const COVERED = 1;
/** A second item of a kind fades by this, and once more on the same muscle: worth 0.7 elsewhere and half there. Own setting. */
const FADES = Math.SQRT1_2;
/** Below this nobody would notice it, NRS points; taken only when there is nothing else. Own setting. */
const WORTH_DOING = 0.05;
/** One person in a hundred breaks off in any one minute, so what does most comes early where the order is free. Own setting. */
const BREAK_OFF_PER_MINUTE = 0.01;
/** What a minute counts that was asked for and is used, NRS points: only a choice between near equals is up to it. Own setting. */
const MINUTE_ASKED_FOR = 0.02;
/** Two values closer than this are the same. */
const TINY = 1e-9;

export function sessionLimits(k: PlanKnowledge, news: number): SessionLimits {
  const rule = (id: string) => k.doseRules.find((entry) => entry.id === id);
  const orFree = (value: number | undefined) => value ?? Number.POSITIVE_INFINITY;
  const volume = rule('pressure-volume');
  return {
    spots: orFree(volume?.max),
    pressing: 60 * orFree(volume?.minutesPerSessionMax),
    rolling: 60 * orFree(rule('roller-volume')?.max),
    percussing: 60 * orFree(rule('percussion-volume')?.minutesPerSessionMax),
    stretchPerMuscle: orFree(rule('stretch-hold')?.secondsPerMuscleTotal),
    news,
  };
}

/** What a session still has room for. */
interface Room extends SessionLimits {
  readonly items: number;
  /** Items that do anything but calm. */
  readonly works: number;
  readonly seconds: number;
  readonly drums: boolean;
  readonly contrasts: boolean;
  /** `onlyOneOf` of what is in it. */
  readonly taken: readonly string[];
  /** Seconds of stretch so far, by `muscle side`. */
  readonly stretched: ReadonlyMap<string, number>;
}

const emptyRoom = (budget: Budget, limits: SessionLimits): Room => ({
  ...limits,
  items: budget.items + one(budget.calmBeside === true),
  works: budget.items,
  seconds: budget.seconds,
  drums: false,
  contrasts: false,
  taken: [],
  stretched: new Map(),
});

const one = (yes: boolean): number => (yes ? 1 : 0);

function fits(room: Room, { seconds, uses }: Candidate): boolean {
  if (room.works < one(!uses.calms)) return false;
  if (room.items < 1 || seconds > room.seconds || room.taken.includes(uses.onlyOneOf)) return false;
  if (uses.spots > room.spots || uses.pressing > room.pressing || uses.rolling > room.rolling) return false;
  if (uses.percussing > room.percussing || one(uses.isNew) > room.news) return false;
  // `no-heat-after-bruise`: no warmth where percussion was just used.
  if ((uses.heats && uses.cools && room.drums) || (uses.percussing > 0 && room.contrasts)) return false;
  for (const [place, held] of uses.stretching)
    if ((room.stretched.get(place) ?? 0) + held > room.stretchPerMuscle) return false;
  return true;
}

function take(room: Room, { seconds, uses }: Candidate): Room {
  const stretched = new Map(room.stretched);
  for (const [place, held] of uses.stretching) stretched.set(place, (stretched.get(place) ?? 0) + held);
  return {
    ...room,
    items: room.items - 1,
    works: room.works - one(!uses.calms),
    seconds: room.seconds - seconds,
    spots: room.spots - uses.spots,
    pressing: room.pressing - uses.pressing,
    rolling: room.rolling - uses.rolling,
    percussing: room.percussing - uses.percussing,
    news: room.news - one(uses.isNew),
    drums: room.drums || uses.percussing > 0,
    contrasts: room.contrasts || (uses.heats && uses.cools),
    taken: [...room.taken, uses.onlyOneOf],
    stretched,
  };
}

/** PLN-12. What may stand in one session beside these; `undefined` when they may not even stand together. */
export function besides(
  items: readonly Candidate[],
  budget: Budget,
  limits: SessionLimits,
): ((item: Candidate) => boolean) | undefined {
  let room = emptyRoom(budget, limits);
  for (const item of items) {
    if (!fits(room, item)) return undefined;
    room = take(room, item);
  }
  return (item) => fits(room, item);
}

/** PLN-12. Whether these may stand in one session. */
export const goTogether = (items: readonly Candidate[], budget: Budget, limits: SessionLimits): boolean =>
  besides(items, budget, limits) !== undefined;

/**
 * What each item of a set brings, NRS points. Of items of one kind the strongest brings all it has; a second one on the
 * same muscle half, on another muscle 0.7, and so on down.
 */
export function gainsOf(items: readonly Candidate[]): ReadonlyMap<Candidate, number> {
  const gains = new Map<Candidate, number>();
  for (const kin of groupedBy(items, kindOf).values())
    fadedOnMuscle(kin).forEach(({ item, relief }, n) => {
      gains.set(item, relief * FADES ** n);
    });
  return gains;
}

function groupedBy(items: readonly Candidate[], key: (item: Candidate) => string): ReadonlyMap<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

const kindOf = ({ technique }: Candidate): string => technique.effectPriorClass;

interface Faded {
  readonly item: Candidate;
  readonly relief: number;
}

/** Of one kind: each faded once for every stronger one on its muscle, the strongest first. Ties go by name. */
function fadedOnMuscle(kin: readonly Candidate[]): readonly Faded[] {
  const seen = new Map<string | null, number>();
  const faded = kin.toSorted(strongestFirst).map((item) => {
    const before = seen.get(item.muscle) ?? 0;
    seen.set(item.muscle, before + 1);
    return { item, relief: item.relief * FADES ** before };
  });
  return faded.toSorted(moreFirst);
}

const byName = (a: Candidate, b: Candidate): number => (a.technique.id < b.technique.id ? -1 : 1);
const strongestFirst = (a: Candidate, b: Candidate): number => b.relief - a.relief || byName(a, b);
const moreFirst = (a: Faded, b: Faded): number => b.relief - a.relief || byName(a.item, b.item);

/** Share of people still there after so many seconds. */
const stillThere = (seconds: number): number => Math.exp((-BREAK_OFF_PER_MINUTE * seconds) / 60);

/**
 * PLN-13. Value of a session in its order: what each item brings, as far as people are still there when it is done, and
 * each sore muscle that is acted on.
 */
export function worthOf(session: readonly Candidate[], sores: readonly Sore[]): number {
  return reachedIn(session, gainsOf(session)) + COVERED * coveredBy(session, sores);
}

/** Seconds of all of them. */
export const secondsOf = (session: readonly Candidate[]): number =>
  session.reduce((sum, { seconds }) => sum + seconds, 0);

/** Somebody would notice it, or it acts on what is sore. */
export const isWorthDoing = ({ relief, actsOn }: Candidate): boolean => relief >= WORTH_DOING || actsOn.length > 0;

function reachedIn(session: readonly Candidate[], gains: ReadonlyMap<Candidate, number>): number {
  let clock = 0;
  let value = 0;
  for (const item of session) {
    clock += item.seconds;
    value += (gains.get(item) ?? 0) * stillThere(clock);
  }
  return value;
}

const coveredBy = (items: readonly Candidate[], sores: readonly Sore[]): number =>
  sores.reduce((sum, { share }, n) => sum + (items.some(({ actsOn }) => actsOn.includes(n)) ? share : 0), 0);

/**
 * PLN-17. The best order of a set: the parts of a session one after the other; inside a part by what an item brings for
 * the chance of breaking off that it costs the others. Exchanging two neighbours shows that no order does more.
 */
function inOrder(items: readonly Candidate[], gains: ReadonlyMap<Candidate, number>): readonly Candidate[] {
  const rank = (item: Candidate) => (gains.get(item) ?? 0) / (1 / stillThere(item.seconds) - 1);
  return items.toSorted((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || rank(b) - rank(a));
}

/**
 * The session with the greatest value, in its order; of equal ones the first that is found.
 *
 * Candidates are taken in order of relief, so the discount of each is known when it is added, and adding one never makes
 * those before it worth more. The bound of a branch adds to what is chosen the most that can still be added, and so does
 * the bound of each of its twigs, which holds what the twig begins with for certain.
 */
export function choose(
  candidates: readonly Candidate[],
  sores: readonly Sore[],
  budget: Budget,
  limits: SessionLimits,
  fixed: readonly Candidate[] = [],
): readonly Candidate[] {
  const felt = candidates.filter(isWorthDoing);
  const useful = felt.length > 0 ? felt : candidates.filter(({ relief }) => relief > 0);
  const order = numbered(withoutDominated(useful, emptyRoom(budget, limits).items).toSorted(strongestFirst));
  let best: readonly Candidate[] = [];
  let bestValue = Number.NEGATIVE_INFINITY;

  const extend = (chosen: readonly Candidate[], room: Room, ahead: readonly Numbered[], paid: Prices) => {
    const gains = gainsOf(chosen);
    const ordered = inOrder(chosen, gains);
    const value = reachedIn(ordered, gains) + COVERED * coveredBy(chosen, sores);
    if (value > bestValue + TINY) {
      best = ordered;
      bestValue = value;
    }
    const fitting = ahead.filter(({ item }) => fits(room, item));
    if (fitting.length === 0) return;
    const open = mostEach(fitting, ordered, gains, room.seconds);
    const uncovered = sores.flatMap(({ share }, n) => {
      const last = fitting.findLastIndex(({ item }) => item.actsOn.includes(n));
      return last < 0 || chosen.some(({ actsOn }) => actsOn.includes(n)) ? [] : [{ share, last }];
    });
    const coverableFrom = (n: number) =>
      COVERED * uncovered.reduce((sum, { share, last }) => sum + (last < n ? 0 : share), 0);
    const needed = (n: number) => bestValue + TINY - value - coverableFrom(n);
    const prices = fairPrices(open, room, paid, needed(0));
    for (let n = 0; n < open.length; n++) {
      const { item } = open[n] as Ahead;
      if (mostWith(open, n, room, prices) > needed(n))
        extend([...chosen, item], take(room, item), fitting.slice(n + 1), prices);
      else if (mostAhead(open, n + 1, room, prices) <= needed(n + 1)) return;
    }
  };

  let room = emptyRoom(budget, limits);
  for (const item of fixed) room = take(room, item);
  extend(fixed, room, order, Number.isFinite(limits.spots) ? FIRST_PRICES : { ...FIRST_PRICES, spot: 0 });
  return best;
}

/**
 * PLN-28. The same session with the minutes that were asked for: something that lasts (warmth, calm, easy walking) comes
 * in beside the others or instead of one, as long as no sore muscle loses what acts on it and the session loses less
 * than the minutes won count.
 */
export function filled(
  session: readonly Candidate[],
  lasting: readonly Candidate[],
  sores: readonly Sore[],
  budget: Budget,
  limits: SessionLimits,
): readonly Candidate[] {
  const used = (seconds: number) => (MINUTE_ASKED_FOR * seconds) / 60;
  const worth = (items: readonly Candidate[]) => worthOf(items, sores) + used(secondsOf(items));
  const covered = coveredBy(session, sores) - TINY;
  let best = session;
  let bestWorth = worth(session);
  for (let before: readonly Candidate[] | undefined; before !== best; ) {
    before = best;
    for (const others of [before, ...before.map((item) => before?.filter((other) => other !== item) ?? [])]) {
      const fitsIn = besides(others, budget, limits);
      const without = worth(others);
      for (const item of lasting) {
        // It makes nothing beside it worth more, so this is the most it can bring.
        const most = item.relief + COVERED * coveredBy([item], sores) + used(item.seconds);
        if (without + most <= bestWorth + TINY || fitsIn?.(item) !== true) continue;
        const items = [...others, item];
        const tried = inOrder(items, gainsOf(items));
        const value = worth(tried);
        if (value <= bestWorth + TINY || coveredBy(tried, sores) < covered) continue;
        best = tried;
        bestWorth = value;
      }
    }
  }
  return best;
}

/**
 * Leaves out what cannot be needed: what is beaten by something that never stands beside it (another way of the same
 * technique, other warmth), and what is beaten by as many of its kind, muscle and part of the session, all free to
 * stand together, as there are places. Whatever session it stood in, one of those would be free to take its place.
 */
function withoutDominated(candidates: readonly Candidate[], places: number): readonly Candidate[] {
  const group = (item: Candidate) => `${kindOf(item)} ${item.muscle} ${item.phase}`;
  const groups = groupedBy(candidates, group);
  return candidates.filter((item) => {
    const others = groups.get(group(item)) ?? [];
    const own = others.indexOf(item);
    const above = others.filter(
      (other, n) => n !== own && isAsGood(other, item) && (n < own || !isAsGood(item, other)),
    );
    const instead = new Set(above.map(({ uses }) => uses.onlyOneOf));
    return !instead.has(item.uses.onlyOneOf) && instead.size < places;
  });
}

const isAsGood = (a: Candidate, b: Candidate): boolean =>
  a.relief >= b.relief &&
  a.seconds <= b.seconds &&
  b.actsOn.every((index) => a.actsOn.includes(index)) &&
  a.uses.spots <= b.uses.spots &&
  a.uses.pressing <= b.uses.pressing &&
  a.uses.rolling <= b.uses.rolling &&
  a.uses.percussing <= b.uses.percussing &&
  one(a.uses.isNew) <= one(b.uses.isNew) &&
  one(a.uses.calms) >= one(b.uses.calms) &&
  a.uses.heats === b.uses.heats &&
  a.uses.cools === b.uses.cools &&
  (a.uses.onlyOneOf === b.uses.onlyOneOf || a.uses.onlyOneOf === a.technique.id) &&
  [...a.uses.stretching].every(([place, held]) => held <= (b.uses.stretching.get(place) ?? 0));

/** A candidate with numbers for its `onlyOneOf` and its kind: looking up a number is quick. */
interface Numbered {
  readonly item: Candidate;
  readonly one: number;
  readonly kind: number;
}

/** What may be of several kinds while only one of it goes has a kind of its own: none of the others is sure to fade it. */
function numbered(items: readonly Candidate[]): readonly Numbered[] {
  const ones = groupedBy(items, ({ uses }) => uses.onlyOneOf);
  const kindByOne = new Map(
    [...ones].map(([one, ways]) => [
      one,
      new Set(ways.map(kindOf)).size > 1 ? `one of ${one}` : kindOf(ways[0] as Candidate),
    ]),
  );
  const kinds = [...new Set(kindByOne.values())];
  const numberByOne = new Map([...ones.keys()].map((one, n) => [one, n]));
  return items.map((item) => {
    const { onlyOneOf } = item.uses;
    return { item, one: numberByOne.get(onlyOneOf) ?? 0, kind: kinds.indexOf(kindByOne.get(onlyOneOf) ?? '') };
  });
}

/** An item that could still be added, with the most it can add. */
interface Ahead extends Numbered {
  readonly gain: number;
}

/**
 * The most each of these can bring beside what is chosen: faded by its stronger kin there, reached at the soonest, less
 * what the chosen items of later parts lose by coming later.
 */
function mostEach(
  fitting: readonly Numbered[],
  ordered: readonly Candidate[],
  gains: ReadonlyMap<Candidate, number>,
  secondsLeft: number,
): readonly Ahead[] {
  const fadedByKind = new Map([...groupedBy(ordered, kindOf)].map(([kind, kin]) => [kind, fadedOnMuscle(kin)]));
  const byPhase = new Map(PHASES.map((phase) => [phase, aroundPhase(phase, ordered, gains)]));
  // What is lost grows ever slower with the seconds, so never less than this for each of those left.
  const lostPerSecond = (1 - stillThere(secondsLeft)) / secondsLeft;
  return fitting.map(({ item, one, kind }) => {
    const stronger = (fadedByKind.get(kindOf(item)) ?? []).filter((faded) => strongestFirst(faded.item, item) < 0);
    const here = stronger.filter((faded) => faded.item.muscle === item.muscle).length;
    const onMuscle = { item, relief: item.relief * FADES ** here };
    const above = stronger.filter((faded) => moreFirst(faded, onMuscle) < 0).length;
    const relief = onMuscle.relief * FADES ** above;
    const { soonest = 0, later = 0 } = byPhase.get(item.phase) ?? {};
    const gain = relief * stillThere(soonest + item.seconds) - later * lostPerSecond * item.seconds;
    return { item, one, kind, gain };
  });
}

/** Seconds of the parts before this one, and what the parts after it bring. */
function aroundPhase(phase: Phase, ordered: readonly Candidate[], gains: ReadonlyMap<Candidate, number>) {
  const at = PHASES.indexOf(phase);
  let clock = 0;
  let soonest = 0;
  let later = 0;
  for (const item of ordered) {
    clock += item.seconds;
    if (PHASES.indexOf(item.phase) < at) soonest = clock;
    if (PHASES.indexOf(item.phase) > at) later += (gains.get(item) ?? 0) * stillThere(clock);
  }
  return { soonest, later };
}

/** What a second and a spot of those left cost, NRS points. */
interface Prices {
  readonly second: number;
  readonly spot: number;
}

/** Where the search for prices begins, its steps, and what a step must win. They only decide how long the search takes. */
const FIRST_PRICES: Prices = { second: 0.0005, spot: 0.05 };
/** For the last place: nothing else needs what is left. */
const FREE: Prices = { second: 0, spot: 0 };
const PRICE_STEPS = [0.5, 2];
const STEP_WINS = 0.003;

/**
 * Never too low, whatever the prices: all that is left of seconds and spots at its price, and the net gain of the best
 * items for the places left, where each has paid for what it uses. The second of a kind is faded, and of what goes only
 * once the best counts.
 */
const mostAhead = (open: readonly Ahead[], from: number, room: Room, prices: Prices): number =>
  atPrices(room, prices) + netOf(open, from, room.items, prices);

/** The same with one of them for certain, and the rest after it: those weaker than it are faded by it. */
function mostWith(open: readonly Ahead[], at: number, room: Room, prices: Prices): number {
  const first = open[at] as Ahead;
  return atPrices(room, prices) + net(first, prices) + netOf(open, at + 1, room.items - 1, prices, first);
}

const atPrices = ({ seconds, spots }: Room, { second, spot }: Prices): number =>
  second * seconds + (spot > 0 ? spot * spots : 0);

const net = ({ item, gain }: Ahead, { second, spot }: Prices): number =>
  gain - second * item.seconds - spot * item.uses.spots;

function netOf(open: readonly Ahead[], from: number, places: number, prices: Prices, first?: Ahead): number {
  const best: { readonly kind: number; worth: number }[] = [];
  const bestByOne: typeof best = [];
  for (let n = from; n < open.length; n++) {
    const ahead = open[n] as Ahead;
    const worth = net(ahead, prices);
    if (worth <= 0 || ahead.one === first?.one) continue;
    const known = bestByOne[ahead.one];
    if (known === undefined) {
      const added = { kind: ahead.kind, worth };
      bestByOne[ahead.one] = added;
      best.push(added);
    } else if (worth > known.worth) known.worth = worth;
  }
  const firstWorth = first === undefined ? 0 : net(first, prices);
  const keepsByKind: number[] = [];
  const faded: number[] = [];
  for (const { kind, worth } of best.sort((a, b) => b.worth - a.worth)) {
    const keeps = keepsByKind[kind] ?? 1;
    keepsByKind[kind] = keeps * FADES;
    faded.push(worth * keeps * (kind === first?.kind && worth <= firstWorth ? FADES : 1));
  }
  faded.sort((a, b) => b - a);
  let sum = 0;
  for (let n = 0; n < Math.min(places, faded.length); n++) sum += faded[n] ?? 0;
  return sum;
}

/** Prices under which little seems possible, searched until it is not more than needed. */
function fairPrices(open: readonly Ahead[], room: Room, start: Prices, needed: number): Prices {
  if (room.items === 1) return FREE;
  let fair = start;
  let least = mostAhead(open, 0, room, fair);
  for (let improved = true; improved && least > needed; ) {
    improved = false;
    for (const step of PRICE_STEPS)
      for (const tried of [
        { ...fair, second: fair.second * step },
        { ...fair, spot: fair.spot * step },
      ]) {
        const most = mostAhead(open, 0, room, tried);
        if (most >= least - STEP_WINS) continue;
        fair = tried;
        least = most;
        improved = true;
      }
  }
  return fair;
}
