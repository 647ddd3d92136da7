import type { ImportFormat } from '../application/import-format.ts';
import { HearsayError, shown } from '../domain/errors.ts';
import { factChecks } from './fact-checks/format.ts';
import { films } from './films/format.ts';
import { hearsay } from './hearsay/format.ts';
import { imdb } from './imdb/format.ts';
import { marriages } from './marriages/format.ts';
import { wikidata } from './wikidata/format.ts';

/** How the first line of a file of each format looks; a line of none of them may still be of any. */
const LOOKS: readonly (readonly [ImportFormat, RegExp])[] = [
  [imdb, /^(?:nconst|tconst|titleId)\t/],
  [hearsay, /^\s*\{"hearsay":/],
  [films, /^\s*\{(?=.*"title":)(?=.*"cast":)/],
  [wikidata, /^\s*(?:\[\s*$|\{"entities":|\{(?:"pageid".*)?"(?:type":"item"|id":"Q\d+"))/],
  [marriages, /^(?=.*\bCelebrity\b)(?=.*\bSpouse\b)/],
  [factChecks, /^(?=.*\bclaim\b)(?=.*\brating\b)[^{]*$/],
];

/** Every format that can be imported. A file that looks like one of another is refused with the name of that. */
export const FORMATS: readonly ImportFormat[] = [imdb, wikidata, films, marriages, factChecks, hearsay].map(
  (format): ImportFormat => ({
    ...format,
    passes: (first, file) => {
      const line = first.text.split('\n', 1)[0] ?? '';
      const [like] = LOOKS.find(([, look]) => look.test(line)) ?? [format];
      if (like.name === format.name) return format.passes(first, file);
      throw new HearsayError(
        'INVALID_RECORD',
        `Expected ${shown(file)} to be a file of the format ${format.name}, but got one that looks like ${like.name}`,
        { hint: `Name that format: hearsay import ${like.name} …` },
      );
    },
  }),
);
