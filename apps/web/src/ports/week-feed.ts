// The week at an address that calendar programs can subscribe to. Its text can be read by the server and by whoever has the
// address: only what the calendar file says, and only when the person wants it.

import { openOutside, settle } from './outside.ts';
import { capabilities, chance, ownKeys, ownServer } from './place.ts';

export type FeedTrouble = 'no-server' | 'invite' | 'no-line';

export const feedAddress = (id: string): string => `${location.origin}/feed/${id}.ics`;

const newId = () =>
  btoa(String.fromCharCode(...chance(32)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** @param calendar  text of the week file @returns why not, or null when it is there */
export async function publishWeek(calendar: string, invite: string | null = null): Promise<FeedTrouble | null> {
  if (!(await capabilities())?.feed) return 'no-server';
  const server = await ownServer(await ownKeys(), invite ?? undefined);
  const made = await server.create();
  if (made.kind === 'failed') return made.because === 'invite' ? 'invite' : 'no-line';
  const id = (await openOutside()).feed ?? newId();
  const answer = await server.feed(id, calendar);
  if (answer.kind === 'failed') return 'no-line';
  await settle({ feed: id, ...(invite ? { invite } : {}) });
  return null;
}

/** @returns whether it is gone from the server */
export async function takeWeekBack(): Promise<boolean> {
  const { feed } = await openOutside();
  if (!feed) return true;
  const answer = await (await ownServer(await ownKeys())).unfeed(feed);
  if (answer.kind === 'failed' && answer.because !== 'unknown-log') return false;
  await settle({ feed: null });
  return true;
}
