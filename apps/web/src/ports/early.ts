// The shading of the body is the largest thing on its first screen: fetched while the journal opens and the room arrives.

import posteriorRelief from '@unknot/atlas/data/relief/posterior.webp?url';

export function fetchBodyEarly(): void {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'image';
  link.fetchPriority = 'high';
  link.href = posteriorRelief;
  document.head.append(link);
}
