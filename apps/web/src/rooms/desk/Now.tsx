// What stands now: the time to the next break, an offer with its three answers, or the break itself.

import type { DeskState } from '@unknot/engine/prevention';
import { useEffect } from 'preact/hooks';
import { announce } from '../../parts/announce.ts';
import { Icon } from '../../parts/Icon.tsx';
import { deskTexts as t } from '../../texts/desk.ts';
import { BreakScreen } from './BreakScreen.tsx';
import { breakWays, desk, tellDesk } from './running.ts';
import { save } from './saving.ts';
import { tellingOf } from './telling.ts';

export function DeskNow({ state }: { state: DeskState }) {
  if (state.onBreak) return <BreakScreen state={state} />;
  if (state.offer) return <Offered state={state} />;
  const { head, say, minutes } = tellingOf(state);
  return (
    <div class="card stack desk-now">
      {minutes !== null && (
        <p class="desk-minutes num" aria-hidden="true">
          <b>{t.minutesBig(minutes)}</b>
          <span>{t.minutesToBreak}</span>
        </p>
      )}
      <div class="stack tight">
        <h2 class={minutes === null ? '' : 'only-heard'}>{head}</h2>
        <p class="muted small">{say}</p>
      </div>
      <div class="row wrap">
        <button type="button" class="btn" onClick={() => tellDesk({ kind: 'ask' })}>
          {t.ask}
        </button>
        <button
          type="button"
          class="btn quiet"
          onClick={() => {
            tellDesk({ kind: 'take' });
            tellDesk({ kind: 'done', standing: false });
          }}
        >
          {t.had}
        </button>
      </div>
      {state.askRhythm && <Rhythm state={state} />}
    </div>
  );
}

/** Asked once after three skips: a longer rhythm, or leave it. */
function Rhythm({ state }: { state: DeskState }) {
  const { everyMinutes } = state.settings;
  const longer = Math.min(state.limits.everyMinutes.max, everyMinutes + 15);
  return (
    <div class="note">
      <div class="stack tight">
        <b>{t.rhythm.title}</b>
        <p class="small">{t.rhythm.say(longer)}</p>
        <div class="row wrap">
          {longer > everyMinutes && (
            <button type="button" class="btn" onClick={() => void save(state.limits, { everyMinutes: longer })}>
              {t.rhythm.change(longer)}
            </button>
          )}
          <button type="button" class="btn quiet" onClick={() => tellDesk({ kind: 'rhythm-answered' })}>
            {t.rhythm.keep}
          </button>
        </div>
      </div>
    </div>
  );
}

function Offered({ state }: { state: DeskState }) {
  const { offer } = state;
  useEffect(() => announce(t.offer.title), [offer?.number]);
  if (!offer) return null;
  return (
    <div class="card stack desk-now offered">
      <div class="stack tight">
        <h2>{t.offer.title}</h2>
        <p>{t.offer.because[offer.because](state.settings.everyMinutes)}</p>
        {offer.stand && (
          <p class="small row">
            <Icon name="person" size={20} />
            {t.offer.stand}
          </p>
        )}
        {offer.water && <p class="small muted">{t.offer.water}</p>}
      </div>
      <OfferAnswers />
      <p class="xs muted">{t.offer.skipSay}</p>
    </div>
  );
}

function OfferAnswers() {
  const take = () => {
    // A tap opens this door, so it has to be gone through at once.
    if (breakWays().fullScreen) void document.documentElement.requestFullscreen?.().catch(() => undefined);
    tellDesk({ kind: 'take' });
  };
  return (
    <div class="desk-answers">
      <button type="button" class="btn primary tall" onClick={take}>
        {t.offer.take}
      </button>
      <button type="button" class="btn" onClick={() => tellDesk({ kind: 'later', minutes: 5 })}>
        {t.offer.later}
      </button>
      <button type="button" class="btn quiet" onClick={() => tellDesk({ kind: 'skip' })}>
        {t.offer.skip}
      </button>
    </div>
  );
}

/** The small window on top: one line, and the answers when a break is offered. */
export function SmallDesk() {
  const state = desk.value;
  if (!state) return null;
  const { head, minutes } = tellingOf(state);
  return (
    <main class="small-desk">
      {minutes !== null ? (
        <p class="desk-minutes num" title={head}>
          <b>{t.minutesBig(minutes)}</b>
          <span>{t.minutesWord}</span>
        </p>
      ) : (
        <h1>{head}</h1>
      )}
      {state.offer && <OfferAnswers />}
      {state.onBreak && (
        <button type="button" class="btn primary" onClick={() => tellDesk({ kind: 'done', standing: false })}>
          {t.break.done}
        </button>
      )}
    </main>
  );
}
