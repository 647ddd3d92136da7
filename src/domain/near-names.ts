import { byCodeUnit } from './ids.ts';

// What a store does with its index to find names that somebody may have meant, and how it orders what it found.
// It is here, and made of whole numbers and ids, so that every store finds the same names in the same order.

/** How many names each way of looking may bring, so that one letter over 300,000 names stays cheap. */
export const NAME_LIMITS = {
  exact: 100,
  prefix: 200,
  /** Any, where there are more: no index gives the parts of names in an order. */
  part: 1_000,
  /** Names of each text that is one slip away. */
  slip: 20,
  near: 200,
  /** Near misses are ranked among at most this many names that share a trigram; the rarest trigrams go first. */
  sharing: 4_000,
} as const;

/** With fewer finds than this, near misses are looked for as well. */
export const FEW_NAMES = 5;

/** A word up to this length has at most some 900 neighbours, which are looked up one by one. */
const MAX_SLIP_LENGTH = 12;
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');
/** The shortest text that a trigram index can find. */
const TRIGRAM = 3;

/**
 * What must all occur in a name, in any order, for it to match a key by parts: the words long enough for a trigram
 * index, the longest first; else the whole key, when it is long enough; else nothing can be found that way.
 */
export function partsOf(key: string): readonly string[] {
  const words = [...new Set(key.split(' '))].filter(isFindable);
  if (words.length > 0) return words.sort((x, y) => y.length - x.length || byCodeUnit(x, y));
  return isFindable(key) ? [key] : [];
}

function isFindable(text: string): boolean {
  return Array.from(text).length >= TRIGRAM;
}

/**
 * Every text that leaving out, adding, changing or swapping one letter makes of a single short word: two swapped
 * letters may leave no trigram.
 */
export function oneSlipFrom(key: string): readonly string[] {
  if (key.length > MAX_SLIP_LENGTH || !/^[a-z0-9]+$/.test(key)) return [];
  const made = new Set<string>();
  for (let at = 0; at <= key.length; at++) {
    const [before, after] = [key.slice(0, at), key.slice(at)];
    made.add(before + after.slice(1));
    made.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of LETTERS) made.add(before + letter + after).add(before + letter + after.slice(1));
  }
  return [...made].filter((text) => text.length > 1);
}

/** The distinct runs of three code points in a key. */
export function trigramsOf(key: string): readonly string[] {
  const letters = Array.from(key);
  return [...new Set(letters.slice(TRIGRAM - 1).map((_, at) => letters.slice(at, at + TRIGRAM).join('')))];
}

/** How many names a trigram occurs in. */
export interface TrigramFrequency {
  readonly term: string;
  readonly names: number;
}

/** The rarest of some trigrams, as many as together occur in no more names than may be ranked. */
export function rarestTrigrams(frequencies: readonly TrigramFrequency[]): readonly string[] {
  const rarestFirst = frequencies.toSorted((x, y) => x.names - y.names || byCodeUnit(x.term, y.term));
  let sharing = 0;
  return rarestFirst.filter(({ names }) => (sharing += names) <= NAME_LIMITS.sharing).map(({ term }) => term);
}

/** A name in an index, by its key. */
export interface IndexedKey {
  readonly node: string;
  readonly key: string;
}

/**
 * The nodes with the names nearest to a key: those that share the most of its trigrams, then the shortest, then by
 * id. A node counts by its best name.
 */
export function nearestNodes(key: string, names: readonly IndexedKey[]): readonly string[] {
  const wanted = trigramsOf(key);
  const ranked = names
    .map((name) => ({
      node: name.node,
      shared: wanted.filter((trigram) => name.key.includes(trigram)).length,
      length: Array.from(name.key).length,
    }))
    .sort((x, y) => y.shared - x.shared || x.length - y.length || byCodeUnit(x.node, y.node));
  return [...new Set(ranked.map(({ node }) => node))].slice(0, NAME_LIMITS.near);
}
