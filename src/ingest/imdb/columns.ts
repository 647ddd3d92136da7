import type { InputRecord } from '../../application/import-format.ts';
import { HearsayError, shown } from '../../domain/errors.ts';

/** The files that IMDb publishes and that are read here, by their columns. */
export const COLUMNS = {
  names: ['nconst', 'primaryName', 'birthYear', 'deathYear', 'primaryProfession', 'knownForTitles'],
  titles: [
    ...['tconst', 'titleType', 'primaryTitle', 'originalTitle', 'isAdult', 'startYear', 'endYear'],
    ...['runtimeMinutes', 'genres'],
  ],
  akas: ['titleId', 'ordering', 'title', 'region', 'language', 'types', 'attributes', 'isOriginalTitle'],
  principals: ['tconst', 'ordering', 'nconst', 'category', 'job', 'characters'],
} as const;
export type TableName = keyof typeof COLUMNS;

/** Which file a header belongs to, and where its columns stand. */
export interface Table {
  readonly name: TableName;
  /** The fields of a row by the name of their column; throws INVALID_RECORD for a row of another length. */
  readonly fields: (row: string) => Row;
}
/** A field as it is written; null for `\N`. Throws INVALID_RECORD for a column that there is none of. */
export type Row = (column: string) => string | null;

/** The table that a header belongs to. More columns than are known, in any order, are fine. Throws INVALID_RECORD. */
export function tableOf({ text, fault }: InputRecord, file: string): Table {
  const header = text.split('\t');
  const name = (Object.keys(COLUMNS) as readonly TableName[]).find((table) =>
    COLUMNS[table].every((column) => header.includes(column)),
  );
  if (fault !== null || name === undefined) {
    throw new HearsayError(
      'INVALID_RECORD',
      `Expected ${shown(file)} to begin with the columns of name.basics, title.basics, title.akas or title.principals, but got ${shown(fault ?? text)}`,
      { hint: 'Nothing was imported. Take the files as IMDb publishes them.' },
    );
  }
  const places = new Map(header.map((column, at) => [column, at]));
  return {
    name,
    fields: (row) => {
      const fields = row.split('\t');
      if (fields.length !== header.length) {
        throw new HearsayError(
          'INVALID_RECORD',
          `Expected ${header.length} columns, but got ${fields.length}`,
        );
      }
      return (column) => {
        const field = fields[places.get(column) ?? -1];
        return field === undefined || field === '\\N' ? null : field;
      };
    },
  };
}

/** A field that must be there. Throws INVALID_RECORD. */
export function required(row: Row, column: string): string {
  const field = row(column);
  if (field !== null && field !== '') return field;
  throw new HearsayError(
    'INVALID_RECORD',
    `Expected ${column}, but got ${field === null ? '\\N' : 'nothing'}`,
  );
}

const ID = { nm: /^nm\d{7,10}$/, tt: /^tt\d{7,10}$/ } as const;

/** An id of IMDb. Throws INVALID_RECORD. */
export function imdbId(row: Row, column: string, kind: keyof typeof ID): string {
  const id = required(row, column);
  if (ID[kind].test(id)) return id;
  throw new HearsayError(
    'INVALID_RECORD',
    `Expected ${column} to be an id like ${kind}0000001, but got ${shown(id)}`,
  );
}
