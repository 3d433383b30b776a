// A small window that stays on top of others, where the browser has one.

interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

const maker = (globalThis as { documentPictureInPicture?: DocumentPictureInPicture }).documentPictureInPicture;

export const canFloat = maker !== undefined;

/**
 * Opens the window with the styles of the app. Must be called from a tap.
 *
 * @param onClosed  also when the person closes it
 * @returns         where to draw, and how to close it; null when the browser would not
 */
export async function openFloating(
  { width, height }: { readonly width: number; readonly height: number },
  onClosed: () => void,
): Promise<{ readonly place: HTMLElement; readonly close: () => void } | null> {
  const floating = await maker?.requestWindow({ width, height }).catch(() => null);
  if (!floating) return null;
  const { documentElement: theirs, head, body } = floating.document;
  theirs.lang = document.documentElement.lang;
  const { theme } = document.documentElement.dataset;
  if (theme) theirs.dataset.theme = theme;
  for (const style of document.querySelectorAll('link[rel="stylesheet"], style')) head.append(style.cloneNode(true));
  floating.addEventListener('pagehide', onClosed, { once: true });
  return { place: body, close: () => floating.close() };
}
