// Links this device made. Their keys are kept here only, so that a link can be copied again and ended.

import { drafts } from '../person.ts';
import { now } from './clock.ts';

const SHARES = 'shares';

export interface OwnShare {
  readonly id: string;
  readonly fragment: string;
  /** Epoch ms. */
  readonly until: number;
}

/** Those whose time is not over. */
export async function keptShares(): Promise<OwnShare[]> {
  try {
    const kept = JSON.parse((await drafts.get(SHARES)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(({ id, fragment, until }) => id && fragment && until > now()) : [];
  } catch {
    return [];
  }
}

export const keepShares = (shares: readonly OwnShare[]): Promise<void> => drafts.put(SHARES, JSON.stringify(shares));
