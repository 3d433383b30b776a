// Some servers take only people who are invited.

import { useState } from 'preact/hooks';
import { SaidNote } from '../../parts/SaidNote.tsx';
import { syncTexts } from '../../texts/sync.ts';

const t = syncTexts.invite;

interface InviteFormProps {
  /** A word was tried, and the server did not know it. */
  readonly wasWrong: boolean;
  readonly onWord: (word: string) => Promise<void>;
  readonly onBack: () => void;
}

export function InviteForm({ wasWrong, onWord, onBack }: InviteFormProps) {
  const [word, setWord] = useState('');
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void onWord(word.trim());
      }}
    >
      <SaidNote fine={!wasWrong} text={wasWrong ? syncTexts.because.invite : t.say} />
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
