// A fibre without its ends, so that strands of light fade out before the tendon does. All strands of a muscle can then be
// one path: a dash pattern would need an element for each of them, and a hundred elements make a finger wait.

/**
 * @param d     an SVG path of one `M` and relative cubics `c`, as the atlas writes fibres
 * @param ends  share of its parameter cut off at each end, 0 to below 0.5
 */
export function shortened(d: string, ends: number): string {
  const numbers = d.match(/-?(?:\d+\.?\d*|\.\d+)/g)?.map(Number) ?? [];
  const [x0 = 0, y0 = 0] = numbers;
  const segments = (numbers.length - 2) / 6;
  if (segments < 1 || !Number.isInteger(segments)) throw new Error(`a fibre must be a path of cubics, got ${d}`);
  const from = ends * segments;
  const to = segments - from;
  let [x, y] = [x0, y0];
  let out = '';
  for (let s = 0; s < segments; s++) {
    const at = (k: number) => [x + (numbers[2 + 6 * s + k] as number), y + (numbers[3 + 6 * s + k] as number)] as const;
    const curve = [[x, y], at(0), at(2), at(4)] as const;
    [x, y] = curve[3];
    if (s + 1 <= from || s >= to) continue;
    const [a, b, c, e] = part(curve, Math.max(0, from - s), Math.min(1, to - s));
    out += `${out ? '' : `M${a}`}C${b} ${c} ${e}`;
  }
  return out;
}

type Point = readonly [x: number, y: number];
type Cubic = readonly [Point, Point, Point, Point];

/** The piece of a cubic between two parameters, as written points (its blossom at from and to). */
function part(curve: Cubic, from: number, to: number): readonly [string, string, string, string] {
  const blossom = (r: number, s: number, t: number): string => {
    const along = ([ax, ay]: Point, [bx, by]: Point, k: number): Point => [ax + (bx - ax) * k, ay + (by - ay) * k];
    const [p, q, u] = [along(curve[0], curve[1], r), along(curve[1], curve[2], r), along(curve[2], curve[3], r)];
    const [fx, fy] = along(along(p, q, s), along(q, u, s), t);
    return `${fx.toFixed(1)} ${fy.toFixed(1)}`;
  };
  return [blossom(from, from, from), blossom(from, from, to), blossom(from, to, to), blossom(to, to, to)];
}
