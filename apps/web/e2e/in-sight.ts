// What cannot be read or reached on a screen: words beside the window or cut off by their box, and controls that
// something else lies over, wherever the page is scrolled.

import type { Page } from 'playwright-core';

/** A small phone of somebody who set the letters to twice their size. */
export const LARGE_TEXT = { viewport: { width: 320, height: 568 }, letters: '200%' } as const;

/** Sets how large letters are, as a browser's own setting does; empty is the usual size. */
export const setLetters = (page: Page, size: string): Promise<void> =>
  page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
  }, size);

/** One line for each thing that is out of sight or out of reach, in the size the page has. */
export function outOfSight(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.classList} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 50)}"`;
    const isShown = (element: Element) =>
      !element.closest('.only-heard, .skip') &&
      element.getBoundingClientRect().width > 1 &&
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const isScrolled = (element: Element) => {
      for (let box: Element | null = element; box && box !== document.documentElement; box = box.parentElement)
        if (/auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth) return true;
      return false;
    };
    const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';

    const wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) found.add(`the page is ${wide} px wide`);

    for (const element of document.querySelectorAll('body *')) {
      if (!isShown(element) || !element.textContent?.trim()) continue;
      const words = [...element.childNodes].filter((node) => node.nodeType === 3 && node.textContent?.trim());
      const lines = words.flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()];
      });
      const beside = lines.find(({ left, right }) => left < -0.5 || right > innerWidth + 0.5);
      if (beside && !isScrolled(element))
        found.add(`words from ${Math.round(beside.left)} to ${Math.round(beside.right)} px: ${nameOf(element)}`);
      // The map shows a part of the body on purpose.
      if (element instanceof SVGElement || element.matches('.map')) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      if ((cuts(overflowX) || element.matches('button, .btn')) && scrollWidth > clientWidth + 1)
        found.add(`${scrollWidth} px in a box of ${clientWidth} px: ${nameOf(element)}`);
      if (cuts(overflowY) && scrollHeight > clientHeight + 2)
        found.add(`${scrollHeight} px high in a box of ${clientHeight} px: ${nameOf(element)}`);
    }

    const before = scrollY;
    for (const element of document.querySelectorAll(
      'a[href], button:enabled, input:enabled, select, textarea, summary',
    )) {
      const target = element.closest('label') ?? element;
      if (!isShown(target)) continue;
      target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const line = target.getClientRects()[0];
      if (!line) continue;
      const there = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
      if (!there || !(target.contains(there) || there.contains(target)))
        found.add(`${nameOf(element)} lies under ${there ? nameOf(there) : 'nothing that is on the screen'}`);
    }
    scrollTo({ top: before, behavior: 'instant' });
    return [...found];
  });
}
