// The plainest screen of the app: stop, call, show this. Works offline and by voice; nothing else on it.

import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import {
  countriesByName,
  EMERGENCY_NUMBERS,
  EVERYWHERE,
  nameOfCountry,
  whereaboutsNow,
} from '../texts/emergency-numbers.ts';
import { helpTexts as t } from '../texts/help.ts';
import './emergency.css';
import { Icon } from './Icon.tsx';

export interface EmergencyCardProps {
  /** `crisis`: thoughts of ending one's life; the listening line comes first. */
  readonly kind: 'emergency' | 'crisis';
  /** ISO 3166; null when the person has not said. */
  readonly country: string | null;
  readonly onCountry: (code: string) => void;
  /** What to do, one sentence a rule. */
  readonly whatToDo?: readonly string[];
  readonly children?: ComponentChildren;
}

export function EmergencyCard({ kind, country, onCountry, whatToDo = [], children }: EmergencyCardProps) {
  const [choosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState(country);
  const selectId = useId();
  const here = whereaboutsNow();
  const code = chosen ?? here.country;
  const isCrisis = kind === 'crisis';
  const line = isCrisis && code ? EMERGENCY_NUMBERS[code]?.crisis : undefined;
  return (
    <section class="emergency" aria-labelledby={`${selectId}-title`}>
      <h1 id={`${selectId}-title`}>{isCrisis ? t.crisisTitle : t.emergencyTitle}</h1>
      <p class="say">{isCrisis ? (line ? t.crisisSay : t.crisisNoLine) : t.emergencySay}</p>
      {line && <Call number={line} words={t.callCrisis(line)} />}
      <NumbersToCall code={code} sure={chosen !== null || here.sure} isSecond={line !== undefined} />
      <p class="small">
        {words(code, chosen === null ? here.other : null)}{' '}
        <button type="button" class="as-link" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {t.wrongNumber}
        </button>
      </p>
      {choosing && (
        <label class="field" for={selectId}>
          <span class="label">{t.country}</span>
          <select
            id={selectId}
            value={code ?? ''}
            onChange={(event) => {
              setChosen(event.currentTarget.value);
              onCountry(event.currentTarget.value);
              setChoosing(false);
            }}
          >
            <option value="" disabled>
              {t.chooseCountry}
            </option>
            {countriesByName(document.documentElement.lang).map(({ code: each, name }) => (
              <option key={each} value={each}>
                {name} – {EMERGENCY_NUMBERS[each]?.ambulance}
              </option>
            ))}
            <option value={ELSEWHERE}>
              {t.elsewhere} – {EVERYWHERE}
            </option>
          </select>
        </label>
      )}
      {whatToDo.length > 0 && (
        <ul class="to-do">
          {whatToDo.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}

/** What ISO 3166 leaves free for "not one of these". */
const ELSEWHERE = 'ZZ';

/** The number of the country; beside it the one that works nearly everywhere, unless it is sure where somebody is. */
export function NumbersToCall({ code, sure, isSecond }: { code: string | null; sure: boolean; isSecond: boolean }) {
  const ambulance = (code && EMERGENCY_NUMBERS[code]?.ambulance) || EVERYWHERE;
  return (
    <>
      <Call number={ambulance} words={t.call(ambulance)} isSecond={isSecond} />
      {!sure && ambulance !== EVERYWHERE && <Call number={EVERYWHERE} words={t.callElse(EVERYWHERE)} isSecond />}
    </>
  );
}

function Call({ number, words, isSecond = false }: { number: string; words: string; isSecond?: boolean }) {
  return (
    <a class={isSecond ? 'call second' : 'call'} href={`tel:${number.replaceAll(' ', '')}`}>
      <Icon name="phone" size={30} />
      <span>{words}</span>
    </a>
  );
}

/** @param other  a country that the device names as well */
function words(code: string | null, other: string | null): string {
  const name = (each: string) => nameOfCountry(each, document.documentElement.lang);
  const numbers = code ? EMERGENCY_NUMBERS[code] : undefined;
  const there = other ? EMERGENCY_NUMBERS[other] : undefined;
  return [
    numbers && code ? t.numberFor(name(code)) : t.numberUnknown,
    other && there ? t.numberThere(name(other), there.ambulance) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
