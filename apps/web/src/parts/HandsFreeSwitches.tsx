// How a session is steered without hands, as kept for all sessions: whether it waits, and whether it listens.

import { useEffect, useState } from 'preact/hooks';
import { person, record } from '../person.ts';
import { fetchHearing, type HearsLocally, hearsLocally, spokenLanguage } from '../ports/voice.ts';
import { sessionTexts } from '../texts/session.ts';
import { Switch } from './Switch.tsx';

const t = sessionTexts.handsFree;

export function HandsFreeSwitches() {
  const voice = person.value.profile.voice ?? { spoken: true, chimes: true, vibration: true };
  const [can, setCan] = useState<HearsLocally | 'fetching' | 'failed' | null>(null);
  const lang = spokenLanguage();
  useEffect(() => void hearsLocally(lang).then(setCan), [lang]);
  const save = (change: Partial<typeof voice>) =>
    void record('profile.changed', { patch: { voice: { ...voice, ...change } } });
  const fetchIt = async () => {
    setCan('fetching');
    const fetched = await fetchHearing(lang);
    setCan(fetched ? 'yes' : 'failed');
    if (fetched) save({ hears: true });
  };
  return (
    <>
      <Switch label={t.waits} help={t.waitsHelp} on={voice.waits ?? false} onChange={(waits) => save({ waits })} />
      {can === 'yes' && (
        <Switch label={t.hears} help={t.hearsHelp} on={voice.hears ?? false} onChange={(hears) => save({ hears })} />
      )}
      {can === 'fetchable' && (
        <>
          <p class="small">{t.fetch}</p>
          <button type="button" class="btn to-start" onClick={() => void fetchIt()}>
            {t.fetchButton}
          </button>
        </>
      )}
      {can === 'fetching' && <p class="small">{t.fetching}</p>}
      {can === 'failed' && <p class="small">{t.notFetched}</p>}
      {can === 'no' && <p class="small">{t.cannot}</p>}
    </>
  );
}
