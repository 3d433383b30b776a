// Pain now, 0 to 10, in one tap: eleven numbers on the pain scale of the app.

import './pain-picker.css';

interface PainPickerProps {
  readonly label: string;
  readonly value: number | null;
  readonly onPick: (pain: number) => void;
  readonly none?: string;
  readonly worst?: string;
}

const NUMBERS = Array.from({ length: 11 }, (_, pain) => pain);

export function PainPicker({ label, value, onPick, none = 'none', worst = 'worst you can imagine' }: PainPickerProps) {
  return (
    <fieldset class="pain-picker">
      <legend class="only-heard">{label}</legend>
      <div class="numbers">
        {NUMBERS.map((pain) => (
          <button
            key={pain}
            type="button"
            class="num"
            aria-pressed={value === pain}
            aria-label={pain === 0 ? `0, ${none}` : pain === 10 ? `10, ${worst}` : String(pain)}
            onClick={() => onPick(pain)}
          >
            {pain}
          </button>
        ))}
      </div>
      <p class="row between xs muted" aria-hidden="true">
        <span>0 {none}</span>
        <span>10 {worst}</span>
      </p>
    </fieldset>
  );
}
