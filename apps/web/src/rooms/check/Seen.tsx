// At the start after a warning sign: did somebody look at it? Time alone opens nothing.

import type { LevelVerdict } from '@unknot/engine/triage';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { record } from '../../person.ts';
import { now } from '../../ports/clock.ts';
import { checkTexts as t } from '../../texts/check.ts';

interface SeenProps {
  readonly verdict: LevelVerdict;
  /** When the sign was told. */
  readonly at: number;
  readonly onNotYet: () => void;
  readonly onWorse: () => void;
}

export function Seen({ verdict, at, onNotYet, onWorse }: SeenProps) {
  const [seen, setSeen] = useState(false);
  const isEmergency = verdict.kind === 'emergency';
  if (!seen)
    return (
      <Choices ask={t.seenSince.ask(at, now(), isEmergency)} say={t.seenSince.say} key="seen">
        <Answer words={t.seenSince.yes} act={() => setSeen(true)} />
        <Answer words={t.seenSince.notYet} act={onNotYet} />
        <Answer words={t.seenSince.worse} act={onWorse} />
      </Choices>
    );
  return (
    <Choices ask={t.seenSince.whatSaid} say={t.seenSince.whatSaidSay} key="said">
      <Answer words={t.seenSince.fine} act={() => void clear(verdict)} />
      <Answer words={t.seenSince.notFine} act={onNotYet} />
    </Choices>
  );
}

/** Of private answers that were not kept no rule is known: then everything is asked once more. */
function clear({ because }: LevelVerdict): Promise<void> {
  const rules = because.map(({ rule }) => rule);
  return rules.length > 0
    ? record('clearance.overridden', { rules })
    : record('check.reopened', { because: 'asked-again' });
}

function Choices({ ask, say, children }: { ask: string; say: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div class="question">
      <h1 ref={heading} tabIndex={-1}>
        {ask}
      </h1>
      <p>{say}</p>
      <div class="check-answers three">{children}</div>
    </div>
  );
}

const Answer = ({ words, act }: { words: string; act: () => void }) => (
  <button type="button" class="answer" onClick={act}>
    {words}
  </button>
);
