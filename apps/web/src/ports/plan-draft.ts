// The plan a session plays and the session that is being played, kept until the session is over.

import type { PlanItem } from '@unknot/engine/plan';
import { decode, encode, type SessionState } from '@unknot/engine/session';
import knowledgeEdition from '@unknot/knowledge/edition.json';
import { conditionsHeld, factsHeld, type OpenGate } from '../gate.ts';
import { drafts, person } from '../person.ts';
import { planKeyOf } from './plan-key.ts';

const PLAN = 'plan';
const SESSION = 'session';

/** What limits a plan now; see plan-key.ts. */
export const planKey = ({ clearance }: OpenGate): string =>
  planKeyOf(person.value, {
    clearance,
    conditions: conditionsHeld.value,
    facts: factsHeld.value,
    edition: String(knowledgeEdition.edition),
  });

/** A plan as it was made and agreed to. */
export interface AgreedPlan {
  readonly planId: string;
  /** What it was made for; a plan for another story is not started. */
  readonly madeFor: string;
  readonly items: readonly PlanItem[];
}

export const keepPlan = (plan: AgreedPlan): Promise<void> => drafts.put(PLAN, JSON.stringify(plan));

/** Null when there is none, or when what is there is not a plan of this version. */
export async function keptPlan(): Promise<AgreedPlan | null> {
  const text = await drafts.get(PLAN);
  if (!text) return null;
  try {
    const plan = JSON.parse(text) as AgreedPlan;
    return Array.isArray(plan.items) && plan.items.length > 0 ? plan : null;
  } catch {
    return null;
  }
}

/** A session in the middle, with the name the journal knows it by. */
export interface KeptSession {
  readonly sessionId: string;
  readonly state: SessionState;
}

export const keepSession = ({ sessionId, state }: KeptSession): Promise<void> =>
  drafts.put(SESSION, `${sessionId}\n${encode(state)}`);

export async function keptSession(): Promise<KeptSession | null> {
  const text = await drafts.get(SESSION);
  const cut = text?.indexOf('\n') ?? -1;
  if (!text || cut < 0) return null;
  const state = decode(text.slice(cut + 1));
  return state ? { sessionId: text.slice(0, cut), state } : null;
}

export const forgetSession = (): Promise<void> => drafts.delete(SESSION);
