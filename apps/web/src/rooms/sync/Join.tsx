// Where the square code leads: the words stand in the part of the address that is never sent, and go from it at once.

import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Icon } from '../../parts/Icon.tsx';
import { wholeLog } from '../../person.ts';
import { openOutside } from '../../ports/outside.ts';
import { keptPhrase } from '../../ports/place.ts';
import { join } from '../../ports/sync.ts';
import { syncTexts } from '../../texts/sync.ts';
import './sync.css';

const t = syncTexts.join;

export function Join() {
  const { route } = useLocation();
  const [phrase, setPhrase] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const arrive = async () => {
    const told = location.hash.slice(1);
    history.replaceState(history.state, '', location.pathname);
    const { readPhrase } = await import('@unknot/sync/crypto');
    const read = readPhrase(told);
    if (read.kind === 'bad') return setTrouble(t.broken);
    const { sync } = await openOutside();
    if (sync) return setTrouble((await keptPhrase()) === read.phrase ? t.same : t.already);
    setPhrase(read.phrase);
  };
  useEffect(() => void arrive(), []);
  const go = async (words: string) => {
    setBusy(true);
    setTrouble(null);
    const because = await join(words);
    setBusy(false);
    if (because) setTrouble(syncTexts.because[because]);
    else route('/you/sync', true);
  };
  const count = wholeLog().length;
  return (
    <div class="pad sync">
      <section class="stack">
        <h1>{t.title}</h1>
        <p class="say">{t.say}</p>
        {phrase && (
          <p class="note honey">
            <Icon name="warn" />
            <span>{t.yours}</span>
          </p>
        )}
        {count > 0 && phrase && <p class="muted">{t.here(count)}</p>}
        {trouble && (
          <p class="note know" role="alert">
            {trouble}
          </p>
        )}
        <div class="row wrap">
          {phrase && (
            <button type="button" class="btn primary tall" disabled={busy} onClick={() => void go(phrase)}>
              {t.go}
            </button>
          )}
          <a class="btn quiet" href="/you/sync">
            {t.toSync}
          </a>
        </div>
      </section>
    </div>
  );
}
