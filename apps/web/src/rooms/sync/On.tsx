// While it is on: another device, the words, and the three ways out.

import { useState } from 'preact/hooks';
import { lazy } from 'preact-iso';
import { Switch } from '../../parts/Switch.tsx';
import { outside, settle } from '../../ports/outside.ts';
import { chance, keptPhrase } from '../../ports/place.ts';
import { type Because, deleteOnServer, join, leave, moveTo, restartSync, syncView } from '../../ports/sync.ts';
import { syncTexts as t } from '../../texts/sync.ts';
import { EnterWords } from './EnterWords.tsx';
import { InviteForm } from './InviteForm.tsx';
import { Standing } from './Standing.tsx';
import { NewWords, WordList } from './Words.tsx';

const QrCode = lazy(() => import('./QrCode.tsx').then((m) => m.QrCode));

/** No other device can come to an address like this. */
const isHereOnly = () => /^(localhost|127\.|\[::1\])/.test(location.hostname);

const joinAddress = (phrase: string) => `${location.origin}/you/join#${phrase.replaceAll(' ', '-')}`;

export function On({ onDeleted }: { onDeleted: () => void }) {
  const [next, setNext] = useState<string | null>(null);
  const view = syncView.value;
  if (next) return <Move phrase={next} onEnd={() => setNext(null)} />;
  const begin = async () => setNext((await import('@unknot/sync/crypto')).newPhrase(chance));
  const isMoved = view?.kind === 'halted' && view.because === 'moved';
  return (
    <>
      <Standing>
        <Switch
          label={t.withPrivate}
          help={t.withPrivateHelp}
          on={outside.value?.withPrivate ?? false}
          onChange={(withPrivate) => void settle({ withPrivate }).then(restartSync)}
        />
      </Standing>
      {isMoved && (
        <EnterWords
          onPhrase={async (phrase) => {
            const trouble = await join(phrase);
            return trouble && t.because[trouble];
          }}
        />
      )}
      {!isMoved && <AddDevice />}
      <section class="card stack" aria-labelledby="sync-key">
        <div class="stack tight">
          <h2 id="sync-key">{t.newKey.title}</h2>
          <p class="small">{t.newKey.say}</p>
        </div>
        {view?.kind === 'in-step' && view.pending === 0 && !view.isMoving ? (
          <button type="button" class="btn to-start" onClick={() => void begin()}>
            {t.newKey.go}
          </button>
        ) : (
          <p class="small muted">{view?.isMoving ? t.newKey.done : t.newKey.notNow}</p>
        )}
      </section>
      <WaysOut onDeleted={onDeleted} />
    </>
  );
}

function AddDevice() {
  const [shown, setShown] = useState<{ readonly what: 'code' | 'words'; readonly phrase: string } | null>(null);
  const show = async (what: 'code' | 'words') => {
    const phrase = await keptPhrase();
    setShown(phrase && shown?.what !== what ? { what, phrase } : null);
  };
  return (
    <section class="card stack" aria-labelledby="sync-add">
      <h2 id="sync-add">{t.add.title}</h2>
      <p>{t.add.say}</p>
      <div class="row wrap">
        <button
          type="button"
          class={shown?.what === 'code' ? 'btn' : 'btn primary'}
          aria-expanded={shown?.what === 'code'}
          onClick={() => void show('code')}
        >
          {shown?.what === 'code' ? t.add.hide : t.add.show}
        </button>
        <button type="button" class="btn" aria-expanded={shown?.what === 'words'} onClick={() => void show('words')}>
          {shown?.what === 'words' ? t.words.hide : t.seeWords}
        </button>
      </div>
      {shown && <p class="note honey">{t.add.careful}</p>}
      {shown?.what === 'code' && (
        <div class="stack tight">
          <QrCode text={joinAddress(shown.phrase)} label={t.add.code} />
          {isHereOnly() && <p class="note know">{t.add.hereOnly}</p>}
          <p class="small">{t.add.or}</p>
          <p class="small">
            <b>{`${location.origin}/you/sync`}</b>
          </p>
        </div>
      )}
      {shown?.what === 'words' && <WordList phrase={shown.phrase} />}
    </section>
  );
}

/** To new words: they are shown and checked before anything changes. */
function Move({ phrase, onEnd }: { phrase: string; onEnd: () => void }) {
  const [trouble, setTrouble] = useState<Because | null>(null);
  const [tried, setTried] = useState(false);
  const go = async (invite: string | null) => {
    setTried(invite !== null);
    const because = await moveTo(phrase, invite ?? outside.value?.invite ?? null);
    setTrouble(because);
    if (!because) onEnd();
  };
  if (trouble === 'invite') return <InviteForm wasWrong={tried} onWord={go} onBack={onEnd} />;
  return (
    <div class="stack">
      {trouble && (
        <p class="note know" role="alert">
          {t.because[trouble]}
        </p>
      )}
      <NewWords phrase={phrase} onSure={() => void go(null)} onBack={onEnd} />
    </div>
  );
}

type Asked = 'leave' | 'leave-feed' | 'remove' | 'remove-last';

function WaysOut({ onDeleted }: { onDeleted: () => void }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [trouble, setTrouble] = useState<Because | null>(null);
  const remove = async () => {
    setAsked(null);
    const because = await deleteOnServer();
    setTrouble(because);
    if (!because) onDeleted();
  };
  return (
    <section class="card stack" aria-labelledby="sync-leave">
      <div class="stack tight">
        <h2 id="sync-leave">{t.leave.title}</h2>
        <p class="small">{t.leave.say}</p>
      </div>
      {asked === 'leave' ? (
        <Ask
          say={t.leave.sure}
          yes={t.leave.yes}
          onYes={async () => {
            if (!(await leave())) setAsked('leave-feed');
          }}
          onNo={() => setAsked(null)}
        />
      ) : asked === 'leave-feed' ? (
        <Ask say={t.leave.feedStays} yes={t.leave.anyway} onYes={() => void leave(true)} onNo={() => setAsked(null)} />
      ) : (
        <button type="button" class="btn to-start" onClick={() => setAsked('leave')}>
          {t.leave.go}
        </button>
      )}
      <div class="stack tight">
        <h2>{t.remove.title}</h2>
        <p class="small">{t.remove.say}</p>
      </div>
      {trouble && (
        <p class="note know" role="alert">
          {t.because[trouble]}
        </p>
      )}
      {asked === 'remove' && (
        <Ask say={t.remove.sure} yes={t.remove.yes} onYes={() => setAsked('remove-last')} onNo={() => setAsked(null)} />
      )}
      {asked === 'remove-last' && (
        <Ask say={t.remove.last} yes={t.remove.lastYes} onYes={() => void remove()} onNo={() => setAsked(null)} />
      )}
      {asked !== 'remove' && asked !== 'remove-last' && (
        <button type="button" class="btn quiet danger-ask" onClick={() => setAsked('remove')}>
          {t.remove.go}
        </button>
      )}
    </section>
  );
}

interface AskProps {
  readonly say: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function Ask({ say, yes, onYes, onNo }: AskProps) {
  return (
    <div class="note stop" role="alert">
      <div class="stack tight">
        <b>{say}</b>
        <div class="row wrap">
          <button type="button" class="btn danger" onClick={onYes}>
            {yes}
          </button>
          <button type="button" class="btn" onClick={onNo}>
            {t.no}
          </button>
        </div>
      </div>
    </div>
  );
}
