// Where it hurt, drawing after drawing, near enough to see it: the picture is cut to what was ever painted on that side of the
// body, and stays there while the slider moves.

import { decodeDrawing, fieldOf, type PainDrawing } from '@unknot/atlas/drawing';
import type { ViewId } from '@unknot/atlas/frame';
import { type Redraw, redraw } from '@unknot/engine/outcome';
import type { DrawingRecord } from '@unknot/journal/project';
import { useMemo, useState } from 'preact/hooks';
import { BodyFigure } from '../../parts/BodyFigure.tsx';
import { Segments } from '../../parts/Choice.tsx';
import { type Frame, framesOf } from '../../parts/painted-frames.ts';
import { useLoaded } from '../../parts/useLoaded.ts';
import { shortDay } from '../../parts/when.ts';
import { type Body, loadBody } from '../../ports/atlas.ts';
import { trendTexts } from '../../texts/trends.ts';

const t = trendTexts.body;

/** More steps than this are too fine for a thumb. The first always stays, to compare with. */
const MOST_DRAWINGS = 40;
interface Kept {
  readonly id: string;
  readonly at: number;
  readonly drawing: PainDrawing;
}

interface Measured extends Kept {
  /** Beside the first drawing; null: it is the first. */
  readonly change: Redraw['kind'] | null;
}

interface Over {
  readonly drawings: readonly Measured[];
  /** Room for all that was ever painted. */
  readonly frames: readonly Frame[];
}

export function BodyOverTime({ drawings }: { drawings: readonly DrawingRecord[] }) {
  const body = useLoaded(loadBody);
  const over = useMemo(
    () => (body.kind === 'ready' ? overTime(body.value, kept(drawings)) : null),
    [body.kind, drawings],
  );
  return (
    <section class="card stack body-over-time" aria-labelledby="progress-where">
      <h2 id="progress-where">{t.title}</h2>
      {over && over.frames.length > 0 ? <Slider over={over} /> : <div class="stage" />}
      <a class="btn" href="/body">
        {t.repaint}
      </a>
    </section>
  );
}

function Slider({ over: { drawings, frames } }: { over: Over }) {
  const [at, setAt] = useState(drawings.length - 1);
  const [chosen, setChosen] = useState<ViewId | null>(null);
  const shown = drawings[Math.min(at, drawings.length - 1)];
  const frame = frames.find(({ view }) => view === chosen) ?? frames[0];
  if (!shown || !frame) return null;
  const date = shortDay(shown.at);
  const words = shown.change === null ? t.first : t.change[shown.change];
  return (
    <>
      {frames.length > 1 && (
        <Segments
          label={t.views}
          options={frames.map(({ view }) => view)}
          words={(view) => t.view[view]}
          chosen={frame.view}
          onChosen={setChosen}
        />
      )}
      <div class="stage">
        <BodyFigure view={frame.view} drawing={shown.drawing} box={frame.box} label={t.label(date)} />
      </div>
      <div class="stack tight">
        <p class="row between">
          <b>{date}</b>
          {drawings.length > 1 && <span class="small muted num">{t.of(at + 1, drawings.length)}</span>}
        </p>
        {drawings.length > 1 ? (
          <input
            type="range"
            class="slider"
            min={0}
            max={drawings.length - 1}
            value={at}
            aria-label={t.slider}
            aria-valuetext={`${date}. ${words}`}
            onInput={(event) => setAt(event.currentTarget.valueAsNumber)}
          />
        ) : null}
        <p class="small muted">{drawings.length > 1 ? words : t.only}</p>
      </div>
    </>
  );
}

function kept(records: readonly DrawingRecord[]): Kept[] {
  const all = records.flatMap(({ drawingId, savedAt, encoded }) => {
    const decoded = decodeDrawing(encoded);
    return decoded.kind === 'ok' ? [{ id: drawingId, at: savedAt, drawing: decoded.drawing }] : [];
  });
  const sorted = all.sort((a, b) => a.at - b.at);
  return sorted.length <= MOST_DRAWINGS ? sorted : [...sorted.slice(0, 1), ...sorted.slice(1 - MOST_DRAWINGS)];
}

/** Measures every drawing once. */
function overTime({ map }: Body, drawings: readonly Kept[]): Over {
  const fields = drawings.map(({ drawing }) => fieldOf(drawing, map));
  const first = fields[0];
  return {
    drawings: drawings.map((each, i) => {
      const field = fields[i];
      return { ...each, change: i === 0 || !first || !field ? null : redraw(first, field).kind };
    }),
    frames: framesOf(fields),
  };
}
