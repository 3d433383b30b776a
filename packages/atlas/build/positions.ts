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
const easyArms: Angles = {
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
export const lap = {
  handL: { from: 'kneeL', to: [-10, 66, -70], pole: [1, -0.4, -0.4], dir: [-0.2, -0.12, 1] },
  handR: { from: 'kneeR', to: [10, 66, -70], pole: [-1, -0.4, -0.4], dir: [0.2, -0.12, 1] },
} as const satisfies Reaches;
export const chair = { kind: 'chair', z: -40, h: 412 } as const satisfies Prop;
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

/** Feet flat on the floor in front of a chair. */
const feetDown: Reaches = {
  footL: { to: [110, 76, 400], pole: [0, 0.4, 1], dir: [0, 0, 1] },
  footR: { to: [-110, 76, 400], pole: [0, 0.4, 1], dir: [0, 0, 1] },
};
/** On a chair with feet that stay where they are, so that the pelvis may tip. */
export const seat = (o: Angles = {}): Angles =>
  mk(easyArms, { root: { at: [0, 508, 0] }, ground: false }, o, { reach: { ...feetDown, ...lap, ...o.reach } });
/** Standing with feet that stay where they are. */
export const feet = (z: number, apart = 110): Reaches => ({
  footL: { to: [apart, 76, z], pole: [0, 0, 1], dir: [0, 0, 1] },
  footR: { to: [-apart, 76, z], pole: [0, 0, 1], dir: [0, 0, 1] },
});

/** Where the muscles of the right side lie on the figure. */
export const AT = {
  neckBack: [
    ['head', [0, 10, -54]],
    ['neck', [0, 40, -62]],
    ['neck', [0, -20, -68]],
  ],
  neckSide: [
    ['head', [-56, 20, -8]],
    ['neck', [-74, 40, -8]],
    ['shoulderR', [34, 54, 0]],
  ],
  levator: [
    ['head', [-44, 4, -44]],
    ['neck', [-58, 10, -56]],
    ['chest', [-78, 110, -92]],
  ],
  shoulderTop: [
    ['neck', [-62, 6, -14]],
    ['shoulderR', [44, 52, -10]],
  ],
  chest: [
    ['chest', [-40, 110, 108]],
    ['chest', [-120, 112, 96]],
    ['shoulderR', [-10, -40, 50]],
  ],
  lat: [
    ['chest', [-148, 90, -46]],
    ['chest', [-140, -30, -60]],
    ['spine', [-110, 110, -70]],
  ],
  sideRibs: [
    ['chest', [-154, 50, 20]],
    ['chest', [-152, -50, 26]],
  ],
  blade: [
    ['chest', [-66, 96, -104]],
    ['chest', [-148, 90, -70]],
  ],
  besideSpine: [
    ['chest', [-56, 110, -104]],
    ['chest', [-56, 10, -112]],
  ],
  besideSpineLeft: [
    ['chest', [56, 110, -104]],
    ['chest', [56, 10, -112]],
  ],
  waist: [
    ['chest', [-150, -40, 0]],
    ['spine', [-142, 60, 0]],
    ['pelvis', [-150, 50, 0]],
  ],
  lowBack: [
    ['pelvis', [-60, 110, -98]],
    ['spine', [-58, 120, -90]],
  ],
  lowBackLeft: [
    ['pelvis', [60, 110, -98]],
    ['spine', [58, 120, -90]],
  ],
  buttock: [
    ['pelvis', [-70, -50, -108]],
    ['pelvis', [-92, 60, -104]],
  ],
  buttockLeft: [
    ['pelvis', [70, -50, -108]],
    ['pelvis', [92, 60, -104]],
  ],
  outerHip: [
    ['pelvis', [-160, 30, 0]],
    ['hipR', [-84, -130, 10]],
  ],
  hipFront: [
    ['pelvis', [-80, 60, 96]],
    ['hipR', [0, -110, 92]],
  ],
  backOfThigh: [
    ['hipR', [0, -90, -84]],
    ['hipR', [0, -320, -64]],
  ],
  calf: [
    ['kneeR', [0, -80, -66]],
    ['kneeR', [0, -250, -50]],
  ],
  upperArmBack: [
    ['shoulderR', [0, -70, -50]],
    ['shoulderR', [0, -230, -46]],
  ],
  upperArmSide: [
    ['shoulderR', [-52, 10, 0]],
    ['shoulderR', [-52, -110, 0]],
  ],
  belly: [
    ['spine', [0, 30, 98]],
    ['spine', [0, 150, 104]],
  ],
} as const satisfies Record<string, readonly Anchor[]>;
