// The figure as flat shapes, back to front: whoever draws them needs colours, but no anatomy.

import type { PairedSide } from '../frame/index.ts';
import { type Anchor, type Pose, type Prop, poseAt, type Stance } from './pose.ts';
import { bodyParts, type Solid } from './solids.ts';
import { add, cross, dot, scale, turned, type Vector } from './turn.ts';

/**
 * What a shape is, which decides its colour. `near`, `middle` and `far` are skin by distance; `halo` is the background
 * colour around a limb; `line` the face; `tool` what the hands or the back work with; `warm` and `cold` a pack; `soft` a
 * pillow; `water` what one sees through; `helper` another person's arm; `tint` and `focus` the muscle that the movement is
 * for, as a soft patch and its line; `touch` a ring around the place where a hand or a tool touches.
 */
export type Tone =
  | 'shadow'
  | 'prop'
  | 'prop-line'
  | 'tool'
  | 'warm'
  | 'cold'
  | 'soft'
  | 'water'
  | 'helper'
  | 'halo'
  | 'near'
  | 'middle'
  | 'far'
  | 'line'
  | 'tint'
  | 'focus'
  | 'touch';

export interface FigureShape {
  readonly tone: Tone;
  /** SVG path data in the view box. */
  readonly d: string;
  /** Stroke width; without it the shape is filled (non-zero). Ends and corners are round. */
  readonly width?: number;
  /** 0–1; absent means full. */
  readonly opacity?: number;
}

export interface FigureDrawing {
  readonly viewBox: Pose['viewBox'];
  /** Back to front. */
  readonly shapes: readonly FigureShape[];
}

/**
 * A moment of a movement as seen by the viewer.
 *
 * @param t     0 at the first keyframe, 1 at the last
 * @param side  the person's side that is treated: a one-sided movement is drawn for it or as its mirror image
 */
export function drawFigure(pose: Pose, t: number, side: PairedSide): FigureDrawing {
  const mirrored = pose.side !== 'both' && pose.side !== side;
  const camera = cameraOf(pose.view, mirrored);
  const [left, top, width, height] = pose.viewBox;
  return {
    viewBox: mirrored ? [-left - width, top, width, height] : pose.viewBox,
    shapes: drawn(pose, poseAt(pose, t), camera),
  };
}

type Flat = readonly [x: number, y: number];

/** Parallel projection: where a point is seen and how near it is. The mirror image only points `right` the other way. */
interface Camera {
  readonly right: Vector;
  readonly up: Vector;
  readonly towards: Vector;
}

export function cameraOf({ yaw, pitch }: Pose['view'], mirrored = false): Camera {
  const [y, p] = [(yaw * Math.PI) / 180, (pitch * Math.PI) / 180];
  const towards: Vector = [Math.sin(y) * Math.cos(p), Math.sin(p), Math.cos(y) * Math.cos(p)];
  const right: Vector = [Math.cos(y), 0, -Math.sin(y)];
  return { right: mirrored ? scale(right, -1) : right, up: cross(towards, right), towards };
}
const seenAt = (camera: Camera, point: Vector): Flat => [dot(point, camera.right), -dot(point, camera.up)];

/** An ellipsoid as it is seen: for each of some directions how far it reaches and the point that reaches farthest. */
interface Ellipse {
  readonly reach: readonly number[];
  readonly points: readonly Flat[];
}

const circle = (n: number): Flat[] =>
  Array.from({ length: n }, (_, i) => [Math.cos((2 * Math.PI * i) / n), Math.sin((2 * Math.PI * i) / n)]);
const CIRCLE = circle(24);
const DIRECTIONS = circle(28);

export function ellipse(camera: Camera, { centre, rot, radii }: Solid): Ellipse {
  const [x, y] = seenAt(camera, centre);
  // The seen ellipse reaches √(nᵀSn) in direction n, with S = [[a, b], [b, c]] summed over the seen half axes.
  let [a, b, c] = [0, 0, 0];
  for (const i of [0, 1, 2] as const) {
    const axis: Vector = [i === 0 ? radii[0] : 0, i === 1 ? radii[1] : 0, i === 2 ? radii[2] : 0];
    const [u, v] = seenAt(camera, turned(rot, axis));
    a += u * u;
    b += u * v;
    c += v * v;
  }
  const reach: number[] = [];
  const points: Flat[] = [];
  for (const [u, v] of DIRECTIONS) {
    const [su, sv] = [a * u + b * v, b * u + c * v];
    const far = Math.sqrt(Math.max(0, su * u + sv * v));
    reach.push(x * u + y * v + far);
    points.push(far > 0 ? [x + su / far, y + sv / far] : [x, y]);
  }
  return { reach, points };
}

/** The convex hull of two ellipses: in each direction the point of the one that reaches farther. */
const joined = (a: Ellipse, b: Ellipse): Flat[] =>
  a.points.map((point, i) => ((a.reach[i] as number) >= (b.reach[i] as number) ? point : (b.points[i] as Flat)));

/** Convex hull, Andrew's monotone chain. */
function hull(points: readonly Flat[]): Flat[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Flat[]) => {
    const chain: Flat[] = [];
    for (const p of list) {
      for (let n = chain.length; n > 1; n = chain.length) {
        const [o, q] = [chain[n - 2] as Flat, chain[n - 1] as Flat];
        if ((q[0] - o[0]) * (p[1] - o[1]) - (q[1] - o[1]) * (p[0] - o[0]) > 0) break;
        chain.pop();
      }
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** Half units are finer than a screen shows. */
const text = ([x, y]: Flat) => `${Math.round(x * 2) / 2 + 0} ${Math.round(y * 2) / 2 + 0}`;
const lineOf = (points: readonly Flat[]) => `M${points.map(text).join('L')}`;
/** A line whose inner corners are rounded off. */
const bent = (points: readonly Flat[]) => {
  const half = ([ax, ay]: Flat, [bx, by]: Flat): Flat => [(ax + bx) / 2, (ay + by) / 2];
  const inner = points.slice(1, -1).map((corner, i) => {
    const next = points[i + 2] as Flat;
    return `Q${text(corner)} ${text(i + 3 < points.length ? half(corner, next) : next)}`;
  });
  return inner.length > 1 ? `M${text(points[0] as Flat)}${inner.join('')}` : lineOf(points);
};
const areaOf = (points: readonly Flat[]) => {
  const written = points.map(text);
  return `M${written.filter((point, i) => point !== written.at(i - 1)).join('L') || written[0]}Z`;
};

function drawn(pose: Pose, stance: Stance, camera: Camera): FigureShape[] {
  const parts = bodyParts(stance).map((part) => {
    const near = part.depthOf.reduce((sum, joint) => sum + dot(stance.at[joint], camera.towards), 0);
    const moved = pose.order?.includes(part.id) ? 400 : pose.order?.includes(`-${part.id}`) ? -400 : 0;
    const ellipses = part.solids.map((solid) => ellipse(camera, solid));
    const links = part.links.map(([a, b]) => areaOf(joined(ellipses[a] as Ellipse, ellipses[b] as Ellipse)));
    return { ...part, near: near / part.depthOf.length + moved, ellipses, links };
  });
  const trunk = parts[0]?.near ?? 0;
  const body = parts
    .toSorted((a, b) => a.near - b.near)
    .flatMap(({ id, near, links, rootLinks }): FigureShape[] => {
      const set = links.slice(rootLinks).join('');
      return [
        ...(set ? [{ tone: 'halo', d: set, width: 8 } as const] : []),
        { tone: near > trunk + 40 ? 'near' : near < trunk - 40 ? 'far' : 'middle', d: links.join('') },
        ...(id === 'head' ? face(camera, stance) : []),
      ];
    });
  const across = parts.flatMap(({ ellipses }) => ellipses.flatMap(({ points }) => points.map(([x]) => x)));
  const [left, right] = [Math.min(...across), Math.max(...across)];
  const depth = 13 + 60 * Math.sin((pose.view.pitch * Math.PI) / 180);
  const floor: FigureShape = {
    tone: 'shadow',
    d: areaOf(CIRCLE.map(([u, v]) => [(left + right) / 2 + u * (right - left) * 0.56, 6 + v * depth])),
    opacity: 0.13,
  };
  const inFront = (prop: Prop) => prop.kind === 'helper' || ('front' in prop && prop.front === true);
  const props = (front: boolean) =>
    pose.props.filter((prop) => inFront(prop) === front).flatMap((prop) => drawProp(prop, camera, stance));
  return [
    floor,
    ...props(false),
    ...body,
    ...pose.focus.flatMap((line) => workingMuscle(line, camera, stance)),
    ...props(true),
    ...pose.props.flatMap((prop) => contact(prop, camera, stance)),
  ];
}

/** Of a ring around what touches the body: how far outside it, and how thick. */
const RING_GAP = 14;
const RING_WIDTH = 11;
const TOUCH_RADIUS = 34;

/** A ring where a ball or a hand touches, drawn over everything: what matters most is never hidden behind an arm. */
function contact(prop: Prop, camera: Camera, stance: Stance): FigureShape[] {
  if (prop.kind !== 'ball' && prop.kind !== 'touch' && prop.kind !== 'helper') return [];
  const r = prop.kind === 'ball' ? prop.r + RING_GAP : prop.kind === 'touch' ? (prop.r ?? TOUCH_RADIUS) : TOUCH_RADIUS;
  const d = round(seenAt(camera, placeOf(stance, [prop.on, prop.at])), r);
  return [
    { tone: 'halo', d, width: RING_WIDTH + 8 },
    { tone: 'touch', d, width: RING_WIDTH },
  ];
}

const round = (centre: Flat, r: number) => areaOf(CIRCLE.map(([u, v]) => [centre[0] + r * u, centre[1] + r * v]));

const placeOf = ({ at, rot }: Stance, [joint, offset]: Anchor): Vector => add(at[joint], turned(rot[joint], offset));

/** How far in front of the middle of its bone a place lies, for the viewer: from here on it is seen, from there on hidden. */
const SEEN = -25;
const HIDDEN = -60;

/** The muscle at work: a soft patch along one, two or three places on the body, and a line that can be seen from afar. */
function workingMuscle(line: readonly Anchor[], camera: Camera, stance: Stance): FigureShape[] {
  const [first, second, third] = line.map((anchor) => seenAt(camera, placeOf(stance, anchor)));
  const at = (p: Flat | undefined) => (p ? text(p) : '');
  const rest = third ? `Q${at(second)} ${at(third)}` : `L${at(second ?? first)}`;
  const d = `M${at(first)}${rest}`;
  const outwards = line.map(([joint, [x, , z]]) => dot(turned(stance.rot[joint], [x, 0, z]), camera.towards));
  const nearness = outwards.reduce((sum, one) => sum + one, 0) / line.length;
  const seen = Math.min(1, Math.max(0, (nearness - HIDDEN) / (SEEN - HIDDEN)));
  if (seen === 0) return [];
  const opacity = (full: number) => Math.round(100 * full * seen) / 100;
  return [
    { tone: 'tint', d, width: 52, opacity: opacity(0.3) },
    { tone: 'focus', d, width: 17, opacity: opacity(0.9) },
  ];
}

/** Closed eyes, nose, mouth and ears, each only where it faces the viewer. */
function face(camera: Camera, stance: Stance): FigureShape[] {
  const seen = (offset: Vector) => seenAt(camera, placeOf(stance, ['head', offset]));
  const faces = (direction: Vector) => dot(turned(stance.rot.head, direction), camera.towards);
  const shapes: FigureShape[] = [];
  for (const m of [1, -1]) {
    const eye: Vector[] = [
      [m * 20, 84, 88],
      [m * 28, 79.5, 86],
      [m * 38, 79, 81],
      [m * 47, 83, 74],
    ];
    if (faces([m * 0.5, 0, 0.87]) > 0.12)
      shapes.push({ tone: 'line', d: lineOf(eye.map(seen)), width: 4, opacity: 0.55 });
    const ear = CIRCLE.map(([u, v]) => seen([m * 76, 76 + 30 * v, -6 + 16 * u]));
    if (faces([m, 0, -0.1]) > 0.18) shapes.push({ tone: 'line', d: areaOf(hull(ear)), opacity: 0.16 });
  }
  if (faces([0, 0, 1]) > 0.1) {
    const nose: Vector[] = [
      [0, 78, 95],
      [0, 60, 104],
      [0, 48, 108],
    ];
    const mouth: Vector[] = [
      [-16, 22, 88],
      [0, 20, 92],
      [16, 22, 88],
    ];
    shapes.push(
      { tone: 'line', d: lineOf(nose.map(seen)), width: 4, opacity: 0.28 },
      { tone: 'line', d: lineOf(mouth.map(seen)), width: 4, opacity: 0.33 },
    );
  }
  return shapes;
}

function drawProp(prop: Prop, camera: Camera, stance: Stance): FigureShape[] {
  const seen = (points: readonly Vector[]) => points.map((point) => seenAt(camera, point));
  /** A convex solid through some points, with its edge. */
  const block = (...points: Vector[]): FigureShape[] => {
    const d = areaOf(hull(seen(points)));
    return [
      { tone: 'prop', d },
      { tone: 'prop-line', d, width: 3, opacity: 0.5 },
    ];
  };
  const rod = (a: Vector, b: Vector, width: number): FigureShape => ({
    tone: 'prop-line',
    d: lineOf(seen([a, b])),
    width,
    opacity: 0.75,
  });
  /** The eight corners of a box, turned with a joint if it hangs on one. */
  const corners = ({ at, size, on }: Extract<Prop, { kind: 'box' }>): Vector[] =>
    [-1, 1].flatMap((i) =>
      [-1, 1].flatMap((j) =>
        [-1, 1].map((k): Vector => {
          const corner = add(at, [(i * size[0]) / 2, (j * size[1]) / 2, (k * size[2]) / 2]);
          return on ? placeOf(stance, [on, corner]) : corner;
        }),
      ),
    );

  switch (prop.kind) {
    case 'mat': {
      const { x0, x1, z0, z1 } = prop;
      return block([x0, 0, z0], [x1, 0, z0], [x1, 0, z1], [x0, 0, z1]);
    }
    case 'wall': {
      const { x0, x1, z } = prop;
      return block(
        ...[x0, x1].flatMap((x) =>
          [0, 2400].flatMap((y): Vector[] => [
            [x, y, z],
            [x, y, z - 60],
          ]),
        ),
      );
    }
    case 'door': {
      const { x, z } = prop;
      const far = x + Math.sign(x) * 320;
      const panel = (points: readonly (readonly [x: number, z: number])[]) =>
        block(
          ...points.flatMap(([px, pz]): Vector[] => [
            [px, 0, pz],
            [px, 2050, pz],
          ]),
        );
      return [
        ...panel([
          [x, z - 60],
          [x, z + 60],
        ]),
        ...panel([
          [x, z + 60],
          [far, z + 60],
        ]),
      ];
    }
    case 'chair': {
      const { z, h } = prop;
      const w = 205;
      const corners = [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ] as const;
      const legs = corners.map(([i, j]) =>
        rod([i * w * 0.93, h - 20, z + j * 200], [i * w * 0.93, 0, z + j * 200], 16),
      );
      const posts = [-1, 1].map((i) => rod([i * w * 0.92, h, z - 205], [i * w * 0.88, h + 420, z - 250], 16));
      const rest = [-1, 1].flatMap((i): Vector[] => [
        [i * w * 0.9, h + 250, z - 236],
        [i * w * 0.88, h + 440, z - 254],
      ]);
      const seat = corners.flatMap(([i, j]): Vector[] => [
        [i * w, h, z + j * 215],
        [i * w, h - 36, z + j * 215],
      ]);
      return [...legs, ...posts, ...block(...rest), ...block(...seat)];
    }
    case 'desk': {
      const { y, z0, z1, screenZ, screenTop } = prop;
      const top = [-420, 420].flatMap((x) =>
        [z0, z1].flatMap((z): Vector[] => [
          [x, y, z],
          [x, y - 34, z],
        ]),
      );
      const screen = [-300, 300].flatMap((x) =>
        [0, 34].flatMap((d): Vector[] => [
          [x, screenTop, screenZ + d],
          [x, screenTop - 380, screenZ + 30 + d],
        ]),
      );
      return [
        rod([0, 0, z1 - 120], [0, y, z1 - 120], 26),
        rod([0, y, screenZ + 60], [0, screenTop - 250, screenZ + 50], 22),
        ...block(...top),
        { tone: 'prop-line', d: areaOf(hull(seen(screen))), opacity: 0.75 },
      ];
    }
    case 'ball':
      return [{ tone: 'tool', d: round(seenAt(camera, placeOf(stance, [prop.on, prop.at])), prop.r) }];
    case 'roller': {
      const { x0, x1, y, z, r } = prop;
      const rims = [x0, x1].flatMap((x) => CIRCLE.map(([u, v]): Vector => [x, y + r * v, z + r * u]));
      return [{ tone: 'tool', d: areaOf(hull(seen(rims))), opacity: 0.9 }];
    }
    case 'pack': {
      const { on, at, a, b, bulge } = prop;
      const rim = CIRCLE.map(([u, v]) => placeOf(stance, [on, add(at, [a * u, b * v, bulge * u * u])]));
      return [{ tone: prop.look ?? 'warm', d: areaOf(hull(seen(rim))), opacity: 0.88 }];
    }
    case 'band': {
      const held = prop.through.map((anchor) => placeOf(stance, anchor));
      return [{ tone: 'tool', d: bent(seen(held)), width: prop.width ?? 16 }];
    }
    case 'touch':
      return [];
    case 'box': {
      if (prop.look === undefined) return block(...corners(prop));
      const d = areaOf(hull(seen(corners(prop))));
      if (prop.look === 'soft')
        return [
          { tone: 'soft', d },
          { tone: 'prop-line', d, width: 3, opacity: 0.4 },
        ];
      return [{ tone: prop.look, d, ...(prop.look === 'water' && { opacity: 0.42 }) }];
    }
    case 'rod': {
      const d = lineOf(seen([prop.from, prop.to]));
      return prop.look === 'water'
        ? [{ tone: 'water', d, width: prop.width, opacity: 0.6 }]
        : [rod(prop.from, prop.to, prop.width)];
    }
    case 'wheel': {
      const rim = CIRCLE.map(([u, v]) => add(prop.at, [0, prop.r * v, prop.r * u]));
      return [{ tone: 'prop-line', d: areaOf(seen(rim)), width: 18, opacity: 0.75 }];
    }
    case 'helper': {
      const hand = placeOf(stance, [prop.on, prop.at]);
      const [near, far] = [add(hand, scale(prop.from, 0.3)), add(hand, prop.from)];
      const part = (points: readonly (readonly [Vector, number])[]) =>
        areaOf(
          hull(
            points.flatMap(([at, r]) =>
              CIRCLE.map(([u, v]): Flat => {
                const [x, y] = seenAt(camera, at);
                return [x + r * u, y + r * v];
              }),
            ),
          ),
        );
      const d =
        part([
          [hand, 24],
          [near, 42],
        ]) +
        part([
          [near, 36],
          [far, 56],
        ]);
      return [
        { tone: 'halo', d, width: 10 },
        { tone: 'helper', d },
      ];
    }
  }
}
