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
      /** Stretches of text that are about the word rather than saying it. */
      except: v.exactOptional(v.array(text)),
    }),
  ),
});
export type Wording = Known<typeof wording>;
