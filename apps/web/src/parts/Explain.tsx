// A small link from a screen to the page of the library that explains it.

import type { MuscleId } from '@unknot/atlas/frame';
import { allAbout, EXPLAINED, type ExplainTopic } from '../texts/explain.ts';
import './explain.css';
import { Icon } from './Icon.tsx';

export function Explain({ about }: { about: ExplainTopic }) {
  const [page, words] = EXPLAINED[about];
  return (
    <a class="explain" href={`/learn/${page}`}>
      <Icon name="book" size={20} />
      {words}
    </a>
  );
}

/** The same for a muscle. */
export function ExplainMuscle({ muscle, name }: { muscle: MuscleId; name: string }) {
  return (
    <a class="explain" href={`/learn/${muscle}`}>
      <Icon name="book" size={20} />
      {allAbout(name)}
    </a>
  );
}
