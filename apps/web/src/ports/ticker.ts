// Calls back at a steady pace, also while the page is hidden.

/** @returns stops it */
export function everyFew(ms: number, act: () => void): () => void {
  const worker = new Worker(new URL('./ticker.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', act);
  worker.postMessage(ms);
  return () => worker.terminate();
}
