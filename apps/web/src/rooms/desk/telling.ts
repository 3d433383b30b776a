// How the desk stands, in words: for its card, the small window and the tab.

import { type DeskState, deskView } from '@unknot/engine/prevention';
import { clockTime, dayAndTime } from '../../parts/when.ts';
import { now } from '../../ports/clock.ts';
import { deskTexts as t } from '../../texts/desk.ts';

const DAY_MS = 24 * 3_600_000;

export interface Telling {
  readonly head: string;
  readonly say: string;
  /** Whole minutes to the next break; null: not counted now. */
  readonly minutes: number | null;
}

export function tellingOf(state: DeskState): Telling {
  const view = deskView(state);
  switch (view.kind) {
    case 'counting': {
      const minutes = Math.ceil(view.dueInMs / 60_000);
      return { head: t.now.counting(minutes), say: standing(state) ?? t.now.countingSay, minutes };
    }
    case 'held': {
      const until = view.until === null ? null : near(view.until);
      return { head: t.now.held[view.because](until), say: t.now.heldSay, minutes: null };
    }
    case 'away':
      return { head: t.now.held.away(), say: t.now.away, minutes: null };
    case 'outside-hours':
      return {
        head: t.now['outside-hours'],
        say: t.now.outsideSay(view.until === null ? null : dayAndTime(view.until)),
        minutes: null,
      };
    case 'offered':
      return {
        head: t.offer.title,
        say: t.offer.because[view.offer.because](state.settings.everyMinutes),
        minutes: null,
      };
    case 'on-break':
      return { head: t.break.title, say: t.break.say, minutes: null };
  }
}

/** How long "enough standing" stays on the card. Own setting. */
const JUST_NOW_MS = 2 * 60_000;

const standing = ({ posture, postureMs, days }: DeskState): string | null => {
  if (posture === 'standing') return t.posture.standingFor(postureMs);
  const stood = (days.at(-1)?.standMs ?? 0) > 0;
  return stood && postureMs < JUST_NOW_MS ? `${t.sitDown.title}. ${t.sitDown.body}` : null;
};

const near = (at: number): string => (at - now() < DAY_MS ? clockTime(at) : dayAndTime(at));

/** Before the name of the app on the tab; null: the name alone. */
export function titleOf(state: DeskState): string | null {
  const view = deskView(state);
  if (view.kind === 'counting') return `${Math.ceil(view.dueInMs / 60_000)} ${t.minutesWord}`;
  if (view.kind === 'offered') return `● ${t.offer.title}`;
  return view.kind === 'held' ? t.now.held[view.because](null) : null;
}
