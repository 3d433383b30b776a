// One of all open windows leads: it alone runs what must not run twice.

/**
 * Calls `lead` once this window may lead, now or when the leading one closes. Where the browser has no locks, every
 * window leads.
 *
 * @param lead  returns what ends it
 * @returns     gives up leading, or waiting for it
 */
export function leadOne(name: string, lead: () => () => void): () => void {
  const given = new AbortController();
  let end: (() => void) | null = null;
  const finish = () => {
    end?.();
    end = null;
  };
  if (!('locks' in navigator)) {
    end = lead();
    return finish;
  }
  let letGo: () => void = () => undefined;
  void navigator.locks
    .request(name, { signal: given.signal }, () => {
      end = lead();
      return new Promise<void>((resolve) => {
        letGo = resolve;
      });
    })
    .catch(() => undefined);
  return () => {
    given.abort();
    finish();
    letGo();
  };
}
