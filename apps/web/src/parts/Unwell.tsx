// The way out when somebody is suddenly very unwell: the same words wherever it stands.

import { shellTexts as t } from '../texts/shell.ts';
import { Icon } from './Icon.tsx';

export function Unwell() {
  return (
    <a class="note know unwell" href="/help">
      <Icon name="phone" />
      <span>
        {t.unwell} <b>{t.unwellAction}</b>
      </span>
    </a>
  );
}
