// From the items of a plan to the steps of a session, second by second. See RULES.md, SES-01 to SES-05.

import type { PlanDose, PlanItem } from '../plan/index.ts';

/** The dose as the planner clamped it for this person. Its own sum is left behind: the item has the whole. */
export type SessionDose = Omit<PlanDose, 'seconds'>;

/** What a session needs of a plan item; every `PlanItem` is one. */
export type SessionItem = Pick<PlanItem, 'technique' | 'muscle' | 'side' | 'firstSide' | 'seconds' | 'category'> & {
  readonly dose: SessionDose;
};

/** `both` is done one side after the other when the dose counts per side. */
export type ItemSide = SessionItem['side'];

export type StepKind =
  | 'get-ready'
  | 'confirm'
  | 'hold'
  | 'repeat'
  | 'rest'
  | 'switch-side'
  | 'passive'
  | 'breathe'
  | 'ask-pain'
  | 'done';

export interface SessionStep {
  readonly kind: StepKind;
  readonly itemIndex: number;
  readonly side: ItemSide;
  /** From 1; 0 where there is none. `rep` of a `repeat` step is 0: it holds all repetitions of its set. */
  readonly set: number;
  readonly rep: number;
  /** Null: waits for the person. */
  readonly seconds: number | null;
  /** Of a `confirm` step: what to confirm. */
  readonly confirm?: string;
  /** Of a `passive` step that changes between warm and cold. */
  readonly part?: 'warm' | 'cold';
}

/** Who says that the person is in position: the clock after some seconds, or the person. */
export type ReadyBy = 'clock' | 'person';

export interface SessionScript {
  readonly items: readonly SessionItem[];
  readonly readyBy: ReadyBy;
  readonly steps: readonly SessionStep[];
}

/** Time to get into position before each item. Own setting. */
const GET_READY_SECONDS = 10;
/** A rest inside a session; longer ones in the data are between sessions. Own setting. */
const REST_LIMIT_SECONDS = 60;
/** A pause is never squeezed below this, and a change of side always takes it. Own setting. */
const PAUSE_FLOOR_SECONDS = 5;
/** A shorter hold is a movement: its repetitions are done in one step at the person's own pace. Own setting. */
const HOLD_FROM_SECONDS = 8;

const PASSIVE: ReadonlySet<string> = new Set(['heat', 'cold', 'device']);
const WORK: ReadonlySet<StepKind> = new Set(['hold', 'repeat', 'passive', 'breathe']);

/** Whether the step is the technique itself, not the time around it. */
export const isWork = (step: SessionStep): boolean => WORK.has(step.kind);

/** The whole session; ends by asking for the pain and being done. `readyBy` person: SES-22. */
export function scriptOf(items: readonly SessionItem[], readyBy: ReadyBy = 'clock'): SessionScript {
  const planned = items.flatMap((item, itemIndex) => stepsOf(item, itemIndex));
  const waits = (step: SessionStep) => readyBy === 'person' && step.kind === 'get-ready';
  const steps = planned.map((step) => (waits(step) ? { ...step, seconds: null } : step));
  const last = { itemIndex: items.length - 1, side: 'midline', set: 0, rep: 0, seconds: null } as const;
  return { items, readyBy, steps: [...steps, { ...last, kind: 'ask-pain' }, { ...last, kind: 'done' }] };
}

/** Planned time of all timed steps. */
export const scriptSeconds = (script: SessionScript): number =>
  script.steps.reduce((sum, step) => sum + (step.seconds ?? 0), 0);

function stepsOf(item: SessionItem, itemIndex: number): SessionStep[] {
  const at = { itemIndex, side: item.side, set: 0, rep: 0 } as const;
  const confirms = item.dose.confirm.map(
    (confirm): SessionStep => ({ ...at, kind: 'confirm', seconds: null, confirm }),
  );
  const ready: SessionStep = {
    ...at,
    kind: 'get-ready',
    side: sidesOf(item)[0] ?? item.side,
    seconds: GET_READY_SECONDS,
  };
  return [...confirms, ...fitted([ready, ...workOf(item, itemIndex)], item.seconds)];
}

function sidesOf({ side, dose, firstSide = 'left' }: SessionItem): readonly ItemSide[] {
  if (side !== 'both' || !dose.perSide) return [side];
  return firstSide === 'left' ? ['left', 'right'] : ['right', 'left'];
}

/** The item as its dose describes it, before it is fitted to the planned time. */
function workOf(item: SessionItem, itemIndex: number): SessionStep[] {
  const rest = Math.min(item.dose.restSeconds ?? 0, REST_LIMIT_SECONDS);
  const steps: SessionStep[] = [];
  for (const side of sidesOf(item)) {
    if (steps.length > 0)
      steps.push({
        kind: 'switch-side',
        itemIndex,
        side,
        set: 0,
        rep: 0,
        seconds: Math.max(rest, PAUSE_FLOOR_SECONDS),
      });
    for (const [index, work] of oneSide(item, itemIndex, side).entries()) {
      const follows = index > 0 && rest > 0 && work.part === undefined;
      if (follows) steps.push({ ...work, kind: 'rest', seconds: rest });
      steps.push(work);
    }
  }
  return steps;
}

function oneSide(item: SessionItem, itemIndex: number, side: ItemSide): SessionStep[] {
  const { category, dose } = item;
  const { contrast } = dose;
  const holdSeconds = dose.holdSeconds === null ? null : Math.floor(dose.holdSeconds);
  const repetitions = Math.max(1, Math.round(dose.repetitions ?? 1));
  const at = { itemIndex, side, rep: 0 };
  if (contrast)
    return rounds(contrast.rounds).flatMap((set): SessionStep[] => [
      { ...at, kind: 'passive', set, seconds: contrast.warmSeconds, part: 'warm' },
      { ...at, kind: 'passive', set, seconds: contrast.coldSeconds, part: 'cold' },
    ]);
  const kind = PASSIVE.has(category) ? 'passive' : category === 'calm' ? 'breathe' : 'repeat';
  if (holdSeconds === null || kind === 'passive') {
    const most = Math.max(item.seconds - GET_READY_SECONDS, item.seconds / 2);
    return [{ ...at, kind, set: 1, seconds: Math.floor(most / sidesOf(item).length) }];
  }
  return rounds(dose.sets).flatMap((set): SessionStep[] =>
    kind === 'breathe' || holdSeconds < HOLD_FROM_SECONDS
      ? [{ ...at, kind, set, seconds: holdSeconds * repetitions }]
      : rounds(repetitions).map((rep) => ({ ...at, kind: 'hold', set, rep, seconds: holdSeconds })),
  );
}

const rounds = (count: number): number[] => Array.from({ length: Math.max(1, Math.round(count)) }, (_, n) => n + 1);

/**
 * SES-01. The steps in whole seconds, adding up to the planned ones. A hold is never longer than its dose. Too little time
 * is taken from the pauses first, then evenly from the work. Too much goes to work at one's own pace, else to the
 * pauses up to twice their length; what is left after that is not used.
 */
function fitted(steps: readonly SessionStep[], seconds: number): SessionStep[] {
  const planned = Math.max(0, Math.round(seconds));
  const natural = steps.map((step) => step.seconds ?? 0);
  const spare = planned - total(natural);
  const lengths = spare >= 0 ? withMore(steps, natural, spare) : withLess(steps, natural, planned);
  return wholeSeconds(lengths)
    .map((length, n) => ({ ...(steps[n] as SessionStep), seconds: length }))
    .filter((step) => step.seconds > 0);
}

function withMore(steps: readonly SessionStep[], lengths: readonly number[], spare: number): number[] {
  const ownPace = steps.filter(isAtOwnPace).length;
  if (ownPace > 0)
    return lengths.map((length, n) => (isAtOwnPace(steps[n] as SessionStep) ? length + spare / ownPace : length));
  const twice = lengths.map((length, n) => (isWork(steps[n] as SessionStep) ? length : 2 * length));
  return towards(lengths, twice, spare);
}

function withLess(steps: readonly SessionStep[], lengths: readonly number[], planned: number): number[] {
  const isPause = steps.map((step) => !isWork(step));
  const floor = Math.min(PAUSE_FLOOR_SECONDS, planned / 2 / isPause.filter(Boolean).length);
  const shortest = lengths.map((length, n) => (isPause[n] ? Math.min(length, floor) : length));
  const lessPause = towards(lengths, shortest, total(lengths) - planned);
  const lessWork = lessPause.map((length, n) => (isPause[n] ? length : 0));
  return towards(lessPause, lessWork, total(lessPause) - planned);
}

/** Warmth or cold that does not alternate lasts as long as was planned; movements and breaths may be slower. */
const isAtOwnPace = (step: SessionStep): boolean =>
  step.kind === 'repeat' || step.kind === 'breathe' || (step.kind === 'passive' && step.part === undefined);

const total = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0);

/** Moves every length by the same share of its way to its limit, so that the sum changes by `amount` or as far as it can. */
function towards(lengths: readonly number[], limits: readonly number[], amount: number): number[] {
  const way = lengths.map((length, n) => (limits[n] as number) - length);
  const room = Math.abs(total(way));
  const share = room > 0 ? Math.min(1, amount / room) : 0;
  return lengths.map((length, n) => length + (way[n] as number) * share);
}

/** Cuts the running total, not each part: the sum is kept and whole parts stay as they are. */
function wholeSeconds(lengths: readonly number[]): number[] {
  let exact = 0;
  let given = 0;
  return lengths.map((length) => {
    exact += length;
    const whole = Math.floor(exact + 1e-6) - given;
    given += whole;
    return whole;
  });
}
