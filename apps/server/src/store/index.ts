// The door of store: opens the one that the settings name.

import { openEmbedded } from './embedded.ts';
import type { Store } from './port.ts';

export { backUpEmbedded, DATABASE_FILE } from './embedded.ts';
export { type Done, type Due, type Refused, type Store, StoreFull, type Subscription, type Who } from './port.ts';

export interface StoreOptions {
  /** `postgres://…`; without it everything lies in one file in `folder`. */
  readonly databaseUrl?: string | undefined;
  readonly folder: string;
  /** Most bytes of the embedded store. */
  readonly mostBytes?: number | undefined;
  readonly chance: (bytes: number) => Uint8Array;
  readonly onTrouble?: () => void;
}

export async function openStore({ databaseUrl, folder, mostBytes, chance, onTrouble }: StoreOptions): Promise<Store> {
  if (!databaseUrl) return openEmbedded(folder, chance, { mostBytes });
  if (!/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new Error('DATABASE_URL must begin with postgres:// or postgresql://.');
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres({ url: databaseUrl, chance, ...(onTrouble ? { onTrouble } : {}) });
}
