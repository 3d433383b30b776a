// From anatomical angles and reaches (hands and feet that must stay somewhere) to the position of the pelvis and one
// rotation per joint, which is all that a keyframe keeps.

import { type Joint, type Keyframe, SKELETON, stanceOf } from '../src/figure/pose.ts';
import { bodyParts } from '../src/figure/solids.ts';
import { add, cross, dot, type Rotation, scale, subtract, turned, type Vector } from '../src/figure/turn.ts';

/** Degrees; `side` and `turn` to the person's left. */
interface Bend {
  flex?: number;
  side?: number;
  turn?: number;
}

/** A point that wrist or ankle must hold: in the world, or from a joint (in its own frame when `local`). */
interface Reach {
  to: Vector;
  from?: Joint;
  local?: boolean;
  /** Where elbow or knee points. */
  pole: Vector;
  /** Where fingers or toes point. */
  dir?: Vector;
  palm?: Vector;
  up?: Vector;
}

export type Reaches = Partial<Record<'handL' | 'handR' | 'footL' | 'footR', Reach>>;

type Letter = 'L' | 'R';

export interface Angles {
  root?: { at?: Vector; pitch?: number; yaw?: number; roll?: number };
  spine?: Bend;
  chest?: Bend;
  neck?: Bend;
  head?: Bend;
  /** plane 0 sideways, 90 forwards. */
  shoulderL?: { plane?: number; elev?: number; rot?: number };
  shoulderR?: { plane?: number; elev?: number; rot?: number };
  elbowL?: { flex?: number };
  elbowR?: { flex?: number };
  hipL?: { flex?: number; abd?: number; rot?: number };
  hipR?: { flex?: number; abd?: number; rot?: number };
  kneeL?: { flex?: number };
  kneeR?: { flex?: number };
  ankleL?: { flex?: number };
  ankleR?: { flex?: number };
  /** Up, back, inwards. */
  shrug?: { L?: readonly number[]; R?: readonly number[] };
  reach?: Reaches;
  /** Put the lowest point on the floor; on unless false. */
  ground?: boolean;
}

const LETTERS = ['L', 'R'] as const;
const UPRIGHT: Rotation = [0, 0, 0, 1];

function times(a: Rotation, b: Rotation): Rotation {
  return [
    a[3] * b[0] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1],
    a[3] * b[1] - a[0] * b[2] + a[1] * b[3] + a[2] * b[0],
    a[3] * b[2] + a[0] * b[1] - a[1] * b[0] + a[2] * b[3],
    a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2],
  ];
}
const about = (axis: Vector, degrees: number): Rotation => {
  const half = (degrees * Math.PI) / 360;
  const [x, y, z] = scale(axis, Math.sin(half));
  return [x, y, z, Math.cos(half)];
};
const aboutX = (degrees = 0) => about([1, 0, 0], degrees);
const aboutY = (degrees = 0) => about([0, 1, 0], degrees);
const aboutZ = (degrees = 0) => about([0, 0, 1], degrees);
const bend = ({ flex = 0, side = 0, turn = 0 }: Bend = {}) => times(aboutY(turn), times(aboutZ(-side), aboutX(flex)));
const unit = (a: Vector): Vector => scale(a, 1 / (Math.hypot(...a) || 1));

/** The rotation whose axes are x, y, z. */
function fromAxes(x: Vector, y: Vector, z: Vector): Rotation {
  const trace = x[0] + y[1] + z[2];
  if (trace > 0) {
    const s = Math.sqrt(trace + 1) * 2;
    return [(y[2] - z[1]) / s, (z[0] - x[2]) / s, (x[1] - y[0]) / s, s / 4];
  }
  if (x[0] > y[1] && x[0] > z[2]) {
    const s = Math.sqrt(1 + x[0] - y[1] - z[2]) * 2;
    return [s / 4, (y[0] + x[1]) / s, (z[0] + x[2]) / s, (y[2] - z[1]) / s];
  }
  if (y[1] > z[2]) {
    const s = Math.sqrt(1 + y[1] - x[0] - z[2]) * 2;
    return [(y[0] + x[1]) / s, s / 4, (z[1] + y[2]) / s, (z[0] - x[2]) / s];
  }
  const s = Math.sqrt(1 + z[2] - x[0] - y[1]) * 2;
  return [(z[0] + x[2]) / s, (z[1] + y[2]) / s, s / 4, (x[1] - y[0]) / s];
}

/** The rotation that lets a limb hang along `dir`, its front as near as possible to `front`. */
function hang(dir: Vector, front: Vector): Rotation {
  const y = scale(unit(dir), -1);
  const across = cross(y, front);
  const x = unit(Math.hypot(...across) < 1e-3 ? cross(y, [0, 0, 1]) : across);
  return fromAxes(x, y, cross(x, y));
}

/** A keyframe without its label, three decimals: less than half a unit at the end of a limb. */
export function solve(pose: Angles): Omit<Keyframe, 'label'> {
  const rot = {} as Record<Joint, Rotation>;
  const at = {} as Record<Joint, Vector>;
  const shrug: Partial<Record<Joint, Vector>> = {};
  for (const X of LETTERS) {
    const [up = 0, back = 0, inwards = 0] = pose.shrug?.[X] ?? [];
    if (pose.shrug?.[X]) shrug[`shoulder${X}`] = [(X === 'L' ? -1 : 1) * inwards, up, -back];
  }
  const hangOn = (joint: Joint) => {
    const [parent, offset] = SKELETON[joint];
    if (parent) at[joint] = add(at[parent], turned(rot[parent], add(offset, shrug[joint] ?? [0, 0, 0])));
  };

  const root = pose.root ?? {};
  at.pelvis = root.at ?? [0, 915, 0];
  rot.pelvis = times(aboutY(root.yaw), times(aboutZ(-(root.roll ?? 0)), aboutX(root.pitch)));
  rot.spine = times(rot.pelvis, bend(pose.spine));
  rot.chest = times(rot.spine, bend(pose.chest));
  rot.neck = times(rot.chest, bend(pose.neck));
  rot.head = times(rot.neck, bend(pose.head));
  rot.crown = rot.head;
  for (const joint of ['spine', 'chest', 'neck', 'head', 'crown'] as const) hangOn(joint);
  for (const X of LETTERS) {
    hangOn(`shoulder${X}`);
    hangOn(`hip${X}`);
    leg(X);
  }
  // An arm that reaches for the other arm comes after it.
  const waits = (X: Letter) => {
    const { from = '', local = false } = pose.reach?.[`hand${X}`] ?? {};
    return Number(/elbow|wrist|hand/.test(from) || (local && from.startsWith('shoulder')));
  };
  for (const X of LETTERS.toSorted((a, b) => waits(a) - waits(b))) arm(X);

  function arm(X: Letter) {
    const [shoulder, elbow, wrist, hand] = [`shoulder${X}`, `elbow${X}`, `wrist${X}`, `hand${X}`] as const;
    const m = X === 'L' ? 1 : -1;
    const reach = pose.reach?.[hand];
    const { plane = 0, elev = 0, rot: twist = 0 } = pose[shoulder] ?? {};
    if (reach) twoBones([shoulder, elbow, wrist], reach, 1);
    else {
      rot[shoulder] = times(rot.chest, times(aboutY(-m * plane), times(aboutZ(m * elev), aboutY(m * (plane - twist)))));
      rot[elbow] = times(rot[shoulder], aboutX(-(pose[elbow]?.flex ?? 0)));
    }
    hangOn(elbow);
    hangOn(wrist);
    rot[wrist] = reach?.dir ? hang(reach.dir, reach.palm ?? turned(rot[elbow], [0, 0, 1])) : rot[elbow];
    hangOn(hand);
    rot[hand] = rot[wrist];
  }

  function leg(X: Letter) {
    const [hip, knee, ankle, toe] = [`hip${X}`, `knee${X}`, `ankle${X}`, `toe${X}`] as const;
    const m = X === 'L' ? 1 : -1;
    const reach = pose.reach?.[`foot${X}`];
    const { flex = 0, abd = 0, rot: twist = 0 } = pose[hip] ?? {};
    if (reach) twoBones([hip, knee, ankle], reach, -1);
    else {
      rot[hip] = times(rot.pelvis, times(aboutY(m * twist), times(aboutZ(m * abd), aboutX(-flex))));
      rot[knee] = times(rot[hip], aboutX(pose[knee]?.flex));
    }
    hangOn(knee);
    hangOn(ankle);
    const up = reach?.up ?? [0, 1, 0];
    rot[ankle] = reach?.dir
      ? fromAxes(unit(cross(up, unit(reach.dir))), up, unit(reach.dir))
      : times(rot[knee], aboutX(-(pose[ankle]?.flex ?? 0)));
    hangOn(toe);
    rot[toe] = rot[ankle];
  }

  /** Bends a limb of two bones so that its end comes as near as it can to the point it must hold. */
  function twoBones([a, b, c]: readonly [Joint, Joint, Joint], reach: Reach, way: 1 | -1) {
    const [upper, lower] = [Math.hypot(...SKELETON[b][1]), Math.hypot(...SKELETON[c][1])];
    const from = reach.from;
    const target = from ? add(at[from], reach.local ? turned(rot[from], reach.to) : reach.to) : reach.to;
    const line = subtract(target, at[a]);
    const far = Math.min(upper + lower - 1, Math.max(Math.abs(upper - lower) + 1, Math.hypot(...line)));
    const along = unit(line);
    const cosine = (upper * upper + far * far - lower * lower) / (2 * upper * far);
    const sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
    const out = unit(subtract(reach.pole, scale(along, dot(reach.pole, along))));
    const middle = add(at[a], add(scale(along, upper * cosine), scale(out, upper * sine)));
    const end = add(at[a], scale(along, far));
    // The front of an arm faces away from where the elbow points, the front of a leg faces where the knee points.
    rot[a] = hang(subtract(middle, at[a]), scale(out, -way));
    rot[b] = hang(subtract(end, middle), scale(out, -way));
  }

  const rounded = <T extends readonly number[]>(values: T) =>
    values.map((v) => Math.round(v * 1e3) / 1e3 + 0) as unknown as T;
  let pelvis = at.pelvis;
  if (pose.ground !== false) {
    const lowest = bodyParts(stanceOf({ at: pelvis, rot, shrug })).flatMap(({ solids }) =>
      solids.map(({ centre, rot: turn, radii }) => {
        const [x, y, z] = (
          [
            [radii[0], 0, 0],
            [0, radii[1], 0],
            [0, 0, radii[2]],
          ] as const
        ).map((r) => turned(turn, r)[1]);
        return centre[1] - Math.hypot(x ?? 0, y ?? 0, z ?? 0);
      }),
    );
    pelvis = add(pelvis, [0, -Math.min(...lowest), 0]);
  }
  const joints = Object.keys(SKELETON) as Joint[];
  const kept = (joint: Joint) => {
    const [parent] = SKELETON[joint];
    return String(rounded(rot[joint] ?? UPRIGHT)) !== String(rounded((parent && rot[parent]) ?? UPRIGHT));
  };
  return {
    at: rounded(pelvis),
    rot: Object.fromEntries(joints.filter(kept).map((joint) => [joint, rounded(rot[joint] ?? UPRIGHT)])),
    ...(Object.keys(shrug).length > 0 && { shrug }),
  };
}
