// Words the product never says, and what it says instead.

import * as v from 'valibot';
import { type Known, text } from './shape.ts';

export const wording = v.strictObject({
  forbidden: v.array(
    v.strictObject({
      /** Regular expression, matched without regard to case. */
      pattern: text,
      why: text,
      say: text,
      /** A library text that corrects a claim has to name it. */
      allowedInCorrections: v.exactOptional(v.literal(true)),
    }),
  ),
});
export type Wording = Known<typeof wording>;
