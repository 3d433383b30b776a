// Words from another device or from paper, typed in; what is wrong with them is said kindly.

import { useState } from 'preact/hooks';
import { syncTexts } from '../../texts/sync.ts';
import { useArrival } from './useArrival.ts';

const t = syncTexts.enter;

export interface BadWords {
  readonly because: 'count' | 'word' | 'order';
  readonly word?: string;
}

export const badWordsSay = ({ because, word }: BadWords): string =>
  because === 'word' ? t.bad.word(word ?? '') : t.bad[because];

export function WordsField({
  label,
  value,
  onInput,
}: {
  label: string;
  value: string;
  onInput: (text: string) => void;
}) {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <textarea
        rows={3}
        required
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

interface EnterWordsProps {
  /** @returns what to say when it did not work, or null */
  readonly onPhrase: (phrase: string) => Promise<string | null>;
  readonly onBack?: () => void;
}

export function EnterWords({ onPhrase, onBack }: EnterWordsProps) {
  const heading = useArrival();
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    setTrouble(null);
    const { readPhrase } = await import('@unknot/sync/crypto');
    const read = readPhrase(typed);
    setTrouble(read.kind === 'bad' ? badWordsSay(read) : await onPhrase(read.phrase));
    setBusy(false);
  };
  return (
    <form
      class="card stack"
      aria-labelledby="sync-enter"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <h2 id="sync-enter" ref={heading} tabIndex={-1}>
        {t.title}
      </h2>
      <p class="muted">{t.say}</p>
      <WordsField label={t.label} value={typed} onInput={setTyped} />
      {trouble && (
        <p class="note know" role="alert">
          {trouble}
        </p>
      )}
      <div class="row wrap">
        <button type="submit" class="btn primary" disabled={busy}>
          {t.go}
        </button>
        {onBack && (
          <button type="button" class="btn quiet" onClick={onBack}>
            {syncTexts.back}
          </button>
        )}
      </div>
    </form>
  );
}
