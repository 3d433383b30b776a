// What the drawing is read as, for as long as the room is open: measured and ranked by the worker, as signals that only
// change when something can be seen to change.

import { computed, type ReadonlySignal, signal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { PaintedPlace } from '@unknot/atlas/drawing';
import type { ConditionId, SelfTestId } from '@unknot/engine/case';
import type { Candidate, MuscleSide, NextQuestion, Posterior } from '@unknot/engine/inference';
import type { IdentifyKnowledge } from '@unknot/knowledge/schema';
import { useEffect, useMemo } from 'preact/hooks';
import { gate } from '../../gate.ts';
import type { GlowOf } from '../../parts/BodyFigure.tsx';
import { conditionsNow, person } from '../../person.ts';
import { mono } from '../../ports/clock.ts';
import { type Advice, type Asked, openRanker } from '../../ports/ranker.ts';
import { tellPainted } from '../../story.ts';
import type { Zone } from './BodyMap.tsx';
import { upshotOf } from './upshot.ts';
import {
  clearPlaces,
  context,
  earlier,
  findings,
  handStirred,
  knots,
  notNow,
  places,
  sketch,
  workReady,
} from './work.ts';

/** The candidate whose details are open. */
export const chosen = signal<MuscleSide | null>(null);

/** Two muscles that are shown on the map together. */
export const pair = signal<readonly MuscleSide[] | null>(null);

/** Whether the places are shown to which the chosen muscle can send pain. */
export const zonesShown = signal(false);

/** How long the hand has to rest before the list, the light and the next question follow. Own settings. */
const LIST_REST_MS = 90;
const GLOW_REST_MS = 220;
const ADVICE_REST_MS = 340;

/** The gate is worked out anew with every place that is painted; this only changes when its answer does. */
export const gateKind = computed(() => gate.value.kind);
const isOpen = computed(() => gateKind.value === 'open');

/** Below this age the knowledge has nothing to try out (condition `under-18`). */
const ADULT = 18;

/** What may be tried out: nothing that provokes pain before a visit this week. */
const testsLeft = computed<Asked['testsLeft']>(() => {
  const at = gate.value;
  const isMinor = (person.value.profile.ageYears ?? ADULT) < ADULT;
  if (at.kind !== 'open' || at.clearance.level === 'see-doctor-soon' || isMinor) return 'none';
  return at.verdict.closes.some((part) => part === 'pressure' || part === 'manual-tools') ? 'no-pressing' : 'all';
});

const conditionsTold = computed<readonly ConditionId[]>(() =>
  Object.entries(conditionsNow.value).flatMap(([id, answer]) => (answer === false ? [] : [id])),
);

export interface Reading {
  /** Null while nothing is marked, the check is open, or there is no answer yet. */
  readonly posterior: ReadonlySignal<Posterior | null>;
  readonly next: ReadonlySignal<NextQuestion | null>;
  /** Self-tests that are closed for this person; null: not known yet. */
  readonly closed: ReadonlySignal<readonly SelfTestId[] | null>;
  readonly glow: ReadonlySignal<readonly GlowOf[]>;
  readonly failed: ReadonlySignal<boolean>;
  readonly retry: () => void;
}

/** Asks for a new ranking whenever something changes that it depends on. */
export function useReading(): Reading {
  const ranker = useMemo(openRanker, []);
  useEffect(() => ranker.close, [ranker]);
  useSignalEffect(() => {
    // Before the draft was looked for, an empty drawing says nothing about the person.
    if (!workReady.value) return;
    ranker.ask({
      drawing: sketch.drawing.value,
      rank: isOpen.value,
      findings: findings.value,
      context: context.value,
      clear: clearPlaces.value,
      notNow: notNow.value,
      earlier: earlier.value,
      testsLeft: testsLeft.value,
      conditions: conditionsTold.value,
    });
  });
  useSignalEffect(() => {
    const answer = ranker.answer.value;
    if (!answer) return;
    // The check depends on where it hurts and how much, not on the exact share of a region.
    if (saidOf(answer.places) !== saidOf(places.peek()) || places.peek().length === 0) tellPainted(answer.places);
    places.value = answer.places;
    knots.value = answer.knots;
  });
  // Under a moving finger only the bars move. Rows, light and the next question follow one after the other when it
  // rests: they would flicker, and on a slow phone they would not fit into a frame beside the brush.
  const posterior = useSignal<Posterior | null>(null);
  useSignalEffect(() => {
    const next = isOpen.value ? (ranker.answer.value?.posterior ?? null) : null;
    const show = () => {
      posterior.value = next;
    };
    if (rowsOf(next) !== rowsOf(posterior.peek())) return whenRested(LIST_REST_MS, show);
    return afterFrame(show);
  });
  const glowText = useComputed(() => JSON.stringify(glowOf(posterior.value)));
  const glow = useSignal<readonly GlowOf[]>([]);
  useSignalEffect(() => {
    const next: readonly GlowOf[] = JSON.parse(glowText.value);
    return whenRested(GLOW_REST_MS, () => {
      glow.value = next;
    });
  });
  const advice = useSignal<Advice | null>(null);
  useSignalEffect(() => {
    const next = ranker.advice.value;
    return whenRested(ADVICE_REST_MS, () => {
      advice.value = next;
    });
  });
  const next = useComputed(() => (posterior.value ? (advice.value?.next ?? null) : null));
  const closed = useComputed(() => advice.value?.closed ?? null);
  return { posterior, next, closed, glow, failed: ranker.failed, retry: ranker.retry };
}

/** What the list shows, without how likely it is. */
const rowsOf = (posterior: Posterior | null): string =>
  posterior
    ? [
        upshotOf(posterior),
        ...posterior.candidates.slice(0, 4).map(({ muscle, side }) => muscle + side),
        ...posterior.other.map(({ hypothesis }) => hypothesis),
        ...posterior.together.flatMap(({ muscles }) => muscles.map(({ muscle, side }) => muscle + side)),
      ].join()
    : '';

/** Does something after the next frame; returns what calls it off. */
function afterFrame(work: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    waiting = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(waiting);
  };
}

/** Does something once the hand has rested for so long; returns what calls it off. */
function whenRested(restMs: number, work: () => void): () => void {
  const wait = () => {
    const rested = mono() - handStirred.at;
    if (rested >= restMs) work();
    else waiting = setTimeout(wait, restMs - rested);
  };
  let waiting = setTimeout(wait, 0);
  return () => clearTimeout(waiting);
}

const saidOf = (painted: readonly PaintedPlace[]): string =>
  painted.map(({ region, side, intensity, quality }) => `${region} ${side} ${intensity} ${quality}`).join();

/** The candidate whose details are open, as it stands now. */
export function chosenIn(posterior: Posterior | null): Candidate | undefined {
  const { muscle, side } = chosen.value ?? {};
  return posterior?.candidates.find((candidate) => candidate.muscle === muscle && candidate.side === side);
}

/** Points that carry less than this of a muscle's share are not marked. */
const LEAST_POINT = 0.2;
/** So many muscles glow; more would hide each other. */
const MOST_GLOWING = 3;
/** The faintest glow that is still seen on the skin. */
const FAINTEST = 0.28;

/** What is chosen, at full strength; else the leading muscles, each with its share of the first one's likelihood. */
function glowOf(posterior: Posterior | null): GlowOf[] {
  if (!posterior) return [];
  const glowing = ({ muscle, side, triggerPoints }: Candidate, strength: number): GlowOf => ({
    muscle,
    side,
    strength,
    points: triggerPoints
      .filter(({ share }) => share >= LEAST_POINT)
      .map(({ id }) => id)
      .sort(),
  });
  const picked = chosen.value ? [chosen.value] : pair.value;
  if (picked)
    return posterior.candidates
      .filter(({ muscle, side }) => picked.some((one) => one.muscle === muscle && one.side === side))
      .map((candidate) => glowing(candidate, 1));
  if (posterior.nothingFits) return [];
  const best = posterior.candidates[0]?.probability ?? 1;
  return posterior.candidates
    .slice(0, MOST_GLOWING)
    .filter(({ band }, i) => i === 0 || band !== 'less-likely')
    .map((candidate) => {
      // In tenths: a hair's breadth of likelihood is no reason to draw anew.
      const share = Math.round((10 * candidate.probability) / best) / 10;
      return glowing(candidate, Math.max(FAINTEST, share));
    });
}

/** Where the points of the chosen muscles can send pain, each region once. */
export function useZones(known: IdentifyKnowledge | null): ReadonlySignal<readonly Zone[]> {
  return useComputed(() => {
    const picked = chosen.value ? [chosen.value] : (pair.value ?? []);
    if (!known || !zonesShown.value) return [];
    const zones = new Map<string, Zone>();
    for (const { muscle, side } of picked)
      for (const { referral } of known.muscles.find(({ id }) => id === muscle)?.triggerPoints ?? [])
        for (const { region, kind } of referral) {
          const at = (known.regions.find(({ id }) => id === region)?.paired ?? true) ? side : 'midline';
          const often = kind === 'essential' || zones.get(`${region} ${at}`)?.often === true;
          zones.set(`${region} ${at}`, { region, side: at, often });
        }
    return [...zones.values()];
  });
}
