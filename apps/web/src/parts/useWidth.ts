// The width a picture has on this screen, so that its words keep their size.

import { useEffect, useRef, useState } from 'preact/hooks';

/** @param first  pixels, until the page is laid out */
export function useWidth<T extends HTMLElement>(first: number) {
  const box = useRef<T>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(240, Math.round(entry.contentRect.width))),
    );
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return { box, width };
}
