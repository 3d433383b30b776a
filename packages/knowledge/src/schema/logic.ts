// What a warning rule says, as data: facts and conditions joined by all, any, not and at least.

import * as v from 'valibot';
import { id } from './shape.ts';

export const COMPARISONS = ['==', '>=', '<=', '>', '<'] as const;

/**
 * - `fact`: compares the answer to a fact with a value
 * - `condition`: the person has that condition
 * - `all` / `any` / `not`: every part / one part or more / the opposite
 * - `atLeast` … `of`: at least this many of the list
 */
export type Logic =
  | { readonly fact: string; readonly op: (typeof COMPARISONS)[number]; readonly value: boolean | number }
  | { readonly condition: string }
  | { readonly all: readonly Logic[] }
  | { readonly any: readonly Logic[] }
  | { readonly not: Logic }
  | { readonly atLeast: number; readonly of: readonly Logic[] };

const parts = v.pipe(v.array(v.lazy(() => logic)), v.minLength(1, 'has no parts'));

export const logic: v.GenericSchema<Logic> = v.lazy((input) => {
  const part = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
  if ('fact' in part)
    return v.strictObject({ fact: id, op: v.picklist(COMPARISONS), value: v.union([v.boolean(), v.number()]) });
  if ('condition' in part) return v.strictObject({ condition: id });
  if ('all' in part) return v.strictObject({ all: parts });
  if ('any' in part) return v.strictObject({ any: parts });
  if ('not' in part) return v.strictObject({ not: v.lazy(() => logic) });
  return v.strictObject({ atLeast: v.pipe(v.number(), v.integer(), v.minValue(1)), of: parts });
});
