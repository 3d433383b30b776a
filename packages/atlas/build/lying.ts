// Movements on the floor.

import { AT, type AuthoredPose, armsBeside, back, feetUp, four, front, mat, mk } from './positions.ts';

export const LYING: readonly AuthoredPose[] = [
  {
    id: 'glute-bridge',
    title: 'Bridge',
    side: 'both',
    frame: 'full',
    view: { yaw: -82, pitch: 8 },
    props: [mat],
    focus: [
      [
        ['pelvis', [-70, -30, -104]],
        ['pelvis', [-70, 60, -106]],
      ],
    ],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Lift the hips' : 'Knees bent',
      pose: back(
        mk(armsBeside, {
          root: { at: [0, 112 + k * 190, -k * 30], pitch: -90 - k * 25 },
          neck: { flex: k * 22 },
          shoulderL: { plane: -70 * k, elev: 22 },
          shoulderR: { plane: -70 * k, elev: 22 },
          reach: feetUp,
        }),
      ),
    })),
  },
  {
    id: 'knees-to-chest',
    title: 'Both knees to chest',
    side: 'both',
    frame: 'full',
    view: { yaw: -84, pitch: 10 },
    props: [mat],
    focus: [
      [
        ['pelvis', [-60, -30, -112]],
        ['pelvis', [-50, 100, -108]],
        ['spine', [-40, 60, -96]],
      ],
    ],
    order: ['armR'],
    keyframes: [
      { label: 'Knees bent', pose: back(mk(armsBeside, { reach: feetUp })) },
      {
        label: 'Draw both knees in',
        pose: back({
          root: { at: [0, 116, 0], pitch: -94 },
          spine: { flex: 8 },
          chest: { flex: 4 },
          neck: { flex: 6 },
          reach: {
            footL: { to: [92, 400, 170], pole: [0, 0.6, -1], dir: [0, 0.5, 0.86], up: [0, 0.86, -0.5] },
            footR: { to: [-92, 400, 170], pole: [0, 0.6, -1], dir: [0, 0.5, 0.86], up: [0, 0.86, -0.5] },
            handL: { from: 'kneeL', to: [60, -6, 60], pole: [1, 0.2, 0], dir: [-0.9, 0, 0.4] },
            handR: { from: 'kneeR', to: [-60, -6, 60], pole: [-1, -0.2, 0], dir: [0.9, 0, 0.4] },
          },
        }),
      },
    ],
  },
  {
    id: 'knee-drops',
    title: 'Knee drops',
    side: 'right',
    frame: 'full',
    view: { yaw: -28, pitch: 30 },
    props: [{ ...mat, x0: -480, x1: 480 }],
    focus: [AT.waist],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Let the knees sink to one side' : 'Knees bent',
      pose: back({
        shoulderL: { plane: 0, elev: 74 },
        shoulderR: { plane: 0, elev: 74 },
        root: { at: [0, 112 + k * 16, 0], pitch: -90, roll: 0 },
        reach: {
          footL: { to: [70 + k * 30, 76, 450], pole: [k * 1.2, 1, 0], dir: [k * 0.5, 0, 1] },
          footR: { to: [-70 + k * 60, 76 + k * 30, 450], pole: [k * 1.2, 1, 0], dir: [k * 0.5, 0, 1] },
        },
      }),
    })),
  },
  {
    id: 'hamstring-strap',
    title: 'Back of the thigh, with a strap',
    side: 'right',
    frame: 'full',
    view: { yaw: -84, pitch: 8 },
    props: [
      mat,
      {
        kind: 'band',
        through: [
          ['wristL', [0, -60, 10]],
          ['ankleR', [0, -70, 90]],
          ['wristR', [0, -60, 10]],
        ],
      },
    ],
    focus: [
      [
        ['hipR', [0, -90, -84]],
        ['hipR', [0, -320, -64]],
      ],
    ],
    order: ['armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Raise the leg, knee soft' : 'Strap under the foot',
      pose: back({
        neck: { flex: 4 },
        reach: {
          footL: { to: [110, 76, 470], pole: [0, 1, 0], dir: [0, 0, 1] },
          footR: k
            ? { to: [-92, 880, 210], pole: [0, 0.3, -1], dir: [0, 0.05, -1], up: [0, -1, -0.05] }
            : { to: [-92, 620, 520], pole: [0, 1, -0.5], dir: [0, 0.7, -0.7], up: [0, -0.7, -0.7] },
          handL: { to: k ? [70, 520, -130] : [70, 400, -40], pole: [1, -0.6, 0], dir: [-0.2, 0.5, 0.5] },
          handR: { to: k ? [-130, 520, -130] : [-130, 400, -40], pole: [-1, -0.6, 0], dir: [0.2, 0.5, 0.5] },
        },
      }),
    })),
  },
  {
    id: 'childs-pose-side',
    title: "Child's pose, side reach",
    side: 'right',
    frame: 'full',
    view: { yaw: 30, pitch: 34 },
    props: [{ ...mat, x0: -420, x1: 560, z0: -700, z1: 900 }],
    focus: [AT.lat],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Walk the hands to one side' : 'Sit back, arms long',
      pose: {
        root: { at: [0, 236, -330], pitch: 84 },
        spine: { flex: 16, side: k * 12 },
        chest: { flex: 8, side: k * 16 },
        neck: { flex: 6 },
        head: { flex: -4 },
        ground: false,
        reach: {
          footL: { to: [95, 44, -388], pole: [0.2, 0, 1], dir: [0, -0.1, -1], up: [0, -1, 0] },
          footR: { to: [-95, 44, -388], pole: [-0.2, 0, 1], dir: [0, -0.1, -1], up: [0, -1, 0] },
          handL: {
            to: [150 + k * 330, 44, 690 - k * 110],
            pole: [0.8, 1, 0],
            dir: [k * 0.6, -0.06, 1],
            palm: [0, 1, 0],
          },
          handR: {
            to: [-150 + k * 390, 44, 690 - k * 20],
            pole: [-0.8, 1, 0],
            dir: [k * 0.6, -0.06, 1],
            palm: [0, 1, 0],
          },
        },
      },
    })),
  },
  {
    id: 'bird-dog',
    title: 'Bird dog',
    side: 'right',
    frame: 'full',
    view: { yaw: -76, pitch: 8 },
    props: [{ ...mat, z0: -640, z1: 820 }],
    focus: [AT.lowBack, AT.buttockLeft],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Reach arm and opposite leg' : 'Hands and knees',
      pose: four({
        neck: { flex: -2 },
        ...(k && {
          reach: {
            ...four({}).reach,
            handR: { to: [-160, 640, 1080], pole: [-0.3, -1, 0], dir: [0, 0.05, 1], palm: [0, -1, 0] },
            footL: { to: [95, 500, -830], pole: [0, -1, 0], dir: [0, -0.1, -1], up: [0, -1, 0] },
          },
        }),
      }),
    })),
  },
  {
    id: 'sphinx',
    title: 'Rest on the elbows',
    side: 'both',
    frame: 'full',
    view: { yaw: -76, pitch: 10 },
    props: [{ ...mat, z0: -1000, z1: 900 }],
    focus: [
      [
        ['pelvis', [0, 120, -112]],
        ['spine', [0, 130, -110]],
      ],
    ],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Breathe out, belly soft' : 'Prop up on the forearms',
      pose: front({
        spine: { flex: -21 - k * 4 },
        chest: { flex: -15 - k * 4 },
        neck: { flex: k * 4 },
        head: { flex: k * 4 },
        ankleL: { flex: -60 },
        ankleR: { flex: -60 },
        reach: {
          handL: { to: [150, 44, 770 - k * 10], pole: [0.3, -1, -0.8], dir: [0, -0.05, 1], palm: [0, 1, 0] },
          handR: { to: [-150, 44, 770 - k * 10], pole: [-0.3, -1, -0.8], dir: [0, -0.05, 1], palm: [0, 1, 0] },
        },
      }),
    })),
  },
];
