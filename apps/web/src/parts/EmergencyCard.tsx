// The plainest screen of the app: stop, call, show this. Works offline and by voice; nothing else on it.

import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { countriesByName, countryOf, EMERGENCY_NUMBERS } from '../texts/emergency-numbers.ts';
import { helpTexts as t } from '../texts/help.ts';
import './emergency.css';
import { Icon } from './Icon.tsx';

export interface EmergencyCardProps {
  /** `crisis`: thoughts of ending one's life; the listening line comes first. */
  readonly kind: 'emergency' | 'crisis';
  /** ISO 3166; null when the person has not said and the browser does not tell. */
  readonly country: string | null;
  readonly onCountry: (code: string) => void;
  /** What to do, one sentence a rule. */
  readonly whatToDo?: readonly string[];
  readonly children?: ComponentChildren;
}

const dial = (number: string) => `tel:${number.replaceAll(' ', '')}`;

export function EmergencyCard({ kind, country, onCountry, whatToDo = [], children }: EmergencyCardProps) {
  const [choosing, setChoosing] = useState(false);
  const selectId = useId();
  const code = country ?? countryOf(navigator.language);
  const numbers = code ? EMERGENCY_NUMBERS[code] : undefined;
  const ambulance = numbers?.ambulance ?? '112';
  const crisis = kind === 'crisis' ? numbers?.crisis : undefined;
  return (
    <section class="emergency" aria-labelledby={`${selectId}-title`}>
      <h1 id={`${selectId}-title`}>{kind === 'crisis' ? t.crisisTitle : t.emergencyTitle}</h1>
      <p class="say">{kind === 'crisis' ? t.crisisSay : t.emergencySay}</p>
      {crisis && (
        <a class="call" href={dial(crisis)}>
          <Icon name="phone" size={30} />
          <span>{t.callCrisis(crisis)}</span>
        </a>
      )}
      <a class={crisis ? 'call second' : 'call'} href={dial(ambulance)}>
        <Icon name="phone" size={30} />
        <span>{t.call(ambulance)}</span>
      </a>
      <p class="small">
        {numbers ? t.numberFor(nameOf(code ?? '')) : t.numberUnknown}{' '}
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

const nameOf = (code: string) =>
  new Intl.DisplayNames([document.documentElement.lang], { type: 'region' }).of(code) ?? code;
