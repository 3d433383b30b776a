// The diary as a file: out, in, and gone.

import atlasEdition from '@unknot/atlas/data/edition.json';
import { exportJournal, importJournal } from '@unknot/journal/exchange';
import knowledgeEdition from '@unknot/knowledge/edition.json';
import { useState } from 'preact/hooks';
import { FileButton } from '../../parts/FileButton.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { type Said, SaidNote } from '../../parts/SaidNote.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { addToLog, eraseEverything, keptUnread, storageTrouble, wholeLog } from '../../person.ts';
import { now } from '../../ports/clock.ts';
import { saveFile } from '../../ports/save-file.ts';
import { youTexts as t } from '../../texts/you.ts';
import type { Elsewhere } from './elsewhere.ts';

/** Bytes above which a file is not even read. */
const FILE_LIMIT = 64 * 1024 * 1024;

export function Diary() {
  const [sensitive, setSensitive] = useState(false);
  const [told, setTold] = useState<Said | null>(null);
  const [sure, setSure] = useState(false);

  const save = () => {
    const editions = { atlas: String(atlasEdition.edition), knowledge: String(knowledgeEdition.edition) };
    const day = new Date(now()).toISOString().slice(0, 10);
    const text = exportJournal(wholeLog(), { exportedAt: now(), editions, sensitive });
    saveFile(`unknot-${day}.json`, new Blob([text], { type: 'application/json' }));
    setTold({ fine: true, text: t.saved });
  };

  const restore = async (file: File) => {
    if (file.size > FILE_LIMIT) return setTold({ fine: false, text: t.problem['too-large'] });
    const text = await file.text().catch(() => null);
    if (text === null) return setTold({ fine: false, text: t.problem.unreadable });
    const read = importJournal(text, new Set(wholeLog().map(({ id }) => id)));
    if (read.kind === 'bad') {
      const where = read.problem === 'malformed' ? ` ${t.problemWhere(read.where)}` : '';
      return setTold({ fine: false, text: t.problem[read.problem] + where });
    }
    await addToLog(read.add);
    if (storageTrouble.value && read.add.length > 0) return setTold({ fine: false, text: t.restoredForNow });
    setTold({ fine: true, text: t.restored(read.add.length, read.already) });
  };

  const saveElsewhere = (where: Elsewhere) => {
    setTold({ fine: true, text: t.making });
    void import('./elsewhere.ts')
      .then(({ saveFor }) => saveFor(where))
      .then(
        () => setTold({ fine: true, text: t.saved }),
        () => setTold({ fine: false, text: t.elsewhereFailed }),
      );
  };

  const erase = async () => {
    const { endEverything } = await import('../../ports/sync.ts');
    await endEverything();
    await eraseEverything();
  };

  return (
    <section class="card stack" aria-labelledby="you-diary">
      <h2 id="you-diary">{t.data}</h2>
      <p class="small muted">{t.dataLead}</p>
      <div class="row wrap">
        <button type="button" class="btn" onClick={save}>
          <Icon name="download" />
          {t.save}
        </button>
        <Switch label={t.withPrivate} on={sensitive} onChange={setSensitive} />
      </div>
      <FileButton accept="application/json,.json" onFile={(file) => void restore(file)}>
        {t.restore}
      </FileButton>
      <div class="stack tight diary-elsewhere">
        <h3>{t.elsewhere}</h3>
        <p class="small muted">{t.elsewhereLead}</p>
        <div class="row wrap">
          <button type="button" class="btn" onClick={() => saveElsewhere('table')}>
            {t.table}
          </button>
          <button type="button" class="btn" onClick={() => saveElsewhere('bundle')}>
            {t.bundle}
          </button>
        </div>
      </div>
      {told && <SaidNote {...told} />}
      {keptUnread.value.length > 0 && <p class="note honey">{t.keptUnread(keptUnread.value.length)}</p>}
      {sure ? (
        <div class="note stop erase" role="alert">
          <div class="stack tight">
            <b>{t.eraseSure}</b>
            <span>{t.eraseWhy}</span>
            <div class="row wrap">
              <button type="button" class="btn danger" onClick={() => void erase()}>
                {t.eraseYes}
              </button>
              <button type="button" class="btn" onClick={() => setSure(false)}>
                {t.eraseNo}
              </button>
            </div>
          </div>
        </div>
      ) : (
        <button type="button" class="btn quiet erase-ask" onClick={() => setSure(true)}>
          {t.erase}
        </button>
      )}
    </section>
  );
}
