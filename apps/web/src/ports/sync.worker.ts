// The exchange with the server, beside the page: sealing, opening and writing hold nothing up. It is to the diary what
// another window is: it reads and appends to the log, and says so on the channel of the journal.

import { isPrivateLine } from '@unknot/journal/exchange';
import { type Device, type SyncStatus, serverAt, startExchange } from '@unknot/sync/client';
import { type Entry, keysOf, readPhrase } from '@unknot/sync/crypto';
import { FORMER_PHRASE, OUTSIDE, PHRASE, readOutside } from './outside-settings.ts';
import { openStore } from './store.ts';
import type { SyncWord } from './sync.ts';
import { openProgress } from './sync-progress.ts';

const store = openStore('unknot');
const progress = openProgress();
const journal = new BroadcastChannel('unknot-journal');
const air = new BroadcastChannel('unknot-sync');
const chance = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const draft = async (name: string) => {
  const answer = await store.read(name);
  return answer.kind === 'read' ? answer.text : null;
};
const say = (word: SyncWord) => air.postMessage(word);

void begin();

async function begin(): Promise<void> {
  const phrase = readPhrase((await draft(PHRASE)) ?? '');
  const settled = readOutside(await draft(OUTSIDE));
  if (phrase.kind !== 'phrase' || !settled.sync) return;
  const invite = settled.invite ? { invite: settled.invite } : {};
  const server = (entropy: Uint8Array) =>
    serverAt({ base: '', credential: keysOf(entropy), fetch: (address, init) => fetch(address, init), ...invite });

  const ids = new Set<string>();
  let entries: readonly Entry[] = [];
  let read = 0;
  const hold = (news: readonly Entry[]) => {
    const added = news.filter(({ id }) => !ids.has(id));
    for (const { id } of added) ids.add(id);
    entries = [...entries, ...added.filter(({ text }) => settled.withPrivate || !isPrivateLine(text))];
    return added.length > 0;
  };
  const readNews = async () => {
    const answer = await store.readFrom(read);
    if (answer.kind === 'failed') return false;
    read = answer.cursor;
    return hold(answer.entries);
  };
  const device: Device = {
    ...progress,
    entries: () => entries,
    async add(news) {
      const answer = await store.append(news);
      if (answer.kind === 'failed') return false;
      hold(news);
      journal.postMessage('grew');
      return true;
    },
  };

  let told: SyncStatus | null = null;
  let isMoving = (await draft(FORMER_PHRASE)) !== null;
  const tell = () => told && say({ kind: 'status', status: told, isMoving });
  /** Everything lies under the new words: what lies under the former ones may go, and other devices learn that it has. */
  const endMove = async () => {
    isMoving = false;
    const former = readPhrase((await draft(FORMER_PHRASE)) ?? '');
    const gone = former.kind === 'phrase' ? await server(former.entropy).remove() : null;
    const isDone = gone?.kind !== 'failed' || gone.because === 'unknown-log' || gone.because === 'moved';
    if (isDone) await store.clear(FORMER_PHRASE);
    isMoving = !isDone;
    tell();
  };

  await readNews();
  const running = startExchange(
    keysOf(phrase.entropy),
    device,
    server(phrase.entropy),
    {
      now: Date.now,
      wait(ms, then) {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
      roll: Math.random,
      chance,
    },
    (status) => {
      told = status;
      if (isMoving && status.kind === 'in-step' && status.pending === 0) void endMove();
      else tell();
    },
  );
  journal.addEventListener('message', () => void readNews().then((grew) => grew && running.told()));
  air.addEventListener('message', ({ data }: MessageEvent<SyncWord>) => data.kind === 'how' && tell());
  addEventListener('online', () => running.online(true));
  addEventListener('offline', () => running.online(false));
}
