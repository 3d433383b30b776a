// Quiet notifications of this device. Permission is asked for on a tap only; without it the app says the same on the page.

/** `none`: this browser has none. */
export type NotifyLeave = 'granted' | 'denied' | 'default' | 'none';

export const notifyLeave = (): NotifyLeave => ('Notification' in globalThis ? Notification.permission : 'none');

/** Must be called from a tap. */
export async function askToNotify(): Promise<NotifyLeave> {
  if (!('Notification' in globalThis)) return 'none';
  return Notification.requestPermission().catch(() => 'denied' as const);
}

const shown = new Map<string, Notification>();

/**
 * Shows one notification; another one with the same tag takes its place. Makes no sound.
 *
 * @param onTap  the window is in front by then
 */
export function notify(tag: string, title: string, body: string, onTap: () => void): void {
  if (notifyLeave() !== 'granted') return;
  const how = { tag, body, silent: true, icon: '/icon-192.png' };
  try {
    const one = new Notification(title, how);
    shown.set(tag, one);
    one.addEventListener('click', () => {
      window.focus();
      one.close();
      onTap();
    });
  } catch {
    // Phones show them through the worker of the app only.
    void navigator.serviceWorker
      ?.getRegistration()
      .then((registration) => registration?.showNotification(title, how))
      .catch(() => undefined);
  }
}

export function takeNotificationBack(tag: string): void {
  shown.get(tag)?.close();
  shown.delete(tag);
  void navigator.serviceWorker
    ?.getRegistration()
    .then((registration) => registration?.getNotifications({ tag }))
    .then((found) => {
      for (const one of found ?? []) one.close();
    })
    .catch(() => undefined);
}
