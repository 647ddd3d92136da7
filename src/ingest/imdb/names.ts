import type { ImportContext, InputRecord, PreparedRecords } from '../../application/import-format.ts';
import type { PersonId } from '../../domain/ids.ts';
import { checkName } from '../../domain/names.ts';
import { preparing } from '../preparing.ts';
import { imdbId, required, type Table } from './columns.ts';
import { yearOf } from './year.ts';

/** People. Whoever is on file with the same id of IMDb is that person, whatever else they are called there. */
export async function prepareNames(
  records: readonly InputRecord[],
  table: Table,
  { store, document }: ImportContext,
): Promise<PreparedRecords> {
  const making = preparing();
  const rows = records.flatMap((record) => {
    const row = making.take(record, ({ text }) => {
      const fields = table.fields(text);
      const name = checkName(required(fields, 'primaryName'), 'primaryName');
      return {
        record,
        imdb: imdbId(fields, 'nconst', 'nm'),
        name,
        birthDate: yearOf(fields, 'birthYear', making),
      };
    });
    return row === null ? [] : [row];
  });
  const known = await store.idsByExternal(
    'person',
    'imdb',
    rows.map(({ imdb }) => imdb),
  );
  for (const { record, imdb, name, birthDate } of rows) {
    const id = known.get(imdb) ?? (`person/${imdb}` as PersonId);
    making.mainOf.set(id, record);
    making.out.people.push({
      ...{ id, name, aliases: [], handles: [], birthDate, privacy: 'PUBLIC_FIGURE' },
      externalIds: { wikidata: null, imdb, tmdb: null },
      birthDateDocument: birthDate === null ? null : document,
    });
  }
  return making.done();
}
