// A session, hands free: pain now and what must be sure, then the player, then back to the diary.

import type { Cue } from '@unknot/engine/session';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { gate } from '../../gate.ts';
import { withMyOwn } from '../../own.ts';
import { useLoaded } from '../../parts/useLoaded.ts';
import { person } from '../../person.ts';
import { loadPlan } from '../../ports/knowledge.ts';
import { type AgreedPlan, type KeptSession, keptPlan, keptSession, planKey } from '../../ports/plan-draft.ts';
import { keepAwake } from '../../ports/wake.ts';
import { sessionTexts as t } from '../../texts/session.ts';
import { Before } from './Before.tsx';
import { leaves } from './leaves.ts';
import { Player } from './Player.tsx';
import { useSole } from './useSole.ts';
import './session.css';

interface Ready {
  readonly plan: AgreedPlan | null;
  readonly running: KeptSession | null;
  readonly knowledge: PlanKnowledge;
}

const loadReady = async (): Promise<Ready> => {
  const [plan, running, knowledge] = await Promise.all([keptPlan(), keptSession(), loadPlan()]);
  return { plan, running, knowledge };
};

export function Session() {
  const ready = useLoaded(loadReady);
  const { route } = useLocation();
  const [begun, setBegun] = useState<{ kept: KeptSession; opening: readonly Cue[] } | null>(null);
  const [taken, setTaken] = useState<KeptSession | null>(null);
  useEffect(() => {
    keepAwake(true);
    return () => keepAwake(false);
  }, []);
  const at = gate.value.kind;
  const stored = ready.kind === 'ready' ? ready.value.running : null;
  const kept = taken ?? begun?.kept ?? stored;
  const playing = kept !== null;
  const sole = useSole(playing);
  /** The other window has written down where it stands; from there it goes on here. */
  const takeOver = () =>
    sole.take(async () => {
      const latest = await keptSession();
      if (latest) setTaken(latest);
      else route('/', true);
    });
  const isOver = person.value.sessions.some(
    ({ sessionId, finishedAt }) => sessionId === kept?.sessionId && finishedAt !== null,
  );
  const goes =
    (ready.kind === 'ready' || at === 'closed') && leaves(gate.value, !playing ? 'no' : isOver ? 'over' : 'yes');
  useEffect(() => {
    if (goes) route('/check', true);
  }, [goes, route]);

  // Coming back after a reload, the machine asks at once whether the check still stands; it must be known by then.
  if (goes || ready.kind !== 'ready' || at === 'wait') return <div class="pad" />;
  const { plan } = ready.value;
  const knowledge = withMyOwn(ready.value.knowledge);
  if (kept && sole.at === 'mine')
    return (
      <Player
        key={taken ? 'taken' : 'here'}
        kept={kept}
        knowledge={knowledge}
        opening={kept === begun?.kept ? begun.opening : null}
      />
    );
  if (kept)
    return sole.at === 'asking' ? (
      <div class="pad" />
    ) : (
      <div class="pad stack why-stop">
        <h1>{t.elsewhere.title}</h1>
        <p>{at === 'open' ? t.elsewhere.body : t.elsewhere.stays}</p>
        {at === 'open' && (
          <button type="button" class="btn primary tall" onClick={() => void takeOver()}>
            {t.elsewhere.take}
          </button>
        )}
        <a class="btn" href="/">
          {t.elsewhere.home}
        </a>
      </div>
    );
  // A plan made for another story (new answers, a session in between) is not started.
  const open = gate.value;
  if (!plan || open.kind !== 'open' || plan.madeFor !== planKey(open))
    return (
      <div class="pad stack">
        <h1>{plan ? t.oldPlan : t.noPlan}</h1>
        <a class="btn primary" href="/plan">
          {t.makePlan}
        </a>
      </div>
    );
  return <Before plan={plan} knowledge={knowledge} onBegun={(kept, opening) => setBegun({ kept, opening })} />;
}
