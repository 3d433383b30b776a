// A line that leads on: what is there, a few words about it below, and an arrow.

import { Icon, type IconName } from './Icon.tsx';
import './way-on.css';

interface WayOnProps {
  readonly path: string;
  readonly name: string;
  /** What it is for, in a few words. */
  readonly what: string;
  readonly icon?: IconName;
  /** It stands alone, not in a list. */
  readonly card?: boolean;
}

export function WayOn({ path, name, what, icon, card = false }: WayOnProps) {
  return (
    <a class={card ? 'card way-on' : 'way-on'} href={path}>
      {icon && <Icon name={icon} />}
      <span class="grow">
        <b>{name}</b>
        <span class="small muted">{what}</span>
      </span>
      <Icon name="next" size={18} />
    </a>
  );
}
