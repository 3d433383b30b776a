// What has to be known before a plan stands: the age, then what could close something in it. Unknown is never "no".

import type { ConditionAnswer } from '@unknot/engine/case';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { useEffect, useRef, useState } from 'preact/hooks';
import { keepPrivate } from '../../keep-private.ts';
import { AgeField } from '../../parts/AgeField.tsx';
import { ConditionAsk } from '../../parts/ConditionAsk.tsx';
import { KeepPrivate } from '../../parts/KeepPrivate.tsx';
import { conditionsNow, recordProfile } from '../../person.ts';
import { BY_AGE } from '../../texts/conditions.ts';
import { planTexts as t } from '../../texts/plan.ts';

interface AskFirstProps {
  readonly knowledge: PlanKnowledge;
  /** Null: all of them, because the answers are old. */
  readonly needed: readonly string[] | null;
}

export function AskFirst({ knowledge, needed }: AskFirstProps) {
  // The last answer stands at the foot of a long list; the plan that follows is read from its top.
  useEffect(
    () => () => {
      window.scrollTo(0, 0);
      document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    },
    [],
  );
  if (needed?.some((id) => BY_AGE.has(id))) return <AskAge />;
  return <AskConditions key={needed === null ? 'again' : 'first'} knowledge={knowledge} needed={needed} />;
}

/** Age is told in years; what follows from it is never asked by itself. */
function AskAge() {
  const heading = useHeldFocus();
  const [years, setYears] = useState<number | null>(null);
  const [isMissing, setMissing] = useState(false);
  return (
    <form
      class="pad stack ask-first"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(years === null);
        if (years !== null) void recordProfile({ ageYears: years }, keepPrivate.value);
      }}
    >
      <h1 ref={heading} tabIndex={-1}>
        {t.askAge}
      </h1>
      <AgeField years={years ?? undefined} onYears={setYears} isMissing={isMissing} />
      <button type="submit" class="btn primary wide">
        {t.askAgeDone}
      </button>
    </form>
  );
}

function AskConditions({ knowledge, needed }: AskFirstProps) {
  const heading = useHeldFocus();
  const answers = conditionsNow.value;
  // What is asked stays on the screen while it is being answered; what an answer brings along joins it.
  const asked = useRef(new Set<string>()).current;
  for (const id of needed ?? knowledge.conditions.map(({ id }) => id)) asked.add(id);
  const conditions = knowledge.conditions.filter(({ id }) => asked.has(id));
  const answer = (told: Readonly<Record<string, ConditionAnswer | null>>) =>
    void recordProfile({ conditions: told }, keepPrivate.value);
  return (
    <div class="pad stack ask-first">
      <h1 ref={heading} tabIndex={-1}>
        {needed === null ? t.askAgain : t.askFirst(conditions.length)}
      </h1>
      <p>{t.askFirstWhy(conditions.length)}</p>
      <ConditionAsk
        conditions={conditions}
        answers={answers}
        onAnswer={answer}
        {...(needed === null ? { onStillRight: () => answer(answers) } : {})}
      />
      <KeepPrivate />
    </div>
  );
}

/** A question that takes the place of what was pressed takes the focus, too. On arrival it stays where the browser puts it. */
function useHeldFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body && navigator.userActivation?.hasBeenActive)
      heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
