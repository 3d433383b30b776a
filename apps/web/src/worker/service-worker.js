// The offline copy of the app. One cache per build; answers from it first and never asks another origin.
// A new build waits until the person takes it (message `take-over`), so nothing changes in mid-session.

const BUILD = '__BUILD__';
const FILES = ['__FILES__'];
const CACHE = `unknot-${BUILD}`;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(FILES.map((url) => new Request(url, { cache: 'reload' })))),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith('unknot-') && name !== CACHE).map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const isRoom = request.mode === 'navigate' && !url.pathname.slice(1).includes('.');
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(isRoom ? '/' : request, { ignoreSearch: isRoom, ignoreVary: true }))
      .then((kept) => kept ?? fetch(request)),
  );
});
