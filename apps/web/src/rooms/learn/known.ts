// What the room reads from: the library, and the muscles as the ranking knows them.

import type { IdentifyKnowledge, LibraryKnowledge } from '@unknot/knowledge/schema';
import { loadIdentify, loadLibrary } from '../../ports/knowledge.ts';

export interface Known {
  readonly library: LibraryKnowledge;
  readonly identify: IdentifyKnowledge;
}

export const loadKnown = async (): Promise<Known> => {
  const [library, identify] = await Promise.all([loadLibrary(), loadIdentify()]);
  return { library, identify };
};
