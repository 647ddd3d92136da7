import anyAscii from 'any-ascii';
import { editDistance } from './edit-distance.ts';
import { HearsayError, shown } from './errors.ts';
import { byCodeUnit } from './ids.ts';

/** The longest name that is accepted, in code points. */
const MAX_NAME_LENGTH = 200;

// Apostrophes join what they stand between (O'Brien is typed OBrien); everything else that is no letter or
// digit separates words.
const APOSTROPHES = /['\u2018\u2019\u02bc\u02bb`\u00b4]/g;
const SEPARATORS = /[^a-z0-9]+/g;
// A dotless or dotted Turkish i is an i to whoever types it on another keyboard.
const DOTTED_I = /[\u0130\u0131]/g;
const UNPRINTABLE = /[\p{Control}\p{Default_Ignorable_Code_Point}]/gu;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The search key of a name: what is left of it when case, diacritics, script and punctuation are ignored.
 * Names with equal keys may still be different people; a key only finds.
 */
export function nameKey(text: string): string {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').replace(DOTTED_I, 'i').replace(APOSTROPHES, '');
  const key = anyAscii(plain).toLowerCase().replace(APOSTROPHES, '').replace(SEPARATORS, ' ').trim();
  // A name of nothing but symbols must still be found by those symbols.
  return key === '' ? text.normalize('NFC').replace(UNPRINTABLE, '').toLowerCase().trim() : key;
}

// With the u flag the halves of a pair are one code point, so only halves without the other are surrogates.
const LONE_SURROGATE = /\p{Surrogate}/u;
const CONTROL = /[\p{Control}\p{Line_Separator}\p{Paragraph_Separator}]/u;
const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const ZERO_WIDTH = /(?!\u200c|\u200d)[\p{Default_Ignorable_Code_Point}\p{Format}]/u;
// In these scripts a (non-)joiner between two letters is spelling; anywhere else it only hides a difference.
const JOINING =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}' +
  '\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}' +
  '\\p{Script=Sinhala}\\p{Script=Khmer}';
const STRAY_JOINER = new RegExp(
  `(?<![${JOINING}\\p{M}])[\\u200c\\u200d]|[\\u200c\\u200d](?![${JOINING}])`,
  'u',
);

const FLAWS: readonly (readonly [RegExp, string])[] = [
  [LONE_SURROGATE, 'half of a surrogate pair'],
  [CONTROL, 'a control character'],
  [BIDI_CONTROL, 'a control character for writing direction'],
  [ZERO_WIDTH, 'an invisible character'],
  [STRAY_JOINER, 'an invisible character'],
];

/**
 * The name without surrounding blanks. Throws INVALID_NAME, naming `argument`, when `text` cannot be somebody's
 * name: empty, too long, or with characters that nobody can see.
 */
export function checkName(text: string, argument: string): string {
  const name = text.trim();
  if (name === '') throw invalid(argument, 'a name', text);
  const flaw = FLAWS.find(([pattern]) => pattern.test(name));
  if (flaw !== undefined) throw invalid(argument, `a name without ${flaw[1]}`, text);
  // The first comparison spares counting the code points of a megabyte.
  if (name.length > 2 * MAX_NAME_LENGTH || Array.from(name).length > MAX_NAME_LENGTH) {
    throw new HearsayError(
      'INVALID_NAME',
      `Expected ${argument} to have at most ${MAX_NAME_LENGTH} characters, but got ${name.length}`,
      { hint: NAME_HINT },
    );
  }
  return name;
}

const NAME_HINT = 'Write the name as it is usually printed, or use an id or a handle.';

function invalid(argument: string, wanted: string, text: string): HearsayError {
  return new HearsayError('INVALID_NAME', `Expected ${argument} to be ${wanted}, but got ${shown(text)}`, {
    hint: NAME_HINT,
  });
}

/** What can be ranked: a name, and everything it can be found by (@handles with their @). */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
}

export const NAME_MATCHES = ['EXACT', 'ALIAS', 'HANDLE', 'PREFIX', 'PART', 'NEAR'] as const;
/** How a candidate answers to what was typed, the best first. */
export type NameMatch = (typeof NAME_MATCHES)[number];

/** A candidate with how well it fits. */
export type RankedName<T extends Named> = T & {
  readonly match: NameMatch;
  /** Edits between what was typed and what was found; 0 unless the match is NEAR. */
  readonly distance: number;
};

/** The candidates that `text` may mean, the best first; ties go by name, then id. The rest is left out. */
export function rankNames<T extends Named>(text: string, candidates: readonly T[]): readonly RankedName<T>[] {
  const query: Query = {
    key: nameKey(text),
    handle: bareHandle(text),
    isHandle: text.trim().startsWith('@'),
  };
  return candidates
    .flatMap((candidate) => {
      const fit = fitOf(query, candidate);
      return fit === null ? [] : [{ ...candidate, ...fit }];
    })
    .sort(byFit);
}

interface Query {
  readonly key: string;
  readonly handle: string;
  readonly isHandle: boolean;
}
interface Fit {
  readonly match: NameMatch;
  readonly distance: number;
}

function byFit(x: RankedName<Named>, y: RankedName<Named>): number {
  return (
    NAME_MATCHES.indexOf(x.match) - NAME_MATCHES.indexOf(y.match) ||
    x.distance - y.distance ||
    byCodeUnit(x.name, y.name) ||
    byCodeUnit(x.id, y.id)
  );
}

function fitOf(query: Query, candidate: Named): Fit | null {
  const handles = candidate.names.filter((name) => name.startsWith('@')).map(bareHandle);
  const names = candidate.names.filter((name) => !name.startsWith('@')).map(nameKey);
  const key = nameKey(candidate.name);
  if (query.isHandle && handles.includes(query.handle)) return exact('HANDLE');
  if (key === query.key) return exact('EXACT');
  if (names.includes(query.key)) return exact('ALIAS');
  const keys = [key, ...names, ...handles.map(nameKey)];
  if (handles.includes(query.handle)) return exact('HANDLE');
  if (keys.some((each) => ` ${each}`.includes(` ${query.key}`))) return exact('PREFIX');
  if (keys.some((each) => holdsParts(each, query.key))) return exact('PART');
  return near(query.key, keys);
}

function exact(match: NameMatch): Fit {
  return { match, distance: 0 };
}

/** True when every word of the query occurs somewhere in the name, in any order. */
function holdsParts(key: string, query: string): boolean {
  return query.split(' ').every((word) => key.includes(word));
}

function near(query: string, keys: readonly string[]): Fit | null {
  const allowed = allowedEdits(query);
  if (allowed === 0) return null;
  const words = query.split(' ').length;
  const distances = keys
    .flatMap((key) => [key, ...windows(key, words)])
    .map((key) => editDistance(query, key, allowed));
  const distance = Math.min(...distances);
  return distance <= allowed ? { match: 'NEAR', distance } : null;
}

/** About one slip in four letters is a misspelling; more is another name. */
function allowedEdits(query: string): number {
  return query.length < 3 ? 0 : Math.min(3, Math.max(1, Math.floor(query.length / 4)));
}

/** Every run of `count` words of a key, so that a misspelled surname finds the whole name. */
function windows(key: string, count: number): readonly string[] {
  const words = key.split(' ');
  return words
    .slice(0, Math.max(0, words.length - count + 1))
    .map((_, at) => words.slice(at, at + count).join(' '));
}

/** A handle as it is compared: without its @, in lower case. */
export function bareHandle(text: string): string {
  return text.normalize('NFC').trim().replace(/^@/, '').toLowerCase();
}
