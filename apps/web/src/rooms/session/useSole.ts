// Whether this window is the one that plays.

import { useEffect, useState } from 'preact/hooks';
import { type Sole, takeSole } from '../../ports/sole.ts';

type SoleAt = 'asking' | 'mine' | 'elsewhere';

export interface SoleHere {
  readonly at: SoleAt;
  /** Takes it from the other window; `ready` runs while nobody plays, before this window does. */
  readonly take: (ready: () => Promise<void>) => Promise<void>;
}

/** @param wanted  there is a session to play */
export function useSole(wanted: boolean): SoleHere {
  const [at, setAt] = useState<SoleAt>('asking');
  const [sole, setSole] = useState<Sole | null>(null);
  const ask = async (steal: boolean, ready: () => Promise<void>) => {
    const taken = await takeSole(steal, () => setAt('elsewhere'));
    setSole(taken);
    if (!taken) return setAt('elsewhere');
    await ready();
    setAt('mine');
  };
  useEffect(() => {
    if (wanted) void ask(false, () => Promise.resolve());
  }, [wanted]);
  useEffect(() => () => sole?.leave(), [sole]);
  return { at, take: (ready) => ask(true, ready) };
}
