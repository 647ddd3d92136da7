import type { InputRecord } from '../../application/import-format.ts';
import { HearsayError } from '../../domain/errors.ts';
import { best, itemOf, readEntity } from './entity.ts';

/** Beyond these the names of characters are left out: they are held in memory. */
const MAX_LABELS = 1_000_000;
// Fictional character, fictional human, character of films, of television, of animation, of literature.
const CHARACTERS = new Set(['Q95074', 'Q15632617', 'Q15773347', 'Q15773317', 'Q15711870', 'Q3658341']);

/** What the characters that a file describes are called. */
export interface CharacterLabels {
  readonly collect: (records: readonly InputRecord[]) => void;
  readonly of: (item: string) => string | null;
}

/** No labels yet. */
export function characterLabels(): CharacterLabels {
  const labels = new Map<string, string>();
  return {
    collect: (records) => {
      for (const { text, fault } of records) {
        if (fault !== null || labels.size >= MAX_LABELS || !mentionsCharacter(text)) continue;
        try {
          const entity = readEntity(text);
          const classes = best(entity.statements('instanceOf')).map(({ main }) => itemOf(main));
          const isCharacter = classes.some((item) => item !== null && CHARACTERS.has(item));
          if (isCharacter && entity.label !== null) labels.set(entity.id, entity.label);
        } catch (error) {
          // What cannot be read is rejected where it is read for its own sake.
          if (!(error instanceof HearsayError)) throw error;
        }
      }
    },
    of: (item) => labels.get(item) ?? null,
  };
}

/** Looks before it parses: most of a dump is about something else. */
function mentionsCharacter(text: string): boolean {
  for (const item of CHARACTERS) if (text.includes(`"${item}"`)) return true;
  return false;
}
