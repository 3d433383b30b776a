// The frame every drawing lives in: four views of one standing figure, in atlas units.
//
// Units: the figure is 1750 tall, about a millimetre for a person of 1.75 m. Origin at the top of the head on the
// midline (lateral: on the plumb line through the ear), x to the viewer's right, y down. Posterior x > 0 is the
// person's right, anterior x > 0 the person's left, the left lateral view faces −x. Half-figure data is mirrored by
// negating x; `lateral-right` is `lateral-left` mirrored.

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
