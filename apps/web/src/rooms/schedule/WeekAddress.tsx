// An address that calendar programs subscribe to: made only when wanted, with honest words about who can read it.

import { useEffect, useState } from 'preact/hooks';
import { announce } from '../../parts/announce.ts';
import { openOutside, outside } from '../../ports/outside.ts';
import { type FeedTrouble, feedAddress, publishWeek, takeWeekBack } from '../../ports/week-feed.ts';
import { syncTexts, feedTexts as t } from '../../texts/sync.ts';

export function WeekAddress() {
  const [trouble, setTrouble] = useState<FeedTrouble | 'not-off' | null>(null);
  const [invite, setInvite] = useState('');
  useEffect(() => void openOutside(), []);
  const id = outside.value?.feed ?? null;
  const make = async (word: string | null) => {
    const { weekText } = await import('./week-text.ts');
    const because = await publishWeek(await weekText(), word);
    setTrouble(because);
    if (!because) (await import('../../ports/background.ts')).startBackground();
  };
  const end = async () => {
    const isGone = await takeWeekBack();
    setTrouble(isGone ? null : 'not-off');
    if (isGone) announce(t.isOff);
  };
  const copy = async (address: string) => {
    await navigator.clipboard?.writeText(address).then(
      () => announce(t.copied),
      () => undefined,
    );
  };
  return (
    <details class="why">
      <summary>{t.title}</summary>
      <div class="stack tight">
        <p>{t.say}</p>
        {id ? (
          <>
            <label class="field">
              <span class="label">{t.label}</span>
              <input readOnly value={feedAddress(id)} onFocus={(event) => event.currentTarget.select()} />
            </label>
            <div class="row wrap">
              <button type="button" class="btn" onClick={() => void copy(feedAddress(id))}>
                {t.copy}
              </button>
              <button type="button" class="btn quiet" onClick={() => void end()}>
                {t.off}
              </button>
            </div>
          </>
        ) : (
          <form
            class="stack tight"
            onSubmit={(event) => {
              event.preventDefault();
              void make(invite.trim() || null);
            }}
          >
            {trouble === 'invite' && (
              <label class="field">
                <span class="label">{syncTexts.invite.say}</span>
                <input required value={invite} onInput={(event) => setInvite(event.currentTarget.value)} />
              </label>
            )}
            <button type="submit" class="btn to-start">
              {t.on}
            </button>
          </form>
        )}
        {trouble && trouble !== 'invite' && (
          <p class="note know" role="alert">
            {trouble === 'not-off' ? t.notOff : t.trouble[trouble]}
          </p>
        )}
      </div>
    </details>
  );
}
