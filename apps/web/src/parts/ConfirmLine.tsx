// A sentence to agree to.

import type { ComponentChildren } from 'preact';

interface ConfirmLineProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ComponentChildren;
}

export function ConfirmLine({ on, onChange, children }: ConfirmLineProps) {
  return (
    <label class="confirm-line">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  );
}
