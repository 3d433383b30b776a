// What stands before every plan: the gate. Asked first when it must be, said kindly when it is closed, and only then planned.

import type { PlanKnowledge } from '@unknot/knowledge/schema';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { gate, type OpenGate } from '../../gate.ts';
import { withMyOwn } from '../../own.ts';
import { useLoaded } from '../../parts/useLoaded.ts';
import { person } from '../../person.ts';
import { loadPlan } from '../../ports/knowledge.ts';
import { planTexts as t } from '../../texts/plan.ts';

interface WhenOpenProps {
  /** `knowledge` holds the person's own exercises. */
  readonly children: (knowledge: PlanKnowledge, open: OpenGate) => ComponentChildren;
}

export function WhenOpen({ children }: WhenOpenProps) {
  const knowledge = useLoaded(loadPlan);
  const at = gate.value;
  const { route } = useLocation();
  useEffect(() => {
    if (at.kind === 'ask') route('/check?then=plan', true);
  }, [at.kind, route]);
  const { own } = person.value;
  const mine = useMemo(() => (knowledge.kind === 'ready' ? withMyOwn(knowledge.value) : null), [knowledge, own]);
  if (at.kind === 'closed') return <SeeSomeone />;
  if (at.kind !== 'open' || mine === null) return <div class="pad" />;
  return <>{children(mine, at)}</>;
}

export function SeeSomeone() {
  return (
    <div class="pad stack">
      <h1>{t.seeSomeone}</h1>
      <a class="btn primary" href="/check">
        {t.seeSomeoneButton}
      </a>
    </div>
  );
}
