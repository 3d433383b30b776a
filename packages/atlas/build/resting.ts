// Lying down, sleeping, and water.

import { AT, type AuthoredPose, armsBeside, back, mat, mk, stand } from './positions.ts';
import type { Reaches } from './solve.ts';

const handsOnBelly: Reaches = {
  handL: { from: 'spine', to: [40, 118, -40], pole: [1, 0, 0.2], dir: [-0.9, 0, 0.1] },
  handR: { from: 'spine', to: [-40, 124, -130], pole: [-1, 0, 0.2], dir: [0.9, 0, 0.1] },
};

export const RESTING: readonly AuthoredPose[] = [
  {
    id: 'calves-on-a-chair',
    title: 'Calves on a chair',
    side: 'both',
    frame: 'full',
    view: { yaw: -80, pitch: 8 },
    props: [
      { ...mat, z1: 300 },
      { kind: 'box', at: [0, 402, 470], size: [440, 40, 420] },
      { kind: 'rod', from: [-200, 0, 290], to: [-200, 390, 290], width: 18 },
      { kind: 'rod', from: [-200, 0, 660], to: [-200, 390, 660], width: 18 },
      { kind: 'rod', from: [-200, 400, 670], to: [-200, 820, 700], width: 18 },
    ],
    focus: [],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Breathe out, do not squeeze' : 'Breathe in, let it widen',
      pose: back({
        root: { at: [0, 112, 0], pitch: -90 - k },
        spine: { flex: k * 2 },
        reach: {
          footL: { to: [100, 478, 556], pole: [0, 1, -0.2], dir: [0, 1, 0.1], up: [0, 0.1, -1] },
          footR: { to: [-100, 478, 556], pole: [0, 1, -0.2], dir: [0, 1, 0.1], up: [0, 0.1, -1] },
          ...handsOnBelly,
        },
      }),
    })),
  },
  {
    id: 'sleep-on-the-back',
    title: 'On the back, pillow under the knees',
    side: 'both',
    frame: 'full',
    view: { yaw: -84, pitch: 10 },
    props: [
      { kind: 'mat', x0: -400, x1: 400, z0: -1040, z1: 980 },
      { kind: 'box', at: [0, 22, -770], size: [460, 44, 300], look: 'soft' },
      { kind: 'box', at: [0, 60, 370], size: [460, 120, 220], look: 'soft' },
    ],
    focus: [],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Breathe out' : 'Face straight up, arms low',
      pose: back(
        mk(armsBeside, {
          neck: { flex: 6 },
          chest: { flex: -k },
          reach: {
            footL: { to: [100, 66, 780], pole: [0, 1, 0], dir: [0.2, 0.95, 0.2], up: [0, 0.2, -1] },
            footR: { to: [-100, 66, 780], pole: [0, 1, 0], dir: [-0.2, 0.95, 0.2], up: [0, 0.2, -1] },
          },
        }),
      ),
    })),
  },
  {
    id: 'sleep-on-the-side',
    title: 'On the side, pillow between the knees',
    side: 'right',
    frame: 'full',
    view: { yaw: 0, pitch: 16 },
    props: [
      { kind: 'mat', x0: -1040, x1: 820, z0: -420, z1: 560 },
      { kind: 'box', at: [-760, 72, 20], size: [300, 144, 440], look: 'soft' },
      { kind: 'box', on: 'kneeR', at: [96, 40, 0], size: [84, 240, 190], look: 'soft' },
      { kind: 'box', on: 'chest', at: [30, -20, 210], size: [170, 300, 110], look: 'soft', front: true },
    ],
    focus: [],
    order: ['armL'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Breathe out' : 'Neck level, knees apart',
      pose: {
        root: { at: [0, 190, 0], roll: -90 },
        chest: { flex: 2 - k },
        hipL: { flex: 46, abd: 8 },
        hipR: { flex: 46, abd: -8 },
        kneeL: { flex: 66 },
        kneeR: { flex: 66 },
        shoulderR: { plane: 88, elev: 76 },
        elbowR: { flex: 96 },
        reach: {
          handL: { from: 'chest', local: true, to: [60, 0, 290], pole: [1, -0.4, 0.4], dir: [-0.8, 0.2, 0.2] },
        },
      },
    })),
  },
  {
    id: 'sleep-half-front',
    title: 'Half on the side, hugging a pillow',
    side: 'right',
    frame: 'full',
    view: { yaw: -78, pitch: 24 },
    props: [
      { kind: 'mat', x0: -560, x1: 420, z0: -900, z1: 1000 },
      { kind: 'box', at: [-30, 26, 720], size: [420, 52, 280], look: 'soft' },
      { kind: 'box', at: [-300, 66, 150], size: [190, 132, 1060], look: 'soft' },
    ],
    focus: [],
    order: ['armR', 'legR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Breathe out' : 'Thin pillow, top knee up',
      pose: {
        root: { at: [0, 170, 0], pitch: 90, roll: 58 },
        chest: { flex: 2 - k },
        neck: { side: 4 },
        hipR: { flex: 66, abd: 4 },
        kneeR: { flex: 80 },
        hipL: { flex: 6 },
        kneeL: { flex: 14 },
        ankleL: { flex: -50 },
        reach: {
          handR: { to: [-400, 170, 420], pole: [-0.6, 1, -0.4], dir: [-0.2, -0.3, 0.9] },
          handL: { to: [-150, 50, 800], pole: [1, 0, 0.3], dir: [-0.2, 0, 1] },
        },
      },
    })),
  },
  {
    id: 'warm-bath',
    title: 'Warm bath',
    side: 'both',
    frame: 'full',
    view: { yaw: -76, pitch: 14 },
    props: [
      { kind: 'box', at: [0, 250, 60], size: [700, 500, 1640] },
      { kind: 'box', at: [0, 400, 60], size: [660, 16, 1560], look: 'water', front: true },
      { kind: 'box', at: [-350, 200, 60], size: [40, 400, 1640], front: true },
    ],
    focus: [],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Breathe out, shoulders drop' : 'Let the arms float',
      pose: {
        root: { at: [0, 150, -260], pitch: -34 },
        spine: { flex: 6 },
        chest: { flex: 6 },
        neck: { flex: 10 },
        ground: false,
        shrug: { L: [k ? -8 : 6, 0], R: [k ? -8 : 6, 0] },
        reach: {
          footL: { to: [100, 70, 330], pole: [0, 1, 0], dir: [0, 0.6, 0.8] },
          footR: { to: [-100, 70, 330], pole: [0, 1, 0], dir: [0, 0.6, 0.8] },
          handL: { to: [270, 420 + k * 12, 60], pole: [1, -0.6, 0], dir: [0, 0.1, 1] },
          handR: { to: [-270, 420 + k * 12, 60], pole: [-1, -0.6, 0], dir: [0, 0.1, 1] },
        },
      },
    })),
  },
  {
    id: 'warm-shower',
    title: 'Warm shower on the shoulders',
    side: 'both',
    frame: 'full',
    view: { yaw: -170, pitch: 4 },
    props: [
      { kind: 'rod', from: [0, 2010, -380], to: [0, 1980, -190], width: 60 },
      ...[-90, -30, 30, 90].map(
        (x) =>
          ({
            kind: 'rod',
            from: [x * 0.6, 1950, -190],
            to: [x * 1.5, 1430, -130],
            width: 16,
            look: 'water',
            front: true,
          }) as const,
      ),
    ],
    focus: [AT.shoulderTop],
    keyframes: (
      [
        ['Warm, not hot', 0, 0],
        ['Roll the shoulders', 40, -20],
        ['And back', 16, 38],
      ] as const
    ).map(([label, up, behind]) => ({
      label,
      pose: mk(stand, { neck: { flex: 8 }, shrug: { L: [up, behind], R: [up, behind] } }),
    })),
  },
  {
    id: 'front-crawl',
    title: 'Easy front crawl',
    side: 'both',
    frame: 'full',
    view: { yaw: -78, pitch: 12 },
    props: [{ kind: 'box', at: [0, 150, 0], size: [900, 300, 2600], look: 'water', front: true }],
    focus: [],
    keyframes: ([1, 0, -1] as const).map((k) => ({
      label: k > 0 ? 'One arm long' : k < 0 ? 'Then the other' : 'Easy and long',
      pose: {
        root: { at: [0, 300, 0], pitch: 90, roll: k * 14 },
        chest: { turn: k * 6 },
        neck: { flex: -6 },
        ground: false,
        shoulderR: k > 0 ? { plane: 60, elev: 168 } : k < 0 ? { plane: -60, elev: 30 } : { plane: -10, elev: 96 },
        shoulderL: k < 0 ? { plane: 60, elev: 168 } : k > 0 ? { plane: -60, elev: 30 } : { plane: -10, elev: 96 },
        elbowR: { flex: k === 0 ? 50 : 8 },
        elbowL: { flex: k === 0 ? 30 : 8 },
        hipL: { flex: k * 12 },
        hipR: { flex: -k * 12 },
        kneeL: { flex: 8 },
        kneeR: { flex: 8 },
        ankleL: { flex: -50 },
        ankleR: { flex: -50 },
      },
    })),
  },
];
