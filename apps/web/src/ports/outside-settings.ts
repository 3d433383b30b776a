// The shape of what is settled about the outside; the worker of the exchange reads it as well.

export interface Outside {
  readonly sync: boolean;
  /** Private answers go along to the other devices and into backups. */
  readonly withPrivate: boolean;
  /** The person was shown the words and showed that they have them. */
  readonly hasWords: boolean;
  /** Word from whoever runs an invite-only server. */
  readonly invite: string | null;
  /** Name of this device for its reminders on the server; null: none. */
  readonly reminders: string | null;
  /** Part of the address of the calendar others may read; null: none. */
  readonly feed: string | null;
  /** Epoch ms of the last encrypted backup. */
  readonly backupAt: number | null;
  /** Whether Today may say that a backup would be good. */
  readonly backupLine: boolean;
}

/** Where they are kept among the drafts. */
export const OUTSIDE = 'outside';
export const PHRASE = 'phrase';
/** Words that were given up: what lies under them is deleted once everything lies under the new ones. */
export const FORMER_PHRASE = 'phrase-before';

const NOTHING: Outside = {
  sync: false,
  withPrivate: false,
  hasWords: false,
  invite: null,
  reminders: null,
  feed: null,
  backupAt: null,
  backupLine: true,
};

export function readOutside(text: string | null): Outside {
  try {
    return { ...NOTHING, ...(JSON.parse(text ?? '{}') as Partial<Outside>) };
  } catch {
    return NOTHING;
  }
}
