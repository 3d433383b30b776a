// The way from an inner room back to the one it belongs to.

import { Icon } from './Icon.tsx';

export function BackTo({ path, children }: { path: string; children: string }) {
  return (
    <a class="btn quiet back-to" href={path}>
      <Icon name="back" size={20} />
      {children}
    </a>
  );
}
