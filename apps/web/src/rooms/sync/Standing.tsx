// How the exchange stands, in calm words.

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../parts/Icon.tsx';
import { person, wholeLog } from '../../person.ts';
import { minute } from '../../ports/clock.ts';
import { roomOnServer, type SyncView, syncView } from '../../ports/sync.ts';
import { syncTexts } from '../../texts/sync.ts';

const t = syncTexts.stand;

/** One line that says it, for people and for tests. */
function standing(view: SyncView | null, now: number): string {
  if (!view || view.kind === 'off') return t.starting;
  const { kind, because, pending, inStepAt } = view;
  switch (kind) {
    case 'working':
      return t.working(pending);
    case 'in-step':
      return because === 'quota' ? t.inStepPending(pending) : t.inStep(t.ago(Math.max(0, now - (inStepAt ?? now))));
    case 'waiting':
      if (because === 'network') return t.noLine(pending);
      return because === 'busy' ? t.busy(pending) : syncTexts.because[because ?? 'busy'];
    case 'halted':
      return syncTexts.because[because ?? 'forbidden'];
  }
}

export function Standing({ children }: { children: ComponentChildren }) {
  const view = syncView.value;
  // The clock of the shell goes by half minutes; what has just happened may be younger.
  const now = Math.max(minute.value, view?.inStepAt ?? 0);
  const isInStep = view?.kind === 'in-step' && view.pending === 0;
  const [room, setRoom] = useState<{ bytes: number; quotaBytes: number } | null>(null);
  useEffect(() => {
    if (isInStep) void roomOnServer().then(setRoom);
  }, [isInStep]);
  // Counted anew whenever the diary has grown.
  const count = person.value && wholeLog().length;
  const isCalm = view?.kind !== 'halted' && view?.because !== 'quota';
  return (
    <section class="card stack tight" aria-labelledby="sync-stand">
      <h2 id="sync-stand">{t.title}</h2>
      <p class={isCalm ? 'note standing' : 'note know standing'} role="status">
        <Icon name={view?.kind === 'in-step' ? 'tick' : isCalm ? 'swap' : 'warn'} />
        <span>{standing(view, now)}</span>
      </p>
      {view?.isMoving && <p class="small">{t.moving}</p>}
      {view && view.unopened > 0 && <p class="small">{t.unopened(view.unopened)}</p>}
      {view && view.tooLarge > 0 && <p class="small">{t.tooLarge(view.tooLarge)}</p>}
      <p class="small muted num">
        {t.here(count)}
        {room && ` · ${t.room(room.bytes, room.quotaBytes)}`}
      </p>
      {children}
    </section>
  );
}
