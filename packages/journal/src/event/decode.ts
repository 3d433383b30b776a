// From stored text to an event. What cannot be read is kept as it is and named; nothing is dropped, nothing is guessed.

import * as v from 'valibot';
import { bodies, envelope } from './shapes.ts';

export type EventType = keyof typeof bodies;
export type BodyOf<T extends EventType> = v.InferOutput<(typeof bodies)[T]>;
export type Editions = v.InferOutput<typeof envelope>['editions'];
export type ProfilePatch = BodyOf<'profile.changed'>['patch'];

type Envelope = Omit<v.InferOutput<typeof envelope>, 'body' | 'type'>;
type EventOf<T extends EventType> = T extends EventType
  ? Envelope & { readonly type: T; readonly body: BodyOf<T> }
  : never;
/** Something that happened, at a time, on a device, told once. */
export type JournalEvent<T extends EventType = EventType> = EventOf<T>;

/**
 * `upcasts[n]` turns a body of version n into version n + 1; the shape describes the newest version, which is the
 * number of upcasts plus one.
 */
export interface Telling {
  readonly shape: v.GenericSchema;
  readonly upcasts: readonly ((body: unknown) => unknown)[];
}
export type Catalogue = Readonly<Record<string, Telling>>;

export const catalogue: Catalogue = Object.fromEntries(
  Object.entries(bodies).map(([type, shape]) => [type, { shape, upcasts: [] }]),
);

export const versionOf = (telling: Telling): number => telling.upcasts.length + 1;

/** Why an event could not be read. `where`: path of the first field that does not fit. */
export type Unreadable =
  | { readonly because: 'not-json' }
  | { readonly because: 'malformed'; readonly where: string }
  | { readonly because: 'unknown-type'; readonly type: string }
  | { readonly because: 'newer-version'; readonly type: string; readonly version: number };

export type Decoded =
  | { readonly kind: 'event'; readonly event: JournalEvent }
  | { readonly kind: 'unreadable'; readonly id?: string; readonly reason: Unreadable };

export function decodeText(text: string, known: Catalogue = catalogue): Decoded {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { kind: 'unreadable', reason: { because: 'not-json' } };
  }
  return decodeEvent(raw, known);
}

export function decodeEvent(raw: unknown, known: Catalogue = catalogue): Decoded {
  const outer = v.safeParse(envelope, raw, { abortEarly: true });
  if (!outer.success) return unreadable(raw, { because: 'malformed', where: pathOf(outer.issues[0]) });
  const { type, v: version, body } = outer.output;
  const telling = Object.hasOwn(known, type) ? known[type] : undefined;
  if (!telling) return unreadable(raw, { because: 'unknown-type', type });
  if (version > versionOf(telling)) return unreadable(raw, { because: 'newer-version', type, version });
  let lifted: unknown = body;
  try {
    for (const upcast of telling.upcasts.slice(version - 1)) lifted = upcast(lifted);
  } catch {
    // An upcast trusts the old shape; a body that never had it cannot be lifted.
    return unreadable(raw, { because: 'malformed', where: 'body' });
  }
  const inner = v.safeParse(telling.shape, lifted, { abortEarly: true });
  if (!inner.success) {
    const where = ['body', pathOf(inner.issues[0])].filter(Boolean).join('.');
    return unreadable(raw, { because: 'malformed', where });
  }
  return { kind: 'event', event: { ...outer.output, v: versionOf(telling), body: inner.output } as JournalEvent };
}

function unreadable(raw: unknown, reason: Unreadable): Decoded {
  const id = idOf(raw);
  return id === null ? { kind: 'unreadable', reason } : { kind: 'unreadable', id, reason };
}

/** The id of anything that looks like an event, readable or not. */
export function idOf(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return null;
  const { id } = raw;
  return typeof id === 'string' && id.length > 0 && id.length <= 200 ? id : null;
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  return v.getDotPath(issue) ?? '';
}
