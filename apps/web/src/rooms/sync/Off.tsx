// Before anything is switched on: what it is, what losing the words means, then new words or those of another device.

import { useState } from 'preact/hooks';
import { ConfirmLine } from '../../parts/ConfirmLine.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { SaidNote } from '../../parts/SaidNote.tsx';
import { ownPhrase } from '../../ports/place.ts';
import { type Because, join, switchOn } from '../../ports/sync.ts';
import { syncTexts } from '../../texts/sync.ts';
import { EnterWords } from './EnterWords.tsx';
import { InviteForm } from './InviteForm.tsx';
import { NewWords } from './Words.tsx';

const t = syncTexts.off;

type At =
  | { readonly kind: 'what' | 'enter' }
  | { readonly kind: 'new'; readonly phrase: string }
  | {
      readonly kind: 'starting';
      readonly phrase: string;
      readonly invite: string | null;
      readonly trouble: Because | null;
    };

export function Off() {
  const [at, setAt] = useState<At>({ kind: 'what' });
  const [understood, setUnderstood] = useState(false);
  const start = async (phrase: string, invite: string | null) => {
    setAt({ kind: 'starting', phrase, invite, trouble: null });
    const trouble = await switchOn(phrase, invite);
    if (trouble) setAt({ kind: 'starting', phrase, invite, trouble });
  };
  const back = () => setAt({ kind: 'what' });
  switch (at.kind) {
    case 'new':
      return <NewWords phrase={at.phrase} onSure={() => void start(at.phrase, null)} onBack={back} />;
    case 'enter':
      return (
        <EnterWords
          onPhrase={async (phrase) => {
            const trouble = await join(phrase);
            return trouble && syncTexts.because[trouble];
          }}
          onBack={back}
        />
      );
    case 'starting':
      if (at.trouble === 'invite')
        return <InviteForm wasWrong={at.invite !== null} onWord={(word) => start(at.phrase, word)} onBack={back} />;
      return (
        <section class="card stack">
          <SaidNote fine={!at.trouble} text={at.trouble ? syncTexts.because[at.trouble] : syncTexts.working} />
          {at.trouble && (
            <div class="row wrap">
              <button type="button" class="btn primary" onClick={() => void start(at.phrase, at.invite)}>
                {syncTexts.lookAgain}
              </button>
              <button type="button" class="btn quiet" onClick={back}>
                {syncTexts.back}
              </button>
            </div>
          )}
        </section>
      );
    case 'what':
      return (
        <section class="card stack" aria-labelledby="sync-off">
          <h2 id="sync-off">{t.title}</h2>
          <ul class="stack tight">
            {t.what.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <div class="note honey">
            <Icon name="warn" />
            <div class="stack tight">
              <b>{t.lostTitle}</b>
              <span>{t.lost}</span>
            </div>
          </div>
          <ConfirmLine on={understood} onChange={setUnderstood}>
            {t.understood}
          </ConfirmLine>
          <div class="row wrap">
            <button
              type="button"
              class="btn primary"
              disabled={!understood}
              onClick={() => void ownPhrase().then((phrase) => setAt({ kind: 'new', phrase }))}
            >
              {t.begin}
            </button>
            <button type="button" class="btn quiet" onClick={() => setAt({ kind: 'enter' })}>
              {t.have}
            </button>
          </div>
        </section>
      );
  }
}
