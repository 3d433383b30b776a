// Knowledge and atlas as files of the app, fetched when a room first needs them and kept for the page's life.

import checkUrl from '@unknot/knowledge/edition/check.json?url';
import identifyUrl from '@unknot/knowledge/edition/identify.json?url';
import libraryUrl from '@unknot/knowledge/edition/library.json?url';
import planUrl from '@unknot/knowledge/edition/plan.json?url';
import type { CheckKnowledge, IdentifyKnowledge, LibraryKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';

/** Loads once; a failed load is forgotten, so that the next call tries again. */
export function once<T>(url: string): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= fetch(url)
      .then((answer) => {
        if (!answer.ok) throw new Error(`could not load ${url}: ${answer.status}`);
        return answer.json() as Promise<T>;
      })
      .catch((trouble: unknown) => {
        loading = null;
        throw trouble;
      });
    return loading;
  };
}

export const loadCheck = once<CheckKnowledge>(checkUrl);
export const loadIdentify = once<IdentifyKnowledge>(identifyUrl);
export const loadPlan = once<PlanKnowledge>(planUrl);
export const loadLibrary = once<LibraryKnowledge>(libraryUrl);
