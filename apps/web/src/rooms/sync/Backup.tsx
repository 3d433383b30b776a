// The encrypted backup: one tap out, and the way back in.

import { useState } from 'preact/hooks';
import { FileButton } from '../../parts/FileButton.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { type Said, SaidNote } from '../../parts/SaidNote.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { shortDay } from '../../parts/when.ts';
import { type BroughtBack, bringBack, saveBackup } from '../../ports/backup.ts';
import { outside, settle } from '../../ports/outside.ts';
import { ownPhrase } from '../../ports/place.ts';
import { syncTexts } from '../../texts/sync.ts';
import { badWordsSay, WordsField } from './EnterWords.tsx';
import { NewWords } from './Words.tsx';

const t = syncTexts.backup;

export function Backup() {
  const [phrase, setPhrase] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const settled = outside.value;
  if (!settled) return null;
  const save = async () => {
    await saveBackup();
    setSaid({ fine: true, text: t.saved });
  };
  if (phrase)
    return (
      <div class="stack tight">
        <p class="note">{t.first}</p>
        <NewWords
          phrase={phrase}
          onSure={() => {
            setPhrase(null);
            void settle({ hasWords: true }).then(save);
          }}
          onBack={() => setPhrase(null)}
        />
      </div>
    );
  return (
    <section class="card stack" aria-labelledby="sync-backup">
      <h2 id="sync-backup">{t.title}</h2>
      <p>{t.say}</p>
      <div class="row wrap">
        <button
          type="button"
          class={settled.sync || !settled.hasWords ? 'btn' : 'btn primary'}
          onClick={() => void (settled.hasWords ? save() : ownPhrase().then(setPhrase))}
        >
          <Icon name="download" />
          {t.save}
        </button>
        <span class="small muted">{settled.backupAt ? t.last(shortDay(settled.backupAt)) : t.never}</span>
      </div>
      {said && <SaidNote {...said} />}
      <BringBack />
      {!settled.sync && (
        <Switch
          label={syncTexts.withPrivate}
          help={syncTexts.withPrivateHelp}
          on={settled.withPrivate}
          onChange={(withPrivate) => void settle({ withPrivate })}
        />
      )}
      <Switch label={t.line} on={settled.backupLine} onChange={(backupLine) => void settle({ backupLine })} />
    </section>
  );
}

function BringBack() {
  const [file, setFile] = useState<File | null>(null);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const hear = (chosen: File, back: BroughtBack, asked: boolean) => {
    const asks = back.kind === 'wrong-phrase' || back.kind === 'bad-words';
    setFile(asks ? chosen : null);
    if (!asks) setTyped('');
    if (back.kind === 'added') setSaid({ fine: true, text: t.added(back.added, back.already, shortDay(back.madeAt)) });
    else if (back.kind === 'bad-words') setSaid({ fine: false, text: badWordsSay(back) });
    else if (back.kind === 'wrong-phrase' && !asked) setSaid({ fine: true, text: t.wordsFirst });
    else setSaid({ fine: false, text: t.problem[back.kind] });
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (file) void bringBack(file, typed).then((back) => hear(file, back, true));
      }}
    >
      <FileButton
        accept=".backup,application/octet-stream"
        onFile={(chosen) => void bringBack(chosen, null).then((back) => hear(chosen, back, false))}
      >
        {t.restore}
      </FileButton>
      {said && <SaidNote {...said} />}
      {file && (
        <>
          <WordsField label={t.words} value={typed} onInput={setTyped} />
          <button type="submit" class="btn primary to-start">
            {t.open}
          </button>
        </>
      )}
    </form>
  );
}
