import type { FileReader, ImportFormat } from '../../application/import-format.ts';
import { MARRIAGES_RELIABILITY } from '../marriages/reliability.ts';
import { characterLabels } from './character-labels.ts';
import { prepareEntities } from './people-and-works.ts';
import { prepareStatements } from './statements.ts';

/**
 * Wikidata's JSON: the dump (an array of one entity a line, or just lines), plain or packed, or single entities. It is
 * read twice, people and works first, since entities point forwards as well as back.
 */
export const wikidata: ImportFormat = {
  name: 'wikidata',
  dataset: {
    key: 'wikidata',
    name: 'Wikidata',
    url: 'https://www.wikidata.org/',
    domain: 'wikidata.org',
    licence: 'CC0 1.0',
    reliability: MARRIAGES_RELIABILITY,
  },
  // The longest entities have some megabytes.
  maxLine: 32_000_000,
  layout: 'JSON',
  passes: () => {
    const labels = characterLabels();
    return [
      { ...READER, prepare: prepareEntities },
      {
        ...READER,
        prelude: labels.collect,
        prepare: (records, context) => prepareStatements(records, labels.of, context),
      },
    ];
  },
};

const READER: Omit<FileReader, 'prepare'> = {
  hasHeader: false,
  onConflict: 'KEEP',
  batch: 1_000,
  looksUpNames: false,
};
