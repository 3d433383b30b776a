// What fingers, pen and mouse mean on the map. One finger, the pen or the left button paints; two fingers, the wheel or
// another button move the map; two quick taps zoom. Points are pixels from the map's corner.

import type { Point } from './camera.ts';

export interface Hand {
  strokeBegins(at: Point): void;
  strokeGoesOn(points: readonly Point[]): void;
  strokeEnds(): void;
  /** It was the beginning of something else. */
  strokeTakenBack(): void;
  pinched(before: readonly [Point, Point], after: readonly [Point, Point]): void;
  panned(dx: number, dy: number): void;
  zoomed(factor: number, at: Point): void;
  /** The dabs of both taps are to be taken back; the second one never began. */
  tappedTwice(at: Point): void;
  /** A mouse or pen above the map; nothing when it left. */
  hovers(at: Point | null): void;
  /** The map begins or stops to move. */
  moving(is: boolean): void;
}

/** A finger waits this long before it paints: the second finger of a pinch comes about 50 ms after the first. */
const WAIT_MS = 70;
const STIR_PX = 4;
const TAP_MS = 260;
const TWICE_MS = 320;
const TWICE_PX = 28;
/** Silence after which the wheel counts as finished. */
const WHEEL_REST_MS = 160;

/** Buttons and sliders that lie on the map. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, input, label, .tools') !== null;

/** Listens to an element; returns what stops listening. */
export function watchHand(element: HTMLElement, hand: Hand): () => void {
  const listening = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(type: K, tell: (event: HTMLElementEventMap[K]) => void) =>
    element.addEventListener(type, tell, { signal: listening.signal, passive: false });

  const down = new Map<number, Point>();
  let doing: 'nothing' | 'waiting' | 'painting' | 'moving' = 'nothing';
  let painter = -1;
  let begunAt: Point = [0, 0];
  let begunTime = 0;
  let waited: ReturnType<typeof setTimeout> | undefined;
  let lastTap: { at: Point; time: number } | null = null;
  let wheelRest: ReturnType<typeof setTimeout> | undefined;
  let corner = { left: 0, top: 0 };

  const pointOf = (event: MouseEvent): Point => [event.clientX - corner.left, event.clientY - corner.top];
  const measure = () => {
    corner = element.getBoundingClientRect();
  };
  const isTwice = (at: Point, time: number) =>
    lastTap !== null &&
    time - lastTap.time < TWICE_MS &&
    Math.hypot(at[0] - lastTap.at[0], at[1] - lastTap.at[1]) < TWICE_PX;

  const startPainting = () => {
    clearTimeout(waited);
    if (doing !== 'waiting') return;
    doing = 'painting';
    hand.strokeBegins(begunAt);
  };

  on('pointerdown', (event) => {
    if (isControl(event.target)) return;
    measure();
    element.setPointerCapture(event.pointerId);
    const at = pointOf(event);
    const fingers = down.size;
    if (doing === 'painting' && event.pointerType === 'touch' && painterIsPen) return;
    down.set(event.pointerId, at);
    if (event.pointerType === 'mouse' && event.button !== 0) {
      doing = 'moving';
      hand.moving(true);
    } else if (fingers === 0) {
      painter = event.pointerId;
      painterIsPen = event.pointerType === 'pen';
      begunAt = at;
      begunTime = event.timeStamp;
      doing = 'waiting';
      if (!isTwice(at, event.timeStamp))
        waited = setTimeout(startPainting, event.pointerType === 'touch' ? WAIT_MS : 0);
    } else if (fingers === 1 && doing !== 'moving') {
      clearTimeout(waited);
      if (doing === 'painting') hand.strokeTakenBack();
      doing = 'moving';
      hand.moving(true);
    }
  });
  let painterIsPen = false;

  on('pointermove', (event) => {
    const before = down.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') {
        measure();
        hand.hovers(isControl(event.target) ? null : pointOf(event));
      }
      return;
    }
    const at = pointOf(event);
    if (doing === 'moving') {
      const others = [...down].filter(([id]) => id !== event.pointerId);
      const other = others[0]?.[1];
      if (other) hand.pinched([other, before], [other, at]);
      else hand.panned(at[0] - before[0], at[1] - before[1]);
      down.set(event.pointerId, at);
      return;
    }
    down.set(event.pointerId, at);
    if (event.pointerId !== painter) return;
    if (doing === 'waiting' && Math.hypot(at[0] - begunAt[0], at[1] - begunAt[1]) > STIR_PX) startPainting();
    if (event.pointerType !== 'touch') hand.hovers(at);
    if (doing !== 'painting') return;
    const all = event.getCoalescedEvents?.() ?? [];
    hand.strokeGoesOn((all.length > 0 ? all : [event]).map(pointOf));
  });

  const up = (event: PointerEvent, cancelled: boolean) => {
    if (!down.delete(event.pointerId)) return;
    if (doing === 'moving') {
      if (down.size > 0) return;
      doing = 'nothing';
      hand.moving(false);
      return;
    }
    if (event.pointerId !== painter) return;
    const at = pointOf(event);
    const isTap =
      event.timeStamp - begunTime < TAP_MS && Math.hypot(at[0] - begunAt[0], at[1] - begunAt[1]) < TWICE_PX / 2;
    if (cancelled) {
      clearTimeout(waited);
      if (doing === 'painting') hand.strokeTakenBack();
    } else if (isTap && isTwice(begunAt, begunTime)) {
      clearTimeout(waited);
      if (doing === 'painting') hand.strokeTakenBack();
      lastTap = null;
      hand.tappedTwice(at);
    } else {
      startPainting();
      hand.strokeEnds();
      lastTap = isTap ? { at, time: event.timeStamp } : null;
    }
    doing = 'nothing';
    painter = -1;
  };
  on('pointerup', (event) => up(event, false));
  on('pointercancel', (event) => up(event, true));
  on('pointerleave', () => hand.hovers(null));
  on('contextmenu', (event) => event.preventDefault());

  on('wheel', (event) => {
    event.preventDefault();
    measure();
    if (wheelRest === undefined) hand.moving(true);
    clearTimeout(wheelRest);
    wheelRest = setTimeout(() => {
      wheelRest = undefined;
      hand.moving(false);
    }, WHEEL_REST_MS);
    const line = event.deltaMode === 0 ? 1 : 16;
    const notched = event.deltaMode !== 0 || (event.deltaX === 0 && Math.abs(event.deltaY) >= 50);
    // A trackpad pinch arrives as a wheel with ctrl; a mouse wheel comes in big steps; the rest is two fingers sliding.
    if (event.ctrlKey || notched) {
      const step = Math.max(-60, Math.min(60, event.deltaY * line));
      hand.zoomed(Math.exp(-step * (event.ctrlKey && !notched ? 0.012 : 0.004)), pointOf(event));
    } else hand.panned(-event.deltaX, -event.deltaY);
  });

  return () => {
    listening.abort();
    clearTimeout(waited);
    clearTimeout(wheelRest);
  };
}
