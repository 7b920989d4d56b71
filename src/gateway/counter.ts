import type {Counter} from './limit.ts';

/** So many counts are kept, in about two megabytes that are taken at once and never grow. */
const MOST_COUNTS = 131_072;

/** How many counts share a place; the least of them gives way when it is full. */
const WAYS = 8;

/**
 * Counts in this process. A window begins with its first request.
 *
 * Counts stand in arrays of numbers, since a million clients would leave as many objects to collect. Of a key only a hash
 * is kept, seeded so that nobody can choose with whom to share a count. Where a place is full, a window that is over gives
 * way, or else the one that was used least: whoever goes on asking is remembered, however many ask once.
 */
export function memoryCounter(most = MOST_COUNTS): Counter {
  const places = 2 ** Math.ceil(Math.log2(most / WAYS));
  const tags = new Uint32Array(places * WAYS);
  const used = new Uint32Array(places * WAYS);
  const ends = new Float64Array(places * WAYS);
  const [seed, otherSeed] = crypto.getRandomValues(new Uint32Array(2)) as unknown as [number, number];
  return (key, {seconds}) => {
    const now = Date.now();
    const first = (hashOf(key, seed) & (places - 1)) * WAYS;
    const tag = hashOf(key, otherSeed);
    let slot = first;
    for (let at = first; at < first + WAYS; at++) {
      if (tags[at] === tag && ends[at]! > now) {
        slot = at;
        break;
      }
      if (worth(at) < worth(slot)) slot = at;
    }
    if (tags[slot] !== tag || ends[slot]! <= now) {
      tags[slot] = tag;
      used[slot] = 0;
      ends[slot] = now + seconds * 1000;
    }
    used[slot]!++;
    return {used: used[slot]!, resetIn: ends[slot]! - now};

    function worth(at: number): number {
      return ends[at]! <= now ? 0 : used[at]!;
    }
  };
}

/** A 32-bit hash of a text (FNV-1a from a seed, with the final mixing of MurmurHash3). */
function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
