// The few building blocks all knowledge is made of: text that says something, ids, shares, lists and tables.

import * as v from 'valibot';

/** Knowledge is a value: nobody who receives it can change it, at any depth. */
export type Frozen<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly unknown[]
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : { readonly [K in keyof T]: Frozen<T[K]> };

/** The frozen type that a schema lets through. */
export type Known<S extends v.GenericSchema> = Frozen<v.InferOutput<S>>;

/** Text that is not blank. */
export const text = v.pipe(
  v.string(),
  v.check((value) => value.trim() !== '', 'is blank'),
);

/** An id: lower case, digits and hyphens. Ids never change their meaning. */
export const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not an id (lower case, digits, hyphens)'),
);

/** A share or weight, 0–1. */
export const share = v.pipe(
  v.number(),
  v.minValue(0, 'is a share and cannot be below 0'),
  v.maxValue(1, 'is a share and cannot be above 1'),
);

/** A finite number that counts or measures something and cannot be negative. */
export const amount = v.pipe(v.number(), v.finite(), v.minValue(0, 'cannot be negative'));

export const finite = v.pipe(v.number(), v.finite());
export const texts = v.array(text);
export const ids = v.array(id);

/** A number somebody may be shown has a source, or says that the project set it. */
export const OWN_SETTING = 'own setting';
export const sourceOrOwnSetting = v.union([v.literal(OWN_SETTING), id]);

/** How well a claim is supported; `gradeDefinitions` says what each word means. */
export const grade = v.picklist(['strong', 'moderate', 'limited', 'expert-opinion', 'contested', 'none']);
export type Grade = v.InferOutput<typeof grade>;

export const evidence = v.strictObject({ grade, summary: text, sources: ids });
export type Evidence = Known<typeof evidence>;
