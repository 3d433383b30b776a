// A labelled row of chips, any of them or one; and a row of which one is always on.

import type { ComponentChildren } from 'preact';

interface ChoiceProps {
  readonly label: string;
  readonly children: ComponentChildren;
  /** What is said about it. */
  readonly below?: ComponentChildren;
}

export function Choice({ label, children, below }: ChoiceProps) {
  return (
    <fieldset class="choice">
      <legend class="label">{label}</legend>
      <div class="chips">{children}</div>
      {below}
    </fieldset>
  );
}

/** What is chosen after a press on one of them. */
export const toggled = <T,>(chosen: readonly T[], one: T): T[] =>
  chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one];

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

interface OneOfProps<T> {
  readonly label: string;
  readonly options: readonly T[];
  readonly words: (option: T) => string;
  readonly chosen: T | undefined;
  readonly onChosen: (option: T) => void;
  readonly below?: ComponentChildren;
}

export function OneOf<T extends string | number | null>({
  label,
  options,
  words,
  chosen,
  onChosen,
  below,
}: OneOfProps<T>) {
  return (
    <Choice label={label} below={below}>
      {options.map((option) => (
        <Chip key={option} on={chosen === option} onPress={() => onChosen(option)}>
          {words(option)}
        </Chip>
      ))}
    </Choice>
  );
}

/** One of two or three, close together; the label is heard. */
export function Segments<T extends string>({ label, options, words, chosen, onChosen }: Omit<OneOfProps<T>, 'below'>) {
  return (
    <fieldset class="choice seg" aria-label={label}>
      {options.map((option) => (
        <button key={option} type="button" aria-pressed={chosen === option} onClick={() => onChosen(option)}>
          {words(option)}
        </button>
      ))}
    </fieldset>
  );
}
