// The shading of the body is the largest thing on its first screen: fetched while the journal opens and the room arrives.
// What is only needed once somebody paints waits until it is here.

import posteriorRelief from '@unknot/atlas/data/relief/posterior.webp?url';

export function fetchBodyEarly(): void {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'image';
  link.fetchPriority = 'high';
  link.href = posteriorRelief;
  document.head.append(link);
}

/** Nothing waits longer than this for a picture. Own setting. */
const PATIENCE_MS = 1500;

let shading: Promise<void> | null = null;

/** Resolves when the shading can be drawn and a frame had time to show it; without it after a moment. */
export function shadingHere(): Promise<void> {
  shading ??= new Promise((resolve) => {
    const image = new Image();
    image.src = posteriorRelief;
    const shown = () => setTimeout(resolve, 32);
    image.decode().then(shown, shown);
    setTimeout(resolve, PATIENCE_MS);
  });
  return shading;
}
