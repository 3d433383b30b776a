// A square code drawn here: what it holds is seen by nobody but the camera before it.

import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';

/** Light edge that cameras need around the code, in squares. */
const EDGE = 4;

export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => {
    const { data, size: squares } = encode(text, { ecc: 'M', border: EDGE });
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: dark.join(''), size: squares };
  }, [text]);
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
