// A labelled row of chips: any of them, or one of a few numbers.

import type { ComponentChildren } from 'preact';

export function Choice({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <fieldset class="choice">
      <legend class="label">{label}</legend>
      <div class="chips">{children}</div>
    </fieldset>
  );
}

interface ChipProps {
  readonly on: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

export function Chip({ on, onPress, children }: ChipProps) {
  return (
    <button type="button" class="chip" aria-pressed={on} onClick={onPress}>
      {children}
    </button>
  );
}

interface OneOfProps {
  readonly label: string;
  readonly options: readonly number[];
  readonly words: (option: number) => string;
  readonly chosen: number;
  readonly onChosen: (option: number) => void;
}

export function OneOf({ label, options, words, chosen, onChosen }: OneOfProps) {
  return (
    <Choice label={label}>
      {options.map((option) => (
        <Chip key={option} on={chosen === option} onPress={() => onChosen(option)}>
          {words(option)}
        </Chip>
      ))}
    </Choice>
  );
}
