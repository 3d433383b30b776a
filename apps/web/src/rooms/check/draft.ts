// The draft of the check on this device.

import { keepPrivate } from '../../keep-private.ts';
import { drafts } from '../../person.ts';
import { now } from '../../ports/clock.ts';
import { draftOf, type Screens, screensOf } from './unfinished.ts';

export type { Screens } from './unfinished.ts';

const NAME = 'check';

export const draft = {
  get: async (): Promise<Screens> => screensOf(await drafts.get(NAME), now()),
  put: (screens: Screens): Promise<void> => drafts.put(NAME, draftOf(screens, now(), keepPrivate.value)),
  delete: (): Promise<void> => drafts.delete(NAME),
};
