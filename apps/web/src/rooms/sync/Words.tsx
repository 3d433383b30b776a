// The twelve words: shown large, and asked for again, two of them, before anything depends on them.

import { useState } from 'preact/hooks';
import { syncTexts } from '../../texts/sync.ts';
import { useArrival } from './useArrival.ts';

const t = syncTexts.words;

export function WordList({ phrase }: { phrase: string }) {
  return (
    <ol class="words" aria-label={t.list}>
      {phrase.split(' ').map((word, index) => (
        <li key={`${index} ${word}`}>
          <span class="num muted" aria-hidden="true">
            {index + 1}
          </span>
          <b>{word}</b>
        </li>
      ))}
    </ol>
  );
}

/** Two places of twelve, the earlier one first. */
function twoPlaces(): readonly [number, number] {
  const first = Math.floor(Math.random() * 11);
  return [first, first + 1 + Math.floor(Math.random() * (11 - first))];
}

interface NewWordsProps {
  readonly phrase: string;
  readonly onSure: () => void;
  readonly onBack: () => void;
}

/** Shows the words, then asks for two of them. */
export function NewWords({ phrase, onSure, onBack }: NewWordsProps) {
  const [isWritten, setWritten] = useState(false);
  return isWritten ? (
    <TwoWords words={phrase.split(' ')} onSure={onSure} onAgain={() => setWritten(false)} />
  ) : (
    <Shown phrase={phrase} onWritten={() => setWritten(true)} onBack={onBack} />
  );
}

function Shown({ phrase, onWritten, onBack }: { phrase: string; onWritten: () => void; onBack: () => void }) {
  const heading = useArrival();
  return (
    <section class="card stack" aria-labelledby="sync-words">
      <h2 id="sync-words" ref={heading} tabIndex={-1}>
        {t.title}
      </h2>
      <p>{t.say}</p>
      <WordList phrase={phrase} />
      <div class="row wrap">
        <button type="button" class="btn primary" onClick={onWritten}>
          {t.written}
        </button>
        <button type="button" class="btn quiet" onClick={onBack}>
          {syncTexts.back}
        </button>
      </div>
    </section>
  );
}

interface TwoWordsProps {
  readonly words: readonly string[];
  readonly onSure: () => void;
  readonly onAgain: () => void;
}

function TwoWords({ words, onSure, onAgain }: TwoWordsProps) {
  const heading = useArrival();
  const [places] = useState(twoPlaces);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [wrong, setWrong] = useState(false);
  return (
    <form
      class="card stack"
      aria-labelledby="sync-check"
      onSubmit={(event) => {
        event.preventDefault();
        const isRight = places.every((place) => typed[place]?.trim().toLowerCase() === words[place]);
        setWrong(!isRight);
        if (isRight) onSure();
      }}
    >
      <h2 id="sync-check" ref={heading} tabIndex={-1}>
        {t.checkTitle}
      </h2>
      <p class="muted">{t.checkSay}</p>
      <div class="word-check">
        {places.map((place) => (
          <label class="field" key={place}>
            <span class="label">{t.which(place + 1)}</span>
            <input
              required
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              value={typed[place] ?? ''}
              onInput={(event) => setTyped({ ...typed, [place]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
      {wrong && (
        <p class="note know" role="alert">
          {t.checkNo}
        </p>
      )}
      <div class="row wrap">
        <button type="submit" class="btn primary">
          {t.check}
        </button>
        <button type="button" class="btn quiet" onClick={onAgain}>
          {t.again}
        </button>
      </div>
    </form>
  );
}
