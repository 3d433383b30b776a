// Whether this window is the one that plays.

import { useEffect, useState } from 'preact/hooks';
import { type Sole, takeSole } from '../../ports/sole.ts';

export type SoleAt = 'asking' | 'mine' | 'elsewhere';

/** @param wanted  there is a session to play */
export function useSole(wanted: boolean): { readonly at: SoleAt; readonly take: () => Promise<void> } {
  const [at, setAt] = useState<SoleAt>('asking');
  const [sole, setSole] = useState<Sole | null>(null);
  const ask = async (steal: boolean) => {
    const taken = await takeSole(steal, () => setAt('elsewhere'));
    setSole(taken);
    setAt(taken ? 'mine' : 'elsewhere');
  };
  useEffect(() => {
    if (wanted) void ask(false);
  }, [wanted]);
  useEffect(() => () => sole?.leave(), [sole]);
  return { at, take: () => ask(true) };
}
