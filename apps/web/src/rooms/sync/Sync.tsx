// Devices and backup: several devices in step through a server that can read nothing, and the diary as a sealed file.

import { useEffect, useState } from 'preact/hooks';
import { BackTo } from '../../parts/BackTo.tsx';
import { openOutside, outside } from '../../ports/outside.ts';
import { capabilities } from '../../ports/place.ts';
import { startSync } from '../../ports/sync.ts';
import { syncTexts as t } from '../../texts/sync.ts';
import { Backup } from './Backup.tsx';
import { Off } from './Off.tsx';
import { On } from './On.tsx';
import './sync.css';

export function Sync() {
  const [able, setAble] = useState<boolean | null>(null);
  const [deleted, setDeleted] = useState(false);
  const look = () => {
    setAble(null);
    void capabilities().then((found) => setAble(found !== null));
  };
  useEffect(() => {
    void openOutside().then(({ sync }) => (sync ? startSync() : look()));
  }, []);
  const settled = outside.value;
  const isOn = settled?.sync === true;
  // After leaving, the server is looked at anew.
  useEffect(() => {
    if (settled && !isOn) look();
  }, [isOn]);
  return (
    <div class="pad sync">
      <BackTo path="/you">{t.backToYou}</BackTo>
      <header class="stack tight">
        <h1>{t.title}</h1>
        <p class="muted">{t.lead}</p>
      </header>
      <div class="sync-columns">
        <div class="stack">
          {deleted && !isOn && (
            <p class="note" role="status">
              {t.remove.done}
            </p>
          )}
          {isOn ? (
            <On onDeleted={() => setDeleted(true)} />
          ) : able === null ? (
            <p class="card muted" role="status">
              {t.opening}
            </p>
          ) : able ? (
            <Off />
          ) : (
            <section class="card stack">
              <p role="status">{t.noServer}</p>
              <button type="button" class="btn to-start" onClick={look}>
                {t.lookAgain}
              </button>
            </section>
          )}
        </div>
        <div class="stack">
          <Backup />
        </div>
      </div>
    </div>
  );
}
