// Reminders with the app closed. The server gets times and meaningless tags; what each tag means stays on this device, where
// the service worker finds it.

import { computed } from '@preact/signals';
import type { ScheduleEntry } from '@unknot/engine/prevention';
import { person } from '../person.ts';
import { reminderTexts as t } from '../texts/sync.ts';
import { now } from './clock.ts';
import { askToNotify, notifyLeave } from './notify.ts';
import { openOutside, settle } from './outside.ts';
import { capabilities, chance, keptPhrase, ownKeys, ownServer } from './place.ts';
import { type Due, dueTimes } from './push-times.ts';

/** `no-push`: this browser cannot. `no-server`: the app is handed out as plain files, or there is no line. */
export type RemindersTrouble = 'no-push' | 'denied' | 'no-server' | 'invite' | 'no-line';

/** What the service worker shows for a tag. `at`: epoch ms. */
interface Meaning {
  readonly title: string;
  readonly body: string;
  readonly path: string;
  readonly at: number;
}

/** Not named like the caches of the app, which go with every new build. The service worker reads it by this name. */
const CACHE = 'reminders';
const MEANINGS = '/reminders';
/** A reminder may come late. */
const KEPT_FOR = 86_400_000;
/** The list of times reaches three weeks ahead. Own setting. */
const SEND_AGAIN_AFTER = 3 * 86_400_000;

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What is to come, from now. */
export const dueNow = (): Due[] => {
  const { schedule, sessions, passed } = person.value;
  return dueTimes({ schedule: schedule as readonly ScheduleEntry[], sessions, passed }, now(), zone());
};

/** Changes whenever the times may have changed. */
export const remindersDepend = computed(() => {
  const { schedule, sessions, passed } = person.value;
  const last = sessions.findLast(({ finishedAt }) => finishedAt !== null);
  return JSON.stringify([schedule, last?.sessionId, last?.painNextDay, last && passed.includes(last.sessionId)]);
});

const registrationHere = async (): Promise<ServiceWorkerRegistration | null> =>
  'serviceWorker' in navigator && 'PushManager' in globalThis
    ? ((await navigator.serviceWorker.getRegistration()) ?? null)
    : null;

/** Must be called from a tap: it may ask for permission. @returns why not, or null when it is on */
export async function turnRemindersOn(invite: string | null = null): Promise<RemindersTrouble | null> {
  const leave = await askToNotify();
  if (leave === 'denied') return 'denied';
  const registration = await registrationHere();
  if (leave !== 'granted' || !registration) return leave === 'default' ? 'denied' : 'no-push';
  const able = await capabilities();
  if (!able?.reminders) return 'no-server';
  const server = await ownServer(await ownKeys(), invite ?? undefined);
  const made = await server.create();
  if (made.kind === 'failed') return made.because === 'invite' ? 'invite' : 'no-line';
  const { reminders } = await openOutside();
  await settle({
    reminders: reminders ?? Array.from(chance(12), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    ...(invite ? { invite } : {}),
  });
  const sent = await sendReminders(able.reminders.publicKey).catch(() => 'no-push' as const);
  if (sent) await settle({ reminders: null });
  return sent;
}

export async function turnRemindersOff(): Promise<void> {
  const { reminders } = await openOutside();
  await settle({ reminders: null });
  sentAt = null;
  await caches.delete(CACHE).catch(() => undefined);
  const subscription = await (await registrationHere())?.pushManager.getSubscription();
  await subscription?.unsubscribe().catch(() => undefined);
  if (reminders && (await keptPhrase())) await (await ownServer(await ownKeys())).unremind(reminders);
}

/** When, for which times and under which words they were sent. */
let sentAt: number | null = null;
let sentFor = '';
const sendsFor = async () => `${remindersDepend.value} ${await keptPhrase()}`;

/** Sends the times anew where they changed or run out. Quiet: what fails is tried with the next change. */
export async function renewReminders(): Promise<void> {
  const { reminders } = await openOutside();
  if (!reminders || notifyLeave() !== 'granted') return;
  if (sentAt !== null && sentFor === (await sendsFor()) && now() - sentAt < SEND_AGAIN_AFTER) return;
  const able = await capabilities();
  if (able?.reminders) await sendReminders(able.reminders.publicKey).catch(() => undefined);
}

async function sendReminders(publicKey: string): Promise<RemindersTrouble | null> {
  const { reminders } = await openOutside();
  const registration = await registrationHere();
  if (!reminders || !registration) return 'no-push';
  const depends = await sendsFor();
  const { endpoint, keys } = (await subscribe(registration, publicKey)).toJSON();
  if (!endpoint || !keys?.p256dh || !keys.auth) return 'no-push';
  const due = dueNow().map((one) => ({ ...one, tag: newTag() }));
  await keepMeanings(Object.fromEntries(due.map(({ tag, ...one }) => [tag, meaningOf(one)])));
  const server = await ownServer(await ownKeys());
  const times = due.map(({ at, tag }) => ({ at, tag }));
  const answer = await server.remind(reminders, { endpoint, p256dh: keys.p256dh, auth: keys.auth, times });
  if (answer.kind === 'failed') return 'no-line';
  sentAt = now();
  sentFor = depends;
  return null;
}

/** Another key means another server, which the old subscription cannot serve. */
async function subscribe(registration: ServiceWorkerRegistration, publicKey: string): Promise<PushSubscription> {
  const how = { userVisibleOnly: true, applicationServerKey: publicKey };
  try {
    return await registration.pushManager.subscribe(how);
  } catch {
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    return registration.pushManager.subscribe(how);
  }
}

const newTag = () => Array.from(chance(12), (byte) => (byte % 36).toString(36)).join('');

function meaningOf({ kind, minutes, at }: Due): Meaning {
  return { ...t.notification(kind, minutes), path: kind === 'next-day' ? '/after?next-day' : '/schedule', at };
}

/** The new ones, beside those that may still be on their way. Under the empty tag: what to say when nothing is known. */
async function keepMeanings(fresh: Readonly<Record<string, Meaning>>): Promise<void> {
  const cache = await caches.open(CACHE);
  const before = (await (await cache.match(MEANINGS))?.json().catch(() => null)) as Record<string, Meaning> | null;
  const waiting = Object.entries(before ?? {}).filter(([, { at }]) => at > now() - KEPT_FOR && at < now() + KEPT_FOR);
  const unknown: Meaning = { ...t.unknown, path: '/', at: 0 };
  await cache.put(MEANINGS, Response.json({ ...Object.fromEntries(waiting), ...fresh, '': unknown }));
}
