// Private answers stay on this device only when the person says so: the same switch wherever one is asked.

import { keepPrivate, setKeepPrivate } from '../keep-private.ts';
import { youTexts as t } from '../texts/you.ts';
import { Switch } from './Switch.tsx';

interface KeepPrivateProps {
  /** Where private answers stand on the screen it says "these". */
  readonly label?: string;
}

export function KeepPrivate({ label = t.keepPrivate }: KeepPrivateProps) {
  return <Switch label={label} help={t.keepPrivateHelp} on={keepPrivate.value} onChange={setKeepPrivate} />;
}
