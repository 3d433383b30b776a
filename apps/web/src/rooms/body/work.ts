// The drawing somebody is working on, for as long as the page lives; on the device it is kept as a draft, so that a
// reload or a flat battery takes nothing away. It becomes part of the diary when it is used.

import { computed, signal } from '@preact/signals';
import {
  decodeDrawing,
  emptyDrawing,
  encodeDrawing,
  type Layer,
  type PainQuality,
  type PaintedPlace,
} from '@unknot/atlas/drawing';
import type { RegionId, Side, ViewId } from '@unknot/atlas/frame';
import type { Findings } from '@unknot/engine/case';
import type { Episode } from '@unknot/engine/inference';
import { drafts, person, record } from '../../person.ts';
import { now } from '../../ports/clock.ts';
import { tellSaved } from '../../story.ts';
import { earlierRelief } from './earlier.ts';
import { createSketch } from './sketch.ts';

export const sketch = createSketch(emptyDrawing());
/** Nothing is marked. Rooms ask this instead of the drawing, which changes with every frame of a stroke. */
export const isBlank = computed(() => sketch.drawing.value.marks.length === 0);

export const view = signal<ViewId>('posterior');
export const layer = signal<Layer>('pain');
export const rubbing = signal(false);

/** What the brush paints. Pain starts in the middle of the scale; quality is only said when somebody says it. */
export const brush = signal<{ readonly intensity: number; readonly quality?: PainQuality }>({ intensity: 5 });

/** When the hand last painted or moved the map, by the monotonic clock; no signal, because it changes all the time. */
export const handStirred = { at: Number.NEGATIVE_INFINITY };

/** What the drawing adds up to; a frame or two behind the finger. */
export const places = signal<readonly PaintedPlace[]>([]);
export const knots = signal<readonly Pick<PaintedPlace, 'region' | 'side' | 'coverage'>[]>([]);

/** What is marked in a region on the layer that is being worked on. */
export const markedAt = (region: RegionId, side: Side): Partial<PaintedPlace> | undefined =>
  (layer.value === 'knot' ? knots.value : places.value).find((place) => place.region === region && place.side === side);

/** Questions put off until the page is closed: self-tests, `region@side`, or refs of context. */
export const notNow = signal<readonly string[]>([]);

/** What makes it worse, as far as somebody said so: perpetuating factors, or movements in the words of the knowledge. */
export const context = signal<readonly string[]>([]);

/** Places that somebody said are clear. */
export const clearPlaces = signal<readonly { readonly region: RegionId; readonly side: Side }[]>([]);

/** True once the draft was looked for. */
export const workReady = signal(false);

const DRAFT = 'body-drawing';

/** A drawing that was left alone for so long belongs to another day: the next one is begun anew. Own setting. */
const STALE_MS = 12 * 3_600_000;
const SAVE_AFTER_MS = 400;

interface Draft {
  readonly drawingId: string;
  readonly at: number;
  readonly encoded: string;
  readonly context?: readonly string[];
  readonly clear?: typeof clearPlaces.value;
}

const drawingId = signal<string>(crypto.randomUUID());
let opening: Promise<void> | null = null;
let saving: ReturnType<typeof setTimeout> | undefined;

/** Brings the draft back, once per page. */
export function openWork(): Promise<void> {
  opening ??= drafts.get(DRAFT).then((text) => {
    const draft = text === null ? null : draftOf(text);
    if (draft && now() - draft.at < STALE_MS) {
      const decoded = decodeDrawing(draft.encoded);
      if (decoded.kind === 'ok') {
        drawingId.value = draft.drawingId;
        sketch.replace(decoded.drawing);
        context.value = draft.context ?? [];
        clearPlaces.value = draft.clear ?? [];
      }
    }
    workReady.value = true;
    for (const said of [sketch.drawing, context, clearPlaces])
      said.subscribe(() => {
        clearTimeout(saving);
        saving = setTimeout(keepDraft, SAVE_AFTER_MS);
      });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepDraft());
  });
  return opening;
}

function draftOf(text: string): Draft | null {
  try {
    const draft = JSON.parse(text) as Partial<Draft>;
    const whole =
      typeof draft.drawingId === 'string' && typeof draft.at === 'number' && typeof draft.encoded === 'string';
    return whole ? (draft as Draft) : null;
  } catch {
    return null;
  }
}

function keepDraft(): void {
  clearTimeout(saving);
  const draft: Draft = {
    drawingId: drawingId.value,
    at: now(),
    encoded: encodeDrawing(sketch.drawing.value),
    context: context.value,
    clear: clearPlaces.value,
  };
  void drafts.put(DRAFT, JSON.stringify(draft));
}

/** The drawing from the diary that an empty map can start from. */
export const lastDrawing = computed(() => {
  const kept = person.value.drawing;
  if (!kept || kept.drawingId === drawingId.value) return null;
  const decoded = decodeDrawing(kept.encoded);
  return decoded.kind === 'ok' && decoded.drawing.marks.length > 0
    ? { savedAt: kept.savedAt, drawing: decoded.drawing }
    : null;
});

/** Answers to self-tests that belong to this drawing. */
export const findings = computed<Findings>(() =>
  person.value.drawing?.drawingId === drawingId.value ? person.value.findings : {},
);

/** Muscles whose care brought relief before this drawing was begun. */
export const earlier = computed<readonly Episode[]>(() => {
  const { drawing } = person.value;
  const isKept = drawing?.drawingId === drawingId.value;
  return earlierRelief(person.value, isKept ? drawing.startedAt : Number.POSITIVE_INFINITY);
});

/** Writes the drawing into the diary, unless it is there as it is. Returns its id. */
export async function saveDrawing(): Promise<string> {
  const id = drawingId.value;
  const encoded = encodeDrawing(sketch.drawing.value);
  const kept = person.value.drawing;
  tellSaved(encoded);
  if (kept?.drawingId !== id || kept.encoded !== encoded) await record('drawing.saved', { drawingId: id, encoded });
  return id;
}
