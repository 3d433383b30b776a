// The emergency card, one tap from anywhere.

import { useLocation } from 'preact-iso';
import { EmergencyCard } from '../../parts/EmergencyCard.tsx';
import { Explain } from '../../parts/Explain.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { journalReady, person, record } from '../../person.ts';
import { helpTexts as t } from '../../texts/help.ts';

export function Help() {
  const { route } = useLocation();
  return (
    <div class="pad stack" style={{ maxWidth: '720px', margin: '0 auto' }}>
      <button
        type="button"
        class="iconbtn to-start"
        aria-label={t.back}
        onClick={() => (history.length > 1 ? history.back() : route('/'))}
      >
        <Icon name="back" />
      </button>
      <EmergencyCard
        kind="emergency"
        country={person.value.profile.region ?? null}
        // Before the diary is open the choice holds on this card alone.
        onCountry={(region) => journalReady.value && void record('profile.changed', { patch: { region } })}
      >
        <h2>{t.whenTitle}</h2>
        <ul class="stack tight">
          {t.when.map((sign) => (
            <li key={sign}>{sign}</li>
          ))}
        </ul>
        <p class="small muted">{t.noSignal}</p>
        <Explain about="get-help" />
      </EmergencyCard>
    </div>
  );
}
