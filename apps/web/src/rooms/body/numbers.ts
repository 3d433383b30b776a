// Whether the person asked for numbers beside the words. Words come first: a number looks surer than it is.

import { signal } from '@preact/signals';

export const numbersShown = signal(false);
