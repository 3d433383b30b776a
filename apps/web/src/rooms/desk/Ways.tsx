// How breaks make themselves known. Every permission is asked for on a tap, and a no has a way on.

import { useEffect, useState } from 'preact/hooks';
import { Switch } from '../../parts/Switch.tsx';
import { askToDetectIdle, canDetectIdle, mayDetectIdle } from '../../ports/idle.ts';
import { askToNotify, notifyLeave } from '../../ports/notify.ts';
import { deskTexts } from '../../texts/desk.ts';
import { type BreakWays, breakWays, loadLimits } from './running.ts';
import { saveWays } from './saving.ts';

const t = deskTexts.ways;
const set = async (change: Partial<BreakWays>) => saveWays(await loadLimits(), change);

export function Ways() {
  const ways = breakWays();
  const [leave, setLeave] = useState(notifyLeave());
  const wantNotices = async (on: boolean) => {
    const answer = on && leave === 'default' ? await askToNotify() : leave;
    setLeave(answer);
    await set({ notify: on && answer === 'granted' });
  };
  return (
    <section class="card stack" aria-labelledby="desk-ways">
      <h2 id="desk-ways">{t.title}</h2>
      <p class="small muted">{t.always}</p>
      {leave === 'none' || leave === 'denied' ? (
        <p class="note know" role="status">
          <span>{leave === 'none' ? t.none : t.denied}</span>
        </p>
      ) : (
        <Switch
          label={t.notify}
          {...(leave === 'default' ? { help: t.notifyHelp } : {})}
          on={ways.notify && leave === 'granted'}
          onChange={(on) => void wantNotices(on)}
        />
      )}
      <Switch label={t.spoken} on={ways.spoken} onChange={(spoken) => void set({ spoken })} />
      {document.fullscreenEnabled && (
        <Switch label={t.fullScreen} on={ways.fullScreen} onChange={(fullScreen) => void set({ fullScreen })} />
      )}
      <Idle />
    </section>
  );
}

function Idle() {
  const [may, setMay] = useState<boolean | 'denied'>(false);
  useEffect(() => {
    void mayDetectIdle().then(setMay);
  }, []);
  if (!canDetectIdle) return <p class="small muted">{t.idleNo}</p>;
  if (may === true) return <p class="small muted">{t.idleOn}</p>;
  if (may === 'denied')
    return (
      <p class="small muted" role="status">
        {t.idleDenied}
      </p>
    );
  return (
    <div class="row between wrap">
      <span class="grow">
        {t.idle}
        <span class="xs muted desk-help">{t.idleHelp}</span>
      </span>
      <button
        type="button"
        class="btn"
        onClick={() => void askToDetectIdle().then((granted) => setMay(granted || 'denied'))}
      >
        {t.allow}
      </button>
    </div>
  );
}
