// Vectors and rotations in the world of the figure: X to the person's left, Y up, Z forward, floor at Y = 0.

export type Vector = readonly [x: number, y: number, z: number];
/** Unit quaternion. */
export type Rotation = readonly [x: number, y: number, z: number, w: number];

export const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vector, k: number): Vector => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const mix = (a: Vector, b: Vector, t: number): Vector => add(a, scale(subtract(b, a), t));

/** The vector turned by the rotation. */
export function turned(q: Rotation, v: Vector): Vector {
  const axis: Vector = [q[0], q[1], q[2]];
  const t = scale(cross(axis, v), 2);
  return add(add(v, scale(t, q[3])), cross(axis, t));
}

/** The rotation `t` of the way from a to b, the short way round (spherical interpolation). */
export function slerp(a: Rotation, b: Rotation, t: number): Rotation {
  const cosine = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
  const angle = Math.acos(Math.min(1, Math.abs(cosine)));
  const near = angle < 0.01;
  const k = near ? 1 - t : Math.sin((1 - t) * angle) / Math.sin(angle);
  const l = (near ? t : Math.sin(t * angle) / Math.sin(angle)) * Math.sign(cosine || 1);
  const q: Rotation = [k * a[0] + l * b[0], k * a[1] + l * b[1], k * a[2] + l * b[2], k * a[3] + l * b[3]];
  const length = Math.hypot(...q);
  return [q[0] / length, q[1] / length, q[2] / length, q[3] / length];
}
