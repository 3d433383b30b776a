// Movements on the feet.

import { AT, type AuthoredPose, feet, mk, stand } from './positions.ts';

export const STANDING: readonly AuthoredPose[] = [
  ...(['low-back', 'mid-back'] as const).map(
    (where): AuthoredPose => ({
      id: `wall-ball-${where}`,
      title: `Ball against the wall, ${where.replace('-', ' ')}`,
      side: 'right',
      frame: 'full',
      view: { yaw: -80, pitch: 4 },
      props: [
        { kind: 'wall', z: -172, x0: -260, x1: 260 },
        where === 'low-back'
          ? { kind: 'ball', on: 'spine', at: [-64, 10, -134], r: 38 }
          : { kind: 'ball', on: 'chest', at: [-64, -40, -142], r: 38 },
      ],
      focus: [],
      keyframes: [0, 1].map((k) => ({
        label: k ? 'Bend the knees a little' : 'Lean into the ball',
        pose: mk(stand, {
          root: { at: [0, 870 - k * 50, 0], pitch: where === 'low-back' ? 2 : -1 },
          chest: { flex: 2 },
          ground: false,
          reach: feet(where === 'low-back' ? 170 : 190),
        }),
      })),
    }),
  ),
  {
    id: 'wall-ball-hip',
    title: 'Ball against the wall, buttock and hip',
    side: 'right',
    frame: 'full',
    view: { yaw: -64, pitch: 4 },
    props: [
      { kind: 'wall', z: -250, x0: -260, x1: 260 },
      { kind: 'ball', on: 'pelvis', at: [-186, 10, -40], r: 38 },
    ],
    focus: [],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Turn a little to find the spot' : 'Lean the hip into the ball',
      pose: mk(stand, {
        root: { at: [0, 884, 0], yaw: -90 + k * 10, roll: 5 },
        spine: { side: -3 },
        chest: { side: -2 },
        ground: false,
        reach: {
          handR: { from: 'chest', local: true, to: [0, -30, 150], pole: [-1, -1, 0.4], dir: [-0.1, 0.3, 1] },
          footL: { to: [0, 76, 230], pole: [-1, 0, 0.2], dir: [-1, 0, 0] },
          footR: { to: [20, 76, 40], pole: [-1, 0, 0.2], dir: [-1, 0, 0] },
        },
      }),
    })),
  },
  {
    id: 'side-bend',
    title: 'Side bend for the flank',
    side: 'right',
    frame: 'full',
    view: { yaw: 6, pitch: 4 },
    props: [],
    focus: [
      [
        ['chest', [-150, 40, 0]],
        ['spine', [-146, 60, 0]],
        ['pelvis', [-140, 70, 0]],
      ],
    ],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Lean away, hand slides down' : 'One arm up',
      pose: mk(stand, {
        root: { roll: -k * 3 },
        spine: { side: k * 12 },
        chest: { side: k * 14 },
        neck: { side: k * 4 },
        shoulderL: { plane: 10, elev: 9 + k * 2 },
        reach: {
          handR: {
            from: 'chest',
            local: true,
            to: [-130 + k * 70, 640, 10],
            pole: [-1, 0.2, 0],
            dir: k ? [0.6, 0.8, 0] : [0.1, 1, 0],
          },
        },
      }),
    })),
  },
  {
    id: 'calf-stretch-wall',
    title: 'Calf stretch at the wall',
    side: 'right',
    frame: 'full',
    view: { yaw: -76, pitch: 5 },
    props: [{ kind: 'wall', z: 560, x0: -260, x1: 260 }],
    focus: [
      [
        ['kneeR', [0, -80, -62]],
        ['kneeR', [0, -250, -50]],
      ],
    ],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Heel down, bend both knees' : 'One foot behind the other',
      pose: mk(stand, {
        root: { at: [0, 872 - k * 60, -30 + k * 60], pitch: 8 + k * 4 },
        ground: false,
        neck: { flex: -4 - k * 4 },
        reach: {
          footL: { to: [90, 76, 130], pole: [0, 0, 1], dir: [0, 0, 1] },
          footR: { to: [-90, 76, -262], pole: [0, 0.2, 1], dir: [0, 0, 1] },
          handL: { to: [150, 1310, 452], pole: [1, -0.8, 0], dir: [0, 1, 0.2], palm: [0, -0.2, 1] },
          handR: { to: [-150, 1310, 452], pole: [-1, -0.8, 0], dir: [0, 1, 0.2], palm: [0, -0.2, 1] },
        },
      }),
    })),
  },
  {
    id: 'wall-angels',
    title: 'Wall angels',
    side: 'both',
    frame: 'full',
    view: { yaw: 24, pitch: 4 },
    props: [{ kind: 'wall', z: -118, x0: -620, x1: 620 }],
    focus: [],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Slide up' : 'Elbows low, arms on the wall',
      pose: mk(stand, {
        root: { at: [0, 905, 0] },
        ground: false,
        reach: {
          ...feet(60),
          handL: {
            to: k ? [330, 1850, -70] : [440, 1560, -70],
            pole: [1, -1, -0.1],
            dir: [-0.05, 1, 0],
            palm: [0, 0, 1],
          },
          handR: {
            to: k ? [-330, 1850, -70] : [-440, 1560, -70],
            pole: [-1, -1, -0.1],
            dir: [0.05, 1, 0],
            palm: [0, 0, 1],
          },
        },
      }),
    })),
  },
  {
    id: 'arm-circles',
    title: 'Arm circles',
    side: 'both',
    frame: 'arms',
    view: { yaw: 20, pitch: 6 },
    props: [],
    focus: [AT.upperArmSide],
    keyframes: (
      [
        [8, 96],
        [-14, 86],
        [8, 76],
        [26, 86],
        [8, 96],
      ] as const
    ).map(([plane, elev], i) => ({
      label: i === 0 ? 'Arms out' : 'Small circles',
      pose: mk(stand, {
        shoulderL: { plane, elev },
        shoulderR: { plane, elev },
        elbowL: { flex: 5 },
        elbowR: { flex: 5 },
      }),
    })),
  },
  {
    id: 'hip-hinge',
    title: 'Hip hinge',
    side: 'both',
    frame: 'full',
    view: { yaw: -78, pitch: 4 },
    props: [],
    focus: [AT.backOfThigh, AT.buttock],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Fold at the hips, long back' : 'Stand tall',
      pose: mk(stand, {
        root: { at: [0, 905 - k * 50, -k * 120], pitch: k * 58 },
        ground: false,
        neck: { flex: -k * 6 },
        shoulderL: { plane: 84, elev: k * 50 },
        reach: {
          ...feet(0),
          handR: {
            from: 'spine',
            local: true,
            to: [-110, 20, -128],
            pole: [-1, 0, -0.8],
            dir: [1, 0.1 - k * 0.4, -0.1 + k * 0.3],
          },
        },
      }),
    })),
  },
  {
    id: 'walking',
    title: 'Brisk walking',
    side: 'both',
    frame: 'full',
    view: { yaw: -66, pitch: 4 },
    props: [],
    focus: [AT.calf],
    keyframes: [1, -1].map((k) => ({
      label: k > 0 ? 'Arms swing' : 'Step on',
      pose: {
        root: { pitch: 3 },
        chest: { turn: k * 6, flex: -2 },
        hipL: { flex: 4 + k * 22, abd: 2 },
        hipR: { flex: 4 - k * 22, abd: 2 },
        kneeL: { flex: k > 0 ? 8 : 30 },
        kneeR: { flex: k > 0 ? 30 : 8 },
        ankleL: { flex: k > 0 ? 8 : -14 },
        ankleR: { flex: k > 0 ? -14 : 8 },
        shoulderL: { plane: k > 0 ? -80 : 84, elev: 26 },
        shoulderR: { plane: k > 0 ? 84 : -80, elev: 26 },
        elbowL: { flex: k > 0 ? 30 : 60 },
        elbowR: { flex: k > 0 ? 60 : 30 },
      },
    })),
  },
];
