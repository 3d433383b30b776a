// The break: stand up, look away, and if the gate is open one small movement or two guided minutes for the person's own
// muscles. Past a warning sign there is nothing but standing up and looking away, which every level allows.

import { isOpenAlone, makePlan } from '@unknot/engine/plan';
import { type DeskState, nextMove } from '@unknot/engine/prevention';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { agree } from '../../agree.ts';
import { conditionsOld, gate, type OpenGate } from '../../gate.ts';
import { Icon } from '../../parts/Icon.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { drafts, person } from '../../person.ts';
import { requestOf, targetsOf } from '../../plan-request.ts';
import { minute } from '../../ports/clock.ts';
import { loadPlan } from '../../ports/knowledge.ts';
import { hush, say } from '../../ports/speech.ts';
import { deskTexts as t } from '../../texts/desk.ts';
import { planTexts } from '../../texts/plan.ts';
import { breakWays, tellDesk } from './running.ts';

export function BreakScreen({ state }: { state: DeskState }) {
  const leave = (standing: boolean) => tellDesk({ kind: 'done', standing });
  useEffect(() => {
    if (breakWays().spoken) say(`${t.break.title}. ${t.break.say}`);
    return hush;
  }, []);
  // However the break ends, the screen is the person's again.
  useEffect(
    () => () => {
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    },
    [],
  );
  return (
    <div class="card stack desk-now on-break">
      <div class="stack tight">
        <h2>{t.break.title}</h2>
        <p>{t.break.say}</p>
      </div>
      <Countdown seconds={state.settings.breakSeconds} since={state.onBreak?.ms ?? 0} />
      <BreakContent state={state} />
      <div class="stack tight">
        <button type="button" class="btn primary tall" onClick={() => leave(false)}>
          {t.break.done}
        </button>
        {state.onBreak?.stand && (
          <button type="button" class="btn" onClick={() => leave(true)}>
            {t.break.doneStanding}
          </button>
        )}
      </div>
    </div>
  );
}

/** Counts by itself: the break clock looks only every ten seconds. */
function Countdown({ seconds, since }: { seconds: number; since: number }) {
  const [left, setLeft] = useState(Math.max(0, seconds - Math.round(since / 1000)));
  useEffect(() => {
    if (left <= 0) {
      if (breakWays().spoken) say(t.break.over, 'next');
      return;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <p class="desk-seconds num" role="timer">
      {left > 0 ? t.break.left(left) : t.break.over}
    </p>
  );
}

function BreakContent({ state }: { state: DeskState }) {
  const at = gate.value;
  if (at.kind === 'open') return <ForMe state={state} open={at} />;
  if (at.kind === 'closed')
    return (
      <p class="note know">
        <Icon name="info" />
        <span>
          {t.break.closed} <a href="/check">{t.break.closedLink}</a>
        </span>
      </p>
    );
  if (at.kind === 'ask')
    return (
      <p class="small muted">
        {t.break.ask} <a href="/check">{t.break.askLink}</a>
      </p>
    );
  return null;
}

const MOVES = 'desk-moves';

interface MovesOfDay {
  readonly day: string;
  readonly done: Readonly<Record<string, number>>;
}

async function movesOf(day: string): Promise<MovesOfDay> {
  try {
    const kept = JSON.parse((await drafts.get(MOVES)) ?? 'null') as MovesOfDay | null;
    if (kept?.day === day) return kept;
  } catch {
    // Unreadable: then none was done.
  }
  return { day, done: {} };
}

function ForMe({ state, open }: { state: DeskState; open: OpenGate }) {
  const knowledge = useLoaded(loadPlan);
  const { route } = useLocation();
  const [move, setMove] = useState<string | null>(null);
  const ready = knowledge.kind === 'ready' ? knowledge.value : null;
  const request = ready && requestOf(ready, person.value, open, minute.value, { minutes: 2, where: 'work', today: [] });
  const result = ready && request && makePlan(ready, request);
  const allowed = result?.kind === 'plan' || result?.kind === 'nothing-fits';

  useEffect(() => {
    if (!ready || !request || !result || result.kind === 'see-someone') return;
    // A plan names only what it could have meant; a movement may act on anything.
    const closed = new Set(state.limits.menu.filter((id) => !isOpenAlone(ready, request, id)));
    let live = true;
    void movesOf(state.today.date).then(({ day, done }) => {
      const next = nextMove(state.limits.menu, done, closed);
      if (!live || !next) return;
      setMove(next);
      const steps = ready.techniques.find(({ id }) => id === next)?.steps ?? [];
      if (breakWays().spoken) say(steps.join(' '), 'next');
      void drafts.put(MOVES, JSON.stringify({ day, done: { ...done, [next]: (done[next] ?? 0) + 1 } }));
    });
    return () => {
      live = false;
    };
    // Chosen once for each break.
  }, [ready !== null, state.offersMade]);

  if (!ready || !request || !result || !allowed) return null;
  const technique = ready.techniques.find(({ id }) => id === move);
  const target = targetsOf(person.value)[0];
  const muscle = target && ready.muscles.find(({ id }) => id === target.muscle);
  const isOld = conditionsOld.value.size > 0;
  const start = async () => {
    if (result.kind !== 'plan') return;
    await agree(open, request, { items: result.items, says: result.says });
    route('/session');
  };
  return (
    <>
      {technique && (
        <section class="stack tight desk-move" aria-label={t.break.move}>
          <p class="label">{t.break.move}</p>
          <h3>{technique.plainName}</h3>
          <ol class="small">
            {technique.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p class="xs muted">{t.break.stop}</p>
        </section>
      )}
      {result.kind === 'plan' &&
        (result.needsAsking.length > 0 || isOld ? (
          <p class="small muted">
            {t.break.conditions} <a href="/plan">{t.break.conditionsLink}</a>
          </p>
        ) : (
          <div class="stack tight">
            <button type="button" class="btn" onClick={() => void start()}>
              {t.break.guided(target && muscle ? `the ${planTexts.sideOf[target.side]} ${muscle.plainName}` : null)}
            </button>
            <p class="xs muted">{t.break.guidedSay}</p>
          </div>
        ))}
    </>
  );
}
