// The rooms beyond the five tabs: in the rail on wide screens, a quiet list at the end of Today on phones.

import { shellTexts as t } from '../texts/shell.ts';
import type { IconName } from './Icon.tsx';
import './more-ways.css';
import { WayOn } from './WayOn.tsx';

interface Way {
  readonly path: string;
  /** One word fits the rail. */
  readonly name: string;
  /** What it is for, in a few words. */
  readonly what: string;
  readonly icon: IconName;
}

export const WAYS: readonly Way[] = [
  { path: '/desk', name: t.ways.desk[0], what: t.ways.desk[1], icon: 'rest' },
  { path: '/schedule', name: t.ways.schedule[0], what: t.ways.schedule[1], icon: 'calendar' },
  { path: '/habits', name: t.ways.habits[0], what: t.ways.habits[1], icon: 'leaf' },
  { path: '/learn', name: t.ways.learn[0], what: t.ways.learn[1], icon: 'book' },
  { path: '/report', name: t.ways.report[0], what: t.ways.report[1], icon: 'page' },
];

/** Is this way, or something inside it, where the person is? */
export const isHere = (way: Pick<Way, 'path'>, path: string): boolean =>
  path === way.path || path.startsWith(`${way.path}/`);

/** The list at the end of Today; the rail shows the same ways on wide screens. */
export function MoreWays() {
  return (
    <nav class="more-ways" aria-labelledby="more-ways">
      <h2 id="more-ways">{t.more}</h2>
      <ul class="plain-list">
        {WAYS.map((way) => (
          <li key={way.path}>
            <WayOn {...way} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
