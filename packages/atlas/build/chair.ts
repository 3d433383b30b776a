// More movements on a chair: moving, stretching and sitting well.

import { AT, type AuthoredPose, chair, lap, seat, sit } from './positions.ts';
import { holdSeat } from './sitting.ts';
import type { Reaches } from './solve.ts';

const behindHead: Reaches = {
  handL: { from: 'head', local: true, to: [46, 60, -84], pole: [1, 0.3, -0.3], dir: [-0.9, 0, -0.4] },
  handR: { from: 'head', local: true, to: [-46, 60, -84], pole: [-1, 0.3, -0.3], dir: [0.9, 0, -0.4] },
};

export const ON_A_CHAIR: readonly AuthoredPose[] = [
  {
    id: 'round-and-arch',
    title: 'Round and arch, sitting',
    side: 'both',
    frame: 'full',
    view: { yaw: -80, pitch: 4 },
    props: [chair],
    focus: [AT.lowBack],
    keyframes: [
      {
        label: 'Breathe out, round a little',
        pose: seat({
          root: { at: [0, 508, 0], pitch: -16 },
          spine: { flex: 20 },
          chest: { flex: 20 },
          neck: { flex: 12 },
        }),
      },
      {
        label: 'Breathe in, lift the breastbone',
        pose: seat({
          root: { at: [0, 508, 0], pitch: 10 },
          spine: { flex: -12 },
          chest: { flex: -12 },
          neck: { flex: 4 },
        }),
      },
    ],
  },
  {
    id: 'shift-in-the-chair',
    title: 'Shift your weight',
    side: 'both',
    frame: 'full',
    view: { yaw: 16, pitch: 6 },
    props: [chair],
    focus: [],
    keyframes: ([0, 1, -1] as const).map((k) => ({
      label: k === 0 ? 'Sit as you sit' : k > 0 ? 'Lean to one side' : 'And to the other',
      pose: seat({
        root: { at: [k * 12, 508, 0], roll: k * 7 },
        spine: { side: k * 5 },
        chest: { side: -k * 3 },
        neck: { side: -k * 6 },
      }),
    })),
  },
  {
    id: 'neck-nod',
    title: 'Chin to the chest',
    side: 'both',
    frame: 'upper',
    view: { yaw: -82, pitch: 2 },
    props: [chair],
    focus: [AT.neckBack],
    keyframes: [
      { label: 'Chin straight back', pose: sit({ chest: { flex: 2 }, head: { flex: 4 }, reach: lap }) },
      {
        label: 'Let the chin float down',
        pose: sit({ chest: { flex: 4 }, neck: { flex: 26 }, head: { flex: 22 }, reach: lap }),
      },
    ],
  },
  {
    id: 'levator-resist',
    title: 'Nose to the armpit, against the hand',
    side: 'right',
    frame: 'upper',
    view: { yaw: -150, pitch: 8 },
    props: [{ kind: 'touch', on: 'head', at: [-30, 70, -88], r: 44 }],
    focus: [AT.levator],
    order: ['armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Let the head sink a little' : 'Press the head into the hand',
      pose: sit({
        neck: { flex: 18 + k * 6, side: 8 + k * 4, turn: 20 },
        head: { flex: 14 + k * 6, turn: 20, side: 4 },
        reach: {
          ...holdSeat,
          handR: {
            from: 'head',
            local: true,
            to: [-140, -10, -96],
            pole: [-1, -0.5, -0.3],
            dir: [0.85, 0.3, 0.1],
            palm: [0.2, 0, 1],
          },
        },
      }),
    })),
  },
  {
    id: 'triceps-overhead',
    title: 'Elbow up beside the head',
    side: 'right',
    frame: 'arms',
    view: { yaw: -158, pitch: 4 },
    props: [],
    focus: [AT.upperArmBack],
    order: ['armR', 'armL'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Lean a little away' : 'Hand to the upper back',
      pose: sit({
        spine: { side: k * 4 },
        chest: { side: k * 8 },
        neck: { side: k * 2 },
        shrug: { R: [34, 0, 10], L: [24, 0, 6] },
        reach: {
          ...lap,
          handR: {
            from: 'chest',
            local: true,
            to: [-96, 190, -110],
            pole: [-0.25, 1, 0.1],
            dir: [0.3, -1, 0],
          },
          handL: { from: 'elbowR', to: [70, 44, -10], pole: [1, 0.4, -0.2], dir: [-1, -0.1, 0] },
        },
      }),
    })),
  },
  {
    id: 'lean-over-the-chair',
    title: 'Lean back over the chair',
    side: 'both',
    frame: 'full',
    view: { yaw: -80, pitch: 4 },
    props: [{ ...chair, z: 20 }],
    focus: [
      [
        ['chest', [-50, -60, -98]],
        ['chest', [-50, 70, -98]],
      ],
    ],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Lean back over the top, small' : 'Hands behind the head',
      pose: seat({
        root: { at: [0, 508, 20], pitch: -6 - k * 2 },
        spine: { flex: -k * 6 },
        chest: { flex: -k * 16 },
        neck: { flex: k * 6 },
        reach: behindHead,
      }),
    })),
  },
  {
    id: 'desk-slide',
    title: 'Chest down between the arms',
    side: 'both',
    frame: 'full',
    view: { yaw: -80, pitch: 6 },
    props: [
      { ...chair, z: -340 },
      { kind: 'box', at: [0, 676, 620], size: [900, 36, 640] },
      { kind: 'rod', from: [0, 0, 860], to: [0, 660, 860], width: 30 },
    ],
    focus: [AT.lat],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Sink the chest, neck long' : 'Hands on the desk',
      pose: seat({
        root: { at: [0, 508, -300], pitch: 26 + k * 34 },
        spine: { flex: 4 - k * 6 },
        chest: { flex: 4 - k * 10 },
        neck: { flex: -k * 2 },
        reach: {
          footL: { to: [120, 76, 90], pole: [0, 0.4, 1], dir: [0, 0, 1] },
          footR: { to: [-120, 76, 90], pole: [0, 0.4, 1], dir: [0, 0, 1] },
          handL: { to: [160, 722, 420 + k * 130], pole: [0.6, -1, -0.4], dir: [0, -0.05, 1] },
          handR: { to: [-160, 722, 420 + k * 130], pole: [-0.6, -1, -0.4], dir: [0, -0.05, 1] },
        },
      }),
    })),
  },
  {
    id: 'phone-at-eye-level',
    title: 'Phone up to the eyes',
    side: 'right',
    frame: 'upper',
    view: { yaw: -60, pitch: 4 },
    props: [{ kind: 'box', on: 'wristR', at: [0, -110, 34], size: [82, 150, 14], look: 'tool', front: true }],
    focus: [AT.neckBack],
    order: ['armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Lift it, elbow supported' : 'Low phone, bent neck',
      pose: sit({
        chest: { flex: k ? 0 : 12 },
        neck: { flex: k ? 2 : 30 },
        head: { flex: k ? 2 : 16 },
        reach: {
          ...lap,
          handR: k
            ? { from: 'chest', to: [-70, 120, 330], pole: [-0.3, -1, 0.1], dir: [0.1, 1, 0.1], palm: [0, 0.1, -1] }
            : {
                from: 'pelvis',
                to: [-70, 170, 300],
                pole: [-1, -0.5, -0.2],
                dir: [0.1, 0.5, 0.8],
                palm: [0, 0.8, -0.5],
              },
          handL: k ? { from: 'elbowR', to: [50, -30, 10], pole: [0.8, -1, 0.2], dir: [-0.9, 0.1, 0.3] } : lap.handL,
        },
      }),
    })),
  },
  {
    id: 'rib-breathing',
    title: 'Breathing into the sides',
    side: 'both',
    frame: 'upper',
    view: { yaw: 12, pitch: 4 },
    props: [
      { kind: 'touch', on: 'chest', at: [-150, -90, 30], r: 44 },
      { kind: 'touch', on: 'chest', at: [150, -90, 30], r: 44 },
    ],
    focus: [],
    order: ['armL', 'armR'],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Breathe out' : 'Breathe in, push the hands apart',
      pose: sit({
        chest: { flex: k * 3 - 2 },
        reach: {
          handL: {
            from: 'chest',
            local: true,
            to: [206 - k * 14, -110, 20],
            pole: [1, 0, -0.3],
            dir: [-0.65, 0.1, 0.75],
            palm: [-1, 0, -0.4],
          },
          handR: {
            from: 'chest',
            local: true,
            to: [-206 + k * 14, -110, 20],
            pole: [-1, 0, -0.3],
            dir: [0.65, 0.1, 0.75],
            palm: [1, 0, -0.4],
          },
        },
      }),
    })),
  },
  {
    id: 'hamstring-seated',
    title: 'Back of the thigh, sitting',
    side: 'right',
    frame: 'full',
    view: { yaw: -80, pitch: 5 },
    props: [{ ...chair, z: -20 }],
    focus: [AT.backOfThigh],
    keyframes: [0, 1].map((k) => ({
      label: k ? 'Tip forward from the hips' : 'One leg straight, heel down',
      pose: seat({
        root: { at: [0, 508, 60], pitch: k * 30 },
        spine: { flex: k * 4 },
        neck: { flex: -k * 8 },
        reach: {
          footL: { to: [120, 76, 430], pole: [0, 0.4, 1], dir: [0, 0, 1] },
          footR: { to: [-100, 70, 750], pole: [0, 1, 0.2], dir: [0, 0.85, 0.5], up: [0, 0.5, -0.85] },
          handL: { from: 'kneeL', to: [10, 66, -60 - k * 10], pole: [1, -0.3, -0.4], dir: [-0.2, -0.1, 1] },
          handR: { from: 'kneeL', to: [-70, 66, -60 - k * 20], pole: [-1, -0.3, -0.4], dir: [0.5, -0.1, 1] },
        },
      }),
    })),
  },
  {
    id: 'blade-clock',
    title: 'Shoulder-blade clock',
    side: 'right',
    frame: 'upper',
    view: { yaw: -158, pitch: 6 },
    props: [],
    focus: [AT.blade],
    keyframes: (
      [
        ['Up', 44, 0],
        ['Back', 8, 42],
        ['Down', -18, 6],
        ['Forward', 4, -44],
        ['Up', 44, 0],
      ] as const
    ).map(([label, up, behind]) => ({
      label,
      pose: sit({ shrug: { R: [up, behind, behind > 0 ? 18 : -8] }, reach: lap }),
    })),
  },
  {
    id: 'stand-up',
    title: 'Up from the chair',
    side: 'both',
    frame: 'full',
    view: { yaw: -76, pitch: 5 },
    props: [chair],
    focus: [],
    keyframes: (
      [
        ['Feet under you', [0, 508, 0], 4, 0],
        ['Lean forward', [0, 600, 150], 40, 0],
        ['Stand tall', [0, 905, 290], 0, 0],
      ] as const
    ).map(([label, at, pitch]) => ({
      label,
      pose: seat({
        root: { at: [...at], pitch },
        neck: { flex: -pitch / 4 },
        reach: {
          footL: { to: [110, 76, 290], pole: [0, 0.2, 1], dir: [0, 0, 1] },
          footR: { to: [-110, 76, 290], pole: [0, 0.2, 1], dir: [0, 0, 1] },
          ...(pitch === 0 && {
            handL: { from: 'pelvis', to: [230, -60, 40], pole: [1, 0, -0.6], dir: [0, -1, 0.1] },
            handR: { from: 'pelvis', to: [-230, -60, 40], pole: [-1, 0, -0.6], dir: [0, -1, 0.1] },
          }),
        },
      }),
    })),
  },
];
