// Hands, balls, rollers and devices on a muscle. The ring is where they touch.

import { AT, type AuthoredPose, back, chair, feet, feetUp, lap, mat, mk, seat, sit, stand } from './positions.ts';
import type { Reaches } from './solve.ts';

/** Both hands beside the body, before the other one works. */
const leftOver = (to: readonly [number, number, number]): Reaches => ({
  ...lap,
  handL: { from: 'shoulderR', to: [...to], pole: [0.6, -1, 0.6], dir: [-0.85, 0.1, -0.5], palm: [0, -1, 0] },
});

const withHands: readonly AuthoredPose[] = [
  {
    id: 'fingers-on-chest',
    title: 'Fingers below the collar bone',
    side: 'right',
    frame: 'upper',
    view: { yaw: 0, pitch: 4 },
    props: [chair, { kind: 'touch', on: 'chest', at: [-108, 118, 104] }],
    focus: [AT.chest],
    order: ['armL'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Hold, turn the palm out' : 'Press below the collar bone',
      pose: sit({
        shoulderR: { plane: 0, elev: 14, rot: k * -30 },
        reach: {
          handL: {
            from: 'chest',
            local: true,
            to: [18, 66, 150 - k * 8],
            pole: [0.8, -1, 0.3],
            dir: [-0.9, 0.38, -0.2],
          },
        },
      }),
    })),
  },
  {
    id: 'pinch-the-armpit',
    title: 'Pinch the fold behind the armpit',
    side: 'right',
    frame: 'upper',
    view: { yaw: -34, pitch: 4 },
    props: [chair, { kind: 'touch', on: 'chest', at: [-158, 50, -6] }],
    focus: [AT.lat],
    order: ['armL'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Roll it gently, then hold' : 'Arm away from the body',
      pose: sit({
        shoulderR: { plane: 12, elev: 62 },
        elbowR: { flex: 40 },
        reach: {
          handL: {
            from: 'chest',
            local: true,
            to: [-78, 20 + k * 10, 138],
            pole: [0.7, -1, 0.4],
            dir: [-0.72, 0.2, -0.68],
          },
        },
      }),
    })),
  },
  {
    id: 'squeeze-the-upper-arm',
    title: 'Squeeze the back of the upper arm',
    side: 'right',
    frame: 'upper',
    view: { yaw: -58, pitch: 4 },
    props: [chair, { kind: 'touch', on: 'shoulderR', at: [-20, -150, -36] }],
    focus: [AT.upperArmBack],
    order: ['armL'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Hold the tender spot' : 'Let the sore arm rest',
      pose: sit({
        shoulderR: { plane: 50, elev: 26 },
        elbowR: { flex: 70 },
        reach: {
          handL: {
            from: 'shoulderR',
            local: true,
            to: [76, -140 - k * 16, 84],
            pole: [0.7, -1, 0.3],
            dir: [-0.8, 0, -0.5],
          },
        },
      }),
    })),
  },
  {
    id: 'hand-on-the-ribs',
    title: 'Hand on the side of the ribs',
    side: 'right',
    frame: 'upper',
    view: { yaw: -34, pitch: 4 },
    props: [chair, { kind: 'touch', on: 'chest', at: [-150, -30, 30], r: 44 }],
    focus: [AT.sideRibs],
    order: ['armL'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Let it sink as you breathe out' : 'Lay the hand flat',
      pose: sit({
        chest: { flex: k * 2 },
        shoulderR: { plane: 10, elev: 34 },
        elbowR: { flex: 30 },
        reach: {
          handL: {
            from: 'chest',
            local: true,
            to: [-70, -50, 142 - k * 10],
            pole: [0.8, -1, 0.3],
            dir: [-0.78, 0.12, -0.6],
          },
        },
      }),
    })),
  },
  {
    id: 'hands-on-calf',
    title: 'Both hands on the calf',
    side: 'right',
    frame: 'full',
    view: { yaw: 30, pitch: 10 },
    props: [chair, { kind: 'touch', on: 'kneeR', at: [0, -230, -46] }],
    focus: [AT.calf],
    order: ['legR', 'armL', 'armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Press, toes up and down' : 'Rest the leg, calf soft',
      pose: seat({
        root: { at: [0, 508, 0], pitch: 14 },
        spine: { flex: 10 },
        neck: { flex: 8 },
        reach: {
          footR: {
            to: [130, 590, 330],
            pole: [-1, 0.15, 0.3],
            dir: [0.75, -0.1 + k * 0.3, 0.6],
            up: [-0.2, 0.5, 0.84],
          },
          handL: { from: 'kneeR', local: true, to: [70, -300, -40], pole: [1, -0.2, -0.2], dir: [-0.7, -0.5, 0.4] },
          handR: { from: 'kneeR', local: true, to: [-30, -140, 60], pole: [-1, -0.1, -0.2], dir: [0.5, -0.8, 0.2] },
        },
      }),
    })),
  },
  {
    id: 'knuckles-low-back',
    title: 'Knuckles beside the spine',
    side: 'both',
    frame: 'arms',
    view: { yaw: -146, pitch: 4 },
    props: [
      { kind: 'touch', on: 'pelvis', at: [-62, 120, -108] },
      { kind: 'touch', on: 'pelvis', at: [62, 120, -108] },
    ],
    focus: [AT.lowBack, AT.lowBackLeft],
    order: ['armL', 'armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Lean back a little' : 'Fists beside the spine',
      pose: mk(stand, {
        root: { at: [0, 905, k * 20], pitch: -k * 4 },
        spine: { flex: -k * 8 },
        chest: { flex: -k * 4 },
        ground: false,
        reach: {
          ...feet(0, 140),
          handL: { from: 'pelvis', local: true, to: [164, 120, -136], pole: [1, 0, -0.6], dir: [-0.95, 0, 0] },
          handR: { from: 'pelvis', local: true, to: [-164, 120, -136], pole: [-1, 0, -0.6], dir: [0.95, 0, 0] },
        },
      }),
    })),
  },
  {
    id: 'fingertips-under-skull',
    title: 'Fingertips under the skull',
    side: 'both',
    frame: 'full',
    view: { yaw: -62, pitch: 26 },
    props: [
      { ...mat, z0: -960 },
      { kind: 'touch', on: 'head', at: [-40, 20, -60], r: 40 },
    ],
    focus: [],
    order: ['head', 'armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Breathe out, jaw soft' : 'Let the head be heavy',
      pose: back({
        neck: { flex: 8 },
        head: { flex: k * 4 },
        reach: {
          ...feetUp,
          handL: { from: 'head', local: true, to: [124, 10, -30], pole: [1, -0.1, 0.5], dir: [-0.9, -0.3, -0.1] },
          handR: { from: 'head', local: true, to: [-124, 10, -30], pole: [-1, -0.1, 0.5], dir: [0.9, -0.3, -0.1] },
        },
      }),
    })),
  },
  {
    id: 'partner-upper-back',
    title: 'A helper presses beside the spine',
    side: 'right',
    frame: 'upper',
    view: { yaw: -140, pitch: 8 },
    props: [
      { kind: 'box', at: [0, 706, 420], size: [760, 36, 420] },
      { kind: 'helper', on: 'chest', at: [-72, 70, -110], from: [-160, 240, -380] },
    ],
    focus: [AT.besideSpine],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'They hold while you breathe out' : 'They lean in slowly',
      pose: seat({
        root: { at: [0, 508, 0], pitch: 22 },
        spine: { flex: 10 + k },
        chest: { flex: 8 + k * 2 },
        neck: { flex: 14 },
        head: { flex: 14 },
        reach: {
          handL: { to: [-40, 750, 400], pole: [1, -0.2, 0], dir: [-0.9, 0, 0.4] },
          handR: { to: [40, 760, 440], pole: [-1, -0.2, 0], dir: [0.9, 0, 0.4] },
        },
      }),
    })),
  },
];

const withTools: readonly AuthoredPose[] = [
  ...(['tool', 'ice'] as const).map(
    (what): AuthoredPose => ({
      id: `${what}-on-shoulder-top`,
      title: what === 'ice' ? 'Ice in slow circles' : 'Small tool on top of the shoulder',
      side: 'right',
      frame: 'upper',
      view: { yaw: 16, pitch: 8 },
      props: [
        chair,
        what === 'ice'
          ? { kind: 'pack', on: 'shoulderR', at: [62, 70, 0], a: 44, b: 34, bulge: 4, look: 'cold', front: true }
          : { kind: 'pack', on: 'shoulderR', at: [62, 70, 0], a: 44, b: 28, bulge: 0, look: 'tool', front: true },
        { kind: 'touch', on: 'shoulderR', at: [62, 64, 0], r: 60 },
      ],
      focus: [AT.shoulderTop],
      order: ['armL'],
      keyframes: [0, 1].map((k) => ({
        label: k ? 'And back, slowly' : what === 'ice' ? 'Keep it moving' : 'Roll along the muscle',
        pose: sit({
          neck: { side: 4 },
          shrug: { R: [-8, 0] },
          reach: leftOver([190 - k * 40, 104, 96]),
        }),
      })),
    }),
  ),
  {
    id: 'hook-cane',
    title: 'Hook cane over the shoulder',
    side: 'right',
    frame: 'upper',
    view: { yaw: -112, pitch: 6 },
    props: [
      {
        kind: 'band',
        width: 22,
        front: true,
        through: [
          ['chest', [-64, -190, 230]],
          ['chest', [-96, 60, 190]],
          ['chest', [-100, 210, 100]],
          ['chest', [-98, 250, -20]],
          ['chest', [-92, 226, -130]],
          ['chest', [-84, 140, -170]],
          ['chest', [-76, 90, -128]],
        ],
      },
      { kind: 'ball', on: 'chest', at: [-76, 90, -124], r: 26, front: true },
    ],
    focus: [AT.besideSpine],
    order: ['armL', 'armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Pull slowly, then hold' : 'Knob on the sore spot',
      pose: sit({
        chest: { flex: k * 2 },
        reach: {
          handL: { from: 'chest', local: true, to: [14, -130, 220], pole: [1, -0.6, 0], dir: [-0.9, -0.1, 0.1] },
          handR: { from: 'chest', local: true, to: [-140, -20, 200], pole: [-1, -0.8, 0], dir: [0.7, 0.3, 0.1] },
        },
      }),
    })),
  },
  {
    id: 'roller-stick',
    title: 'Roller stick across the shoulder',
    side: 'right',
    frame: 'upper',
    view: { yaw: 10, pitch: 6 },
    props: [
      {
        kind: 'band',
        width: 26,
        front: true,
        through: [
          ['wristL', [0, -70, 24]],
          ['wristR', [0, -70, 24]],
        ],
      },
      { kind: 'touch', on: 'chest', at: [-118, 168, 60], r: 44 },
    ],
    focus: [AT.shoulderTop],
    order: ['armL', 'armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'And back' : 'Roll along the muscle',
      pose: sit({
        neck: { side: 5 },
        reach: {
          handL: {
            from: 'chest',
            local: true,
            to: [96 + k * 40, 190 - k * 8, 200],
            pole: [0.9, -1, 0.1],
            dir: [-0.5, 0.4, -0.75],
          },
          handR: {
            from: 'chest',
            local: true,
            to: [-300 + k * 40, 110 - k * 8, 150],
            pole: [-0.9, -1, -0.3],
            dir: [-0.1, 0.6, -0.75],
          },
        },
      }),
    })),
  },
  {
    id: 'percussion-shoulder-blade',
    title: 'Massage device below the shoulder line',
    side: 'right',
    frame: 'upper',
    view: { yaw: -62, pitch: 4 },
    props: [
      chair,
      {
        kind: 'band',
        width: 40,
        front: true,
        through: [
          ['wristL', [0, -80, 20]],
          ['chest', [-176, 0, -10]],
        ],
      },
      { kind: 'touch', on: 'chest', at: [-160, 0, -20], r: 40 },
    ],
    focus: [AT.lat],
    order: ['armL'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Move slowly, never press' : 'On the muscle, lowest speed',
      pose: sit({
        shoulderR: { plane: 30, elev: 70 },
        elbowR: { flex: 50 },
        reach: {
          handL: {
            from: 'chest',
            local: true,
            to: [-150, -10 - k * 30, 190],
            pole: [0.6, -1, 0.5],
            dir: [-0.8, 0.1, -0.3],
          },
        },
      }),
    })),
  },
  {
    id: 'percussion-hip',
    title: 'Massage device on the buttock',
    side: 'right',
    frame: 'full',
    view: { yaw: 170, pitch: 14 },
    props: [
      { kind: 'mat', x0: -900, x1: 1000, z0: -320, z1: 420 },
      {
        kind: 'band',
        width: 40,
        front: true,
        through: [
          ['wristR', [0, -70, 10]],
          ['pelvis', [-130, -10, -96]],
        ],
      },
      { kind: 'touch', on: 'pelvis', at: [-128, -10, -92], r: 42 },
    ],
    focus: [AT.buttock],
    order: ['armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Glide over the muscle' : 'On the muscle, not the bone',
      pose: {
        root: { at: [0, 190, 0], roll: 90 },
        neck: { side: -10 },
        hipL: { flex: 50 },
        hipR: { flex: 56 },
        kneeL: { flex: 80 },
        kneeR: { flex: 84 },
        reach: {
          handR: {
            from: 'pelvis',
            local: true,
            to: [-260, 90 - k * 50, -100],
            pole: [-1, 0.3, -0.6],
            dir: [-0.5, -0.75, -0.1],
          },
          handL: { from: 'chest', to: [160, -90, 330], pole: [0.5, -0.5, 1], dir: [0.9, 0, -0.2] },
        },
      },
    })),
  },
];

const withBalls: readonly AuthoredPose[] = [
  {
    id: 'ball-under-thigh',
    title: 'Ball under the thigh',
    side: 'right',
    frame: 'full',
    view: { yaw: -80, pitch: 5 },
    props: [
      { ...chair, z: -20 },
      { kind: 'ball', on: 'hipR', at: [-10, -230, -96], r: 36, front: true },
    ],
    focus: [AT.backOfThigh],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Straighten the knee slowly' : 'Let the leg sink on the ball',
      pose: seat({
        root: { at: [0, 530, 0] },
        reach: {
          footR: k
            ? { to: [-110, 330, 680], pole: [0, 1, 0.4], dir: [0, 0.6, 0.8], up: [0, 0.8, -0.6] }
            : { to: [-110, 100, 400], pole: [0, 0.4, 1], dir: [0, 0, 1] },
        },
      }),
    })),
  },
  {
    id: 'ball-on-the-floor-back',
    title: 'Lying on the ball, beside the spine',
    side: 'right',
    frame: 'full',
    view: { yaw: -82, pitch: 8 },
    props: [mat, { kind: 'ball', on: 'chest', at: [-76, 60, -136], r: 32, front: true }],
    focus: [],
    order: ['armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Rest there and breathe' : 'Arms crossed, sink slowly',
      pose: back({
        root: { at: [0, 130 - k * 4, 0], pitch: -85 },
        neck: { flex: 14 },
        reach: {
          ...feetUp,
          handL: { from: 'chest', local: true, to: [-70, 76, 138], pole: [1, -0.2, 0.6], dir: [-0.85, 0.45, -0.2] },
          handR: { from: 'chest', local: true, to: [70, 50, 146], pole: [-1, -0.2, 0.6], dir: [0.85, 0.45, -0.2] },
        },
      }),
    })),
  },
  ...(['ball', 'roller'] as const).map((tool): AuthoredPose => {
    const high = tool === 'ball' ? 0 : 72;
    return {
      id: `${tool}-under-buttock`,
      title: tool === 'ball' ? 'Sitting on the ball' : 'Sitting on the roller',
      side: 'right',
      frame: 'full',
      view: { yaw: -62, pitch: 10 },
      props: [
        { kind: 'mat', x0: -360, x1: 360, z0: -560, z1: 700 },
        ...(tool === 'ball'
          ? ([{ kind: 'ball', on: 'pelvis', at: [-96, -112, -52], r: 36, front: true }] as const)
          : ([
              { kind: 'roller', y: 72, z: -30, r: 70, x0: -230, x1: 230 },
              { kind: 'touch', on: 'pelvis', at: [-100, -80, -10], r: 44 },
            ] as const)),
      ],
      focus: [AT.buttock],
      order: ['legR', 'armR'],
      keyframes: [0, 1].map((k) => ({
        label: k ? 'Pause on the tender spot' : 'Hands behind, roll slowly',
        pose: {
          root: { at: [-10, 168 + high, -30 - k * 26], pitch: -24 },
          spine: { flex: 6 },
          chest: { flex: 6 },
          neck: { flex: 12 },
          ground: false,
          reach: {
            footL: { to: [110, 76, 470], pole: [0, 1, 0.2], dir: [0, 0, 1] },
            footR:
              tool === 'ball'
                ? { to: [-120, 76, 500], pole: [0, 1, 0.2], dir: [0, 0, 1] }
                : { to: [84, 400 + high / 3, 250], pole: [-1, 0.3, 0.2], dir: [0.9, 0, 0.4], up: [0, 1, 0] },
            handL: { to: [230, 44, -400], pole: [0.6, 0.2, -1], dir: [0.3, -0.1, -1], palm: [0, 1, 0] },
            handR: { to: [-240, 44, -380], pole: [-0.6, 0.2, -1], dir: [-0.3, -0.1, -1], palm: [0, 1, 0] },
          },
        },
      })),
    };
  }),
  {
    id: 'roller-under-side',
    title: 'Roller under the side of the back',
    side: 'right',
    frame: 'full',
    view: { yaw: 78, pitch: 14 },
    props: [
      { kind: 'mat', x0: -420, x1: 520, z0: -900, z1: 1050 },
      { kind: 'roller', y: 70, z: 384, r: 68, x0: -260, x1: 260 },
      { kind: 'touch', on: 'chest', at: [-158, 10, -10], r: 46 },
    ],
    focus: [AT.lat],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Pause and breathe out' : 'Roll a hand at a time',
      pose: {
        root: { at: [0, 216, -k * 44], yaw: 90, roll: -78 },
        neck: { side: 12 },
        hipL: { flex: 34, abd: 12 },
        hipR: { flex: 24, abd: -12 },
        kneeL: { flex: 60 },
        kneeR: { flex: 40 },
        ground: false,
        reach: {
          handR: { to: [40, 60, 980 - k * 40], pole: [0.3, -0.2, 1], dir: [0.2, 0, 1] },
          handL: { to: [330, 44, 300 - k * 44], pole: [0.4, 1, -0.2], dir: [0.9, -0.1, 0.3], palm: [0, 1, 0] },
        },
      },
    })),
  },
  {
    id: 'ball-on-the-wall-chest',
    title: 'Ball at the wall, below the collar bone',
    side: 'right',
    frame: 'full',
    view: { yaw: -84, pitch: 4 },
    props: [
      { kind: 'wall', z: 262, x0: -260, x1: 260 },
      { kind: 'ball', on: 'chest', at: [-108, 112, 140], r: 36, front: true },
    ],
    focus: [],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Turn away a little to press' : 'Ball below the collar bone',
      pose: mk(stand, {
        root: { at: [0, 898, -6 + k * 4], pitch: 3, yaw: k * 8 },
        neck: { turn: 20 },
        ground: false,
        shoulderR: { plane: -20, elev: 24 },
        reach: {
          ...feet(-60),
          handL: { to: [250, 1330, 150], pole: [1, -0.8, -0.4], dir: [0, 1, 0.1], palm: [0, 0, 1] },
        },
      }),
    })),
  },
  {
    id: 'ball-on-the-wall-blade',
    title: 'Ball at the wall, on the shoulder blade',
    side: 'right',
    frame: 'full',
    view: { yaw: -84, pitch: 4 },
    props: [
      { kind: 'wall', z: -236, x0: -300, x1: 300 },
      { kind: 'ball', on: 'chest', at: [-170, 76, -90], r: 36 },
    ],
    focus: [],
    order: ['armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Hold the tender spot' : 'Lean in, side on',
      pose: mk(stand, {
        root: { at: [0, 892 - k * 24, 0], yaw: -58 },
        neck: { turn: -8 },
        ground: false,
        reach: {
          footL: { to: [90, 76, 190], pole: [-0.7, 0, 0.6], dir: [-0.8, 0, 0.5] },
          footR: { to: [-40, 76, 120], pole: [-0.7, 0, 0.6], dir: [-0.8, 0, 0.5] },
          handR: { from: 'chest', local: true, to: [30, 20, 160], pole: [-1, -0.6, 0.6], dir: [0.95, 0.3, 0] },
        },
      }),
    })),
  },
  {
    id: 'ball-on-the-door-frame',
    title: 'Ball at the door frame, top of the shoulder',
    side: 'right',
    frame: 'full',
    view: { yaw: -80, pitch: 4 },
    props: [
      { kind: 'box', at: [-112, 1050, 395], size: [70, 2100, 130] },
      { kind: 'ball', on: 'chest', at: [-104, 206, 12], r: 34, front: true },
    ],
    focus: [AT.shoulderTop],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Lean in, three of ten' : 'Ball on the meaty part',
      pose: mk(stand, {
        root: { at: [0, 868, -246 + k * 10], pitch: 54 },
        spine: { flex: 4 },
        neck: { flex: -8, side: 8 },
        ground: false,
        reach: {
          ...feet(-60),
          handL: { to: [-60, 900, 380], pole: [0.8, -1, 0], dir: [-0.5, 0.7, 0.3] },
          handR: { from: 'kneeR', to: [-10, 150, 30], pole: [-1, 0, -0.6], dir: [0.2, -0.9, 0.3] },
        },
      }),
    })),
  },
];

export const PRESSING: readonly AuthoredPose[] = [...withHands, ...withTools, ...withBalls];
