// What a window says from afar: a dot on the icon of the installed app, and the words on its tab.

const NAME = document.title;

export function showBadge(on: boolean): void {
  if (!('setAppBadge' in navigator)) return;
  void (on ? navigator.setAppBadge(1) : navigator.clearAppBadge()).catch(() => undefined);
}

/** @param words  before the name of the app; null: the name alone */
export function showTitle(words: string | null): void {
  const title = words === null ? NAME : `${words} · ${NAME}`;
  if (document.title !== title) document.title = title;
}
