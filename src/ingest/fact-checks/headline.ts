import type { ImportContext } from '../../application/import-format.ts';
import type { Person } from '../../domain/entities.ts';
import type { PairKind } from '../../domain/kinds.ts';
import { nameKey } from '../../domain/names.ts';

/** A headline whose whole assertion is what two people are to each other, with the names as it writes them. */
export interface Assertion {
  readonly kind: PairKind;
  readonly names: readonly [string, string];
}

// A rating judges the whole headline: of "Ann moves in with boyfriend Bob" it may deny the move. So a headline is read
// only when there is nothing in it but two names and what they are to each other, in the present tense; a place, a
// reason, an "again" or a third name is one thing too many.
const TONE = String.raw`(?:(?:secretly|already|now|officially|really) )*`;
const IN = String.raw`(?:in|having) (?:an? )?(?:secret )?`;
const OF_BOTH: readonly (readonly [PairKind, string])[] = [
  ['DATING', `dating|dating each other|seeing each other|a couple|an item|${IN}(?:romance|relationship)`],
  ['ENGAGED', 'engaged|engaged to be married'],
  ['MARRIED', 'married|got married|tied the knot|eloped'],
  ['FEUD', `feuding|feuding with each other|${IN}feud`],
];
const OF_ONE: readonly (readonly [PairKind, string])[] = [
  ['DATING', `dating|${IN}(?:romance|relationship) with`],
  ['ENGAGED', 'engaged to'],
  ['MARRIED', 'married to|married'],
  ['FEUD', `feuding with|${IN}feud with`],
];
const FORMS: readonly (readonly [PairKind, RegExp])[] = [
  ...OF_BOTH.map(([kind, words]) =>
    form(kind, String.raw`([^,]+?)(?:,| and| &) ([^,]+?) (?:are )?${TONE}(?:${words})`),
  ),
  ...OF_ONE.map(([kind, words]) => form(kind, String.raw`([^,]+?) (?:is )?${TONE}(?:${words}) ([^,]+)`)),
];

function form(kind: PairKind, words: string): readonly [PairKind, RegExp] {
  return [kind, new RegExp(`^(?:(?:is|are) )?${words}$`, 'i')];
}

/** What a headline asserts of two people and of nothing else; null when it does not. */
export function assertionIn(headline: string): Assertion | null {
  const text = headline
    .replaceAll(/["\u201c\u201d\u2018]|\u2019(?![\p{L}\p{N}])|(?<!\p{L})'|'(?!\p{L})/gu, '')
    .replace(/[\s,.?!]+$/u, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  for (const [kind, words] of FORMS) {
    const [, one, other] = words.exec(text) ?? [];
    if (one !== undefined && other !== undefined) return { kind, names: [one, other] };
  }
  return null;
}

// Words that such an assertion would have.
const OF_TWO =
  /\b(?:dat(?:e|es|ed|ing)|romanc\w*|couple|relationship|engage\w*|propos\w*|marr\w*|wed\w*|feud\w*)\b/i;

/** True when it speaks of a romance or a feud, in passing or beside something else. */
export function speaksOfOne(headline: string): boolean {
  return OF_TWO.test(headline);
}

/** The two people on file whom an assertion names; null when a name may be nobody's or that of several. */
export async function peopleNamed(
  { names }: Assertion,
  store: ImportContext['store'],
): Promise<readonly [Person, Person] | null> {
  const people: Person[] = [];
  for (const name of names) {
    // A first name is anybody's.
    if (!name.includes(' ')) return null;
    const [found, ...others] = await store.findPeople({ by: 'name', key: nameKey(name) });
    if (found === undefined || others.length > 0) return null;
    people.push(found.person);
  }
  const [one, other] = people;
  return one === undefined || other === undefined || one.id === other.id ? null : [one, other];
}
