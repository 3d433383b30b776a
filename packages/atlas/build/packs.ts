// Warmth, cold and pads lie where the muscle is: one picture for each part of the body.

import type { Prop } from '../src/figure/pose.ts';
import { type AuthoredPose, armsBeside, chair, front, lap, mat, mk, sit } from './positions.ts';

type Where = 'shoulder' | 'upper-back' | 'low-back' | 'buttock' | 'chest' | 'arm' | 'leg';
type Pack = Extract<Prop, { kind: 'pack' }>;

/** The pack on each part of the body, in the frame of its joint. */
const PLACE: Readonly<Record<Where, Omit<Pack, 'kind' | 'look' | 'front'>>> = {
  shoulder: { on: 'chest', at: [-92, 150, -66], a: 86, b: 58, bulge: 26 },
  'upper-back': { on: 'chest', at: [-72, 46, -116], a: 76, b: 84, bulge: 22 },
  'low-back': { on: 'spine', at: [-40, 20, -112], a: 98, b: 66, bulge: 36 },
  buttock: { on: 'pelvis', at: [-84, -10, -112], a: 76, b: 72, bulge: 30 },
  chest: { on: 'chest', at: [-92, 96, 110], a: 70, b: 58, bulge: -20 },
  arm: { on: 'shoulderR', at: [-8, -90, 52], a: 38, b: 70, bulge: -16 },
  leg: { on: 'hipR', at: [0, -230, -78], a: 58, b: 100, bulge: 20 },
};

const SAYS = {
  warm: ['Cloth between, stay awake', 'Breathe out'],
  cold: ['Cloth between', 'Look at the skin'],
} as const;

function pack(where: Where, look: 'warm' | 'cold'): AuthoredPose {
  const prop: Pack = { kind: 'pack', ...PLACE[where], ...(look === 'cold' && { look }), front: true };
  const lies = where === 'buttock' || where === 'leg';
  return {
    id: `${look}-${where}`,
    title: look === 'warm' ? 'Warmth on the sore place' : 'Cold on the sore place',
    side: 'right',
    frame: lies ? 'full' : 'upper',
    view: lies
      ? { yaw: -100, pitch: 48 }
      : where === 'chest'
        ? { yaw: -14, pitch: 4 }
        : where === 'arm'
          ? { yaw: -36, pitch: 4 }
          : { yaw: -152, pitch: 8 },
    props: lies ? [mat, prop] : [prop],
    focus: [],
    keyframes: [0, 1].map((k) => ({
      label: SAYS[look][k as 0 | 1],
      pose: lies
        ? front(
            mk(armsBeside, {
              ankleL: { flex: -60 },
              ankleR: { flex: -60 },
              head: { turn: -60 },
              chest: { flex: k * -1 },
            }),
          )
        : sit({
            chest: { flex: 3 - k * 2 },
            neck: { flex: 6 - k * 2, side: where === 'shoulder' ? 2 : 0 },
            head: { flex: 4 },
            shrug: { L: [k ? -3 : 2, 0], R: [k ? -3 : 2, 0] },
            reach: lap,
          }),
    })),
  };
}

const WHERE = ['shoulder', 'upper-back', 'low-back', 'buttock', 'chest', 'arm', 'leg'] as const;

/** A belt around the waist: seen from behind it is a broad strap. */
const belt = (id: string, title: string, label: string, props: readonly Prop[]): AuthoredPose => ({
  id,
  title,
  side: 'both',
  frame: 'upper',
  view: { yaw: -156, pitch: 8 },
  props: [chair, ...props],
  focus: [],
  keyframes: [0, 1].map((k) => ({
    label: k ? 'Breathe out' : label,
    pose: sit({ chest: { flex: 3 - k * 2 }, neck: { flex: 4 }, reach: lap }),
  })),
});

export const PACKS: readonly AuthoredPose[] = [
  ...WHERE.flatMap((where) => [pack(where, 'warm'), pack(where, 'cold')]),
  belt('warm-wrap', 'Warm wrap around the back', 'Over thin clothing', [
    { kind: 'pack', on: 'spine', at: [0, 10, -110], a: 150, b: 66, bulge: 76, front: true },
  ]),
  belt('light-belt', 'Light belt over the muscle', 'On the muscle, with the timer', [
    { kind: 'pack', on: 'spine', at: [0, 10, -110], a: 150, b: 58, bulge: 76, look: 'tool', front: true },
  ]),
  belt(
    'pads-low-back',
    'Pads beside the sore muscle',
    'Beside the spine, never over it',
    ([-66, 66] as const).map(
      (x): Prop => ({
        kind: 'pack',
        on: 'spine',
        at: [x, 10, -108],
        a: 34,
        b: 46,
        bulge: 6,
        look: 'tool',
        front: true,
      }),
    ),
  ),
  {
    ...belt('pads-shoulder-top', 'Pads on the shoulder muscle', 'On muscle, off the spine and the front of the neck', [
      { kind: 'pack', on: 'chest', at: [-62, 176, -52], a: 30, b: 40, bulge: 4, look: 'tool', front: true },
      { kind: 'pack', on: 'chest', at: [-132, 140, -56], a: 30, b: 40, bulge: 4, look: 'tool', front: true },
    ]),
    side: 'right',
  },
];
