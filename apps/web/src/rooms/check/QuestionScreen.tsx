// One screen of the check: a question, why it is asked, its signs with yes and not sure, and one way on.

import type { Marks } from '@unknot/engine/triage';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../../parts/Icon.tsx';
import { PainPicker } from '../../parts/PainPicker.tsx';
import { checkTexts as t } from '../../texts/check.ts';

/** One line of a screen. */
export interface Sign {
  readonly id: string;
  readonly what: 'fact' | 'condition';
  readonly label: string;
  readonly help?: string;
  readonly kind: 'yes-no' | 'number' | 'scale';
  readonly unit?: 'years' | 'months' | 'weeks';
  /** May be left out; a left-out answer stays unknown. */
  readonly sensitive: boolean;
}

interface QuestionScreenProps {
  readonly ask: string;
  readonly why: string;
  readonly signs: readonly Sign[];
  /** What is not marked is a no. */
  readonly onMarked: (marks: Marks) => void;
  readonly children?: ComponentChildren;
}

type Given = Marks[string] | undefined;

export function QuestionScreen({ ask, why, signs, onMarked, children }: QuestionScreenProps) {
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>({});
  const [missing, setMissing] = useState(false);
  const alarmId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone with the last question; who listens or uses keys goes on at this one.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const give = (id: string, answer: Given) => setGiven({ ...given, [id]: answer });
  const onlySign = signs.length === 1 && signs[0]?.kind === 'yes-no' ? signs[0] : undefined;

  const finish = (marks: Readonly<Record<string, Given>>) => {
    const isMissing = (sign: Sign) => sign.kind !== 'yes-no' && !sign.sensitive && marks[sign.id] === undefined;
    if (signs.some(isMissing)) return setMissing(true);
    onMarked(
      Object.fromEntries(Object.entries(marks).flatMap(([id, mark]) => (mark === undefined ? [] : [[id, mark]]))),
    );
  };

  const ticked = signs.some(({ id, kind }) => kind === 'yes-no' && given[id] !== undefined);
  const hasTicks = signs.some(({ kind }) => kind === 'yes-no');
  const hasNumbers = signs.some(({ kind }) => kind !== 'yes-no');
  const maySkip = signs.every(({ sensitive }) => sensitive);

  return (
    <div class="question">
      <h1 ref={heading} tabIndex={-1}>
        {ask}
      </h1>
      <details class="why">
        <summary>{t.why}</summary>
        <p>{why}</p>
      </details>
      {onlySign ? (
        <div class="check-answers three">
          {onlySign.label !== ask && <p class="sign-alone">{onlySign.label}</p>}
          {(
            [
              [t.no, undefined],
              [t.yes, true],
              [t.unsure, 'unsure'],
            ] as const
          ).map(([words, answer]) => (
            <button key={words} type="button" class="answer" onClick={() => finish({ [onlySign.id]: answer })}>
              {words}
            </button>
          ))}
        </div>
      ) : (
        <>
          <ul class="plain-list check-answers">
            {signs.map((sign) => (
              <li key={sign.id}>
                <SignRow sign={sign} answer={given[sign.id]} onGive={(answer) => give(sign.id, answer)} />
              </li>
            ))}
          </ul>
          {missing && (
            <p id={alarmId} class="note know" role="alert">
              {t.needNumber}
            </p>
          )}
          <button type="button" class="btn primary tall wide" onClick={() => finish(given)}>
            {!hasTicks || ticked ? t.goOn : hasNumbers ? t.noneGoOn : t.none}
          </button>
        </>
      )}
      {maySkip && (
        <button
          type="button"
          class="btn quiet"
          onClick={() => finish(Object.fromEntries(signs.map(({ id }) => [id, 'skipped'] as const)))}
        >
          {t.skip}
        </button>
      )}
      {children}
    </div>
  );
}

function SignRow({ sign, answer, onGive }: { sign: Sign; answer: Given; onGive: (answer: Given) => void }) {
  const inputId = useId();
  const unsure = (
    <button
      type="button"
      class="not-sure"
      aria-pressed={answer === 'unsure'}
      aria-label={t.unsureAbout(sign.label)}
      onClick={() => onGive(answer === 'unsure' ? undefined : 'unsure')}
    >
      {t.unsure}
    </button>
  );
  if (sign.kind === 'scale')
    return (
      <div class="sign scale-sign">
        <p>{sign.label}</p>
        <PainPicker label={sign.label} value={typeof answer === 'number' ? answer : null} onPick={onGive} />
      </div>
    );
  if (sign.kind === 'number')
    return (
      <div class="sign number-sign">
        <label for={inputId}>{sign.label}</label>
        <span class="row">
          <input
            id={inputId}
            type="number"
            inputMode="numeric"
            min={0}
            max={sign.unit === 'years' ? 120 : 5200}
            value={typeof answer === 'number' ? answer : ''}
            onInput={(event) => {
              const text = event.currentTarget.value;
              const amount = Number(text);
              onGive(text !== '' && Number.isFinite(amount) && amount >= 0 ? amount : undefined);
            }}
          />
          {sign.unit && <span class="small muted">{t.unit[sign.unit]}</span>}
          {sign.unit !== 'years' && unsure}
        </span>
      </div>
    );
  return (
    <div class="sign" data-answer={answer === true ? 'yes' : answer === 'unsure' ? 'unsure' : undefined}>
      <button
        type="button"
        class="tick"
        aria-pressed={answer === true}
        aria-label={t.yesTo(sign.label)}
        onClick={() => onGive(answer === true ? undefined : true)}
      >
        <span class="box" aria-hidden="true">
          {answer === true && <Icon name="tick" size={20} />}
        </span>
        <span>
          {sign.label}
          {sign.help && <span class="xs muted help">{sign.help}</span>}
        </span>
      </button>
      {unsure}
    </div>
  );
}
