// The offline copy and its updates. A new build waits until the person takes it.

import { signal } from '@preact/signals';

/** True while a newer build is downloaded and waits. */
export const updateWaits = signal(false);

let waiting: ServiceWorker | null = null;

export function watchForUpdate(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  void navigator.serviceWorker
    .register('/sw.js')
    .then((registration) => {
      const offer = (worker: ServiceWorker | null) => {
        if (worker?.state === 'installed' && navigator.serviceWorker.controller) {
          waiting = worker;
          updateWaits.value = true;
        }
      };
      offer(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => offer(worker));
      });
    })
    .catch(() => {
      // Without a worker (private window, plain http) the app still works online; there is nothing to tell.
    });
}

export function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage('take-over');
}
