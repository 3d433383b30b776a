// One technique, done now as a guided session: through the same gate, the same limits and the same planner as any plan.

import { makePlan } from '@unknot/engine/plan';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { agree } from '../../agree.ts';
import { conditionsHeld, conditionsOld, gate } from '../../gate.ts';
import { namesIn } from '../../names.ts';
import { Guide } from '../../parts/Guide.tsx';
import { person } from '../../person.ts';
import { onlyThis, requestOf } from '../../plan-request.ts';
import { now } from '../../ports/clock.ts';
import { minutesOf } from '../../texts/amounts.ts';
import { habitTexts as t } from '../../texts/habits.ts';
import { planTexts } from '../../texts/plan.ts';

interface PractiseProps {
  readonly knowledge: PlanKnowledge;
  readonly technique: string;
  /** Most it may take. */
  readonly minutes: number;
}

export function Practise({ knowledge, technique, minutes }: PractiseProps) {
  const { route } = useLocation();
  const at = gate.value;
  const state = person.value;
  const conditions = conditionsHeld.value;
  const plan = useMemo(() => {
    if (at.kind !== 'open') return null;
    const fit = { minutes, where: 'home', today: [] } as const;
    const request = onlyThis(knowledge, requestOf(knowledge, state, at, now(), fit), technique);
    return { open: at, request, result: makePlan(knowledge, request) };
  }, [at, knowledge, state, technique, minutes, conditions]);
  const known = knowledge.techniques.find(({ id }) => id === technique);
  if (!known) return null;
  const result = plan?.result;
  const closed =
    result && result.kind !== 'plan' && result.kind !== 'see-someone'
      ? result.leftOut.find((left) => left.technique === technique)
      : undefined;
  const start = async () => {
    if (plan?.result.kind !== 'plan') return;
    // Unknown is never "no": the plan room asks what is open before anything starts.
    if (plan.result.needsAsking.length > 0 || conditionsOld.value.size > 0) return route('/plan');
    await agree(plan.open, plan.request, plan.result);
    route('/session');
  };
  const names = namesIn(knowledge);
  return (
    <div class="practise">
      <div class="thumb">
        <Guide technique={technique} muscle={null} side="left" label="" motion="still" />
      </div>
      <div class="stack tight">
        <h3>{known.plainName}</h3>
        {result?.kind === 'plan' && (
          <button type="button" class="btn" onClick={() => void start()}>
            {t.practise(minutesOf(result.seconds))}
          </button>
        )}
        {at.kind === 'ask' && (
          <a class="btn" href="/check">
            {t.check}
          </a>
        )}
        {closed && (
          <p class="small muted">{t.notNow(closed.because.map((reason) => planTexts.left(reason, names)).join(' '))}</p>
        )}
      </div>
    </div>
  );
}
