// The small movement of a break that needs no plan, and what a plan of two minutes may hold at the desk.

/** No movement comes more often than this in a day (prevention.json, breaks `variety`). */
const MOST_A_DAY = 3;

/**
 * PRV-13. The movement whose turn it is: the one done least today, in the order of the menu.
 *
 * @param doneToday  how often each was done today
 * @param closed     what must not be shown to this person
 * @returns          null when all had their three turns: then standing up and looking away is enough
 */
export function nextMove(
  menu: readonly string[],
  doneToday: Readonly<Record<string, number>>,
  closed: ReadonlySet<string>,
): string | null {
  const times = (id: string) => doneToday[id] ?? 0;
  const open = menu.filter((id) => !closed.has(id) && times(id) < MOST_A_DAY);
  return open.toSorted((a, b) => times(a) - times(b))[0] ?? null;
}
