// One window at a time plays a session: two would speak over each other and write the end twice.

type Locks = Pick<LockManager, 'request'>;

export interface Sole {
  /** Lets another window have it. */
  leave(): void;
}

/**
 * Takes the session for this window.
 *
 * @param steal  also from a window that has it; that one is told by its own `onLost`
 * @returns null when another window has it. A browser without locks has no second window to fear: it plays.
 */
export async function takeSole(
  steal: boolean,
  onLost: () => void,
  locks: Locks | undefined = globalThis.navigator?.locks,
): Promise<Sole | null> {
  if (!locks) return { leave: () => undefined };
  return new Promise((settle) => {
    let leave: () => void = () => undefined;
    let mine = false;
    const held = new Promise<void>((end) => {
      leave = end;
    });
    locks
      .request('session', steal ? { steal: true } : { ifAvailable: true }, (lock) => {
        if (!lock) return settle(null);
        mine = true;
        settle({ leave });
        return held;
      })
      // A lock that is stolen rejects what held it.
      .catch(() => (mine ? onLost() : settle(null)));
  });
}
