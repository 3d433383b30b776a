// Movements on a chair.

import { AT, type AuthoredPose, chair, lap, sit } from './positions.ts';
import type { Reaches } from './solve.ts';

/** The hand of the sore side holds the edge of the seat. */
export const holdSeat: Reaches = {
  ...lap,
  handR: { from: 'pelvis', to: [-232, 6, 10], pole: [-0.6, 0, -1], dir: [0.25, -1, 0.1] },
};

export const SITTING: readonly AuthoredPose[] = [
  {
    id: 'sit-and-breathe',
    title: 'Slow breathing, sitting',
    side: 'both',
    frame: 'full',
    view: { yaw: 30, pitch: 6 },
    props: [chair],
    focus: [],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Breathe out' : 'Breathe in',
      pose: sit({
        spine: { flex: k * 2 },
        chest: { flex: k * 3 - 2 },
        neck: { flex: 2 + k * 2 },
        head: { flex: 3 },
        shrug: { L: [k ? -6 : 6, 0], R: [k ? -6 : 6, 0] },
        reach: lap,
      }),
    })),
  },
  {
    id: 'shrug-drop',
    title: 'Shrug and drop',
    side: 'both',
    frame: 'upper',
    view: { yaw: 24, pitch: 4 },
    props: [chair],
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
      { label: 'Lift to the ears', pose: sit({ shrug: { L: [52, 0, 6], R: [52, 0, 6] }, reach: lap }) },
      { label: 'Let go', pose: sit({ shrug: { L: [-14, 0], R: [-14, 0] }, reach: lap }) },
    ],
  },
  {
    id: 'hand-on-shoulder-top',
    title: 'Other hand on top of the shoulder',
    side: 'right',
    frame: 'upper',
    view: { yaw: 16, pitch: 8 },
    props: [chair, { kind: 'touch', on: 'shoulderR', at: [56, 56, 0], r: 44 }],
    focus: [
      [
        ['neck', [-62, 6, -14]],
        ['shoulderR', [44, 52, -10]],
      ],
    ],
    order: ['armL'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Press gently and breathe out' : 'Lay the hand over',
      pose: sit({
        neck: { side: 3 + k * 3 },
        shrug: { R: [-6 - k * 6, 0] },
        reach: {
          ...lap,
          handL: {
            from: 'shoulderR',
            to: [176 - k * 14, 66 - k * 8, 96],
            pole: [0.6, -1, 0.6],
            dir: [-0.85, 0.1, -0.5],
            palm: [0, -1, 0],
          },
        },
      }),
    })),
  },
  {
    id: 'neck-hand-resist',
    title: 'Neck against the hand',
    side: 'right',
    frame: 'upper',
    view: { yaw: 8, pitch: 4 },
    props: [chair, { kind: 'touch', on: 'head', at: [-76, 70, 20], r: 44 }],
    focus: [AT.neckSide],
    order: ['armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Push gently, the hand holds' : 'Hand on the side of the head',
      pose: sit({
        neck: { side: -k * 2 },
        reach: {
          ...lap,
          handR: {
            from: 'head',
            local: true,
            to: [-104, -16, 30],
            pole: [-1, -0.7, 0.2],
            dir: [0.26, 1, -0.06],
            palm: [1, -0.2, 0],
          },
        },
      }),
    })),
  },
  {
    id: 'self-hug',
    title: 'Self-hug',
    side: 'both',
    frame: 'upper',
    view: { yaw: 22, pitch: 6 },
    props: [chair],
    focus: [],
    order: ['armL', 'armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Round the upper back' : 'Hold the other shoulder',
      pose: sit({
        spine: { flex: k * 6 },
        chest: { flex: 2 + k * 14 },
        neck: { flex: k * 10 },
        head: { flex: k * 6 },
        shrug: { L: [0, -20 - k * 20], R: [0, -20 - k * 20] },
        reach: {
          handL: { from: 'chest', local: true, to: [-128, 66, 128], pole: [0.7, -1, 0.6], dir: [-0.62, 0.2, -0.76] },
          handR: { from: 'chest', local: true, to: [128, 40, 140], pole: [-0.7, -1, 0.6], dir: [0.62, 0.2, -0.76] },
        },
      }),
    })),
  },
  {
    id: 'seated-figure-four',
    title: 'Figure four, seated',
    side: 'right',
    frame: 'full',
    view: { yaw: 34, pitch: 10 },
    props: [chair],
    focus: [AT.outerHip],
    order: ['legR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Lean forward, long back' : 'Ankle on the other knee',
      pose: sit({
        root: { at: [0, 508, 0], pitch: k * 22 },
        ground: false,
        spine: { flex: k * 6 },
        neck: { flex: -k * 10 },
        hipL: { flex: 88 + k * 22, abd: 4 },
        reach: {
          footL: { to: [100, 76, 400], pole: [0, 0.4, 1], dir: [0, 0, 1] },
          footR: { to: [96, 590, 330], pole: [-1, 0.15, 0.3], dir: [0.75, -0.1, 0.6], up: [-0.2, 0.5, 0.84] },
          handL: { to: [110, 640, 250], pole: [1, -0.2, -0.2], dir: [-0.5, -0.4, 0.5] },
          handR: { to: [-190, 640, 270], pole: [-1, -0.1, -0.2], dir: [0, -0.6, 0.6] },
        },
      }),
    })),
  },
];
