// How much one client may ask for. Addresses are kept in memory, for as long as a bucket is not full again, and nowhere else.

export interface Limit {
  /** True, or the seconds after which it is worth asking again. */
  take(client: string): true | number;
}

export interface LimitOptions {
  /** What may be taken at once. */
  readonly burst: number;
  readonly perSecond: number;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
}

/** Clients that are remembered; the longest silent goes first. */
const MOST_CLIENTS = 20_000;

/** A bucket per client that fills slowly. */
export function limit({ burst, perSecond, now }: LimitOptions): Limit {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(client) {
      const at = now();
      const bucket = buckets.get(client) ?? { left: burst, at };
      bucket.left = Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * perSecond);
      bucket.at = at;
      buckets.delete(client);
      buckets.set(client, bucket);
      if (buckets.size > MOST_CLIENTS)
        for (const [oldest] of buckets) {
          buckets.delete(oldest);
          break;
        }
      if (bucket.left < 1) return Math.ceil((1 - bucket.left) / perSecond);
      bucket.left -= 1;
      return true;
    },
  };
}

/** One household is one client: of an IPv6 address only the network counts, or a single machine would have billions. */
export function clientOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = '', tail = ''] = address.split('::');
  const [before, after] = [head, tail].map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array(Math.max(0, 8 - (before?.length ?? 0) - (after?.length ?? 0))).fill('0');
  const groups = address.includes('::') ? [...(before ?? []), ...zeros, ...(after ?? [])] : address.split(':');
  return `${groups.slice(0, 4).join(':').toLowerCase()}::/64`;
}
