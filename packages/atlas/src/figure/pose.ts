// A movement as keyframes of a jointed figure in the proportions of the atlas (1750 tall), and any moment of it.

import type { PairedSide } from '../frame/index.ts';
import { add, mix, type Rotation, slerp, turned, type Vector } from './turn.ts';

export type PoseId = string;

/** `data/poses.json` */
export interface PoseBook {
  readonly edition: string;
  readonly poses: readonly Pose[];
}

export interface Pose {
  readonly id: PoseId;
  readonly title: string;
  /** The side that is treated as drawn; `both` needs no mirror image. */
  readonly side: PairedSide | 'both';
  /** Where the viewer stands, degrees: yaw 0 in front, 90 at the person's left; pitch upwards. */
  readonly view: { readonly yaw: number; readonly pitch: number };
  readonly viewBox: readonly [left: number, top: number, width: number, height: number];
  /** From one keyframe to the next. */
  readonly moveSeconds: number;
  readonly keyframes: readonly [Keyframe, Keyframe, ...Keyframe[]];
  readonly props: readonly Prop[];
  /** Lines on the body that the movement is for. */
  readonly focus: readonly (readonly Anchor[])[];
  /** Body parts to draw in front of where they are; behind it with a minus. */
  readonly order?: readonly string[];
}

export interface Keyframe {
  readonly label: string;
  /** Position of the pelvis. */
  readonly at: Vector;
  /** Rotation of every joint in the world. */
  readonly rot: Readonly<Record<Joint, Rotation>>;
  /** Shift of a shoulder from its place on the chest. */
  readonly shrug?: Partial<Readonly<Record<Joint, Vector>>>;
}

/** A place on the body: a joint and an offset in its own frame. */
export type Anchor = readonly [joint: Joint, offset: Vector];

export type Prop =
  | { readonly kind: 'mat'; readonly x0: number; readonly x1: number; readonly z0: number; readonly z1: number }
  | { readonly kind: 'wall'; readonly z: number; readonly x0: number; readonly x1: number }
  | { readonly kind: 'chair'; readonly z: number; readonly h: number }
  | { readonly kind: 'door'; readonly x: number; readonly z: number }
  | {
      readonly kind: 'desk';
      readonly y: number;
      readonly z0: number;
      readonly z1: number;
      readonly screenZ: number;
      readonly screenTop: number;
    }
  | { readonly kind: 'ball'; readonly on: Joint; readonly at: Vector; readonly r: number; readonly front?: boolean }
  | {
      readonly kind: 'roller';
      readonly y: number;
      readonly z: number;
      readonly r: number;
      readonly x0: number;
      readonly x1: number;
    }
  | {
      readonly kind: 'pack';
      readonly on: Joint;
      readonly at: Vector;
      readonly a: number;
      readonly b: number;
      readonly bulge: number;
      readonly front?: boolean;
    }
  /** A band or strap, tight between places on the body. */
  | { readonly kind: 'band'; readonly through: readonly Anchor[]; readonly front?: boolean };

/** Joint → the joint it hangs on and its place in that joint's frame; parents come first. */
export const SKELETON = {
  pelvis: [undefined, [0, 0, 0]],
  spine: ['pelvis', [0, 150, -12]],
  chest: ['spine', [0, 235, -8]],
  neck: ['chest', [0, 195, 6]],
  head: ['neck', [0, 85, 8]],
  crown: ['head', [0, 170, 0]],
  shoulderL: ['chest', [172, 104, -6]],
  elbowL: ['shoulderL', [0, -308, 0]],
  wristL: ['elbowL', [0, -255, 0]],
  handL: ['wristL', [0, -180, 0]],
  shoulderR: ['chest', [-172, 104, -6]],
  elbowR: ['shoulderR', [0, -308, 0]],
  wristR: ['elbowR', [0, -255, 0]],
  handR: ['wristR', [0, -180, 0]],
  hipL: ['pelvis', [88, 0, 0]],
  kneeL: ['hipL', [0, -414, 0]],
  ankleL: ['kneeL', [0, -426, 0]],
  toeL: ['ankleL', [0, -60, 185]],
  hipR: ['pelvis', [-88, 0, 0]],
  kneeR: ['hipR', [0, -414, 0]],
  ankleR: ['kneeR', [0, -426, 0]],
  toeR: ['ankleR', [0, -60, 185]],
} as const satisfies Record<string, readonly [parent: string | undefined, offset: Vector]>;
export type Joint = keyof typeof SKELETON;
export const JOINTS = Object.keys(SKELETON) as readonly Joint[];

/** Where every joint is and how it is turned. */
export interface Stance {
  readonly at: Readonly<Record<Joint, Vector>>;
  readonly rot: Readonly<Record<Joint, Rotation>>;
}

/** Positions of all joints, hung on the pelvis one after the other. */
export function stanceOf({ at, rot, shrug }: Omit<Keyframe, 'label'>): Stance {
  const places: Partial<Record<Joint, Vector>> = { pelvis: at };
  for (const joint of JOINTS) {
    const [parent, offset] = SKELETON[joint];
    if (!parent) continue;
    const from = places[parent];
    if (!from) throw new RangeError(`a joint must come after the one it hangs on, got ${joint}`);
    places[joint] = add(from, turned(rot[parent], add(offset, shrug?.[joint] ?? [0, 0, 0])));
  }
  return { at: places as Record<Joint, Vector>, rot };
}

/**
 * A moment of a movement.
 *
 * @param t 0 at the first keyframe, 1 at the last; what lies outside is held at the ends
 */
export function poseAt(pose: Pose, t: number): Stance {
  const along = Math.min(1, Math.max(0, t)) * (pose.keyframes.length - 1);
  const first = Math.min(pose.keyframes.length - 2, Math.floor(along));
  const [a, b] = pose.keyframes.slice(first, first + 2) as [Keyframe, Keyframe];
  const between = along - first;
  const still: Vector = [0, 0, 0];
  const shift = (joint: Joint) => mix(a.shrug?.[joint] ?? still, b.shrug?.[joint] ?? still, between);
  return stanceOf({
    at: mix(a.at, b.at, between),
    rot: Object.fromEntries(
      JOINTS.map((joint) => [joint, slerp(a.rot[joint], b.rot[joint], between)]),
    ) as Stance['rot'],
    shrug: { shoulderL: shift('shoulderL'), shoulderR: shift('shoulderR') },
  });
}

/** The two moments to show side by side where nothing may move: beginning and end. */
export function stillsOf({ keyframes }: Pose): readonly [Still, Still] {
  return [
    { t: 0, label: keyframes[0].label },
    { t: 1, label: keyframes.at(-1)?.label ?? '' },
  ];
}
export interface Still {
  readonly t: number;
  readonly label: string;
}
