import type { ImportContext, InputRecord, PreparedRecords } from '../../application/import-format.ts';
import type { WorkKind } from '../../domain/entities.ts';
import type { WorkId } from '../../domain/ids.ts';
import { checkName } from '../../domain/names.ts';
import { preparing, type Preparing } from '../preparing.ts';
import { imdbId, required, type Row, type Table } from './columns.ts';
import { yearOf } from './year.ts';

// A map: what a file says may be a word that every object knows.
const KINDS: ReadonlyMap<string, WorkKind> = new Map(
  Object.entries({
    movie: 'FILM',
    video: 'FILM',
    short: 'SHORT',
    tvShort: 'SHORT',
    tvMovie: 'TV_FILM',
    tvSeries: 'SERIES',
    tvMiniSeries: 'SERIES',
    tvSpecial: 'SPECIAL',
    videoGame: 'GAME',
  } as const),
);

/** Works. An episode is a work of its own, of the kind OTHER. */
export async function prepareTitles(
  records: readonly InputRecord[],
  table: Table,
  { store, document }: ImportContext,
): Promise<PreparedRecords> {
  const making = preparing();
  const rows = records.flatMap((record) => {
    const row = making.take(record, ({ text }) => {
      const fields = table.fields(text);
      const title = checkName(required(fields, 'primaryTitle'), 'primaryTitle');
      return {
        ...{
          record,
          title,
          imdb: imdbId(fields, 'tconst', 'tt'),
          aliases: originalOf(fields, title, making),
        },
        kind: KINDS.get(fields('titleType') ?? '') ?? ('OTHER' as const),
        premiered: yearOf(fields, 'startYear', making),
        ended: yearOf(fields, 'endYear', making),
      };
    });
    return row === null ? [] : [row];
  });
  const known = await store.idsByExternal(
    'work',
    'imdb',
    rows.map(({ imdb }) => imdb),
  );
  for (const { record, imdb, ...facts } of rows) {
    const id = known.get(imdb) ?? (`work/${imdb}` as WorkId);
    making.mainOf.set(id, record);
    making.out.works.push({
      ...{ id, ...facts, network: null, episodes: null, basedOn: [], document },
      externalIds: { wikidata: null, imdb, tmdb: null },
    });
  }
  return making.done();
}

function originalOf(fields: Row, title: string, making: Preparing): readonly string[] {
  const original = fields('originalTitle');
  if (original === null || original === title) return [];
  try {
    return [checkName(original, 'originalTitle')];
  } catch (error) {
    making.leaveOut('originalTitle', error);
    return [];
  }
}
