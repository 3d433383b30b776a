// Regions of the body's surface, the words a pain drawing is read in.

import * as v from 'valibot';
import { id, ids, type Known, text } from './shape.ts';

export const region = v.strictObject({
  id,
  name: text,
  plainName: text,
  view: v.picklist(['posterior', 'anterior', 'lateral']),
  /** True: exists on the left and on the right. False: on the midline. */
  paired: v.boolean(),
  landmarkBounds: text,
  neighbours: ids,
});
export type Region = Known<typeof region>;
