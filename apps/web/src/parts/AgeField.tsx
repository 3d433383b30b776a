// The age in whole years, as it is asked wherever it is asked.

import { useId, useState } from 'preact/hooks';
import { youTexts as t } from '../texts/you.ts';

interface AgeFieldProps {
  readonly years: number | undefined;
  /** Null: the field was emptied. */
  readonly onYears: (years: number | null) => void;
  /** An answer is waited for, and this is none. */
  readonly isMissing?: boolean;
}

export function AgeField({ years, onYears, isMissing = false }: AgeFieldProps) {
  const [isStrange, setStrange] = useState(false);
  const helpId = useId();
  const isWrong = isStrange || isMissing;
  return (
    <label class="field">
      <span class="label">{t.age}</span>
      <input
        type="number"
        inputMode="numeric"
        min={1}
        max={120}
        value={years ?? ''}
        aria-describedby={helpId}
        aria-invalid={isWrong}
        onChange={(event) => {
          const text = event.currentTarget.value.trim();
          const given = Number(text);
          const fits = text === '' || (Number.isInteger(given) && given >= 1 && given <= 120);
          setStrange(!fits);
          if (fits) onYears(text === '' ? null : given);
        }}
      />
      <span id={helpId} class="xs muted" role={isWrong ? 'alert' : undefined}>
        {isWrong ? t.ageWrong : t.ageHelp}
      </span>
    </label>
  );
}
