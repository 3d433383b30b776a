// The muscles under the skin: shape, fibres from origin to insertion, and the places where trigger points are commonly
// described. Schematic: it shows where a muscle lies, not where a given person has a knot.

import {
  type DrawnViewId,
  flipOf,
  type MuscleId,
  type PairedSide,
  type TriggerPointId,
  turnPath,
  type ViewId,
} from '../frame/index.ts';

/** `data/muscles/<view>.json`: the muscles of a view, deepest first. */
export interface MuscleSheet {
  readonly edition: string;
  readonly view: DrawnViewId;
  readonly muscles: readonly SheetMuscle[];
}

/** A muscle as drawn, in the half of the person that is drawn. */
export interface SheetMuscle {
  readonly id: MuscleId;
  readonly layer: 'deep' | 'intermediate' | 'superficial';
  /** Drawing order over all views, deepest first. */
  readonly z: number;
  /** Drawn for wholeness, never ranked. */
  readonly context?: boolean;
  /** Lateral view: lies on the near arm, so it is drawn after the arm. */
  readonly onArm?: boolean;
  /** Left, top, right, bottom in atlas units. */
  readonly box: Box;
  readonly parts: readonly SheetPart[];
  readonly triggerPoints: Readonly<Record<TriggerPointId, Point>>;
}

interface SheetPart {
  /** Closed SVG path. */
  readonly shape: string;
  /** SVG paths from origin to insertion, in order across the muscle. */
  readonly fibres: readonly string[];
  /** Mean distance between neighbouring fibres half-way, in atlas units. */
  readonly spacing: number;
  readonly tendon?: boolean;
}

export type Point = readonly [x: number, y: number];
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A muscle on one side, ready to draw in view coordinates. */
export interface MuscleShape {
  readonly id: MuscleId;
  readonly side: PairedSide;
  readonly layer: SheetMuscle['layer'];
  readonly onArm: boolean;
  readonly box: Box;
  readonly parts: readonly MusclePart[];
  readonly triggerPoints: readonly { readonly id: TriggerPointId; readonly at: Point }[];
}

export interface MusclePart {
  readonly shape: string;
  readonly tendon: boolean;
  /** Every fibre, for a muscle drawn as flesh. */
  readonly fibres: readonly string[];
  /** Fibres thinned until they read as single strands of light, for a muscle that glows under the skin. */
  readonly strands: readonly string[];
}

/** Strands closer than this run together on a screen. Atlas units; own setting. */
const STRAND_SPACING = 2.4;

/** A muscle on one side; nothing where the view does not show it. */
export function muscleShape(sheet: MuscleSheet, view: ViewId, id: MuscleId, side: PairedSide): MuscleShape | undefined {
  const muscle = sheet.muscles.find((drawn) => drawn.id === id);
  const flip = flipOf(view, side);
  if (!muscle || !flip) return undefined;
  const turn = (d: string) => turnPath(d, flip);
  const [left, top, right, bottom] = muscle.box;
  return {
    id,
    side,
    layer: muscle.layer,
    onArm: muscle.onArm ?? false,
    box: flip === 1 ? muscle.box : [-right, top, -left, bottom],
    parts: muscle.parts.map(({ shape, fibres, spacing, tendon = false }) => {
      const every = Math.max(1, Math.round(STRAND_SPACING / spacing));
      const turned = fibres.map(turn);
      const strands = turned.filter((_, i) => i % every === 0 || i === turned.length - 1);
      return { shape: turn(shape), tendon, fibres: turned, strands };
    }),
    triggerPoints: Object.entries(muscle.triggerPoints).map(([point, [x, y]]) => ({
      id: point,
      at: [flip * x + 0, y],
    })),
  };
}
