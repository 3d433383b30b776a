// Which items, in which order, together do most. Exact: a depth-first search over all sets of candidates that bounds
// what is still ahead, so that nothing better is left out (checked against plain enumeration in the tests).

import type { PlanKnowledge } from '@unknot/knowledge/schema';
import type { Candidate } from './candidate.ts';
import { PHASES } from './request.ts';
import type { Sore } from './sore.ts';

export interface Budget {
  readonly seconds: number;
  readonly items: number;
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
  items: budget.items,
  seconds: budget.seconds,
  drums: false,
  contrasts: false,
  taken: [],
  stretched: new Map(),
});

const one = (yes: boolean): number => (yes ? 1 : 0);

function fits(room: Room, { seconds, uses }: Candidate): boolean {
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
  return faded.toSorted((a, b) => b.relief - a.relief || byName(a.item, b.item));
}

const byName = (a: Candidate, b: Candidate): number => (a.technique.id < b.technique.id ? -1 : 1);
const strongestFirst = (a: Candidate, b: Candidate): number => b.relief - a.relief || byName(a, b);

/** Share of people still there after so many seconds. */
const stillThere = (seconds: number): number => Math.exp((-BREAK_OFF_PER_MINUTE * seconds) / 60);

/**
 * PLN-13. Value of a session in its order: what each item brings, as far as people are still there when it is done, and
 * each sore muscle that is acted on.
 */
export function worthOf(session: readonly Candidate[], sores: readonly Sore[]): number {
  return reachedIn(session, gainsOf(session)) + COVERED * coveredBy(session, sores);
}

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
 * The session with the greatest value, in its order; ties go to the one found first, in the order of the candidates.
 *
 * Candidates are taken in order of relief, so the discount of each is known when it is added, and adding one never makes
 * those before it worth more. The bound of a branch adds to what is chosen the best that can still be added: by the
 * places that are open, and by the time that is left.
 */
export function choose(
  candidates: readonly Candidate[],
  sores: readonly Sore[],
  budget: Budget,
  limits: SessionLimits,
  fixed: readonly Candidate[] = [],
): readonly Candidate[] {
  const felt = candidates.filter((item) => item.relief >= WORTH_DOING || item.actsOn.length > 0);
  const useful = felt.length > 0 ? felt : candidates.filter(({ relief }) => relief > 0);
  const order = withoutDominated(useful, budget.items).toSorted((a, b) => b.relief - a.relief);
  let best: readonly Candidate[] = [];
  let bestValue = Number.NEGATIVE_INFINITY;

  const extend = (chosen: readonly Candidate[], room: Room, ahead: readonly Candidate[]) => {
    const gains = gainsOf(chosen);
    const ordered = inOrder(chosen, gains);
    const value = reachedIn(ordered, gains) + COVERED * coveredBy(chosen, sores);
    if (value > bestValue + TINY) {
      best = ordered;
      bestValue = value;
    }
    const open = ahead.filter((item) => fits(room, item));
    if (open.length === 0) return;
    const most = mostEach(open, chosen);
    const uncovered = sores.flatMap(({ share }, n) => {
      const last = open.findLastIndex(({ actsOn }) => actsOn.includes(n));
      return last < 0 || chosen.some(({ actsOn }) => actsOn.includes(n)) ? [] : [{ share, last }];
    });
    for (let n = 0; n < open.length; n++) {
      const coverable = uncovered.reduce((sum, { share, last }) => sum + (last < n ? 0 : share), 0);
      if (value + COVERED * coverable + mostAhead(open, most, n, room) <= bestValue + TINY) return;
      const item = open[n] as Candidate;
      extend([...chosen, item], take(room, item), open.slice(n + 1));
    }
  };

  let room = emptyRoom(budget, limits);
  for (const item of fixed) room = take(room, item);
  extend(fixed, room, order);
  return best;
}

/**
 * Leaves out what cannot be needed: a way of doing a technique that another way of it beats, and anything that is beaten by
 * as many techniques of its kind, muscle and part of the session as there are places. Whatever session it stood in, one
 * of those would be free to take its place.
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
    if (above.some(({ technique }) => technique === item.technique)) return false;
    return new Set(above.map(({ technique }) => technique.id)).size < places;
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
  a.uses.heats === b.uses.heats &&
  a.uses.cools === b.uses.cools &&
  (a.uses.onlyOneOf === b.uses.onlyOneOf || a.uses.onlyOneOf === a.technique.id) &&
  [...a.uses.stretching].every(([place, held]) => held <= (b.uses.stretching.get(place) ?? 0));

/** The most each open item can bring beside what is chosen: faded by its stronger kin there, reached at the soonest. */
function mostEach(open: readonly Candidate[], chosen: readonly Candidate[]): readonly number[] {
  const fadedByKind = new Map([...groupedBy(chosen, kindOf)].map(([kind, kin]) => [kind, fadedOnMuscle(kin)]));
  const soonest = new Map(
    PHASES.map((phase, n) => [
      phase,
      chosen.reduce((sum, item) => sum + (PHASES.indexOf(item.phase) < n ? item.seconds : 0), 0),
    ]),
  );
  return open.map((item) => {
    const kin = (fadedByKind.get(kindOf(item)) ?? []).filter((faded) => faded.item.relief >= item.relief);
    const here = kin.reduce((count, faded) => count + one(faded.item.muscle === item.muscle), 0);
    const relief = item.relief * FADES ** here;
    const above = kin.reduce((count, faded) => count + one(faded.relief >= relief), 0);
    return relief * FADES ** above * stillThere((soonest.get(item.phase) ?? 0) + item.seconds);
  });
}

interface Ahead {
  readonly kind: string;
  gain: number;
  /** The most it brings for a second, and for a spot; 0 spots: as many as there are places. */
  perSecond: number;
  perSpot: number;
}

/** Never too low: the best of the places and spots left, or of the time left, whichever is less. */
function mostAhead(open: readonly Candidate[], gains: readonly number[], from: number, room: Room): number {
  const byKey = new Map<string, Ahead>();
  for (let n = from; n < open.length; n++) {
    const item = open[n] as Candidate;
    const gain = gains[n] ?? 0;
    const perSecond = gain / item.seconds;
    const perSpot = item.uses.spots === 0 ? Number.POSITIVE_INFINITY : gain / item.uses.spots;
    const known = byKey.get(item.uses.onlyOneOf);
    if (known === undefined) byKey.set(item.uses.onlyOneOf, { kind: kindOf(item), gain, perSecond, perSpot });
    else {
      if (gain > known.gain) known.gain = gain;
      if (perSecond > known.perSecond) known.perSecond = perSecond;
      if (perSpot > known.perSpot) known.perSpot = perSpot;
    }
  }
  const ahead = [...byKey.values()];
  const inTime = filled(ahead, room.seconds, ({ perSecond }) => perSecond);
  const pressing = ahead.filter(({ perSpot }) => perSpot < Number.POSITIVE_INFINITY);
  const onSpots = filled(pressing, room.spots, ({ perSpot }) => perSpot);
  const presses = bestOf(pressing, room.items);
  const others = bestOf(
    ahead.filter(({ perSpot }) => perSpot === Number.POSITIVE_INFINITY),
    room.items,
  );
  let inPlaces = 0;
  for (let n = 0; n <= room.items; n++)
    inPlaces = Math.max(inPlaces, Math.min(presses[n] ?? 0, onSpots) + (others[room.items - n] ?? 0));
  return Math.min(inPlaces, inTime);
}

/** The most that fits into an amount when parts of items may be taken: the best for a unit first. */
function filled(ahead: readonly Ahead[], amount: number, perUnit: (item: Ahead) => number): number {
  let left = amount;
  let sum = 0;
  for (const item of ahead.toSorted((a, b) => perUnit(b) - perUnit(a))) {
    const pace = perUnit(item);
    if (pace <= 0 || left <= 0) break;
    const spent = Math.min(left, item.gain / pace);
    sum += spent * pace;
    left -= spent;
  }
  return sum;
}

/** `[n]`: the most that n of these bring together, the later ones of a kind faded. */
function bestOf(ahead: readonly Ahead[], most: number): readonly number[] {
  const seen = new Map<string, number>();
  const faded = ahead
    .toSorted((a, b) => b.gain - a.gain)
    .map(({ kind, gain }) => {
      const before = seen.get(kind) ?? 0;
      seen.set(kind, before + 1);
      return gain * FADES ** before;
    })
    .sort((a, b) => b - a);
  const sums = [0];
  for (let n = 0; n < most; n++) sums.push((sums[n] ?? 0) + (faded[n] ?? 0));
  return sums;
}
