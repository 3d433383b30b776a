// The flesh on the bones: each body part is a chain of ellipsoids (flat discs for the trunk), joined two by two by
// their convex hulls. Seen from far away an ellipsoid is an ellipse, so a part is drawn from a few dozen points.

import type { Joint, Stance } from './pose.ts';
import { add, type Rotation, slerp, turned, type Vector } from './turn.ts';

export interface Solid {
  readonly centre: Vector;
  readonly rot: Rotation;
  /** Half axes; a disc has y = 0. */
  readonly radii: Vector;
}

type PartId = 'torso' | 'head' | 'armL' | 'armR' | 'legL' | 'legR';

export interface BodyPart {
  readonly id: PartId;
  readonly solids: readonly Solid[];
  /** Pairs of solids that are joined, by their numbers. */
  readonly links: readonly (readonly [number, number])[];
  /** Links from this one on are set off against what is behind; the ones before melt into the trunk. */
  readonly rootLinks: number;
  /** Joints whose mean distance from the viewer says how near the part is. */
  readonly depthOf: readonly Joint[];
}

/** The six parts of the body, trunk first. */
export function bodyParts(stance: Stance): BodyPart[] {
  return [torso(stance), head(stance), arm(stance, 'L'), leg(stance, 'L'), arm(stance, 'R'), leg(stance, 'R')];
}

type Letter = 'L' | 'R';

/** A solid at an offset from a joint, turned like that joint or like another one. */
const solid = (
  { at, rot }: Stance,
  joint: Joint,
  offset: Vector,
  radii: number | Vector,
  like: Joint = joint,
): Solid => ({
  centre: add(at[joint], turned(rot[like], offset)),
  rot: rot[like],
  radii: typeof radii === 'number' ? [radii, radii, radii] : radii,
});
const disc = (stance: Stance, joint: Joint, offset: Vector, x: number, z: number, like: Joint = joint) =>
  solid(stance, joint, offset, [x, 0, z], like);

const chain = (solids: readonly Solid[], first = 0): [number, number][] =>
  solids.slice(1).map((_, i) => [first + i, first + i + 1]);

function torso(stance: Stance): BodyPart {
  const trunk = smooth(
    [
      disc(stance, 'pelvis', [0, -62, -10], 120, 80),
      disc(stance, 'pelvis', [0, 0, -8], 166, 108),
      disc(stance, 'pelvis', [0, 74, -8], 154, 102),
      disc(stance, 'spine', [0, 0, -2], 135, 90),
      disc(stance, 'spine', [0, 120, 2], 143, 102),
      disc(stance, 'chest', [0, -10, 4], 156, 112),
      disc(stance, 'chest', [0, 80, 2], 160, 106),
      disc(stance, 'chest', [0, 140, -8], 118, 78),
      disc(stance, 'neck', [0, -4, -6], 66, 62, 'chest'),
      disc(stance, 'neck', [0, 40, -1], 56, 58),
      disc(stance, 'neck', [0, 88, 5], 54, 58),
    ],
    3,
  );
  const solids = [...trunk];
  const links = chain(trunk);
  // Shoulder girdle: the slope from the neck to the shoulder, and from the shoulder to the chest.
  for (const [letter, m] of [
    ['L', 1],
    ['R', -1],
  ] as const) {
    const k = solids.length;
    solids.push(
      solid(stance, 'neck', [m * 26, 22, -14], [34, 34, 40], 'chest'),
      solid(stance, `shoulder${letter}`, [m * -4, -4, 0], [50, 50, 52], 'chest'),
      solid(stance, 'chest', [m * 96, 10, -2], [62, 70, 92]),
    );
    links.push([k, k + 1], [k + 1, k + 2]);
  }
  return { id: 'torso', solids, links, rootLinks: links.length, depthOf: ['chest', 'pelvis', 'spine'] };
}

function head(stance: Stance): BodyPart {
  const at = (offset: Vector, radii: Vector) => solid(stance, 'head', offset, radii);
  return {
    id: 'head',
    solids: [
      at([0, 96, 0], [74, 78, 92]),
      at([0, 10, -6], [50, 36, 48]),
      at([0, 22, 54], [38, 36, 36]),
      at([0, 96, 60], [48, 44, 34]),
      at([0, 52, 92], [9, 15, 17]),
    ],
    links: [
      [0, 1],
      [0, 2],
      [1, 2],
      [0, 3],
      [3, 2],
      [3, 4],
    ],
    rootLinks: 1,
    depthOf: ['head', 'crown'],
  };
}

function arm(stance: Stance, letter: Letter): BodyPart {
  const [shoulder, elbow, wrist, hand] = [
    `shoulder${letter}`,
    `elbow${letter}`,
    `wrist${letter}`,
    `hand${letter}`,
  ] as const;
  const m = letter === 'L' ? 1 : -1;
  const limb = smooth(
    [
      solid(stance, shoulder, [0, 2, 0], 52),
      solid(stance, shoulder, [0, -80, 2], [53, 50, 52]),
      solid(stance, shoulder, [0, -190, 4], [44, 44, 47]),
      solid(stance, elbow, [0, 4, 0], 39),
      solid(stance, elbow, [0, -70, 2], [44, 43, 41]),
      solid(stance, elbow, [0, -160, 0], [34, 34, 31]),
      solid(stance, wrist, [0, 4, 0], [27, 26, 22], elbow),
    ],
    3,
  );
  const palm = smooth(
    [
      solid(stance, wrist, [0, 4, 0], [27, 24, 22], elbow),
      solid(stance, wrist, [0, -56, 0], [38, 26, 17]),
      solid(stance, wrist, [0, -104, 3], [37, 20, 15]),
      solid(stance, wrist, [0, -166, 8], [24, 13, 10]),
    ],
    2,
  );
  const thumb = [solid(stance, wrist, [m * -24, -32, 6], 15), solid(stance, wrist, [m * -47, -86, 14], 10)];
  return {
    id: `arm${letter}`,
    solids: [...limb, ...palm, ...thumb],
    links: [...chain(limb), ...chain(palm, limb.length), ...chain(thumb, limb.length + palm.length)],
    rootLinks: 5,
    depthOf: [elbow, wrist, hand],
  };
}

function leg(stance: Stance, letter: Letter): BodyPart {
  const [hip, knee, ankle] = [`hip${letter}`, `knee${letter}`, `ankle${letter}`] as const;
  const limb = smooth(
    [
      solid(stance, hip, [0, -10, -6], [84, 84, 96]),
      solid(stance, hip, [0, -120, 2], [82, 76, 90]),
      solid(stance, hip, [0, -270, 6], [65, 62, 72]),
      solid(stance, knee, [0, 6, 3], [53, 52, 58], hip),
      solid(stance, knee, [0, -110, -11], [56, 58, 58]),
      solid(stance, knee, [0, -250, -6], [43, 48, 44]),
      solid(stance, ankle, [0, 24, -3], [34, 36, 38], knee),
    ],
    3,
  );
  const foot = [
    solid(stance, ankle, [0, -2, -6], [34, 34, 40]),
    solid(stance, ankle, [0, -46, -36], [30, 28, 34]),
    solid(stance, ankle, [0, -52, 104], [42, 22, 36]),
    solid(stance, ankle, [0, -62, 166], [35, 12, 26]),
  ];
  const f = limb.length;
  return {
    id: `leg${letter}`,
    solids: [...limb, ...foot],
    links: [...chain(limb), [f - 1, f], [f, f + 1], [f, f + 2], [f + 1, f + 2], [f + 2, f + 3]],
    rootLinks: 6,
    depthOf: [knee, ankle],
  };
}

/** `between` steps from each solid to the next along Catmull-Rom curves, so that limbs and trunk have no corners. */
function smooth(solids: readonly Solid[], between: number): Solid[] {
  const at = (i: number) => solids[Math.max(0, Math.min(solids.length - 1, i))] as Solid;
  const smoothed: Solid[] = [];
  for (let i = 0; i < solids.length - 1; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let k = 0; k < between; k++) {
      const t = k / between;
      smoothed.push({
        centre: curve(a.centre, b.centre, c.centre, d.centre, t),
        radii: curve(a.radii, b.radii, c.radii, d.radii, t),
        rot: slerp(b.rot, c.rot, t),
      });
    }
  }
  return [...smoothed, at(solids.length - 1)];
}

function curve(a: Vector, b: Vector, c: Vector, d: Vector, t: number): Vector {
  const along = (i: 0 | 1 | 2) =>
    0.5 *
    (2 * b[i] +
      (c[i] - a[i]) * t +
      (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t * t +
      (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t * t * t);
  return [along(0), along(1), along(2)];
}
