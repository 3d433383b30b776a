// A movement as keyframes of a jointed figure in the proportions of the atlas (1750 tall), and any moment of it.

import type { MuscleId, PairedSide } from '../frame/index.ts';
import { add, mix, type Rotation, slerp, turned, type Vector } from './turn.ts';

export type PoseId = string;

/** `data/poses.json` */
export interface PoseBook {
  readonly edition: string;
  readonly poses: readonly Pose[];
}

/** `data/technique-poses.json` */
export interface PosePairs {
  readonly edition: string;
  /** Technique → a movement, or a family of them where the place on the body decides. */
  readonly poseByTechnique: Readonly<Record<string, PoseId | string>>;
  readonly families: Readonly<
    Record<
      string,
      {
        readonly else: PoseId;
        readonly by: readonly { readonly pose: PoseId; readonly muscles: readonly MuscleId[] }[];
      }
    >
  >;
  /** Why → techniques that no figure would help with. */
  readonly withoutFigure: Readonly<Record<string, readonly string[]>>;
}

/** The movement for a technique on a muscle; null where no figure would help. */
export function poseIdFor(pairs: PosePairs, technique: string, muscle: MuscleId | null): PoseId | null {
  const id = pairs.poseByTechnique[technique];
  const family = id === undefined ? undefined : pairs.families[id];
  if (!family) return id ?? null;
  return family.by.find(({ muscles }) => muscle !== null && muscles.includes(muscle))?.pose ?? family.else;
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
  /** Rotation of a joint in the world; a joint that is absent is turned like the one it hangs on. */
  readonly rot: Readonly<Partial<Record<Joint, Rotation>>>;
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
  /** Where a hand or a tool touches the body. */
  | { readonly kind: 'touch'; readonly on: Joint; readonly at: Vector; readonly r?: number }
  /** A box by its middle and its size, in the room or turned with a joint; `soft`: a pillow; `water`: seen through. */
  | {
      readonly kind: 'box';
      readonly on?: Joint;
      readonly at: Vector;
      readonly size: Vector;
      readonly look?: 'soft' | 'water' | 'tool';
      readonly front?: boolean;
    }
  | {
      readonly kind: 'rod';
      readonly from: Vector;
      readonly to: Vector;
      readonly width: number;
      readonly look?: 'water';
      readonly front?: boolean;
    }
  /** Stands upright and rolls forwards. */
  | { readonly kind: 'wheel'; readonly at: Vector; readonly r: number }
  /** The hand of another person on the body, its arm coming from there, seen from the place it touches. */
  | { readonly kind: 'helper'; readonly on: Joint; readonly at: Vector; readonly from: Vector }
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
      /** Warm unless it says otherwise. */
      readonly look?: 'cold' | 'tool';
      readonly front?: boolean;
    }
  /** A band or strap, tight between places on the body; with a width also a stick or a cane. */
  | { readonly kind: 'band'; readonly through: readonly Anchor[]; readonly width?: number; readonly front?: boolean };

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

/** The rotation of every joint, with what a keyframe leaves out. */
function rotationsOf(rot: Keyframe['rot']): Stance['rot'] {
  const all: Partial<Record<Joint, Rotation>> = {};
  for (const joint of JOINTS) {
    const [parent] = SKELETON[joint];
    all[joint] = rot[joint] ?? (parent && all[parent]) ?? [0, 0, 0, 1];
  }
  return all as Stance['rot'];
}

/** Positions of all joints, hung on the pelvis one after the other. */
export function stanceOf({ at, rot: told, shrug }: Omit<Keyframe, 'label'>): Stance {
  const rot = rotationsOf(told);
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

/** Between two keyframes a foot may swing through the floor; then the whole body is a little higher, as in a step. */
function onTheFloor({ at, rot }: Stance): Stance {
  const under = Math.min(...JOINTS.map((joint) => at[joint][1]));
  if (under >= 0) return { at, rot };
  return {
    at: Object.fromEntries(JOINTS.map((joint) => [joint, add(at[joint], [0, -under, 0])])) as Stance['at'],
    rot,
  };
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
  const [from, to] = [rotationsOf(a.rot), rotationsOf(b.rot)];
  const still: Vector = [0, 0, 0];
  const shift = (joint: Joint) => mix(a.shrug?.[joint] ?? still, b.shrug?.[joint] ?? still, between);
  return onTheFloor(
    stanceOf({
      at: mix(a.at, b.at, between),
      rot: Object.fromEntries(JOINTS.map((joint) => [joint, slerp(from[joint], to[joint], between)])) as Stance['rot'],
      shrug: { shoulderL: shift('shoulderL'), shoulderR: shift('shoulderR') },
    }),
  );
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
