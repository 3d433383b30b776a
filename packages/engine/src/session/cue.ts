// What is said, sounded and felt, and when. Codes with numbers; the words live with the texts. See RULES.md, SES-06 to SES-08.

import type { MuscleId } from '@unknot/atlas/frame';
import type { TechniqueId } from '../case/index.ts';
import type { FinishReason } from './reason.ts';
import { type ItemSide, isWork, type SessionScript, type SessionStep } from './script.ts';

/** Why the clock of a session stands. `away`: the tab was frozen; `reload`: opened again; `stop`: asked for, reason not said. */
export type PauseReason = 'person' | 'pain' | 'call' | 'away' | 'reload' | 'stop';

/** All times in seconds. */
export type CueSaid =
  | {
      readonly code: 'next-up';
      readonly technique: TechniqueId;
      readonly muscle: MuscleId | null;
      readonly side: ItemSide;
    }
  | { readonly code: 'get-ready'; readonly seconds: number }
  | { readonly code: 'confirm'; readonly what: string }
  | {
      readonly code: 'start-hold';
      readonly seconds: number;
      readonly side: ItemSide;
      readonly rep: number;
      readonly of: number;
    }
  | { readonly code: 'start-repeat'; readonly seconds: number; readonly side: ItemSide; readonly repetitions: number }
  | { readonly code: 'start-passive'; readonly seconds: number; readonly part?: 'warm' | 'cold' }
  | { readonly code: 'start-breathing'; readonly seconds: number }
  | { readonly code: 'half-way'; readonly secondsLeft: number }
  | { readonly code: 'pain-check'; readonly cap: number }
  | { readonly code: 'check-skin' }
  | { readonly code: 'last-3'; readonly n: number }
  | { readonly code: 'rest'; readonly seconds: number }
  | { readonly code: 'switch-side'; readonly side: ItemSide; readonly seconds: number }
  /** Warmth or cold has reached its limit: take it off now. */
  | { readonly code: 'take-off' }
  | { readonly code: 'ask-pain' }
  | { readonly code: 'ease-off'; readonly cap: number }
  | { readonly code: 'offer-stop' }
  | { readonly code: 'paused'; readonly because: PauseReason }
  | { readonly code: 'resumed' }
  /** Nobody was there for so long; `ended`: the step ran out meanwhile, and the next one waits. */
  | { readonly code: 'you-were-away'; readonly seconds: number; readonly ended: boolean }
  | { readonly code: 'stopped'; readonly reason: FinishReason }
  | { readonly code: 'done' }
  | { readonly code: 'chime'; readonly sound: 'start' | 'end' | 'change' | 'ask' | 'stop' | 'done' }
  /** Milliseconds on, off, on … */
  | { readonly code: 'vibrate'; readonly pattern: readonly number[] };

/** `lateMs`: how long ago it was due; a player leaves out a late "half way" and never a late "take off". */
export type Cue = CueSaid & { readonly lateMs: number };

/** A cue at its place in a step, in milliseconds from the step's beginning. */
export interface PlacedCue {
  readonly atMs: number;
  readonly cue: CueSaid;
}

/** Shorter steps need no count and no "half way". Own settings. */
const HALF_WAY_FROM_SECONDS = 20;
const COUNT_DOWN_FROM_SECONDS = 10;
/** Every hold this long is asked about, and at least one step of each item with a cap (SAFETY.md §4, "During"). Own setting. */
const PAIN_CHECK_FROM_SECONDS = 30;
/** techniques.json, heat and cold: "every five minutes lift the edge and look at your skin". */
const SKIN_CHECK_SECONDS = 300;
/** Where warmth and cold are looked at. */
const ON_SKIN: ReadonlySet<string> = new Set(['heat', 'cold']);

/**
 * The cues of one step in the order they are due. The same for every way of ticking.
 *
 * @param enteredMs  where in the step the person came in: 0, or what was already had of a step that is not given twice
 */
export function cuesOf(script: SessionScript, stepIndex: number, enteredMs = 0): readonly PlacedCue[] {
  const step = stepAt(script, stepIndex);
  const opened = opening(script, step, Math.round((step.seconds ?? 0) - enteredMs / 1000));
  const first: PlacedCue[] = opened.map((cue) => ({ atMs: enteredMs, cue }));
  if (step.seconds === null) return first;
  const length = step.seconds * 1000;
  const placed: PlacedCue[] = [];
  const put = (atSeconds: number, ...cues: CueSaid[]): void => {
    for (const cue of cues) placed.push({ atMs: atSeconds * 1000, cue });
  };
  if (isWork(step)) {
    const half = step.seconds / 2;
    if (step.seconds >= HALF_WAY_FROM_SECONDS) put(half, { code: 'half-way', secondsLeft: Math.round(half) });
    if (asksForPain(script, stepIndex)) put(half, { code: 'pain-check', cap: capOf(script, step) }, ...signal('ask'));
    if (step.kind === 'passive' && ON_SKIN.has(script.items[step.itemIndex]?.category ?? ''))
      for (let at = SKIN_CHECK_SECONDS; at < step.seconds; at += SKIN_CHECK_SECONDS) put(at, { code: 'check-skin' });
  }
  if (step.seconds >= COUNT_DOWN_FROM_SECONDS) for (const n of [3, 2, 1]) put(step.seconds - n, { code: 'last-3', n });
  for (const cue of closing(script, stepIndex)) placed.push({ atMs: length, cue });
  const later = placed.filter(({ atMs }) => atMs > enteredMs).sort((a, b) => a.atMs - b.atMs);
  return [...first, ...later];
}

export function stepAt(script: SessionScript, stepIndex: number): SessionStep {
  const step = script.steps[stepIndex];
  if (!step) throw new Error(`step must be one of ${script.steps.length}, got ${stepIndex}`);
  return step;
}

export const capOf = (script: SessionScript, step: SessionStep): number =>
  script.items[step.itemIndex]?.dose.intensityCap ?? 0;

/**
 * SES-07. Whether the ceiling question comes half-way through this step: every long hold of an item with a cap, and where
 * an item has none, the middle one of its work steps.
 */
function asksForPain(script: SessionScript, stepIndex: number): boolean {
  const step = stepAt(script, stepIndex);
  if (capOf(script, step) === 0) return false;
  const isLong = (one: SessionStep): boolean => one.kind === 'hold' && (one.seconds ?? 0) >= PAIN_CHECK_FROM_SECONDS;
  if (isLong(step)) return true;
  const work = script.steps.filter((one) => one.itemIndex === step.itemIndex && isWork(one));
  return !work.some(isLong) && work[Math.floor(work.length / 2)] === step;
}

function opening(script: SessionScript, step: SessionStep, seconds: number): CueSaid[] {
  const item = script.items[step.itemIndex];
  switch (step.kind) {
    case 'get-ready':
      return item
        ? [
            { code: 'next-up', technique: item.technique, muscle: item.muscle, side: step.side },
            ...(step.seconds === null ? [] : [{ code: 'get-ready', seconds } as const]),
          ]
        : [];
    case 'confirm':
      return [{ code: 'confirm', what: step.confirm ?? '' }, ...signal('ask')];
    case 'hold':
      return [{ code: 'start-hold', seconds, side: step.side, rep: step.rep, of: holdsInSet(script, step) }, ...start];
    case 'repeat':
      return [{ code: 'start-repeat', seconds, side: step.side, repetitions: item?.dose.repetitions ?? 1 }, ...start];
    case 'passive':
      return [{ code: 'start-passive', seconds, ...(step.part ? { part: step.part } : {}) }, ...start];
    case 'breathe':
      return [{ code: 'start-breathing', seconds }, ...start];
    case 'rest':
      return [{ code: 'rest', seconds }];
    case 'switch-side':
      return [{ code: 'switch-side', side: step.side, seconds }, ...signal('change')];
    case 'ask-pain':
      return [{ code: 'ask-pain' }, ...signal('ask')];
    case 'done':
      return [{ code: 'done' }, ...signal('done')];
  }
}

export type Sound = Extract<CueSaid, { code: 'chime' }>['sound'];

/** What a hand feels, milliseconds on, off, on: each as different from the others as the chimes are for the ear. */
const SHAKES: Readonly<Record<Sound, readonly number[]>> = {
  start: [150],
  end: [60],
  change: [120, 80, 120],
  ask: [60, 60, 60, 60, 60],
  stop: [600],
  done: [200, 100, 200, 100, 400],
};

/** The same message for the ear and for the hand. */
export const signal = (sound: Sound): readonly CueSaid[] => [
  { code: 'chime', sound },
  { code: 'vibrate', pattern: SHAKES[sound] },
];

const start = signal('start');

function closing(script: SessionScript, stepIndex: number): CueSaid[] {
  const step = stepAt(script, stepIndex);
  if (!isWork(step)) return [];
  const end = signal('end');
  return isTakenOff(script, stepIndex, stepIndex + 1) ? [{ code: 'take-off' }, ...end] : [...end];
}

/** Whether something lies on the skin in this step and must come off before that one; warm and cold in turn stay. */
export function isTakenOff(script: SessionScript, stepIndex: number, nextIndex: number): boolean {
  const step = stepAt(script, stepIndex);
  const next = script.steps[nextIndex];
  return step.kind === 'passive' && !(next?.kind === 'passive' && next.itemIndex === step.itemIndex);
}

const holdsInSet = (script: SessionScript, step: SessionStep): number =>
  script.steps.filter(
    (one) => one.kind === 'hold' && one.itemIndex === step.itemIndex && one.side === step.side && one.set === step.set,
  ).length;
