// What the page says of the safety questions and the health answers, sentence by sentence. No sentence may read as a no that
// nobody gave.

import { reportTexts as t } from '../../texts/report.ts';
import type { PageContent } from './content.ts';

type Check = NonNullable<PageContent['check']>;
type Health = NonNullable<PageContent['health']>;

/** Before the signs are named. `day`: a date in words. */
export function checkSaid({ at, level, withheld, reopenedAt }: Check, day: (at: number) => string): string[] {
  const isClear = level === 'self-care' && withheld === false;
  return [
    t.checkOn(day(at)),
    level === undefined ? t.levelUnknown : level !== 'self-care' ? t.level(level) : isClear ? t.noSign : '',
    withheld || (level === 'self-care' && !isClear) ? t.signsWithheld : '',
    reopenedAt === undefined ? '' : t.reopened(day(reopenedAt)),
  ].filter(Boolean);
}

/** Before the answers are named. A page of an older version does not tell whether something is withheld. */
export function healthSaid({ yes, unsure, withheld = true }: Health): string[] {
  const isEmpty = yes.length + unsure.length === 0;
  return [withheld ? t.healthWithheld : '', isEmpty ? (withheld ? t.noneOther : t.noneSaid) : ''].filter(Boolean);
}
