// What the authored movements share: how one is written down, and the positions they start from.

import type { Anchor, Pose, Prop } from '../src/figure/pose.ts';
import type { Angles, Reaches } from './solve.ts';

export interface AuthoredPose {
  id: string;
  title: string;
  side: Pose['side'];
  /** How much of the figure is shown: all of it, down to the seat, or down to the seat with room for the arms. */
  frame: 'full' | 'upper' | 'arms';
  view: Pose['view'];
  props: readonly Prop[];
  focus: readonly (readonly Anchor[])[];
  order?: readonly string[];
  keyframes: readonly { label: string; pose: Angles }[];
}

export const mk = (...parts: Angles[]): Angles => Object.assign({}, ...parts);
export const easyArms: Angles = {
  shoulderL: { plane: 10, elev: 9 },
  shoulderR: { plane: 10, elev: 9 },
  elbowL: { flex: 14 },
  elbowR: { flex: 14 },
};
export const stand = mk({ hipL: { abd: 3 }, hipR: { abd: 3 } }, easyArms);
export const sit = (o: Angles = {}) =>
  mk(
    { hipL: { flex: 88, abd: 8 }, hipR: { flex: 88, abd: 8 }, kneeL: { flex: 88 }, kneeR: { flex: 88 }, reach: {} },
    easyArms,
    o,
  );
export const lap: Reaches = {
  handL: { from: 'kneeL', to: [-10, 66, -70], pole: [1, -0.4, -0.4], dir: [-0.2, -0.12, 1] },
  handR: { from: 'kneeR', to: [10, 66, -70], pole: [-1, -0.4, -0.4], dir: [0.2, -0.12, 1] },
};
export const chair: Prop = { kind: 'chair', z: -40, h: 412 };
export const four = (o: Angles) =>
  mk(
    {
      root: { at: [0, 470, 0], pitch: 74 },
      reach: {
        footL: { to: [95, 44, -430], pole: [0, -1, 0.25], dir: [0, -0.1, -1], up: [0, -1, 0] },
        footR: { to: [-95, 44, -430], pole: [0, -1, 0.25], dir: [0, -0.1, -1], up: [0, -1, 0] },
        handL: { to: [165, 52, 505], pole: [0.2, 0, -1], dir: [0, -0.12, 1], palm: [0, 1, 0] },
        handR: { to: [-165, 52, 505], pole: [-0.2, 0, -1], dir: [0, -0.12, 1], palm: [0, 1, 0] },
      },
      ground: false,
    },
    o,
  );
export const back = (o: Angles) => mk({ root: { at: [0, 112, 0], pitch: -90 }, ground: false }, o);

/** Lying face down, head forwards. */
export const front = (o: Angles) => mk({ root: { at: [0, 112, 0], pitch: 90 }, ground: false }, o);
export const mat = { kind: 'mat' as const, x0: -300, x1: 300, z0: -860, z1: 900 };
/** Feet flat beside each other when lying on the back. */
export const feetUp: Reaches = {
  footL: { to: [110, 76, 470], pole: [0, 1, 0], dir: [0, 0, 1] },
  footR: { to: [-110, 76, 470], pole: [0, 1, 0], dir: [0, 0, 1] },
};
export const armsBeside: Angles = { shoulderL: { plane: 0, elev: 22 }, shoulderR: { plane: 0, elev: 22 } };
