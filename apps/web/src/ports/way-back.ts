// A room begins at its top; the way back leads to the spot where it was left, also while it is still being loaded.

/** So long a room may take to become as tall as it was. Own setting. */
const PATIENCE_MS = 1500;

const left = new Map<string, number>();
let here = location.pathname;
let spot = 0;
let frame = 0;

const letGo = () => cancelAnimationFrame(frame);

history.scrollRestoration = 'manual';
addEventListener('scroll', () => left.set(location.pathname, scrollY), { passive: true });
addEventListener('popstate', () => {
  if (location.pathname !== here) spot = left.get(location.pathname) ?? 0;
});
for (const hand of ['wheel', 'touchstart', 'keydown'] as const) addEventListener(hand, letGo, { passive: true });

/** Another room is on the screen. */
export function arriveAt(path: string): void {
  const y = spot;
  const since = performance.now();
  here = path;
  spot = 0;
  const step = (time: number) => {
    scrollTo(0, y);
    if (scrollY < y - 1 && time - since < PATIENCE_MS) frame = requestAnimationFrame(step);
  };
  letGo();
  step(since);
}
