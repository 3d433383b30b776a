// The offline copy of the app. One cache per build; answers from it first and never asks another origin.
// It shows reminders, too: the server sends a tag, what it means was left in a cache of its own by ports/push.ts.
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
  // What the server says is asked of the server.
  const isApp = url.origin === self.location.origin && !url.pathname.startsWith('/api/');
  if (request.method !== 'GET' || !isApp) return;
  const isRoom = request.mode === 'navigate' && !url.pathname.slice(1).includes('.');
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(isRoom ? '/' : request, { ignoreSearch: isRoom, ignoreVary: true }))
      .then((kept) => kept ?? fetch(request)),
  );
});

self.addEventListener('push', (event) => {
  event.waitUntil(remind(event.data ? event.data.text() : ''));
});

async function remind(tag) {
  const kept = await caches
    .open('reminders')
    .then((cache) => cache.match('/reminders'))
    .then((answer) => (answer ? answer.json() : {}))
    .catch(() => ({}));
  const { title = 'Unknot', body = '', path = '/' } = kept[tag] ?? kept[''] ?? {};
  await self.registration.showNotification(title, { body, tag: path, icon: '/icon-192.png', data: { path } });
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { data, tag } = event.notification;
  event.waitUntil(goTo(data?.path ?? (tag === 'break' ? '/desk' : '/')));
});

/** To the window that is there already, else a new one. A session that plays is not taken away from anybody. */
async function goTo(path) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const at = (client) => new URL(client.url).pathname;
  const there = windows.find((client) => at(client) === new URL(path, self.location.origin).pathname);
  const playing = windows.find((client) => at(client) === '/session');
  const [any] = windows;
  const window = there ?? playing ?? any;
  if (!window) return self.clients.openWindow(path);
  await window.focus().catch(() => undefined);
  if (!there && !playing) await window.navigate(path);
}
