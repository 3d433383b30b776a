// The desk: a room that is left open all day. Above, what comes next and what is offered now; below, how breaks come.

import type { BreakLimits } from '@unknot/engine/prevention';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Choice, Segments } from '../../parts/Choice.tsx';
import { Explain } from '../../parts/Explain.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { WayOn } from '../../parts/WayOn.tsx';
import { canFloat, openFloating } from '../../ports/pip.ts';
import { deskTexts as t } from '../../texts/desk.ts';
import { refreshCalendar } from './busy.ts';
import { CalendarCard } from './CalendarCard.tsx';
import { DeskSettings } from './DeskSettings.tsx';
import './desk.css';
import { History } from './History.tsx';
import { DeskNow, SmallDesk } from './Now.tsx';
import { desk, deskRuns, loadLimits, resumeDesk, startDesk, stopDesk, tellDesk } from './running.ts';
import { Ways } from './Ways.tsx';

export function Desk() {
  const limits = useLoaded(loadLimits);
  useEffect(() => {
    if (deskRuns.peek() && !desk.peek()) void resumeDesk();
    void refreshCalendar();
  }, []);
  return (
    <div class="pad desk">
      <section class="stack">
        <header class="stack tight">
          <h1>{t.title}</h1>
          {!deskRuns.value && <p class="muted">{t.lead}</p>}
          <Explain about="sitting" />
        </header>
        {deskRuns.value ? <Running /> : <Begin />}
        <History />
      </section>
      {limits.kind === 'ready' ? <Below limits={limits.value} /> : <div class="desk-waiting" />}
    </div>
  );
}

function Below({ limits }: { limits: BreakLimits }) {
  return (
    <section class="stack">
      <DeskSettings limits={limits} />
      <Ways />
      <CalendarCard />
      <WayOn card path="/desk/check" icon="search" name={t.links.check} what={t.links.checkSay} />
      <WayOn card path="/schedule" icon="calendar" name={t.links.schedule} what={t.links.scheduleSay} />
    </section>
  );
}

function Begin() {
  return (
    <div class="card stack">
      <p>{t.notRunning}</p>
      <button type="button" class="btn primary tall" onClick={() => void startDesk()}>
        {t.start}
      </button>
    </div>
  );
}

function Running() {
  const [floating, setFloating] = useState<{ close: () => void } | null>(null);
  useEffect(() => () => floating?.close(), [floating]);
  const float = async () => {
    const opened = await openFloating({ width: 280, height: 220 }, () => setFloating(null));
    if (!opened) return;
    render(<SmallDesk />, opened.place);
    setFloating({ close: opened.close });
  };
  const state = desk.value;
  if (!state) return <div class="card desk-now" role="status" />;
  const resting = state.offer !== null || state.onBreak !== null;
  return (
    <>
      <DeskNow state={state} />
      {!resting && (
        <>
          <Choice label={t.quiet.title}>
            {state.quiet ? (
              <button type="button" class="chip" onClick={() => tellDesk({ kind: 'quiet', minutes: 0 })}>
                {t.quiet.end}
              </button>
            ) : (
              ([30, 60, 'tomorrow'] as const).map((minutes) => (
                <button key={minutes} type="button" class="chip" onClick={() => tellDesk({ kind: 'quiet', minutes })}>
                  {t.quiet[minutes]}
                </button>
              ))
            )}
          </Choice>
          {state.settings.sitStand && (
            <Segments
              label={t.posture.title}
              options={['sitting', 'standing']}
              words={(posture) => t.posture[posture]}
              chosen={state.posture}
              onChosen={(posture) => tellDesk({ kind: 'posture', posture })}
            />
          )}
          <div class="row wrap">
            {canFloat && (
              <button type="button" class="btn" onClick={() => (floating ? floating.close() : void float())}>
                {floating ? t.floatClose : t.float}
              </button>
            )}
            <button type="button" class="btn quiet" onClick={stopDesk}>
              {t.stop}
            </button>
          </div>
        </>
      )}
    </>
  );
}
