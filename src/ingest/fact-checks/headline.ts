import type { ImportContext } from '../../application/import-format.ts';
import type { Person } from '../../domain/entities.ts';
import type { PairKind } from '../../domain/kinds.ts';
import { nameKey } from '../../domain/names.ts';

// What a headline says that two people are to each other, the most that is said first. Words of an ending make no
// claim: whether a rating denies the ending or what ended cannot be told.
const ENDING =
  /\b(?:split|splits|splitting|divorc\w*|break(?:s|ing)? ?up|broke ?up|call(?:s|ed|ing)? (?:it|off)|dump\w*|ex|over)\b/i;
const NOT_YET = /\b(?:not|never|no|isn.?t|aren.?t|wasn.?t|weren.?t|denies|deny|denied)\b/i;
const KINDS: readonly (readonly [PairKind, RegExp])[] = [
  ['MARRIED', /\b(?:married|marry|marries|marrying|wed|weds|secret wedding|tied the knot|eloped)\b/i],
  ['ENGAGED', /\b(?:engaged|engagement|propos(?:ed|al|es))\b/i],
  [
    'DATING',
    /\b(?:dating|dates?|dated|romance|romancing|couple|hook(?:ed|ing)? up|in love|together|girlfriend|boyfriend|affair)\b/i,
  ],
  ['FEUD', /\b(?:feud|feuds|feuding)\b/i],
];

/** What a headline claims of two people; null when that is not plain. */
export function kindIn(headline: string): PairKind | null {
  if (ENDING.test(headline) || NOT_YET.test(headline)) return null;
  return KINDS.find(([, words]) => words.test(headline))?.[0] ?? null;
}

/** The longest name that is looked for, in words. */
const MAX_WORDS = 4;

/** People on file whom a headline names, the longest names first. Nobody when a name may be that of several. */
export async function peopleIn(headline: string, store: ImportContext['store']): Promise<readonly Person[]> {
  const words = headline
    .replaceAll(/['\u2019]s\b/g, ' ')
    .split(/[^\p{L}\p{M}\p{N}'\u2019.-]+/u)
    .filter((word) => word !== '');
  const people = new Map<string, Person>();
  for (let at = 0; at < words.length;) {
    const named = await nameAt(words, at, store);
    if (named === 'several') return [];
    if (named !== null) people.set(named.person.id, named.person);
    at += named?.words ?? 1;
  }
  return [...people.values()];
}

/** Single words are not looked for: a first name is anybody's. */
async function nameAt(
  words: readonly string[],
  at: number,
  store: ImportContext['store'],
): Promise<{ readonly person: Person; readonly words: number } | 'several' | null> {
  for (let length = Math.min(MAX_WORDS, words.length - at); length >= 2; length -= 1) {
    const part = words.slice(at, at + length);
    if (!part.every((word) => /^\p{Lu}/u.test(word) || length > 2)) continue;
    const found = await store.findPeople({ by: 'name', key: nameKey(part.join(' ')) });
    if (found.length > 1) return 'several';
    const [only] = found;
    if (only !== undefined) return { person: only.person, words: length };
  }
  return null;
}
