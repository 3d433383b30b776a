// Asks about conditions: one tap for yes, two for not sure, one button for "nothing else". What nobody tapped stays
// unknown until the person says that nothing else fits.

import type { ConditionAnswer, Conditions } from '@unknot/engine/case';
import type { AskedCondition } from '@unknot/knowledge/schema';
import { CONDITION_TOPICS, NOT_ASKED, conditionTexts as t } from '../texts/conditions.ts';
import './condition-ask.css';
import { Icon } from './Icon.tsx';

interface ConditionAskProps {
  readonly conditions: readonly AskedCondition[];
  readonly answers: Conditions;
  /** Null makes an answer unknown again. */
  readonly onAnswer: (patch: Readonly<Record<string, ConditionAnswer | null>>) => void;
  /** Offered when every answer is there but old. */
  readonly onStillRight?: () => void;
}

const NEXT = new Map<ConditionAnswer | undefined, ConditionAnswer | null>([
  [undefined, true],
  [false, true],
  [true, 'unsure'],
  ['unsure', null],
]);

const stateOf = (answer: ConditionAnswer | undefined): string =>
  answer === undefined ? t.state.open : answer === true ? t.state.yes : answer === false ? t.state.no : t.state.unsure;

/** Topics in screen order; a condition that no topic names comes last, under the last general heading. */
function topicsOf(conditions: readonly AskedCondition[]): { title: string; members: AskedCondition[] }[] {
  const byId = new Map(conditions.filter((c) => !NOT_ASKED.has(c.id)).map((c) => [c.id, c]));
  const topics = CONDITION_TOPICS.map(({ title, ids }) => ({
    title,
    members: ids.flatMap((id) => {
      const condition = byId.get(id);
      byId.delete(id);
      return condition ? [condition] : [];
    }),
  }));
  topics.find(({ title }) => title === 'Illness in general')?.members.push(...byId.values());
  return topics.filter(({ members }) => members.length > 0);
}

export function ConditionAsk({ conditions, answers, onAnswer, onStillRight }: ConditionAskProps) {
  const topics = topicsOf(conditions);
  const asked = topics.flatMap(({ members }) => members);
  const open = asked.filter(({ id }) => answers[id] === undefined);
  return (
    <div class="stack condition-ask">
      <p class="muted small">
        {t.ask(asked.length)} {t.why}
      </p>
      {topics.map(({ title, members }) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          <div class="chips">
            {members.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                class="chip"
                aria-pressed={answers[id] === true ? 'true' : answers[id] === 'unsure' ? 'mixed' : 'false'}
                aria-label={`${name}: ${stateOf(answers[id])}`}
                onClick={() => onAnswer({ [id]: NEXT.get(answers[id]) ?? null })}
              >
                {answers[id] === true && <Icon name="tick" size={18} />}
                {answers[id] === 'unsure' && <b>{t.unsureMark}</b>}
                <span>{name}</span>
              </button>
            ))}
          </div>
          <details class="why">
            <summary>{t.about}</summary>
            <dl>
              {members.map(({ id, name, question, whyItMatters }) => (
                <div key={id}>
                  <dt>{name}</dt>
                  <dd>
                    {question} {whyItMatters}
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        </fieldset>
      ))}
      <button
        type="button"
        class="btn primary wide"
        disabled={open.length === 0 && !onStillRight}
        onClick={() =>
          open.length > 0 ? onAnswer(Object.fromEntries(open.map(({ id }) => [id, false]))) : onStillRight?.()
        }
      >
        {open.length > 0 ? t.rest(asked.length) : onStillRight ? t.stillRight : t.restDone}
      </button>
      {open.length > 0 && <p class="xs muted">{t.open(open.length)}</p>}
    </div>
  );
}
