// One quiet line of Today when the last encrypted backup is long ago. It asks for nothing, and can be told to stop.

import { useEffect } from 'preact/hooks';
import { openOutside, outside, settle } from '../ports/outside.ts';
import { backupLineTexts as t } from '../texts/sync.ts';

/** @param since  epoch ms: silent when there is a backup from then or later */
export function BackupLine({ since }: { since: number }) {
  useEffect(() => void openOutside(), []);
  const settled = outside.value;
  if (!settled?.backupLine || settled.sync || (settled.backupAt ?? 0) > since) return null;
  return (
    <p class="small muted backup-line">
      {t.say} <a href="/you/sync">{t.go}</a>
      <button type="button" class="btn quiet" onClick={() => void settle({ backupLine: false })}>
        {t.off}
      </button>
    </p>
  );
}
