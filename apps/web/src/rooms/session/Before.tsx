// Before a session begins: pain now, what the first item must be sure of, and the short safety form when it is due.

import { begin, type Cue, scriptOf, scriptSeconds } from '@unknot/engine/session';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { toggled } from '../../parts/Choice.tsx';
import { ConfirmLine } from '../../parts/ConfirmLine.tsx';
import { Explain } from '../../parts/Explain.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { PainPicker } from '../../parts/PainPicker.tsx';
import { person, record } from '../../person.ts';
import { wakeSound } from '../../ports/chime.ts';
import type { AgreedPlan, KeptSession } from '../../ports/plan-draft.ts';
import { minutesOf } from '../../texts/amounts.ts';
import { sessionTexts as t } from '../../texts/session.ts';
import { HandsFree } from './HandsFree.tsx';
import { clearanceNow, moment } from './playing.ts';

interface BeforeProps {
  readonly plan: AgreedPlan;
  readonly knowledge: PlanKnowledge;
  readonly onBegun: (session: KeptSession, opening: readonly Cue[]) => void;
}

export function Before({ plan, knowledge, onBegun }: BeforeProps) {
  const { route } = useLocation();
  const [pain, setPain] = useState<number | null>(null);
  const [sure, setSure] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const script = scriptOf(plan.items, person.value.profile.voice?.waits ? 'person' : 'clock');
  const confirm = plan.items[0]?.dose.confirm ?? [];

  const start = () => {
    wakeSound();
    const begun = begin(script, { painNow: pain, confirmations: sure, clearance: clearanceNow() }, moment());
    if (begun.kind === 'refused') {
      if (begun.because.some((why) => why === 'check-missing' || why === 'check-too-old')) return route('/check');
      return setProblem(t.notYet[begun.because[0]]);
    }
    const sessionId = crypto.randomUUID();
    void record('session.started', {
      sessionId,
      planId: plan.planId,
      painBefore: begun.state.painNow,
      items: plan.items.map(({ technique, muscle, side, seconds }) => ({ technique, muscle, side, seconds })),
    });
    onBegun({ sessionId, state: begun.state }, begun.cues);
  };

  return (
    <div class="before stack pad">
      <div class="row between">
        <button type="button" class="iconbtn" aria-label={t.home} onClick={() => route('/plan')}>
          <Icon name="back" />
        </button>
        <span class="small muted">{t.before}</span>
      </div>
      <h1>{t.painNow}</h1>
      <PainPicker label={t.painNow} value={pain} onPick={setPain} />
      {confirm.length > 0 && (
        <fieldset class="choice">
          <legend class="label">{t.confirmLead}</legend>
          {confirm.map((code) => (
            <ConfirmLine key={code} on={sure.includes(code)} onChange={() => setSure(toggled(sure, code))}>
              {knowledge.confirmVocabulary[code] ?? code}
            </ConfirmLine>
          ))}
        </fieldset>
      )}
      <p class="note">
        <Icon name="info" />
        <span>{t.reminder}</span>
      </p>
      <Explain about="pressing" />
      {problem && (
        <p class="note know" role="alert">
          {problem}
        </p>
      )}
      <button type="button" class="btn primary tall wide" onClick={start}>
        {t.startTime(`${minutesOf(scriptSeconds(script))} min`)}
      </button>
      <HandsFree />
    </div>
  );
}
