// A step that takes the place of another: whoever works with keys or listens is led to its heading.

import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** For a heading with `tabIndex={-1}`. */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}
