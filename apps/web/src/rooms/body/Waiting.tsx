// What stands there while something is fetched, and when it could not be.

import { bodyTexts as t } from '../../texts/body.ts';

export function Retry({ text, retry }: { readonly text: string; readonly retry: () => void }) {
  return (
    <div class="note honey retry" role="alert">
      <span class="grow">{text}</span>
      <button type="button" class="btn" onClick={retry}>
        {t.retry}
      </button>
    </div>
  );
}

/** Grey bars where the list will be. */
export function Bones() {
  return (
    <div class="bones" aria-hidden="true">
      <i />
      <i />
      <i />
    </div>
  );
}
