// Calls back at a steady pace, also while the page is hidden.

interface Pulse {
  addEventListener(kind: 'message' | 'error', heard: () => void): void;
  postMessage(ms: number): void;
  terminate(): void;
}

const inWorker = (): Pulse => new Worker(new URL('./ticker.worker.ts', import.meta.url), { type: 'module' });

/**
 * Where no worker can run or it breaks off, the page's own timer does: hidden pages slow it down, and the session knows how
 * to be looked at rarely.
 *
 * @returns stops it
 */
export function everyFew(ms: number, act: () => void, make: () => Pulse = inWorker): () => void {
  let stop: () => void = () => undefined;
  const byPage = () => {
    stop();
    const timer = setInterval(act, ms);
    stop = () => clearInterval(timer);
  };
  try {
    const pulse = make();
    stop = () => pulse.terminate();
    pulse.addEventListener('message', act);
    pulse.addEventListener('error', byPage);
    pulse.postMessage(ms);
  } catch {
    byPage();
  }
  return () => stop();
}
