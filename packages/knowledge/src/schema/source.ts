// Where a statement comes from, and how much of it was read.

import * as v from 'valibot';
import { id, type Known, text } from './shape.ts';

export const source = v.strictObject({
  id,
  authors: text,
  year: v.nullable(v.pipe(v.number(), v.integer())),
  title: text,
  container: v.string(),
  /** For example "randomised trial", "guideline", "lay-article". */
  kind: text,
  doi: v.exactOptional(text),
  url: v.exactOptional(text),
  pmid: v.exactOptional(text),
  accessed: v.exactOptional(text),
  verification: v.exactOptional(
    v.picklist(['page-seen', 'abstract-seen', 'partial-text-seen', 'citation-seen', 'not-rechecked']),
  ),
  note: v.exactOptional(text),
  /** Another source that is the same publication. */
  sameAs: v.exactOptional(id),
});
export type Source = Known<typeof source>;
