// The frame every drawing lives in: four views of one standing figure, in atlas units.
//
// Units: the figure is 1750 tall, about a millimetre for a person of 1.75 m. Origin at the top of the head on the
// midline (lateral: on the plumb line through the ear), x to the viewer's right, y down. Posterior x > 0 is the
// person's right, anterior x > 0 the person's left, the left lateral view faces −x. Half-figure data is mirrored by
// negating x; `lateral-right` is `lateral-left` mirrored.

import edition from '../../data/edition.json' with { type: 'json' };

/** Left and right are always the person's own. */
export type Side = 'left' | 'right' | 'midline';

/** The side of something that comes in pairs. */
export type PairedSide = Exclude<Side, 'midline'>;

export const VIEWS = ['posterior', 'anterior', 'lateral-left', 'lateral-right'] as const;
export type ViewId = (typeof VIEWS)[number];

/** Body-surface region of the knowledge base, for example `neck-angle`. */
export type RegionId = string;

/** Muscle of the knowledge base, for example `levator-scapulae`. */
export type MuscleId = string;

/** Trigger point of the knowledge base, for example `trapezius-upper-tp1`. */
export type TriggerPointId = string;

export const otherSide = (side: PairedSide): PairedSide => (side === 'left' ? 'right' : 'left');

/** The views that are drawn in the data; the right side is the left side mirrored. */
export type DrawnViewId = Exclude<ViewId, 'lateral-right'>;

/** Edition of the atlas data; every stored drawing carries the one it was painted on. */
export const ATLAS_EDITION: string = edition.edition;

/** `data/views/<view>.json`: everything needed to show a view and to paint on it, in the half that is drawn. */
export interface ViewOutline {
  readonly edition: string;
  readonly view: DrawnViewId;
  /** Left, top, width, height in atlas units. */
  readonly viewBox: ViewBox;
  /** Front and back: the half of the person that is drawn; the other half is its mirror image. */
  readonly half?: PairedSide;
  /** Lateral: the side of the person that is seen. */
  readonly side?: PairedSide;
  /** Closed SVG paths; in the lateral view the trunk, then the near arm that covers it. */
  readonly silhouette: readonly string[];
  readonly contours: {
    readonly single: readonly ContourLine[];
    readonly mirrored?: readonly ContourLine[];
    readonly nearArm?: readonly ContourLine[];
  };
  /** File in `data/relief`: shading around mid grey that fills the view box, for `hard-light` blending. */
  readonly relief: string;
  readonly regions: readonly RegionOutline[];
}

export type ViewBox = readonly [left: number, top: number, width: number, height: number];

export interface ContourLine {
  readonly id: string;
  /** 1 faint, 2 middle, 3 strong. */
  readonly weight: number;
  /** SVG path data. */
  readonly d: string;
}

export interface RegionOutline {
  readonly id: RegionId;
  /** `midline` regions span both halves. */
  readonly side: Side;
  /** Area seen in this view as a share of the largest area seen in any view, 0–1. */
  readonly shown: number;
  readonly centre: readonly [x: number, y: number];
  /** Flat x, y lists, filled even-odd. */
  readonly rings: readonly (readonly number[])[];
}

/** The outlines of all views, by view. */
export type ViewOutlines = Readonly<Record<DrawnViewId, ViewOutline>>;

/** A view ready to draw: mirrored halves are written out, so nobody above needs to know about halves. */
export interface StandingView {
  readonly viewBox: ViewBox;
  readonly silhouette: readonly string[];
  readonly contours: readonly ContourLine[];
  readonly relief: string;
  /** The relief image must be shown with x negated. */
  readonly reliefMirrored: boolean;
}

/** The drawn view a view is taken from. */
export const drawnView = (view: ViewId): DrawnViewId => (view === 'lateral-right' ? 'lateral-left' : view);

/** The view that shows the other side of the body at the same places; front and back are their own mirror. */
export function mirrorOf(view: ViewId): ViewId {
  if (view === 'lateral-left') return 'lateral-right';
  return view === 'lateral-right' ? 'lateral-left' : view;
}

/** Whose side lies at x; `midline` exactly on the middle of front and back. */
export function sideAt(view: ViewId, x: number): Side {
  if (view === 'lateral-left') return 'left';
  if (view === 'lateral-right') return 'right';
  if (x === 0) return 'midline';
  return x > 0 === (view === 'posterior') ? 'right' : 'left';
}

/**
 * How drawn data must be turned to show something on `side` in `view`.
 *
 * @returns 1 as drawn, −1 with x negated, or nothing where that side is out of sight
 */
export function flipOf(view: ViewId, side: Side): 1 | -1 | undefined {
  if (view === 'posterior') return side === 'left' ? -1 : 1;
  if (view === 'anterior') return side === 'right' ? -1 : 1;
  if (side === otherSide(view === 'lateral-left' ? 'left' : 'right')) return undefined;
  return view === 'lateral-left' ? 1 : -1;
}

/** SVG path data with x negated. Holds for the commands M L C Q Z, absolute or relative. */
export function mirrorPath(d: string): string {
  let isX = true;
  return d.replace(/[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi, (token) => {
    if (/[a-z]/i.test(token)) {
      isX = true;
      return token;
    }
    const x = isX;
    isX = !isX;
    if (!x) return token.startsWith('-') ? token : ` ${token}`;
    return token.startsWith('-') ? ` ${token.slice(1)}` : `-${token}`;
  });
}

/** Path data turned as `flipOf` says. */
export const turnPath = (d: string, flip: 1 | -1): string => (flip === 1 ? d : mirrorPath(d));

/** A view with its mirrored halves written out. */
export function standingView(view: ViewId, outline: ViewOutline): StandingView {
  const flip = view === outline.view ? 1 : -1;
  const turned = (line: ContourLine): ContourLine => ({ ...line, d: turnPath(line.d, flip) });
  const mirrored = (line: ContourLine): ContourLine => ({ ...line, d: mirrorPath(line.d) });
  const [left, top, width, height] = outline.viewBox;
  const { single, mirrored: halves = [], nearArm = [] } = outline.contours;
  return {
    viewBox: flip === 1 ? outline.viewBox : [-left - width, top, width, height],
    silhouette: outline.silhouette.map((d) => turnPath(d, flip)),
    contours: [...single.map(turned), ...halves, ...halves.map(mirrored), ...nearArm.map(turned)],
    relief: outline.relief,
    reliefMirrored: flip === -1,
  };
}
