import { categoryInWords, specialCategoryOf } from '../../domain/special-categories.ts';
import type { Building } from './building.ts';
import { isMapping, type SeedRecord } from './sections.ts';
import type { Path } from './yaml-source.ts';

/**
 * Refuses what claims say about special categories, in whatever shape the rest of the claim is. A full name of
 * somebody in `names` does not count as a word.
 */
export function noteSpecialCategories(
  records: readonly SeedRecord<'claims'>[],
  names: readonly string[],
  { mistakes }: Pick<Building, 'mistakes'>,
): void {
  for (const { path, raw } of records) {
    if (!isMapping(raw)) continue;
    const mentions = Array.isArray(raw['people']) ? raw['people'] : [];
    const texts: readonly (readonly [Path, unknown])[] = [
      [[...path, 'quote'], raw['quote']],
      [[...path, 'id'], raw['id']],
      [[...path, 'locator'], raw['locator']],
      ...mentions.map(
        (mention: unknown, index) =>
          [[...path, 'people', index], isMapping(mention) ? mention['as'] : null] as const,
      ),
    ];
    for (const [at, text] of texts) {
      const category = typeof text === 'string' ? specialCategoryOf(text, names) : null;
      if (category === null) continue;
      mistakes.add(
        at,
        `Expected something about a relationship, but got ${categoryInWords(category)}`,
        'SPECIAL_CATEGORY',
      );
    }
  }
}
