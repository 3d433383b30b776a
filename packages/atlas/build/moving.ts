// More movements on the feet and on the floor: stretches, strength, and getting warm.

import type { Vector } from '../src/figure/turn.ts';
import { AT, type AuthoredPose, armsBeside, back, feet, feetUp, front, mat, mk, stand } from './positions.ts';
import type { Reaches } from './solve.ts';

/** Every joint of a step from A to B, by the name of the step. */
const both = (left: (m: 1 | -1) => NonNullable<Reaches['handL']>): Reaches => ({ handL: left(1), handR: left(-1) });

const stretches: readonly AuthoredPose[] = [
  {
    id: 'turn-from-the-door-frame',
    title: 'Palm on the frame, turn away',
    side: 'right',
    frame: 'full',
    view: { yaw: 34, pitch: 8 },
    props: [{ kind: 'box', at: [-206, 1020, 330], size: [60, 2040, 120] }],
    focus: [AT.chest],
    order: ['armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Turn the feet slowly away' : 'Elbow at the side',
      pose: mk(stand, {
        root: { at: [-30 + k * 20, 905, 0], yaw: k * 36 },
        neck: { turn: k * 4 },
        ground: false,
        reach: {
          footL: { to: [90, 76, 10 - k * 30], pole: [k * 0.6, 0, 1], dir: [k * 0.6, 0, 1] },
          footR: { to: [-130 + k * 20, 76, 10], pole: [k * 0.6, 0, 1], dir: [k * 0.6, 0, 1] },
          handR: { to: [-262, 1140, 256], pole: [-0.4, -0.8, -1], dir: [0.1, 0.1, 1], palm: [1, 0, 0] },
        },
      }),
    })),
  },
  {
    id: 'outer-hip-at-the-wall',
    title: 'Hip towards the wall',
    side: 'right',
    frame: 'full',
    view: { yaw: -8, pitch: 4 },
    props: [{ kind: 'box', at: [-520, 1150, 0], size: [60, 2300, 560] }],
    focus: [AT.outerHip],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Let the hip glide to the wall' : 'Cross the leg behind',
      pose: mk(stand, {
        root: { at: [-k * 90, 890 - k * 10, 0], roll: -k * 5 },
        spine: { side: k * 8 },
        chest: { side: k * 5 },
        ground: false,
        reach: {
          footL: { to: [30, 76, 90], pole: [0.1, 0, 1], dir: [0.1, 0, 1] },
          footR: { to: [110, 76, -110], pole: [0, 0, 1], dir: [0.1, 0, 1] },
          handR: { to: [-458, 1300, 60], pole: [-0.3, -1, -0.6], dir: [0, 1, 0.1], palm: [-1, 0, 0] },
        },
      }),
    })),
  },
  {
    id: 'hip-flexor-standing',
    title: 'Front of the hip, standing',
    side: 'right',
    frame: 'full',
    view: { yaw: -78, pitch: 4 },
    props: [{ kind: 'wall', z: 680, x0: -300, x1: 300 }],
    focus: [AT.hipFront],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Tail tucked, bend the front knee' : 'Long step, back heel lifted',
      pose: mk(stand, {
        root: { at: [0, 830 - k * 40, 40 + k * 50], pitch: -k * 4 },
        ground: false,
        reach: {
          footL: { to: [100, 76, 340], pole: [0, 0.1, 1], dir: [0, 0, 1] },
          footR: { to: [-95, 190, -400], pole: [0, 0, 1], dir: [0, -0.75, 0.66], up: [0, 0.66, 0.75] },
          handL: { to: [130, 1300, 560], pole: [0.8, -1, 0], dir: [0, 0.9, 0.4], palm: [0, 0, 1] },
        },
      }),
    })),
  },
  {
    id: 'hip-flexor-kneeling',
    title: 'Front of the hip, half kneeling',
    side: 'right',
    frame: 'full',
    view: { yaw: -78, pitch: 6 },
    props: [{ ...mat, z0: -640, z1: 640 }],
    focus: [AT.hipFront],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Tail tucked, lean forward an inch' : 'Half kneel, front foot flat',
      pose: mk(stand, {
        root: { at: [0, 474 - k * 18, -20 + k * 90], pitch: -k * 4 },
        ground: false,
        reach: {
          footL: { to: [100, 76, 400], pole: [0, 0.3, 1], dir: [0, 0, 1] },
          footR: { to: [-95, 44, -430], pole: [0, -1, 0.25], dir: [0, -0.1, -1], up: [0, -1, 0] },
          handL: { from: 'kneeL', to: [10, 64, -50], pole: [1, 0, -0.6], dir: [-0.1, -0.2, 1] },
          handR: { from: 'kneeL', to: [-70, 64, -60], pole: [-1, 0, -0.6], dir: [0.4, -0.2, 1] },
        },
      }),
    })),
  },
  {
    id: 'hands-behind-the-back',
    title: 'Hands behind the back',
    side: 'both',
    frame: 'arms',
    view: { yaw: -64, pitch: 4 },
    props: [],
    focus: [AT.chest],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Lift an inch or two, chest wide' : 'Hold your hands behind you',
      pose: mk(stand, {
        chest: { flex: -k * 4 },
        shrug: { L: [-6, 20 + k * 20, 10], R: [-6, 20 + k * 20, 10] },
        reach: both((m) => ({
          from: 'pelvis',
          to: [m * 22, 20 + k * 70, -210 - k * 60],
          pole: [m, 0, -0.3],
          dir: [-m * 0.15, -0.95, -0.2],
        })),
      }),
    })),
  },
  {
    id: 'counter-reach',
    title: 'Forearms on the counter, chest down',
    side: 'both',
    frame: 'full',
    view: { yaw: -80, pitch: 6 },
    props: [{ kind: 'box', at: [0, 470, 430], size: [900, 940, 420] }],
    focus: [AT.lat],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Step back, let the chest sink' : 'Forearms on the counter',
      pose: mk(stand, {
        root: { at: [0, 880 - k * 10, -150 - k * 200], pitch: 34 + k * 34 },
        chest: { flex: -k * 6 },
        neck: { flex: -4 },
        ground: false,
        reach: {
          ...feet(-190 - k * 150),
          ...both((m) => ({
            to: [m * 120, 974, 430 + k * 40],
            pole: [m * 0.5, -1, -0.2],
            dir: [0, 0, 1],
            palm: [-m, 0, 0],
          })),
        },
      }),
    })),
  },
  {
    id: 'figure-four-lying',
    title: 'Figure four, lying down',
    side: 'right',
    frame: 'full',
    view: { yaw: -62, pitch: 12 },
    props: [mat],
    focus: [AT.buttock],
    order: ['legR', 'armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Draw the thigh towards you' : 'Ankle over the other knee',
      pose: back({
        neck: { flex: 8 },
        chest: { flex: k * 4 },
        reach: k
          ? {
              footL: { to: [100, 470, 440], pole: [0, 0.7, -1], dir: [0, 0.5, 0.86], up: [0, 0.86, -0.5] },
              footR: { to: [92, 600, 150], pole: [-1, 0.5, -0.1], dir: [1, 0.1, 0.2], up: [0, 0.9, -0.3] },
              handL: { from: 'kneeL', to: [40, -150, -20], pole: [1, 0, -0.3], dir: [-0.8, 0, 0.4] },
              handR: { from: 'kneeL', to: [-70, -160, -20], pole: [-1, 0, -0.3], dir: [0.8, 0, 0.4] },
            }
          : {
              footL: { to: [110, 76, 470], pole: [0, 1, 0], dir: [0, 0, 1] },
              footR: { to: [96, 500, 230], pole: [-1, 0.5, 0], dir: [1, 0, 0.3] },
              handL: { to: [330, 60, 60], pole: [1, 0, 0], dir: [0, 0, 1] },
              handR: { to: [-330, 60, 60], pole: [-1, 0, 0], dir: [0, 0, 1] },
            },
      }),
    })),
  },
  {
    id: 'open-book',
    title: 'Open book',
    side: 'right',
    frame: 'full',
    view: { yaw: 16, pitch: 34 },
    props: [{ kind: 'mat', x0: -760, x1: 1000, z0: -760, z1: 760 }],
    focus: [AT.chest],
    order: ['armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Let the top arm travel behind' : 'Arms together, knees bent',
      pose: {
        root: { at: [0, 180, 0], roll: 90 },
        spine: { turn: -k * 18 },
        chest: { turn: -k * 44 },
        neck: { turn: -k * 14, side: -8 },
        head: { turn: -k * 10 },
        ground: false,
        hipL: { flex: 80 },
        hipR: { flex: 84 },
        kneeL: { flex: 88 },
        kneeR: { flex: 88 },
        shoulderR: k ? { plane: 6, elev: 88 } : { plane: 96, elev: 84 },
        elbowR: { flex: 6 },
        reach: { handL: { to: [470, 56, 560], pole: [1, -0.2, 0.2], dir: [0, 0, 1] } },
      },
    })),
  },
];

const strength: readonly AuthoredPose[] = [
  {
    id: 'band-raise',
    title: 'Raise the band to shoulder height',
    side: 'both',
    frame: 'full',
    view: { yaw: 14, pitch: 4 },
    props: (['L', 'R'] as const).map(
      (x) =>
        ({
          kind: 'band',
          front: true,
          through: [
            [`ankle${x}`, [0, -66, 60]],
            [`wrist${x}`, [0, -70, 16]],
          ],
        }) as const,
    ),
    focus: [AT.upperArmSide],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Out and a little forward' : 'Stand on the band',
      pose: mk(stand, {
        shoulderL: { plane: 28, elev: 12 + k * 72 },
        shoulderR: { plane: 28, elev: 12 + k * 72 },
        elbowL: { flex: 8 },
        elbowR: { flex: 8 },
      }),
    })),
  },
  {
    id: 'band-row',
    title: 'Row with the band',
    side: 'both',
    frame: 'full',
    view: { yaw: -66, pitch: 6 },
    props: [
      { kind: 'rod', from: [0, 0, 820], to: [0, 1900, 820], width: 40 },
      {
        kind: 'band',
        front: true,
        through: [
          ['wristL', [0, -70, 16]],
          ['pelvis', [0, 260, 820]],
          ['wristR', [0, -70, 16]],
        ],
      },
    ],
    focus: [AT.besideSpine],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Elbows back past the ribs' : 'Arms forward',
      pose: mk(stand, {
        root: { at: [0, 905, 0] },
        ground: false,
        chest: { flex: -k * 3 },
        shrug: { L: [-4, -20 + k * 50, k * 14], R: [-4, -20 + k * 50, k * 14] },
        reach: {
          ...feet(0),
          ...both((m) => ({
            from: 'chest',
            to: k ? [m * 190, -90, 150] : [m * 120, -20, 470],
            pole: [m * 0.6, -0.6, -1],
            dir: [0, 0.1, 1],
          })),
        },
      }),
    })),
  },
  {
    id: 'buttock-squeeze',
    title: 'Squeeze and let go',
    side: 'both',
    frame: 'full',
    view: { yaw: -156, pitch: 4 },
    props: [],
    focus: [AT.buttock, AT.buttockLeft],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Let go, feel them get heavy' : 'Tighten, half your strength',
      pose: mk(stand, {
        root: { at: [0, 905 - k * 8, 0], pitch: k * 3 - 2 },
        hipL: { flex: k * 3, abd: 5 },
        hipR: { flex: k * 3, abd: 5 },
      }),
    })),
  },
  {
    id: 'wall-push',
    title: 'Push-up at the wall, and a little more',
    side: 'both',
    frame: 'full',
    view: { yaw: -78, pitch: 4 },
    props: [{ kind: 'wall', z: 640, x0: -300, x1: 300 }],
    focus: [AT.sideRibs],
    keyframes: ([0, 0.8, 1] as const).map((k) => ({
      label: k === 0 ? 'Bend the elbows' : k < 1 ? 'Push straight' : 'A little more: blades forward',
      pose: mk(stand, {
        root: { at: [0, 880, -40 - k * 60], pitch: 17 - k * 7 },
        ground: false,
        shrug: { L: [0, k === 1 ? -34 : 14], R: [0, k === 1 ? -34 : 14] },
        chest: { flex: k === 1 ? 5 : 0 },
        reach: {
          ...feet(-190),
          ...both((m) => ({
            to: [m * 190, 1330, 534],
            pole: [m * 0.8, -0.8, 0],
            dir: [0, 1, 0.2],
            palm: [0, 0, 1],
          })),
        },
      }),
    })),
  },
  {
    id: 'lying-nod',
    title: 'A very small yes, lying down',
    side: 'both',
    frame: 'full',
    view: { yaw: -84, pitch: 10 },
    props: [mat, { kind: 'box', at: [0, 18, -760], size: [420, 36, 260], look: 'soft' }],
    focus: [AT.neckBack],
    order: ['head'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Hold, the front of the neck soft' : 'Head rests',
      pose: back(mk(armsBeside, { neck: { flex: 5 + k * 2 }, head: { flex: -7 + k * 17 }, reach: feetUp })),
    })),
  },
  {
    id: 'curl-up',
    title: 'Small curl-up',
    side: 'right',
    frame: 'full',
    view: { yaw: -84, pitch: 8 },
    props: [mat],
    focus: [AT.belly],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Head and shoulders up an inch' : 'Hands under the low back',
      pose: back({
        spine: { flex: k * 3 },
        chest: { flex: k * 16 },
        neck: { flex: k * 4 },
        reach: {
          footL: { to: [110, 76, 470], pole: [0, 1, 0], dir: [0, 0, 1] },
          footR: { to: [-100, 60, 826], pole: [0, 1, 0], dir: [-0.1, 0.97, 0.2], up: [0, 0.2, -1] },
          ...both((m) => ({ to: [m * 150, 34, -150], pole: [m, 0.2, -0.3], dir: [-m, -0.05, 0.2] })),
        },
      }),
    })),
  },
  {
    id: 'pelvic-tilt',
    title: 'Pelvic tilt',
    side: 'both',
    frame: 'full',
    view: { yaw: -84, pitch: 8 },
    props: [mat],
    focus: [AT.belly],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Flatten the low back' : 'Let it arch a little',
      pose: back(
        mk(armsBeside, {
          root: { at: [0, 114 - k * 2, 0], pitch: k ? -97 : -80 },
          spine: { flex: k ? 7 : -14 },
          chest: { flex: k ? 0 : 4 },
          reach: feetUp,
        }),
      ),
    })),
  },
  {
    id: 'prone-cobra',
    title: 'Chest up an inch, face down',
    side: 'both',
    frame: 'full',
    view: { yaw: -78, pitch: 12 },
    props: [{ ...mat, z0: -1040 }],
    focus: [AT.besideSpine],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Palms out, blades back and down' : 'Lie face down',
      pose: front({
        spine: { flex: -k * 7 },
        chest: { flex: -k * 12 },
        neck: { flex: 2 },
        ankleL: { flex: -60 },
        ankleR: { flex: -60 },
        shrug: { L: [-8 * k, 24 * k, 10 * k], R: [-8 * k, 24 * k, 10 * k] },
        shoulderL: { plane: -60 * k, elev: 22 },
        shoulderR: { plane: -60 * k, elev: 22 },
      }),
    })),
  },
  {
    id: 'side-plank',
    title: 'Side plank on the knees',
    side: 'right',
    frame: 'full',
    view: { yaw: 4, pitch: 10 },
    props: [{ kind: 'mat', x0: -980, x1: 760, z0: -420, z1: 480 }],
    focus: [
      [
        ['chest', [-150, -40, 20]],
        ['spine', [-140, 60, 20]],
        ['pelvis', [-150, 40, 10]],
      ],
    ],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Lift the hips, one line' : 'Forearm under the shoulder',
      pose: {
        root: { at: [0, 178 + k * 122, 0], roll: k ? -66 : -76 },
        spine: { side: k ? 0 : 10 },
        chest: { side: k ? 0 : 10 },
        neck: { side: k ? 0 : 6 },
        ground: false,
        hipL: { flex: 14, abd: k ? 18 : 14 },
        hipR: { flex: 14, abd: k ? -18 : -14 },
        kneeL: { flex: 88 },
        kneeR: { flex: 88 },
        reach: {
          handR: {
            to: [-520, 44, 262],
            pole: k ? [-0.2, -1, -0.2] : [-1, -0.3, -0.3],
            dir: [0.2, -0.05, 1],
            palm: [0, 1, 0],
          },
          handL: { from: 'pelvis', local: true, to: [190, 90, 60], pole: [1, 0.3, -0.4], dir: [-0.3, -0.9, 0.2] },
        },
      },
    })),
  },
  {
    id: 'ankle-pumps',
    title: 'Ankle pumps',
    side: 'both',
    frame: 'full',
    view: { yaw: -84, pitch: 10 },
    props: [{ ...mat, z1: 1020 }],
    focus: [AT.calf],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Point them away' : 'Toes towards the shins',
      pose: back(
        mk(armsBeside, {
          neck: { flex: 4 },
          hipL: { flex: -2, abd: 3 },
          hipR: { flex: -2, abd: 3 },
          kneeL: { flex: 2 },
          kneeR: { flex: 2 },
          ankleL: { flex: k ? -42 : 18 },
          ankleR: { flex: k ? -42 : 18 },
        }),
      ),
    })),
  },
];

const pedal = (turn: number): Reaches => {
  const at = (angle: number): Vector => [0, 330 + 150 * Math.cos(angle), 190 + 150 * Math.sin(angle)];
  const [right, left] = [at(turn), at(turn + Math.PI)];
  return {
    footR: { to: [-100, right[1] + 60, right[2] - 60], pole: [0, 0.5, 1], dir: [0, -0.1, 1] },
    footL: { to: [100, left[1] + 60, left[2] - 60], pole: [0, 0.5, 1], dir: [0, -0.1, 1] },
  };
};

const warmingUp: readonly AuthoredPose[] = [
  {
    id: 'step-jack',
    title: 'Step out, arms up',
    side: 'both',
    frame: 'full',
    view: { yaw: 6, pitch: 3 },
    props: [],
    focus: [],
    keyframes: ([0, 1, 0, -1] as const).map((k) => ({
      label: k === 0 ? 'Stand' : k > 0 ? 'Step out, arms up' : 'And the other side',
      pose: mk(stand, {
        root: { at: [k * 110, k === 0 ? 915 : 885, 0] },
        ground: false,
        shoulderL: { plane: 6, elev: k === 0 ? 10 : 148 },
        shoulderR: { plane: 6, elev: k === 0 ? 10 : 148 },
        reach: {
          footL: { to: [k > 0 ? 330 : 90, 76, 0], pole: [0, 0, 1], dir: [0.1, 0, 1] },
          footR: { to: [k < 0 ? -330 : -90, 76, 0], pole: [0, 0, 1], dir: [-0.1, 0, 1] },
        },
      }),
    })),
  },
  {
    id: 'slow-arms',
    title: 'Arms float up and down',
    side: 'both',
    frame: 'full',
    view: { yaw: 34, pitch: 4 },
    props: [],
    focus: [],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Sink, arms float down' : 'Arms float up',
      pose: mk(stand, {
        root: { at: [0, k ? 850 : 890, k ? -30 : -10] },
        ground: false,
        neck: { flex: 3 },
        reach: {
          ...feet(0, 170),
          ...both((m) => ({
            from: 'chest',
            to: k ? [m * 190, -330, 260] : [m * 170, 60, 420],
            pole: [m * 0.8, -1, -0.2],
            dir: k ? [0, -0.1, 1] : [0, -0.5, 0.8],
            palm: [0, -1, 0],
          })),
        },
      }),
    })),
  },
  {
    id: 'bicycle',
    title: 'Easy cycling',
    side: 'both',
    frame: 'full',
    view: { yaw: -82, pitch: 4 },
    props: [
      { kind: 'wheel', at: [0, 250, 560], r: 230 },
      { kind: 'rod', from: [0, 30, -260], to: [0, 30, 800], width: 30 },
      { kind: 'rod', from: [0, 40, -60], to: [0, 850, -40], width: 26 },
      { kind: 'rod', from: [0, 330, 190], to: [0, 330, -50], width: 22 },
      { kind: 'rod', from: [0, 250, 560], to: [0, 1120, 420], width: 24 },
      { kind: 'rod', from: [-190, 1120, 440], to: [190, 1120, 440], width: 30 },
      { kind: 'box', at: [0, 856, -30], size: [200, 50, 280] },
    ],
    focus: [],
    keyframes: [0, 1, 2, 3, 4].map((n) => ({
      label: n === 0 ? 'Look forward' : 'Pedal easily',
      pose: mk(stand, {
        root: { at: [0, 950, -40], pitch: 22 },
        chest: { flex: 4 },
        neck: { flex: -12 },
        ground: false,
        reach: {
          ...pedal((n * Math.PI) / 2 + 0.6),
          ...both((m) => ({ to: [m * 180, 1150, 372], pole: [m * 0.6, -1, -0.2], dir: [0, -0.3, 1] })),
        },
      }),
    })),
  },
  {
    id: 'both-straps',
    title: 'Both straps, bag close',
    side: 'both',
    frame: 'full',
    view: { yaw: 40, pitch: 4 },
    props: [
      { kind: 'box', on: 'chest', at: [0, 10, -190], size: [270, 340, 150] },
      ...([1, -1] as const).map(
        (m) =>
          ({
            kind: 'band',
            width: 24,
            front: true,
            through: [
              ['chest', [m * 104, 170, -50]],
              ['chest', [m * 108, 172, 60]],
              ['chest', [m * 116, 70, 112]],
              ['chest', [m * 140, -50, 70]],
            ],
          }) as const,
      ),
    ],
    focus: [],
    keyframes: ([1, -1] as const).map((k) => ({
      label: k > 0 ? 'Both straps' : 'Walk tall',
      pose: {
        root: { pitch: 2 },
        hipL: { flex: 4 + k * 16, abd: 2 },
        hipR: { flex: 4 - k * 16, abd: 2 },
        kneeL: { flex: k > 0 ? 6 : 24 },
        kneeR: { flex: k > 0 ? 24 : 6 },
        ankleL: { flex: k > 0 ? 6 : -10 },
        ankleR: { flex: k > 0 ? -10 : 6 },
        shoulderL: { plane: k > 0 ? -70 : 84, elev: 20 },
        shoulderR: { plane: k > 0 ? 84 : -70, elev: 20 },
        elbowL: { flex: 24 },
        elbowR: { flex: 24 },
      },
    })),
  },
  {
    id: 'lift-a-box',
    title: 'Lift close to you',
    side: 'both',
    frame: 'full',
    view: { yaw: -66, pitch: 6 },
    props: [{ kind: 'box', on: 'wristR', at: [170, -70, 0], size: [320, 230, 260], front: true }],
    focus: [AT.buttock, AT.buttockLeft],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Breathe out and stand' : 'Hips back, knees bent',
      pose: mk(stand, {
        root: k ? { at: [0, 905, 0] } : { at: [0, 520, -170], pitch: 44 },
        neck: { flex: k ? 0 : -14 },
        ground: false,
        reach: {
          ...feet(0, 150),
          ...both((m) => ({
            to: k ? [m * 170, 1020, 250] : [m * 170, 250, 250],
            pole: [m, -0.4, -1],
            dir: [0, -1, 0],
            palm: [0, 0, 1],
          })),
        },
      }),
    })),
  },
  {
    id: 'standing-desk',
    title: 'At the standing desk',
    side: 'both',
    frame: 'full',
    view: { yaw: -84, pitch: 3 },
    props: [{ kind: 'desk', y: 1050, z0: 190, z1: 860, screenZ: 720, screenTop: 1700 }],
    focus: [],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Shift your weight' : 'Stand tall, screen with you',
      pose: mk(stand, {
        root: { at: [k * 30, 905, 0], roll: k * 3 },
        ground: false,
        reach: {
          footL: { to: [100, 76, 0], pole: [0, 0, 1], dir: [0, 0, 1] },
          footR: { to: [-100, 76, k * 130], pole: [0, 0, 1], dir: [0, 0, 1] },
          ...both((m) => ({ to: [m * 100, 1096, 330], pole: [m * 0.6, -1, -0.6], dir: [-m * 0.1, -0.06, 1] })),
        },
      }),
    })),
  },
];

export const MOVING: readonly AuthoredPose[] = [...stretches, ...strength, ...warmingUp];
