import anyAscii from 'any-ascii';
import { HearsayError } from './errors.ts';
import { FOREIGN_WORDS, OTHER_SCRIPTS } from './special-category-foreign-words.ts';
import { SPECIAL_CATEGORY_KEYS } from './special-category-keys.ts';
import {
  HARMLESS_PHRASES,
  SPECIAL_CATEGORIES,
  SPECIAL_CATEGORY_WORDS,
  type SpecialCategory,
} from './special-category-words.ts';

export type { SpecialCategory } from './special-category-words.ts';

const PATTERNS: readonly (readonly [SpecialCategory, RegExp])[] = SPECIAL_CATEGORIES.map((category) => [
  category,
  new RegExp(`\\b(?:${[...SPECIAL_CATEGORY_WORDS[category], ...FOREIGN_WORDS[category]].join('|')})\\b`),
]);
// Folding would run words of scripts without blanks into one, so these are looked for in the text itself.
const UNFOLDED: typeof PATTERNS = SPECIAL_CATEGORIES.map((category) => [
  category,
  new RegExp(OTHER_SCRIPTS[category].join('|'), 'u'),
]);
const HARMLESS = new RegExp(`\\b(?:${HARMLESS_PHRASES.join('|')})\\b`, 'g');

/**
 * The special category that a text speaks of, or null. Whole words only, whatever their case, diacritics or
 * look-alike letters. Full names given in `names` (of people, who may be called Gay or Christian) do not count.
 */
export function specialCategoryOf(text: string, names: readonly string[] = []): SpecialCategory | null {
  const visible = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const unfolded = UNFOLDED.find(([, pattern]) => pattern.test(visible.toLowerCase()))?.[0];
  if (unfolded !== undefined) return unfolded;
  const words = folded(text);
  const category = categoryIn(words);
  // Most texts speak of none, and then nobody's name needs to be looked for.
  return category === null || names.length === 0 ? category : categoryIn(withoutNames(words, names));
}

function categoryIn(words: string): SpecialCategory | null {
  const harmless = words.replace(HARMLESS, ' ');
  return PATTERNS.find(([, pattern]) => pattern.test(harmless))?.[0] ?? null;
}

/** The special category that a kind or a field of that name would be about (`ORIENTATION`, `religion`), or null. */
export function specialCategoryOfKey(key: string): SpecialCategory | null {
  const words = folded(key.replace(/([a-z])([A-Z])/g, '$1 $2'));
  const named = SPECIAL_CATEGORIES.find((category) =>
    SPECIAL_CATEGORY_KEYS[category].some((word) => words === word || words.endsWith(` ${word}`)),
  );
  return named ?? specialCategoryOf(words);
}

/** The error for something of a special category. It never repeats the text, which would then stand in a log. */
export function specialCategoryError(what: string, category: SpecialCategory): HearsayError {
  return new HearsayError(
    'SPECIAL_CATEGORY',
    `Expected ${what} to be about a relationship, but got ${categoryInWords(category)}`,
    {
      hint: SPECIAL_CATEGORY_HINT,
    },
  );
}

/** What to do about a refusal. */
export const SPECIAL_CATEGORY_HINT =
  'Hearsay records nothing about orientation, gender, health, religion, politics or crimes. Leave the text out or shorten the quote.';

/** A category as it reads in a sentence. */
export function categoryInWords(category: SpecialCategory): string {
  return `something about ${category.toLowerCase().replaceAll('_', ' ')}`;
}

/** Lower-case ASCII words with one blank between them; zero-width characters vanish, an apostrophe splits. */
function folded(text: string): string {
  return anyAscii(text.normalize('NFKC').replace(/\p{Cf}/gu, ''))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

// One-word names stay: an alias "Gay" must not switch the list off for everybody.
function withoutNames(words: string, names: readonly string[]): string {
  return names
    .map(folded)
    .filter((name) => name.includes(' '))
    .reduce((text, name) => ` ${text} `.replaceAll(` ${name} `, ' | '), words)
    .trim();
}
