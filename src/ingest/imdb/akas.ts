import type { ImportContext, InputRecord, PreparedRecords } from '../../application/import-format.ts';
import { nodesOf } from '../../application/on-file.ts';
import type { Work } from '../../domain/entities.ts';
import { checkName, nameKey } from '../../domain/names.ts';
import { preparing } from '../preparing.ts';
import { imdbId, required, type Table } from './columns.ts';

/** Titles in other languages beyond these add nothing that anybody would look for. */
const MAX_ALIASES = 100;

/** Further titles of works, which are found by them. Of titles that only differ in spelling one is kept. */
export async function prepareAkas(
  records: readonly InputRecord[],
  table: Table,
  { store }: ImportContext,
): Promise<PreparedRecords> {
  const making = preparing();
  const rows = records.flatMap((record) => {
    const row = making.take(record, ({ text }) => {
      const fields = table.fields(text);
      return {
        record,
        imdb: imdbId(fields, 'titleId', 'tt'),
        title: checkName(required(fields, 'title'), 'title'),
      };
    });
    return row === null ? [] : [row];
  });
  const ids = await store.idsByExternal('work', 'imdb', [...new Set(rows.map(({ imdb }) => imdb))]);
  const nodes = await nodesOf(store, [...ids.values()]);
  const works = new Map<
    string,
    { readonly work: Work; readonly keys: Set<string>; readonly added: string[] }
  >();
  for (const [imdb, id] of ids) {
    const node = nodes.get(id);
    if (node?.type !== 'work') continue;
    const work = node.value;
    works.set(imdb, { work, keys: new Set([work.title, ...work.aliases].map(nameKey)), added: [] });
  }
  for (const { record, imdb, title } of rows) {
    const found = works.get(imdb);
    if (found === undefined) {
      making.reject(record, 'NOT_FOUND', `Expected ${imdb} to be a work on file, but got nothing of that id`);
      continue;
    }
    const key = nameKey(title);
    if (found.keys.has(key)) continue;
    found.keys.add(key);
    if (found.work.aliases.length + found.added.length < MAX_ALIASES) found.added.push(title);
    else making.leaveOut(`title beyond ${MAX_ALIASES}`);
  }
  for (const { work, added } of works.values())
    if (added.length > 0) making.out.works.push({ ...work, aliases: added });
  return making.done();
}
