import type { ImportFormat } from '../application/import-format.ts';
import { factChecks } from './fact-checks/format.ts';
import { films } from './films/format.ts';
import { hearsay } from './hearsay/format.ts';
import { imdb } from './imdb/format.ts';
import { marriages } from './marriages/format.ts';
import { wikidata } from './wikidata/format.ts';

/** Every format that can be imported. */
export const FORMATS: readonly ImportFormat[] = [imdb, wikidata, films, marriages, factChecks, hearsay];
