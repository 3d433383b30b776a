// Takes foreign values apart. Every refusal names the field, what is wrong with it, and what was meant if we can tell.

import { nearest } from './nearest.ts';
import { escaped, shown } from './shown.ts';

/** What the person gave us cannot be used. The message is one line for them. */
export class BadInput extends Error {}

/** @throws {BadInput} always */
export function refuse(field: string, problem: string): never {
  throw new BadInput(`${printable(field)} ${problem}`);
}

/**
 * Passes on what a decoder of the engine found. It names the field; we know the ids and can guess what was meant: the
 * last step of the path, the value there, or the word that the problem ends with.
 *
 * @throws {BadInput} always
 */
export function refuseAs({ field, problem }: { field: string; problem: string }, input: unknown, ids: string[]): never {
  const path = field.match(/[^.[\]]+/g) ?? [];
  const value = path.reduce<unknown>((at, step) => (Object(at) === at ? (at as Fields)[step] : undefined), input);
  const words = [value, path.at(-1), problem.split(': ').at(-1)];
  const strange = words.filter((word): word is string => typeof word === 'string' && !ids.includes(word));
  const hint = strange.map((word) => meant(word, ids)).find((text) => text !== '') ?? '';
  refuse(field || 'the input', `${escaped(problem)}${hint}`);
}

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown, field: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse(field, `must be an object, got ${shown(value)}`);
  return value as Fields;
}

/** A field that nobody reads is a typing slip or a foreign file: both are better said than ignored. */
export function onlyFields(fields: Fields, names: readonly string[], at = ''): void {
  for (const name of Object.keys(fields)) {
    if (names.includes(name)) continue;
    refuse(at ? `${at}.${name}` : name, `is not a field we know${meant(name, names)} (known: ${names.join(', ')})`);
  }
}

export function listOf(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value)) refuse(field, `must be a list, got ${shown(value)}`);
  return value;
}

export function textOf(value: unknown, field: string): string {
  if (typeof value !== 'string') refuse(field, `must be text, got ${shown(value)}`);
  return value;
}

export function numberIn(value: unknown, field: string, from: number, to: number): number {
  if (typeof value !== 'number' || !(value >= from && value <= to))
    refuse(field, `must be a number from ${from} to ${to}, got ${shown(value)}`);
  return value;
}

export function whole(value: unknown, field: string, from: number, to: number): number {
  if (!Number.isInteger(value)) refuse(field, `must be a whole number from ${from} to ${to}, got ${shown(value)}`);
  return numberIn(value, field, from, to);
}

/** One of a list of known words or ids. */
export function oneOf<T extends string>(value: unknown, field: string, what: string, known: readonly T[]): T {
  const text = textOf(value, field);
  if (known.includes(text as T)) return text as T;
  const choice = known.length <= 12 ? ` (known: ${known.join(', ')})` : '';
  refuse(field, `${shown(text)} is not ${what}${meant(text, known)}${choice}`);
}

/** `; did you mean "levator-scapulae"?`, or nothing. */
export function meant(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near === undefined ? '' : `; did you mean ${shown(near)}?`;
}

/** Field paths hold foreign keys: plain ones stay readable, all others are quoted. */
const printable = (field: string): string => (/^[\w.@[\] -]{1,120}$/.test(field) ? field : shown(field));
