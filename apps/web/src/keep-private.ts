// Whether private answers are kept on this device. Off until the person says so.

import { signal } from '@preact/signals';
import { drafts } from './person.ts';

const NAME = 'keep-private';

export const keepPrivate = signal(false);

void drafts.get(NAME).then((kept) => {
  keepPrivate.value = kept === 'yes';
});

export function setKeepPrivate(on: boolean): void {
  keepPrivate.value = on;
  void drafts.put(NAME, on ? 'yes' : 'no');
}
