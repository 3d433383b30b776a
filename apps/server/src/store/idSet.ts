// Which envelopes a log holds, by their ids of 16 bytes, exactly. A plain Set of strings takes twice the room.

export interface IdSet {
  readonly size: number;
  has(ids: Uint8Array, at: number): boolean;
  add(ids: Uint8Array, at: number): void;
}

/** @param expected  how many there will be, or more; it grows by itself too */
export function idSet(expected = 16): IdSet {
  const first = 2 ** Math.ceil(Math.log2(expected + 1) + 1);
  let slots = new Int32Array(4 * first);
  let isUsed = new Uint8Array(first);
  let size = 0;

  const word = (ids: Uint8Array, at: number): number =>
    (ids[at] ?? 0) | ((ids[at + 1] ?? 0) << 8) | ((ids[at + 2] ?? 0) << 16) | ((ids[at + 3] ?? 0) << 24);

  /** The slot of these four words, or the free one where they belong. Ids are hashes: their first word spreads well. */
  function slotOf(a: number, b: number, c: number, d: number): number {
    const last = isUsed.length - 1;
    for (let slot = a & last; ; slot = (slot + 1) & last) {
      if (isUsed[slot] === 0) return slot;
      const i = slot * 4;
      if (slots[i] === a && slots[i + 1] === b && slots[i + 2] === c && slots[i + 3] === d) return slot;
    }
  }

  function put(a: number, b: number, c: number, d: number): void {
    const slot = slotOf(a, b, c, d);
    if (isUsed[slot] === 1) return;
    isUsed[slot] = 1;
    const i = slot * 4;
    slots[i] = a;
    slots[i + 1] = b;
    slots[i + 2] = c;
    slots[i + 3] = d;
    size += 1;
  }

  function grow(): void {
    const [before, used] = [slots, isUsed];
    slots = new Int32Array(before.length * 2);
    isUsed = new Uint8Array(used.length * 2);
    size = 0;
    for (const [slot, isTaken] of used.entries()) {
      const i = slot * 4;
      if (isTaken) put(before[i] ?? 0, before[i + 1] ?? 0, before[i + 2] ?? 0, before[i + 3] ?? 0);
    }
  }

  return {
    get size() {
      return size;
    },
    has(ids, at) {
      const slot = slotOf(word(ids, at), word(ids, at + 4), word(ids, at + 8), word(ids, at + 12));
      return isUsed[slot] === 1;
    },
    add(ids, at) {
      if (size * 2 >= isUsed.length) grow();
      put(word(ids, at), word(ids, at + 4), word(ids, at + 8), word(ids, at + 12));
    },
  };
}
