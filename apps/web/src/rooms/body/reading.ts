// What the drawing is read as, for as long as the room is open: measured and ranked by the worker, as signals that only
// change when something can be seen to change.

import { computed, type ReadonlySignal, signal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { PaintedPlace } from '@unknot/atlas/drawing';
import type { MuscleId, PairedSide, RegionId } from '@unknot/atlas/frame';
import { bandOf, type Candidate, type NextQuestion, type Posterior } from '@unknot/engine/inference';
import type { IdentifyKnowledge } from '@unknot/knowledge/schema';
import { useEffect, useMemo } from 'preact/hooks';
import { gate } from '../../gate.ts';
import type { GlowOf } from '../../parts/BodyFigure.tsx';
import { openRanker } from '../../ports/ranker.ts';
import { tellPainted } from '../../story.ts';
import type { Zone } from './BodyMap.tsx';
import { clearPlaces, context, findings, knots, notNow, places, sketch, workReady } from './work.ts';

/** The candidate whose details are open. */
export const chosen = signal<{ readonly muscle: MuscleId; readonly side: PairedSide } | null>(null);

/** Whether the places are shown to which the chosen muscle can send pain. */
export const zonesShown = signal(false);

/** The light moves on when the ranking has settled for a moment; until then it would flicker under the finger. */
const GLOW_AFTER_MS = 220;

const isOpen = computed(() => gate.value.kind === 'open');

const pressingClosed = computed(() => {
  const at = gate.value;
  return at.kind === 'open' && (at.clearance.level === 'see-doctor-soon' || at.verdict.closes.includes('pressure'));
});

export interface Reading {
  /** Null while nothing is marked, the check is open, or there is no answer yet. */
  readonly posterior: ReadonlySignal<Posterior | null>;
  readonly next: ReadonlySignal<NextQuestion | null>;
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
      noPressing: pressingClosed.value,
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
  const posterior = useComputed(() => (isOpen.value ? (ranker.answer.value?.posterior ?? null) : null));
  const next = useComputed(() => (isOpen.value && ranker.answer.value?.posterior ? ranker.next.value : null));
  const glowText = useComputed(() => JSON.stringify(glowOf(chosenIn(posterior.value), posterior.value)));
  const glow = useSignal<readonly GlowOf[]>([]);
  useSignalEffect(() => {
    const next: readonly GlowOf[] = JSON.parse(glowText.value);
    const settled = setTimeout(() => {
      glow.value = next;
    }, GLOW_AFTER_MS);
    return () => clearTimeout(settled);
  });
  return { posterior, next, glow, failed: ranker.failed, retry: ranker.retry };
}

const saidOf = (painted: readonly PaintedPlace[]): string =>
  painted.map(({ region, side, intensity, quality }) => `${region} ${side} ${intensity} ${quality}`).join();

/** The candidate whose details are open, as it stands now. */
export function chosenIn(posterior: Posterior | null): Candidate | undefined {
  const { muscle, side } = chosen.value ?? {};
  return posterior?.candidates.find((candidate) => candidate.muscle === muscle && candidate.side === side);
}

/** The word for a probability, by the same thresholds as the ranking's. */
export function wordOf({ parameters: { parameters } }: IdentifyKnowledge, probability: number) {
  const from = (name: 'likelyFrom' | 'possibleFrom') => parameters[name]?.value ?? Number.POSITIVE_INFINITY;
  return bandOf({ likelyFrom: from('likelyFrom'), possibleFrom: from('possibleFrom') }, probability);
}

/** Points that carry less than this of a muscle's share are not marked. */
const LEAST_POINT = 0.2;

/** The chosen muscle alone, or the first two at full and half strength. */
function glowOf(open: Candidate | undefined, posterior: Posterior | null): GlowOf[] {
  const glowing = ({ muscle, side, triggerPoints }: Candidate, strength: number): GlowOf => ({
    muscle,
    side,
    strength,
    points: triggerPoints
      .filter(({ share }) => share >= LEAST_POINT)
      .map(({ id }) => id)
      .sort(),
  });
  if (open) return [glowing(open, 1)];
  if (!posterior || posterior.nothingFits) return [];
  return posterior.candidates
    .slice(0, 2)
    .filter(({ band }, i) => i === 0 || band !== 'less-likely')
    .map((candidate, i) => glowing(candidate, i === 0 ? 1 : 0.5));
}

/** Where the points of the chosen muscle can send pain, each region once. */
export function useZones(known: IdentifyKnowledge | null): ReadonlySignal<readonly Zone[]> {
  return useComputed(() => {
    const { muscle, side } = chosen.value ?? {};
    if (!known || !zonesShown.value || muscle === undefined || side === undefined) return [];
    const zones = new Map<RegionId, Zone>();
    for (const { referral } of known.muscles.find(({ id }) => id === muscle)?.triggerPoints ?? []) {
      for (const { region, kind } of referral) {
        const isPaired = known.regions.find(({ id }) => id === region)?.paired ?? true;
        const often = kind === 'essential' || zones.get(region)?.often === true;
        zones.set(region, { region, side: isPaired ? side : 'midline', often });
      }
    }
    return [...zones.values()];
  });
}
