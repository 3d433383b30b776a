// Some servers take only people who are invited.

import { useState } from 'preact/hooks';
import { syncTexts } from '../../texts/sync.ts';

const t = syncTexts.invite;

export function InviteForm({ onWord, onBack }: { onWord: (word: string) => Promise<void>; onBack: () => void }) {
  const [word, setWord] = useState('');
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void onWord(word.trim());
      }}
    >
      <p class="note" role="status">
        {t.say}
      </p>
      <label class="field">
        <span class="label">{t.label}</span>
        <input
          required
          autocomplete="off"
          autocapitalize="none"
          value={word}
          onInput={(event) => setWord(event.currentTarget.value)}
        />
      </label>
      <div class="row wrap">
        <button type="submit" class="btn primary">
          {t.go}
        </button>
        <button type="button" class="btn quiet" onClick={onBack}>
          {syncTexts.back}
        </button>
      </div>
    </form>
  );
}
