// What a window says from afar: a dot on the icon of the installed app, and the words on its tab.

const NAME = document.title;

let room: string | null = null;
let page: string | null = null;
let news: string | null = null;

export function showBadge(on: boolean): void {
  if (!('setAppBadge' in navigator)) return;
  void (on ? navigator.setAppBadge(1) : navigator.clearAppBadge()).catch(() => undefined);
}

/** @param name  of the room that is shown; it stands on the tab while there is no news */
export function showRoom(name: string | null): void {
  room = name;
  write();
}

/** @param name  of a page inside the room; it stands before the room's own; null: the room itself */
export function showPage(name: string | null): void {
  page = name;
  write();
}

/** @param words  news that stands on the tab instead of the room; null: none */
export function showTitle(words: string | null): void {
  news = words;
  write();
}

function write(): void {
  const words = news ?? page ?? room;
  const title = words === null ? NAME : `${words} · ${NAME}`;
  if (document.title !== title) document.title = title;
}
