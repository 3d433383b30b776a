// Which page holds which moving picture, and a small sketch of each for the entrance.

import type { pictureTexts } from '../../../texts/pictures.ts';

export interface PictureOnPage {
  readonly page: string;
  readonly picture: Exclude<keyof typeof pictureTexts, 'play' | 'pause'>;
  /** Line drawing, 48 by 32. */
  readonly sketch: string;
}

export const PICTURES: readonly PictureOnPage[] = [
  {
    page: 'fibres-do-not-tangle',
    picture: 'sarcomere',
    sketch: 'M4 5v22M24 5v22M44 5v22M4 10h8M4 22h8M16 10h8M16 22h8M24 10h8M24 22h8M36 10h8M36 22h8M8 16h12M28 16h12',
  },
  {
    page: 'why-it-hurts',
    picture: 'circle',
    sketch:
      'M24 4a12 12 0 0 1 11 7.200M36 15a12 12 0 0 1-7 12M24 28a12 12 0 0 1-11-7M12 17a12 12 0 0 1 8-12.400M35 6v5.500h-5M13 26v-5h5',
  },
  {
    page: 'referred-pain',
    picture: 'referral',
    sketch:
      'M9 20a4 4 0 1 0 .01 0M13.500 21.500C19 17 23 14 29.500 12M29 8c6-4 12-2 12 2.500s-7 6.500-11 4-3-5-1-6.500',
  },
  {
    page: 'what-warmth-does',
    picture: 'warmth',
    sketch: 'M4 6h40M4 13c5-3 8 3 13 0s8 3 13 0 8 3 14 0M4 20c5-2 8 2 13 0s8 2 13 0 8 2 14 0M4 27h40',
  },
  {
    page: 'what-pressing-does',
    picture: 'hold',
    sketch:
      'M32 11a8 8 0 1 1-16 0 8 8 0 0 1 16 0M2 16c9 0 10 0 13 2 4 3 14 3 18 0 3-2 4-2 13-2M2 26c12 0 13 1.500 22 1.500S34 26 46 26',
  },
];
