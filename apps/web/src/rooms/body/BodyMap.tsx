// The map: the body to paint on, to move and to walk over with the keys.

import { type ReadonlySignal, type Signal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { StrokeMark } from '@unknot/atlas/drawing';
import {
  drawnView,
  type RegionId,
  type Side,
  standingView,
  type ViewBox,
  type ViewId,
  type ViewOutline,
} from '@unknot/atlas/frame';
import { type MuscleShape, muscleShape } from '@unknot/atlas/muscle';
import { regionAt, regionPath } from '@unknot/atlas/region';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { announce } from '../../parts/announce.ts';
import { Glow, type GlowOf, Plate, useHeatPalette } from '../../parts/BodyFigure.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { type Body, loadMuscles } from '../../ports/atlas.ts';
import { mono } from '../../ports/clock.ts';
import { bodyTexts as t } from '../../texts/body.ts';
import {
  brushRadius,
  type Camera,
  type Frame,
  home,
  kept,
  look,
  type Point,
  panned,
  pinched,
  toAtlas,
  zoomed,
} from './camera.ts';
import { boxOfPlaces, fitted } from './fit.ts';
import { type Hand, watchHand } from './hand.ts';
import { type HeatLayer, heatLayer } from './heat.ts';
import { KNOT_RADIUS, type Knots, knotMark, knotsIn, withoutKnotsAt } from './knots.ts';
import { toggleRegion } from './regions.ts';
import { Tools, trayOpen } from './Tools.tsx';
import { DIRECTIONS, type Direction, nearestStop, nextStop, type Stop, stopsOf } from './walk.ts';
import { brush, handStirred, layer, markedAt, rubbing, sketch, view } from './work.ts';

/** Where a muscle can send pain. */
export interface Zone {
  readonly region: RegionId;
  readonly side: Side;
  readonly often: boolean;
}

interface BodyMapProps {
  readonly outline: ViewOutline;
  /** Null until all views are laid out; then it can be painted on. */
  readonly body: Body | null;
  readonly glow: ReadonlySignal<readonly GlowOf[]>;
  readonly zones: ReadonlySignal<readonly Zone[]>;
  readonly nameOf: (region: RegionId, side: Side) => string;
}

export function BodyMap({ outline, body, glow, zones, nameOf }: BodyMapProps) {
  const seen = view.value;
  const map = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const heat = useRef<HTMLCanvasElement>(null);
  const miniHeat = useRef<HTMLCanvasElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const standing = useMemo(() => standingView(seen, outline), [seen, outline]);
  const silhouette = useMemo(() => standing.silhouette.join(''), [standing]);
  // The same object is not compared again: the plate only changes with the view.
  const plate = useMemo(() => <Plate view={seen} outline={outline} />, [seen, outline]);
  const smallPlate = useMemo(() => <Plate view={seen} outline={outline} contours={false} />, [seen, outline]);
  const frame = useSignal<Frame | null>(null);
  const camera = useCamera(frame, standing.viewBox, seen);
  const cursor = useSignal<Stop | null>(null);
  const [left, top, width, height] = standing.viewBox;

  useFrame(map, frame);
  useStage(stage, camera, frame);
  useHeat(body, heat, miniHeat);
  usePainting({ map, stage, ring, camera, frame, body, box: standing.viewBox });

  useZonesInSight({ zones, stage, camera, frame, outline, box: standing.viewBox });

  useEffect(() => {
    cursor.value = null;
  }, [seen]);

  const move = (change: (camera: Camera, frame: Frame) => Camera) => {
    if (!camera.value || !frame.value) return;
    glide(stage.current);
    camera.value = kept(change(camera.value, frame.value), frame.value, standing.viewBox);
  };
  const zoom = (factor: number) =>
    move((now, { width, height }) => zoomed(now, { width, height }, factor, [width / 2, height / 2]));
  const toggleWhole = () =>
    move((now, size) => {
      const whole = look(standing.viewBox, size, 'whole');
      return now.scale > whole.scale * 1.05 ? whole : home(seen, size);
    });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const isDone = body ? keyPressed(event, { body, cursor, camera, frame, move, zoom, toggleWhole, nameOf }) : false;
    if (isDone) event.preventDefault();
  };

  return (
    <div
      class={rubbing.value ? 'map rubbing' : 'map'}
      ref={map}
      role="application"
      aria-label={t.map(seen)}
      aria-describedby="map-help"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is walked over with the arrow keys
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <p id="map-help" class="only-heard">
        {t.mapHelp}
      </p>
      <div class="stage" ref={stage} aria-hidden="true">
        <svg
          class="stage-plate"
          style={boxStyle(standing.viewBox)}
          viewBox={standing.viewBox.join(' ')}
          aria-hidden="true"
        >
          {plate}
        </svg>
        <div class="stage-heat" style={{ clipPath: `path('${silhouette}')` }}>
          <canvas ref={heat} style={boxStyle(standing.viewBox)} />
        </div>
        <svg
          class="stage-over"
          style={boxStyle(standing.viewBox)}
          viewBox={standing.viewBox.join(' ')}
          aria-hidden="true"
        >
          <ZoneLayer outline={outline} zones={zones} />
          <GlowLayer glow={glow} />
          <KnotLayer outline={outline} />
          <CursorLayer outline={outline} cursor={cursor} />
        </svg>
      </div>
      {/* Touches end here: looking for what lies under a finger need not search the whole body. */}
      <div class="glass" aria-hidden="true" />
      <div class="brush-ring" ref={ring} aria-hidden="true" />
      {t.edges[seen].map((edge, i) => (
        <span key={edge} class={i === 0 ? 'edge-mark' : 'edge-mark right'} aria-hidden="true">
          {edge}
        </span>
      ))}
      <div class="zoom">
        <button type="button" class="iconbtn" onClick={() => zoom(1.5)} aria-label={t.zoomIn}>
          <Icon name="plus" />
        </button>
        <button type="button" class="iconbtn" onClick={() => zoom(1 / 1.5)} aria-label={t.zoomOut}>
          <Icon name="minus" />
        </button>
      </div>
      <button
        type="button"
        class="mini"
        onClick={toggleWhole}
        aria-label={t.wholeBody}
        style={{ aspectRatio: `${width} / ${height}` }}
      >
        <svg viewBox={`${left} ${top} ${width} ${height}`} aria-hidden="true">
          {smallPlate}
        </svg>
        <canvas ref={miniHeat} />
        <MiniFrame camera={camera} frame={frame} box={standing.viewBox} />
      </button>
      <Tools />
    </div>
  );
}

const boxStyle = ([left, top, width, height]: ViewBox) => ({
  left: `${left}px`,
  top: `${top}px`,
  width: `${width}px`,
  height: `${height}px`,
});

/** Camera of the map; opens on the neck and shoulders, and keeps height and nearness when the body is turned. */
function useCamera(frame: Signal<Frame | null>, box: ViewBox, seen: ViewId): Signal<Camera | null> {
  const camera = useSignal<Camera | null>(null);
  const isPlaced = useRef(false);
  useSignalEffect(() => {
    const size = frame.value;
    if (!size || size.width === 0) return;
    const now = camera.peek();
    camera.value = kept(now && isPlaced.current ? now : home(view.peek(), size), size, box);
    isPlaced.current = true;
  });
  useLayoutEffect(() => {
    const [size, now] = [frame.peek(), camera.peek()];
    if (!size || !now) return;
    const there = home(seen, size);
    camera.value = kept({ ...now, x: there.x }, size, box);
  }, [seen, box, camera, frame]);
  return camera;
}

/** The free part of the map: all of it down to the brush. */
function useFrame(map: { readonly current: HTMLElement | null }, frame: Signal<Frame | null>): void {
  useLayoutEffect(() => {
    const element = map.current;
    if (!element) return;
    const measure = () => {
      const brushTop = element.querySelector('.brush')?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
      const height = Math.min(element.clientHeight, brushTop - element.getBoundingClientRect().top);
      // On the way to another size the brush may lie above the map: then there is no free part yet.
      if (height > 0) frame.value = { width: element.clientWidth, height };
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    return () => watching.disconnect();
  }, [map, frame]);
}

/** Moves the stage with the camera, without drawing anything anew in between. */
function useStage(
  stage: { readonly current: HTMLElement | null },
  camera: Signal<Camera | null>,
  frame: Signal<Frame | null>,
): void {
  const place = () => {
    const [now, size] = [camera.value, frame.value];
    if (!now || !size || !stage.current) return;
    const mark = Math.min(1.2, Math.max(0.4, Math.round(11 / now.scale) / 10)).toFixed(1);
    if (stage.current.style.getPropertyValue('--mark') !== mark) stage.current.style.setProperty('--mark', mark);
    const dx = size.width / 2 - now.x * now.scale;
    const dy = size.height / 2 - now.y * now.scale;
    stage.current.style.transform = `translate3d(${dx.toFixed(2)}px, ${dy.toFixed(2)}px, 0) scale(${now.scale.toFixed(4)})`;
  };
  useSignalEffect(place);
  useLayoutEffect(place, []);
}

/** The next move of the stage is shown as a glide. */
function glide(stage: HTMLElement | null): void {
  if (!stage) return;
  stage.classList.add('gliding');
  setTimeout(() => stage.classList.remove('gliding'), 360);
}

interface InSight extends Pick<PaintingParts, 'stage' | 'camera' | 'frame' | 'box'> {
  readonly zones: ReadonlySignal<readonly Zone[]>;
  readonly outline: ViewOutline;
}

/** When the places of a muscle are shown, the map goes where they can be seen, and afterwards back. */
function useZonesInSight({ zones, stage, camera, frame, outline, box }: InSight): void {
  const before = useRef<Camera | null>(null);
  useSignalEffect(() => {
    const shown = zones.value;
    const [now, size] = [camera.peek(), frame.peek()];
    if (!now || !size) return;
    const area = boxOfPlaces(view.peek(), outline, shown);
    if (area) {
      before.current ??= now;
      glide(stage.current);
      camera.value = kept(fitted(before.current, size, area), size, box);
    } else if (before.current && shown.length === 0) {
      glide(stage.current);
      camera.value = before.current;
      before.current = null;
    }
  });
}

function useHeat(
  body: Body | null,
  canvas: { readonly current: HTMLCanvasElement | null },
  small: { readonly current: HTMLCanvasElement | null },
): void {
  const palette = useHeatPalette();
  const layer = useRef<HeatLayer | null>(null);
  const drawing = sketch.drawing;
  useLayoutEffect(() => {
    if (!body || !canvas.current || !small.current) return;
    layer.current = heatLayer(body.map, canvas.current, small.current);
    const idle = setTimeout(() => {
      layer.current?.warmUp(view.peek(), palette);
      // Fetched now, so that the first glow does not wait; a failure shows when it is wanted.
      loadMuscles[drawnView(view.peek())]().catch(() => undefined);
    }, WARM_UP_AFTER_MS);
    return () => {
      clearTimeout(idle);
      layer.current = null;
    };
  }, [body]);
  useLayoutEffect(() => layer.current?.show(drawing.peek(), view.peek(), palette), [body, palette]);
  useSignalEffect(() => {
    const [now, seen] = [drawing.value, view.value];
    layer.current?.show(now, seen, palette);
  });
}

/** By then the body stands on the screen, and nobody has begun to paint. */
const WARM_UP_AFTER_MS = 120;

interface PaintingParts {
  readonly map: { readonly current: HTMLElement | null };
  readonly stage: { readonly current: HTMLElement | null };
  readonly ring: { readonly current: HTMLElement | null };
  readonly camera: Signal<Camera | null>;
  readonly frame: Signal<Frame | null>;
  readonly body: Body | null;
  readonly box: ViewBox;
}

/** Finger, pen and mouse on the map. */
function usePainting(parts: PaintingParts): void {
  const latest = useRef(parts);
  latest.current = parts;
  const { map } = parts;
  useEffect(() => (map.current ? watchHand(map.current, handOf(latest)) : undefined), [map]);
}

function handOf(latest: { readonly current: PaintingParts }): Hand {
  let coming: number[] = [];
  let flushing = 0;
  let isStroke = false;
  let lastWasDab = false;

  const atlas = (at: Point): Point | null => {
    const { camera, frame } = latest.current;
    return camera.value && frame.value ? toAtlas(camera.value, frame.value, at) : null;
  };
  const aim = (change: (camera: Camera, frame: Frame) => Camera) => {
    const { camera, frame, box } = latest.current;
    if (camera.value && frame.value) camera.value = kept(change(camera.value, frame.value), frame.value, box);
  };
  const flush = () => {
    cancelAnimationFrame(flushing);
    flushing = 0;
    const points = coming;
    coming = [];
    if (isStroke && points.length > 0) sketch.extend(points);
  };
  const isOnBody = (x: number, y: number) => {
    const { body } = latest.current;
    return body !== null && regionAt(body.map[view.value], x, y) !== undefined;
  };
  const rubKnots = (x: number, y: number) => sketch.change((drawing) => withoutKnotsAt(drawing, view.value, x, y, 6));

  return {
    strokeBegins(at) {
      const point = atlas(at);
      if (!point || !latest.current.body) return;
      const [x, y] = point;
      lastWasDab = false;
      trayOpen.value = false;
      if (layer.value === 'knot') {
        if (rubbing.value) rubKnots(x, y);
        else if (isOnBody(x, y)) {
          sketch.begin(knotMark(view.value, x, y));
          lastWasDab = true;
        }
        return;
      }
      const { intensity, quality } = brush.value;
      const scale = latest.current.camera.value?.scale ?? 1;
      const stroke: StrokeMark = {
        kind: 'stroke',
        layer: 'pain',
        mode: rubbing.value ? 'erase' : 'paint',
        view: view.value,
        radius: brushRadius(scale),
        points: [x, y],
        ...(!rubbing.value && { intensity, ...(quality && { quality }) }),
      };
      sketch.begin(stroke);
      isStroke = true;
    },
    strokeGoesOn(points) {
      handStirred.at = mono();
      for (const at of points) {
        const point = atlas(at);
        if (!point) continue;
        if (layer.value === 'knot' && rubbing.value) rubKnots(...point);
        coming.push(...point);
      }
      if (isStroke && !flushing) flushing = requestAnimationFrame(flush);
    },
    strokeEnds() {
      flush();
      if (!isStroke) return;
      isStroke = false;
      const stroke = sketch.drawing.value.marks.at(-1);
      if (stroke?.kind !== 'stroke') return;
      lastWasDab = stroke.points.length <= 4;
      if (!touchesBody(stroke, isOnBody)) sketch.undo();
    },
    strokeTakenBack() {
      coming = [];
      if (isStroke || lastWasDab) sketch.undo();
      isStroke = false;
      lastWasDab = false;
    },
    pinched: (before, after) => aim((camera, frame) => pinched(camera, frame, before, after)),
    panned: (dx, dy) => aim((camera) => panned(camera, dx, dy)),
    zoomed: (factor, at) => aim((camera, frame) => zoomed(camera, frame, factor, at)),
    tappedTwice(at) {
      if (lastWasDab) sketch.undo();
      lastWasDab = false;
      glide(latest.current.stage.current);
      aim((camera, frame) => {
        const close = home(view.value, frame);
        if (camera.scale > 2.4 * close.scale) return close;
        return zoomed(camera, frame, Math.max(1.9, close.scale / camera.scale), at);
      });
    },
    hovers(at) {
      const ring = latest.current.ring.current;
      if (!ring) return;
      ring.hidden = at === null;
      const scale = latest.current.camera.value?.scale ?? 1;
      const radius = Math.round((layer.value === 'knot' ? KNOT_RADIUS : brushRadius(scale)) * scale);
      if (at) ring.style.transform = `translate3d(${at[0] - radius}px, ${at[1] - radius}px, 0)`;
      const across = `${2 * radius}px`;
      if (ring.style.width !== across) ring.style.width = ring.style.height = across;
    },
    moving(is) {
      latest.current.stage.current?.classList.toggle('moving', is);
    },
  };
}

/** A stroke beside the body is no step. */
function touchesBody({ points, radius }: StrokeMark, isOnBody: (x: number, y: number) => boolean): boolean {
  const near = radius * 0.7;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i] as number, points[i + 1] as number];
    if (
      [
        [0, 0],
        [near, 0],
        [-near, 0],
        [0, near],
        [0, -near],
      ].some(([dx, dy]) => isOnBody(x + (dx ?? 0), y + (dy ?? 0)))
    )
      return true;
  }
  return false;
}

interface KeyParts {
  readonly body: Body;
  readonly cursor: Signal<Stop | null>;
  readonly camera: Signal<Camera | null>;
  readonly frame: Signal<Frame | null>;
  readonly move: (change: (camera: Camera, frame: Frame) => Camera) => void;
  readonly zoom: (factor: number) => void;
  readonly toggleWhole: () => void;
  readonly nameOf: BodyMapProps['nameOf'];
}

/** @returns true when the key meant something here */
function keyPressed(event: KeyboardEvent, parts: KeyParts): boolean {
  const { key, shiftKey } = event;
  if (key in DIRECTIONS) {
    const direction = key as Direction;
    const [dx, dy] = DIRECTIONS[direction];
    if (shiftKey) parts.move((camera) => panned(camera, -60 * dx, -60 * dy));
    else walk(direction, parts);
    return true;
  }
  switch (key) {
    case 'Enter':
    case ' ':
      return paintHere(parts);
    case '+':
    case '=':
      parts.zoom(1.5);
      return true;
    case '-':
      parts.zoom(1 / 1.5);
      return true;
    case '0':
      parts.toggleWhole();
      return true;
    case 'Delete':
    case 'Backspace':
      sketch.undo();
      announce(t.undone);
      return true;
    case 'PageUp':
    case 'PageDown': {
      const round: readonly ViewId[] = ['posterior', 'lateral-left', 'anterior', 'lateral-right'];
      const step = key === 'PageDown' ? 1 : 3;
      view.value = round[(round.indexOf(view.value) + step) % 4] as ViewId;
      announce(t.map(view.value));
      return true;
    }
    default:
      return false;
  }
}

function walk(direction: Direction, { body, cursor, camera, frame, move, nameOf }: KeyParts): void {
  const outline = body.outlines[drawnView(view.value)];
  const stops = stopsOf(view.value, outline, body.map[view.value]);
  const middle = camera.value ?? { x: 0, y: 200 };
  const before = cursor.value;
  const next = before ? nextStop(stops, before, direction) : nearestStop(stops, middle.x, middle.y);
  if (!next) {
    announce(t.noFurther);
    return;
  }
  cursor.value = next;
  announce(t.atPlace(nameOf(next.region, next.side), paintedHere(next)));
  const size = frame.value;
  if (!size) return;
  move((now) => {
    const [far, deep] = [(size.width / now.scale) * 0.36, (size.height / now.scale) * 0.3];
    const near = (value: number, at: number, room: number) => Math.min(Math.max(value, at - room), at + room);
    return { ...now, x: near(now.x, next.x, far), y: near(now.y, next.y, deep) };
  });
}

/** What is marked at a stop, in words; empty when nothing is. */
function paintedHere({ region, side }: Stop): string {
  const marked = markedAt(region, side);
  if (!marked) return '';
  return marked.intensity === undefined ? t.marked : t.painOf(Math.round(marked.intensity));
}

function paintHere({ body, cursor, nameOf }: KeyParts): boolean {
  const stop = cursor.value;
  if (!stop) return false;
  const { region, side } = stop;
  toggleRegion(body, region, side, nameOf(region, side));
  return true;
}

/** Glowing muscles. Their shapes are fetched with the first of them. */
function GlowLayer({ glow }: { readonly glow: ReadonlySignal<readonly GlowOf[]> }) {
  const begun = useRef(false);
  begun.current ||= glow.value.length > 0;
  return begun.current ? <Glowing glow={glow} /> : null;
}

/** Those that leave fade out first. */
function Glowing({ glow: glowing }: { readonly glow: ReadonlySignal<readonly GlowOf[]> }) {
  const glow = glowing.value;
  const seen = view.value;
  const sheet = useLoaded(loadMuscles[drawnView(seen)]);
  const keyOf = ({ muscle, side }: GlowOf) => `${muscle} ${side}`;
  const shapes = useMemo(() => new Map<string, MuscleShape | undefined>(), [sheet, seen]);
  const [leaving, setLeaving] = useState<readonly GlowOf[]>([]);
  const before = useRef<readonly GlowOf[]>([]);
  const key = glow.map(keyOf).join();
  useEffect(() => {
    const gone = before.current.filter((old) => !glow.some((now) => keyOf(now) === keyOf(old)));
    before.current = glow;
    setLeaving(gone.map((old) => ({ ...old, strength: 0 })));
    const timer = setTimeout(() => setLeaving([]), 360);
    return () => clearTimeout(timer);
  }, [key]);
  if (sheet.kind !== 'ready' || sheet.value.view !== drawnView(seen)) return null;
  const staying = leaving.filter((old) => !glow.some((now) => keyOf(now) === keyOf(old)));
  return (
    <>
      {[...staying, ...[...glow].reverse()].map((one) => {
        if (!shapes.has(keyOf(one))) shapes.set(keyOf(one), muscleShape(sheet.value, seen, one.muscle, one.side));
        const shape = shapes.get(keyOf(one));
        if (!shape) return null;
        return (
          <Glow
            key={keyOf(one) + seen}
            shape={shape}
            strength={one.strength ?? 1}
            {...(one.points && { points: one.points })}
          />
        );
      })}
    </>
  );
}

/** Where the chosen muscle can send pain, as dots. */
function ZoneLayer({
  outline,
  zones: shown,
}: {
  readonly outline: ViewOutline;
  readonly zones: ReadonlySignal<readonly Zone[]>;
}) {
  const id = useId();
  const zones = shown.value;
  if (zones.length === 0) return null;
  const paths = (often: boolean) =>
    zones
      .filter((zone) => zone.often === often)
      .flatMap(({ region, side }) => regionPath(view.value, outline, region, side));
  return (
    <g class="zones">
      <pattern id={`${id}often`} width="7" height="7" patternUnits="userSpaceOnUse">
        <circle cx="2" cy="2" r="1.6" />
        <circle cx="5.5" cy="5.5" r="1.6" />
      </pattern>
      <pattern id={`${id}seldom`} width="11" height="11" patternUnits="userSpaceOnUse">
        <circle cx="4" cy="4" r="1.3" />
      </pattern>
      <path class="zone" fill-rule="evenodd" d={paths(false).join('')} fill={`url(#${id}seldom)`} />
      <path class="zone often" fill-rule="evenodd" d={paths(true).join('')} fill={`url(#${id}often)`} />
    </g>
  );
}

/** Knots as rings. */
function KnotLayer({ outline }: { readonly outline: ViewOutline }) {
  const seen = view.value;
  // Only the marks of knots: pain that is being painted must not draw the rings anew in every frame.
  const told = useComputed(() => JSON.stringify(knotsIn(sketch.drawing.value))).value;
  const { spots, named }: Knots = useMemo(() => JSON.parse(told), [told]);
  const rings = [
    ...spots.filter((spot) => spot.view === seen),
    ...named.flatMap(({ region, side }) => {
      const here = outline.regions.find(({ id }) => id === region);
      const path = regionPath(seen, outline, region, side);
      if (!here || path.length === 0) return [];
      const turned = path[0]?.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
      const onLeft = (turned[0] ?? 0) < 0;
      const x = side === 'midline' && outline.half ? 0 : Math.abs(here.centre[0]) * (onLeft ? -1 : 1);
      return [{ x, y: here.centre[1], radius: KNOT_RADIUS }];
    }),
  ];
  return (
    <g class="knots">
      {rings.map(({ x, y, radius }) => (
        <g key={`${x} ${y}`}>
          <circle class="knot-back" cx={x} cy={y} r={radius - 2} />
          <circle class="knot-ring" cx={x} cy={y} r={radius - 2} />
          <circle class="knot-core" cx={x} cy={y} r={2.6} />
        </g>
      ))}
    </g>
  );
}

/** The place that the keys are on. */
function CursorLayer({ outline, cursor }: { readonly outline: ViewOutline; readonly cursor: Signal<Stop | null> }) {
  const stop = cursor.value;
  if (!stop) return null;
  const d = regionPath(view.value, outline, stop.region, stop.side).join('');
  return (
    <g class="cursor">
      <path d={d} />
      <path d={d} />
    </g>
  );
}

/** The part that the map shows, on the small figure. */
function MiniFrame({
  camera,
  frame,
  box,
}: {
  readonly camera: Signal<Camera | null>;
  readonly frame: Signal<Frame | null>;
  readonly box: ViewBox;
}) {
  const rect = useRef<SVGRectElement>(null);
  useSignalEffect(() => {
    const [now, size] = [camera.value, frame.value];
    if (!now || !size || !rect.current) return;
    const [wide, high] = [size.width / now.scale, size.height / now.scale];
    const set = (name: string, value: number) => rect.current?.setAttribute(name, value.toFixed(1));
    set('x', now.x - wide / 2);
    set('y', now.y - high / 2);
    set('width', wide);
    set('height', high);
  });
  return (
    <svg class="mini-frame" viewBox={box.join(' ')} aria-hidden="true">
      <rect ref={rect} rx="24" />
    </svg>
  );
}
