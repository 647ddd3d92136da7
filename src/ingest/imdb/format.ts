import type { FileReader, ImportFormat } from '../../application/import-format.ts';
import { prepareAkas } from './akas.ts';
import { tableOf, type Table, type TableName } from './columns.ts';
import { prepareNames } from './names.ts';
import { preparePrincipals } from './principals.ts';
import { prepareTitles } from './titles.ts';

/** IMDb's datasets as it publishes them: name.basics, title.basics, title.akas and title.principals, as .tsv.gz. */
export const imdb: ImportFormat = {
  name: 'imdb',
  dataset: {
    key: 'imdb',
    name: 'IMDb Non-Commercial Datasets',
    url: 'https://developer.imdb.com/non-commercial-datasets/',
    domain: 'imdb.com',
    licence: 'personal and non-commercial use only',
  },
  maxLine: 100_000,
  layout: 'LINES',
  passes: (first, file) => [readerOf(tableOf(first, file))],
  rank: (first, file) => ORDER.indexOf(tableOf(first, file).name),
};

// People and works first: credits of others are refused.
const ORDER: readonly TableName[] = ['names', 'titles', 'akas', 'principals'];

const PREPARE = {
  names: prepareNames,
  titles: prepareTitles,
  akas: prepareAkas,
  principals: preparePrincipals,
} as const;

function readerOf(table: Table): FileReader {
  const prepare = PREPARE[table.name];
  return {
    hasHeader: true,
    onConflict: 'KEEP',
    batch: 8_000,
    looksUpNames: false,
    // People and works go by ids that are looked up as they were before the file; titles are added to those of a batch before.
    isIndependent: table.name !== 'akas',
    prepare: (records, context) => prepare(records, table, context),
  };
}
