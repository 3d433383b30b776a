// The movements as authored: anatomical angles plus reaches. `side` is the side of the person that the drawn version
// treats; the app mirrors it for the other. `bake.ts` turns them into data/poses.json.

import { ON_A_CHAIR } from './chair.ts';
import { LYING } from './lying.ts';
import { MOVING } from './moving.ts';
import { PACKS } from './packs.ts';
import { AT, type AuthoredPose, back, chair, four, lap, mk, sit, stand } from './positions.ts';
import { PRESSING } from './pressing.ts';
import { RESTING } from './resting.ts';
import { holdSeat, SITTING } from './sitting.ts';
import { STANDING } from './standing.ts';

export const POSES: readonly AuthoredPose[] = [
  {
    id: 'neck-side-tilt',
    title: 'Neck side tilt',
    side: 'right',
    frame: 'upper',
    view: { yaw: 8, pitch: 4 },
    props: [chair],
    focus: [
      [
        ['head', [-56, 20, -8]],
        ['neck', [-74, 40, -8]],
        ['shoulderR', [34, 54, 0]],
      ],
    ],
    keyframes: [
      { label: 'Hold the seat, sit tall', pose: sit({ reach: holdSeat }) },
      {
        label: 'Ear towards the other shoulder',
        pose: sit({
          chest: { side: 2 },
          neck: { side: 20 },
          head: { side: 16 },
          shrug: { R: [-10, 0] },
          reach: holdSeat,
        }),
      },
    ],
  },
  {
    id: 'neck-rotation',
    title: 'Neck rotation',
    side: 'right',
    frame: 'upper',
    view: { yaw: 14, pitch: 4 },
    props: [chair],
    focus: [
      [
        ['head', [-54, 20, 10]],
        ['neck', [-62, 40, 24]],
        ['chest', [-26, 176, 66]],
      ],
    ],
    keyframes: [
      { label: 'Look ahead', pose: sit({ reach: lap }) },
      {
        label: 'Look over the shoulder',
        pose: sit({ chest: { turn: 4 }, neck: { turn: 28 }, head: { turn: 34 }, reach: lap }),
      },
    ],
  },
  {
    id: 'levator-stretch',
    title: 'Levator stretch',
    side: 'right',
    frame: 'upper',
    view: { yaw: -152, pitch: 8 },
    props: [],
    focus: [
      [
        ['head', [-44, 4, -44]],
        ['neck', [-58, 10, -56]],
        ['chest', [-78, 110, -92]],
      ],
    ],
    keyframes: [
      { label: 'Hold the seat, sit tall', pose: sit({ reach: holdSeat }) },
      {
        label: 'Nose towards the armpit',
        pose: sit({
          neck: { flex: 24, side: 12, turn: 20 },
          head: { flex: 22, turn: 20, side: 6 },
          shrug: { R: [-14, 0] },
          reach: holdSeat,
        }),
      },
    ],
  },
  {
    id: 'cross-body-stretch',
    title: 'Cross-body stretch',
    side: 'right',
    frame: 'upper',
    view: { yaw: -38, pitch: 6 },
    props: [],
    focus: [
      [
        ['shoulderR', [-30, 20, -50]],
        ['shoulderR', [-36, -70, -40]],
      ],
    ],
    keyframes: [
      {
        label: 'Arm across',
        pose: mk(stand, {
          shoulderR: { plane: 96, elev: 84 },
          elbowR: { flex: 8 },
          reach: { handL: { from: 'elbowR', to: [40, -20, 46], pole: [0.8, -1, 0.2], dir: [-0.3, 0.9, 0.2] } },
        }),
      },
      {
        label: 'Draw it to the chest',
        pose: mk(stand, {
          chest: { turn: 3 },
          shoulderR: { plane: 128, elev: 86 },
          elbowR: { flex: 6 },
          neck: { turn: -6 },
          reach: { handL: { from: 'elbowR', to: [20, -24, 46], pole: [0.9, -1, 0.1], dir: [-0.4, 0.9, 0] } },
        }),
      },
    ],
  },
  {
    id: 'overhead-stretch',
    title: 'Overhead side stretch',
    side: 'right',
    frame: 'full',
    view: { yaw: 6, pitch: 4 },
    props: [],
    focus: [
      [
        ['chest', [-150, 70, 0]],
        ['spine', [-150, 60, 0]],
        ['pelvis', [-140, 70, 0]],
      ],
    ],
    keyframes: [
      {
        label: 'Hands together overhead',
        pose: mk(stand, {
          reach: {
            handL: { from: 'head', to: [34, 360, 20], pole: [1, 0.1, 0], dir: [-0.2, 1, 0] },
            handR: { from: 'head', to: [-34, 360, 20], pole: [-1, 0.1, 0], dir: [0.2, 1, 0] },
          },
        }),
      },
      {
        label: 'Lean away',
        pose: mk(stand, {
          root: { roll: -3 },
          spine: { side: 12 },
          chest: { side: 14 },
          neck: { side: 4 },
          reach: {
            handL: { from: 'head', local: true, to: [34, 350, 20], pole: [1, -0.1, 0], dir: [0.5, 0.86, 0] },
            handR: { from: 'head', local: true, to: [-34, 360, 20], pole: [-0.8, 0.6, 0], dir: [0.6, 0.8, 0] },
          },
        }),
      },
    ],
  },
  {
    id: 'cat-cow',
    title: 'Cat and cow',
    side: 'both',
    frame: 'full',
    view: { yaw: -78, pitch: 8 },
    props: [{ kind: 'mat', x0: -260, x1: 260, z0: -640, z1: 820 }],
    focus: [
      [
        ['pelvis', [0, 120, -112]],
        ['spine', [0, 130, -150]],
        ['chest', [0, 120, -116]],
      ],
    ],
    keyframes: [
      {
        label: 'Cow: belly down, chest open',
        pose: four({
          root: { at: [0, 466, 0], pitch: 92 },
          spine: { flex: -20 },
          chest: { flex: -18 },
          neck: { flex: -14 },
          head: { flex: -22 },
        }),
      },
      {
        label: 'Cat: round the back',
        pose: four({
          root: { at: [0, 482, 8], pitch: 46 },
          spine: { flex: 26 },
          chest: { flex: 34 },
          neck: { flex: 26 },
          head: { flex: 24 },
        }),
      },
    ],
  },
  {
    id: 'childs-pose',
    title: "Child's pose",
    side: 'both',
    frame: 'full',
    view: { yaw: -80, pitch: 10 },
    props: [{ kind: 'mat', x0: -280, x1: 280, z0: -760, z1: 1000 }],
    focus: [
      [
        ['pelvis', [0, 90, -114]],
        ['spine', [0, 110, -112]],
        ['chest', [0, 130, -108]],
      ],
    ],
    keyframes: [
      { label: 'Hands and knees', pose: four({ neck: { flex: 6 } }) },
      {
        label: 'Sit back, arms long',
        pose: {
          root: { at: [0, 236, -330], pitch: 84 },
          spine: { flex: 16 },
          chest: { flex: 8 },
          neck: { flex: 6 },
          head: { flex: -4 },
          ground: false,
          reach: {
            footL: { to: [95, 44, -388], pole: [0.2, 0, 1], dir: [0, -0.1, -1], up: [0, -1, 0] },
            footR: { to: [-95, 44, -388], pole: [-0.2, 0, 1], dir: [0, -0.1, -1], up: [0, -1, 0] },
            handL: { to: [150, 44, 690], pole: [0.8, 1, 0], dir: [0, -0.06, 1], palm: [0, 1, 0] },
            handR: { to: [-150, 44, 690], pole: [-0.8, 1, 0], dir: [0, -0.06, 1], palm: [0, 1, 0] },
          },
        },
      },
    ],
  },
  {
    id: 'thread-the-needle',
    title: 'Thread the needle',
    side: 'right',
    frame: 'full',
    view: { yaw: -40, pitch: 22 },
    props: [{ kind: 'mat', x0: -320, x1: 420, z0: -640, z1: 900 }],
    focus: [AT.besideSpine],
    keyframes: [
      { label: 'Hands and knees', pose: four({ neck: { flex: 6 } }) },
      {
        label: 'Slide the arm under',
        pose: four({
          root: { at: [0, 470, -40], pitch: 104 },
          spine: { turn: 16, flex: 6 },
          chest: { turn: 34, flex: 4, side: -6 },
          neck: { side: 8, turn: 8 },
          head: { turn: 8 },
          reach: {
            ...four({}).reach,
            handR: { to: [470, 50, 400], pole: [0, -0.3, -1], dir: [1, -0.05, -0.1], palm: [0, 1, 0] },
            handL: { to: [260, 52, 640], pole: [0.9, 0.8, -0.2], dir: [0, -0.1, 1], palm: [0, 1, 0] },
          },
        }),
      },
    ],
  },
  {
    id: 'single-knee-to-chest',
    title: 'Knee to chest',
    side: 'right',
    frame: 'full',
    view: { yaw: -84, pitch: 10 },
    props: [{ kind: 'mat', x0: -300, x1: 300, z0: -860, z1: 900 }],
    focus: [
      [
        ['pelvis', [-60, -30, -112]],
        ['pelvis', [-50, 100, -108]],
        ['spine', [-40, 60, -96]],
      ],
    ],
    order: ['armR'],
    keyframes: [
      {
        label: 'Knees bent',
        pose: back({
          reach: {
            footL: { to: [110, 76, 470], pole: [0, 1, 0], dir: [0, 0, 1] },
            footR: { to: [-100, 76, 470], pole: [0, 1, 0], dir: [0, 0, 1] },
          },
          shoulderL: { plane: 0, elev: 22 },
          shoulderR: { plane: 0, elev: 22 },
        }),
      },
      {
        label: 'Hug the knee',
        pose: back({
          spine: { flex: 8 },
          chest: { flex: 4 },
          neck: { flex: 6 },
          reach: {
            footL: { to: [110, 76, 470], pole: [0, 1, 0], dir: [0, 0, 1] },
            footR: { to: [-92, 400, 170], pole: [0, 0.6, -1], dir: [0, 0.5, 0.86], up: [0, 0.86, -0.5] },
            handL: { from: 'kneeR', to: [66, -6, 60], pole: [1, 0.6, 0], dir: [-1, 0, 0.3] },
            handR: { from: 'kneeR', to: [-40, 0, 66], pole: [-1, -0.2, -0.2], dir: [0.9, 0, 0.4] },
          },
        }),
      },
    ],
  },
  {
    id: 'seated-twist',
    title: 'Seated twist',
    side: 'left',
    frame: 'full',
    view: { yaw: -34, pitch: 8 },
    props: [{ ...chair }],
    focus: [
      [
        ['spine', [-110, 0, -60]],
        ['spine', [-40, 120, -100]],
        ['chest', [60, 60, -112]],
      ],
    ],
    keyframes: [
      { label: 'Sit tall', pose: sit({ reach: lap }) },
      {
        label: 'Turn and breathe',
        pose: sit({
          spine: { turn: 16 },
          chest: { turn: 30 },
          neck: { turn: 16 },
          head: { turn: 14 },
          reach: {
            handR: { from: 'kneeL', to: [50, 70, -70], pole: [-0.6, -0.6, 0.3], dir: [0.5, -0.3, 0.6] },
            handL: { from: 'pelvis', to: [250, 130, -240], pole: [0.6, 0.2, -1], dir: [-0.1, -0.9, -0.2] },
          },
        }),
      },
    ],
  },
  {
    id: 'wall-ball-massage',
    title: 'Ball against the wall',
    side: 'right',
    frame: 'full',
    view: { yaw: -80, pitch: 4 },
    props: [
      { kind: 'wall', z: -190, x0: -260, x1: 260 },
      { kind: 'ball', on: 'chest', at: [-74, 50, -146], r: 38 },
    ],
    focus: [],
    keyframes: [
      {
        label: 'Lean into the ball',
        pose: mk(stand, {
          root: { at: [0, 872, 6], pitch: -6 },
          chest: { flex: 4 },
          neck: { flex: 2 },
          ground: false,
          reach: {
            footL: { to: [110, 76, 210], pole: [0, 0, 1], dir: [0, 0, 1] },
            footR: { to: [-110, 76, 210], pole: [0, 0, 1], dir: [0, 0, 1] },
            handR: { from: 'shoulderL', to: [-40, -50, 80], pole: [-0.6, -1, 0.5], dir: [0.8, 0.4, 0] },
          },
        }),
      },
      {
        label: 'Roll slowly, then rest',
        pose: mk(stand, {
          root: { at: [0, 806, 0], pitch: -5 },
          chest: { flex: 4 },
          neck: { flex: 2 },
          ground: false,
          reach: {
            footL: { to: [110, 76, 210], pole: [0, 0, 1], dir: [0, 0, 1] },
            footR: { to: [-110, 76, 210], pole: [0, 0, 1], dir: [0, 0, 1] },
            handR: { from: 'shoulderL', to: [-40, -50, 80], pole: [-0.6, -1, 0.5], dir: [0.8, 0.4, 0] },
          },
        }),
      },
    ],
  },
  {
    id: 'floor-foam-roll',
    title: 'Foam roller, upper back',
    side: 'both',
    frame: 'full',
    view: { yaw: -80, pitch: 8 },
    props: [
      { kind: 'mat', x0: -300, x1: 300, z0: -980, z1: 640 },
      { kind: 'roller', y: 76, z: -410, r: 74, x0: -280, x1: 280 },
    ],
    focus: [
      [
        ['chest', [0, -40, -106]],
        ['chest', [0, 70, -110]],
      ],
    ],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Roll towards the shoulders' : 'Support the head',
      pose: {
        root: { at: [0, 122, -30 + k * 60], pitch: -70 + k },
        spine: { flex: -2 },
        chest: { flex: -6 - k * 4 },
        neck: { flex: 20 },
        head: { flex: 8 },
        ground: false,
        reach: {
          footL: { to: [110, 76, 400], pole: [0, 1, 0.1], dir: [0, 0, 1] },
          footR: { to: [-110, 76, 400], pole: [0, 1, 0.1], dir: [0, 0, 1] },
          handL: { from: 'head', local: true, to: [46, 60, -84], pole: [1, 0.3, -0.3], dir: [-0.9, 0, -0.4] },
          handR: { from: 'head', local: true, to: [-46, 60, -84], pole: [-1, 0.3, -0.3], dir: [0.9, 0, -0.4] },
        },
      },
    })),
  },
  {
    id: 'doorway-pec-stretch',
    title: 'Doorway chest stretch',
    side: 'right',
    frame: 'full',
    view: { yaw: 26, pitch: 5 },
    props: [{ kind: 'door', x: -470, z: -40 }],
    focus: [
      [
        ['chest', [-40, 110, 108]],
        ['chest', [-120, 112, 96]],
        ['shoulderR', [-10, -40, 50]],
      ],
    ],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Step forward, turn the chest away' : 'Forearm on the frame',
      pose: mk(stand, {
        root: { at: [-60, 900 - k * 16, -30 + k * 110], yaw: k * 10 },
        chest: { turn: k * 14 },
        neck: { turn: k * 6 },
        ground: false,
        reach: {
          handR: { to: [-452, 1650, 26], pole: [-0.9, -0.9, -0.3], dir: [0, 1, 0.05] },
          footL: { to: [30, 76, 40 + k * 250], pole: [0, 0, 1], dir: [0, 0, 1] },
          footR: { to: [-150, 76, -110], pole: [0, 0, 1], dir: [-0.15, 0, 1] },
        },
      }),
    })),
  },
  {
    id: 'chin-tuck',
    title: 'Chin tuck',
    side: 'both',
    frame: 'upper',
    view: { yaw: -86, pitch: 2 },
    props: [chair],
    focus: [
      [
        ['head', [0, 10, -54]],
        ['neck', [0, 40, -62]],
        ['neck', [0, -20, -68]],
      ],
    ],
    keyframes: [
      {
        label: 'Where the head likes to go',
        pose: sit({ chest: { flex: 8 }, neck: { flex: 30 }, head: { flex: -34 }, reach: lap }),
      },
      {
        label: 'Glide straight back',
        pose: sit({ chest: { flex: 2 }, neck: { flex: 0 }, head: { flex: 4 }, reach: lap }),
      },
    ],
  },
  {
    id: 'scapular-squeeze',
    title: 'Shoulder-blade squeeze',
    side: 'both',
    frame: 'upper',
    view: { yaw: 180 - 18, pitch: 8 },
    props: [],
    focus: [
      [
        ['chest', [-60, 90, -104]],
        ['chest', [0, 70, -116]],
        ['chest', [60, 90, -104]],
      ],
    ],
    keyframes: [
      {
        label: 'Arms easy',
        pose: mk(stand, {
          shrug: { L: [4, -24, 0], R: [4, -24, 0] },
          shoulderL: { plane: 60, elev: 20 },
          shoulderR: { plane: 60, elev: 20 },
          elbowL: { flex: 84 },
          elbowR: { flex: 84 },
        }),
      },
      {
        label: 'Draw the blades together',
        pose: mk(stand, {
          chest: { flex: -4 },
          shrug: { L: [-8, 46, 22], R: [-8, 46, 22] },
          shoulderL: { plane: -50, elev: 26 },
          shoulderR: { plane: -50, elev: 26 },
          elbowL: { flex: 92 },
          elbowR: { flex: 92 },
        }),
      },
    ],
  },
  {
    id: 'band-pull-apart',
    title: 'Band pull-apart',
    side: 'both',
    frame: 'arms',
    view: { yaw: 24, pitch: 8 },
    props: [
      {
        kind: 'band',
        front: true,
        through: [
          ['wristL', [0, -70, 16]],
          ['wristR', [0, -70, 16]],
        ],
      },
    ],
    focus: [],
    keyframes: [
      {
        label: 'Arms forward',
        pose: mk(stand, {
          shoulderL: { plane: 84, elev: 82 },
          shoulderR: { plane: 84, elev: 82 },
          elbowL: { flex: 6 },
          elbowR: { flex: 6 },
        }),
      },
      {
        label: 'Open wide',
        pose: mk(stand, {
          chest: { flex: -4 },
          shrug: { L: [-4, 24, 8], R: [-4, 24, 8] },
          shoulderL: { plane: 6, elev: 84 },
          shoulderR: { plane: 6, elev: 84 },
          elbowL: { flex: 6 },
          elbowR: { flex: 6 },
        }),
      },
    ],
  },
  {
    id: 'shoulder-roll',
    title: 'Shoulder rolls',
    side: 'both',
    frame: 'upper',
    view: { yaw: 30, pitch: 5 },
    props: [],
    focus: [
      [
        ['neck', [-56, 20, -10]],
        ['shoulderR', [30, 56, 0]],
      ],
      [
        ['neck', [56, 20, -10]],
        ['shoulderL', [-30, 56, 0]],
      ],
    ],
    keyframes: [
      { label: 'Low', pose: mk(stand, { shrug: { L: [-14, 0], R: [-14, 0] } }) },
      { label: 'Forward and up', pose: mk(stand, { shrug: { L: [44, -36], R: [44, -36] } }) },
      { label: 'Back', pose: mk(stand, { chest: { flex: -3 }, shrug: { L: [20, 44], R: [20, 44] } }) },
    ],
  },
  {
    id: 'belly-breathing',
    title: 'Slow breathing, lying down',
    side: 'both',
    frame: 'full',
    view: { yaw: -80, pitch: 12 },
    props: [{ kind: 'mat', x0: -300, x1: 300, z0: -860, z1: 700 }],
    focus: [
      [
        ['spine', [-60, 40, 98]],
        ['spine', [60, 40, 98]],
      ],
    ],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Breathe out' : 'Breathe in',
      pose: back({
        root: { at: [0, 112, 0], pitch: -90 - k },
        spine: { flex: k * 2 },
        reach: {
          footL: { to: [110, 76, 470], pole: [0, 1, 0], dir: [0, 0, 1] },
          footR: { to: [-110, 76, 470], pole: [0, 1, 0], dir: [0, 0, 1] },
          handL: { from: 'spine', to: [40, 118 - k * 8, -40], pole: [1, 0, 0.2], dir: [-0.9, 0, 0.1] },
          handR: { from: 'spine', to: [-40, 124 - k * 8, -130], pole: [-1, 0, 0.2], dir: [0.9, 0, 0.1] },
        },
      }),
    })),
  },
  {
    id: 'desk-posture',
    title: 'At the desk',
    side: 'both',
    frame: 'full',
    view: { yaw: -86, pitch: 3 },
    props: [{ ...chair }, { kind: 'desk', y: 700, z0: 250, z1: 980, screenZ: 800, screenTop: 1250 }],
    focus: [],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Tall and near' : 'Slumped and reaching',
      pose: sit(
        k
          ? {
              root: { at: [0, 508, 0] },
              ground: false,
              neck: { flex: 3 },
              head: { flex: 2 },
              reach: {
                handL: { to: [90, 752, 420], pole: [0.8, -1, -0.6], dir: [-0.1, -0.08, 1] },
                handR: { to: [-90, 752, 420], pole: [-0.8, -1, -0.6], dir: [0.1, -0.08, 1] },
              },
            }
          : {
              root: { at: [0, 508, 0], pitch: -8 },
              ground: false,
              hipL: { flex: 80, abd: 8 },
              hipR: { flex: 80, abd: 8 },
              spine: { flex: 16 },
              chest: { flex: 16 },
              neck: { flex: 20 },
              head: { flex: -34 },
              shrug: { L: [10, -30], R: [10, -30] },
              reach: {
                handL: { to: [90, 752, 520], pole: [0.8, -1, -0.6], dir: [-0.1, -0.08, 1] },
                handR: { to: [-90, 752, 520], pole: [-0.8, -1, -0.6], dir: [0.1, -0.08, 1] },
              },
            },
      ),
    })),
  },
  ...SITTING,
  ...STANDING,
  ...LYING,
  ...ON_A_CHAIR,
  ...PRESSING,
  ...PACKS,
  ...RESTING,
  ...MOVING,
];
