// What the owner of a server may choose, read from the environment. Every choice has a sensible default, so that nothing
// needs to be set at home. docs/operations/self-host.md explains each.

import { homedir } from 'node:os';
import { join } from 'node:path';

export interface Settings {
  readonly port: number;
  /** Without it only this machine is answered. */
  readonly host: string | undefined;
  /** Makes and uses a certificate for the home network. */
  readonly https: boolean;
  readonly logRequests: boolean;
  /** Holds the embedded store and the certificate. */
  readonly folder: string;
  /** Somebody relies on it: without the store the server must not start. */
  readonly storeIsChosen: boolean;
  readonly databaseUrl: string | undefined;
  /** Words that let somebody make a log; none: everybody may. */
  readonly invites: readonly string[];
  readonly quotaBytes: number;
  readonly mostLogs: number;
  readonly mostBytes: number | undefined;
  /** Of one client; 0 is no limit. */
  readonly requestsPerSecond: number;
  readonly newLogsPerDay: number;
  /** The address of the client is what the reverse proxy in front of us says. */
  readonly trustProxy: boolean;
  /** Fetches calendars for the app. */
  readonly calendar: boolean;
  /** Whom a push service may write to about this server. */
  readonly contact: string;
  /** Everybody may read the metrics, not only this machine. */
  readonly openMetrics: boolean;
}

const MEGABYTE = 1024 * 1024;

/** @throws with a line for the person that names what cannot be used */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>, words: readonly string[]): Settings {
  const strangers = words.filter((word) => word !== '--https');
  if (strangers.length > 0) throw new Error(`serve knows --https, and not ${JSON.stringify(strangers[0])}.`);
  const number = (name: string, usual: number, most = Number.MAX_SAFE_INTEGER): number => {
    const value = Number(env[name] || usual);
    if (Number.isInteger(value) && value >= 0 && value <= most) return value;
    throw new Error(`${name} must be a whole number from 0 to ${most}, got ${JSON.stringify(env[name])}.`);
  };
  const isOn = (name: string, usual: boolean): boolean => {
    const value = env[name] || (usual ? 'on' : 'off');
    if (value === 'on' || value === 'off') return value === 'on';
    throw new Error(`${name} must be on or off, got ${JSON.stringify(env[name])}.`);
  };
  const host = env.HOST || undefined;
  return {
    port: number('PORT', 4747, 65_535),
    host,
    https: words.includes('--https') || isOn('HTTPS', false),
    logRequests: env.LOG === 'requests',
    folder: env.UNKNOT_DATA || join(homedir(), '.unknot'),
    storeIsChosen: Boolean(env.UNKNOT_DATA || env.DATABASE_URL || host),
    databaseUrl: env.DATABASE_URL || undefined,
    invites: (env.INVITES ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    quotaBytes: number('QUOTA_MB', 64) * MEGABYTE,
    mostLogs: number('MOST_LOGS', 10_000),
    mostBytes: number('MOST_MB', 0) * MEGABYTE || undefined,
    requestsPerSecond: number('REQUESTS_PER_SECOND', 50),
    newLogsPerDay: number('NEW_LOGS_PER_DAY', 20),
    trustProxy: isOn('TRUST_PROXY', false),
    calendar: isOn('CALENDAR', host === undefined),
    contact: env.CONTACT || 'mailto:unknot@localhost',
    openMetrics: isOn('OPEN_METRICS', false),
  };
}
