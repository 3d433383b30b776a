// The server over HTTP: the calls of the exchange, and those of sharing, reminders and calendars. No address ever holds
// a log id or a key, so that no log of a proxy can.

import { authorization, BATCH_TYPE, type Credential, cursorOfText, cursorText, readPage } from '../protocol/index.ts';
import type { Failure } from './machine.ts';
import type { Failed, Wire } from './ports.ts';

/** As much of `fetch` as we use; the caller brings it. */
export type Fetch = (
  address: string,
  init: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly cache: 'no-store';
    readonly credentials: 'omit';
    readonly body?: Uint8Array<ArrayBuffer> | string;
  },
) => Promise<Answer>;

interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): Reader } | null;
  arrayBuffer(): Promise<ArrayBuffer>;
  json(): Promise<unknown>;
}

interface Reader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

export interface ServerOptions {
  /** For example `https://unknot.example`, without a slash at the end; empty for the server the app came from. */
  readonly base: string;
  readonly credential: Credential;
  /** Word from whoever runs an invite-only server. */
  readonly invite?: string;
  readonly fetch: Fetch;
}

export interface Capabilities {
  readonly sync: { readonly version: number; readonly registration: 'open' | 'invite'; readonly quotaBytes: number };
  readonly share: { readonly longestDays: number; readonly mostViews: number; readonly largestBytes: number } | null;
  readonly reminders: { readonly publicKey: string } | null;
  readonly calendar: boolean;
  readonly feed: boolean;
}

/** One device's push subscription and when it wants to be woken. */
export interface Reminders {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  /** `at`: epoch ms. `tag`: at most 64 characters that mean something to this device only. */
  readonly times: readonly { readonly at: number; readonly tag: string }[];
}

export interface Server extends Wire {
  /** Is anything kept under this phrase, and how much room is there? */
  look(): Promise<{ readonly kind: 'there'; readonly bytes: number; readonly quotaBytes: number } | Failed>;
  /** Deletes log, shares, reminders and feeds. Devices that still hold the phrase are told that it was given up. */
  remove(): Promise<{ readonly kind: 'done' } | Failed>;
  share(id: string, sealed: Uint8Array, days: number, views: number): Promise<{ readonly kind: 'done' } | Failed>;
  /** How often a share was opened; null when it is over. */
  shareViews(id: string): Promise<{ readonly kind: 'views'; readonly left: number | null } | Failed>;
  unshare(id: string): Promise<{ readonly kind: 'done' } | Failed>;
  /** Replaces everything this device asked for before. `device`: any name of at most 64 letters and digits. */
  remind(device: string, reminders: Reminders): Promise<{ readonly kind: 'done' } | Failed>;
  unremind(device: string): Promise<{ readonly kind: 'done' } | Failed>;
  /** A calendar that others can subscribe to; its text is readable for the server. @param id 32 bytes as base64url */
  feed(id: string, calendar: string): Promise<{ readonly kind: 'done' } | Failed>;
  unfeed(id: string): Promise<{ readonly kind: 'done' } | Failed>;
  /** Text of a calendar at an address elsewhere, fetched by the server. */
  calendar(address: string): Promise<{ readonly kind: 'calendar'; readonly text: string } | Failed>;
}

/** Envelopes per page; opening them takes some ten milliseconds, in a worker. */
const PAGE_ENVELOPES = 500;

export function serverAt({ base, credential, invite, fetch }: ServerOptions): Server {
  const own = { Authorization: authorization(credential), ...(invite ? { 'Unknot-Invite': invite } : {}) };
  const nothing = async () => ({ kind: 'done' }) as const;

  return {
    create: () => ask('PUT', '/api/log', async () => ({ kind: 'created' })),
    look: () =>
      ask('GET', '/api/log', async (answer) => {
        const { bytes, quotaBytes } = (await answer.json()) as { bytes: number; quotaBytes: number };
        return { kind: 'there', bytes, quotaBytes };
      }),
    remove: () => ask('DELETE', '/api/log', nothing),
    read: (after) =>
      ask('GET', `/api/log/envelopes?after=${cursorText(after)}&limit=${PAGE_ENVELOPES}`, async (answer) => {
        const page = readPage(new Uint8Array(await answer.arrayBuffer()));
        return page ? { kind: 'page', page } : FOREIGN;
      }),
    append: (batch) =>
      ask(
        'POST',
        '/api/log/envelopes',
        async (answer) => {
          const told = (await answer.json()) as { before?: unknown; after?: unknown };
          const [before, after] = [cursorOfText(String(told.before)), cursorOfText(String(told.after))];
          return before && after ? { kind: 'appended', before, after } : FOREIGN;
        },
        batch,
        BATCH_TYPE,
      ),
    listen,
    share: (id, sealed, days, views) =>
      ask(
        'PUT',
        `/api/shares/${id}?days=${days}&views=${views}`,
        nothing,
        new Uint8Array(sealed),
        'application/octet-stream',
      ),
    shareViews: (id) =>
      ask('GET', `/api/shares/${id}/views`, async (answer) => ({
        kind: 'views',
        left: ((await answer.json()) as { left: number | null }).left,
      })),
    unshare: (id) => ask('DELETE', `/api/shares/${id}`, nothing),
    remind: (device, reminders) =>
      ask('PUT', `/api/log/reminders/${device}`, nothing, JSON.stringify(reminders), 'application/json'),
    unremind: (device) => ask('DELETE', `/api/log/reminders/${device}`, nothing),
    feed: (id, calendar) => ask('PUT', `/api/feeds/${id}`, nothing, calendar, 'text/calendar'),
    unfeed: (id) => ask('DELETE', `/api/feeds/${id}`, nothing),
    calendar: (address) =>
      ask(
        'POST',
        '/api/calendar',
        async (answer) => ({ kind: 'calendar', text: ((await answer.json()) as { text: string }).text }),
        JSON.stringify({ address }),
        'application/json',
      ),
  };

  async function ask<Good>(
    method: string,
    path: string,
    good: (answer: Answer) => Promise<Good>,
    body?: Uint8Array<ArrayBuffer> | string,
    type?: string,
  ): Promise<Good | Failed> {
    let answer: Answer;
    try {
      answer = await fetch(base + path, {
        method,
        headers: { ...own, ...(type ? { 'Content-Type': type } : {}) },
        cache: 'no-store',
        credentials: 'omit',
        ...(body === undefined ? {} : { body }),
      });
    } catch {
      return { kind: 'failed', because: 'network' };
    }
    if (answer.headers.get('Unknot-Protocol') === null) return FOREIGN;
    if (answer.status >= 300) return refusal(answer);
    try {
      return await good(answer);
    } catch {
      return { kind: 'failed', because: 'network' };
    }
  }

  function listen(heard: (position: number) => void, lost: () => void): () => void {
    let reader: Reader | undefined;
    let isOver = false;
    const follow = async (): Promise<void> => {
      const init = { method: 'GET', headers: own, cache: 'no-store', credentials: 'omit' } as const;
      const answer = await fetch(`${base}/api/log/live`, init);
      reader = answer.status === 200 ? answer.body?.getReader() : undefined;
      let text = '';
      while (reader && !isOver) {
        const { done, value } = await reader.read();
        if (done) break;
        for (const byte of value ?? []) text += String.fromCharCode(byte);
        const lines = text.split('\n');
        text = lines.pop() ?? '';
        for (const line of lines) {
          const position = /^data: (\d{1,15})\b/.exec(line)?.[1];
          if (position && !isOver) heard(Number(position));
        }
      }
      await reader?.cancel();
    };
    const over = (): void => {
      if (!isOver) lost();
      isOver = true;
    };
    follow().then(over, over);
    return () => {
      isOver = true;
      reader?.cancel().catch(() => {});
    };
  }
}

/** What this server can do; null when there is none or it is another kind of server. */
export async function capabilitiesOf(base: string, fetch: Fetch): Promise<Capabilities | null> {
  try {
    const init = { method: 'GET', headers: {}, cache: 'no-store', credentials: 'omit' } as const;
    const answer = await fetch(`${base}/api/capabilities`, init);
    return answer.status === 200 && answer.headers.get('Unknot-Protocol') !== null
      ? ((await answer.json()) as Capabilities)
      : null;
  } catch {
    return null;
  }
}

/** The sealed contents of a share, for `openShare`. `gone`: over, seen often enough, taken back, or never there. */
export async function fetchShare(
  base: string,
  id: string,
  fetch: Fetch,
): Promise<{ readonly kind: 'sealed'; readonly bytes: Uint8Array } | { readonly kind: 'gone' | 'network' }> {
  try {
    // counted as a view, so it is asked for and never followed by accident
    const init = { method: 'POST', headers: {}, cache: 'no-store', credentials: 'omit' } as const;
    const answer = await fetch(`${base}/api/shares/${id}/open`, init);
    if (answer.status === 200) return { kind: 'sealed', bytes: new Uint8Array(await answer.arrayBuffer()) };
    return { kind: answer.status === 404 ? 'gone' : 'network' };
  } catch {
    return { kind: 'network' };
  }
}

const FOREIGN: Failed = { kind: 'failed', because: 'foreign' };

const BECAUSE: Readonly<Record<number, Failure>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'unknown-log',
  409: 'unknown-cursor',
  410: 'moved',
  426: 'newer',
  428: 'invite',
  429: 'busy',
  503: 'busy',
  507: 'quota',
};

function refusal({ status, headers }: Answer): Failed {
  const seconds = Number(headers.get('Retry-After') ?? 0);
  const because = BECAUSE[status] ?? (status >= 500 ? 'busy' : 'foreign');
  return { kind: 'failed', because, ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}) };
}
