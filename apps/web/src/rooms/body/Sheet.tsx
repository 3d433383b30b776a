// What lies beside the map: a panel on wide screens, a sheet with three heights on a phone.

import { signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { bodyTexts as t } from '../../texts/body.ts';

const HEIGHTS = ['low', 'mid', 'high'] as const;
export type SheetHeight = (typeof HEIGHTS)[number];

export const sheetHeight = signal<SheetHeight>('mid');

/** Puts the focus where it came from, once that is there again. */
export const focusSoon = (id: string): void => {
  setTimeout(() => document.getElementById(id)?.focus(), 0);
};

/** A pull longer than this moves the sheet to its next height. */
const PULL_PX = 36;

export function Sheet({ children, foot }: { readonly children: ComponentChildren; readonly foot: ComponentChildren }) {
  const pulledFrom = useRef<number | null>(null);
  const wasPulled = useSignal(false);
  const step = (by: 1 | -1) => {
    const at = Math.min(2, Math.max(0, HEIGHTS.indexOf(sheetHeight.value) + by));
    sheetHeight.value = HEIGHTS[at] as SheetHeight;
  };
  return (
    <aside class="sheet" aria-label={t.sources}>
      <button
        type="button"
        class="sheet-handle"
        aria-label={sheetHeight.value === 'high' ? t.hideSheet : t.showSheet}
        onPointerDown={(event) => {
          pulledFrom.current = event.clientY;
          wasPulled.value = false;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (pulledFrom.current === null) return;
          const pulled = pulledFrom.current - event.clientY;
          if (Math.abs(pulled) < PULL_PX) return;
          step(pulled > 0 ? 1 : -1);
          pulledFrom.current = event.clientY;
          wasPulled.value = true;
        }}
        onPointerUp={() => {
          pulledFrom.current = null;
        }}
        onClick={() => {
          if (wasPulled.peek()) return;
          sheetHeight.value = sheetHeight.value === 'high' ? 'mid' : sheetHeight.value === 'low' ? 'mid' : 'high';
        }}
      />
      <div class="sheet-body">{children}</div>
      {foot}
    </aside>
  );
}
