import { NO_CREDITS, type CreditColumns } from '../../domain/credit-columns.ts';
import type { CreditId } from '../../domain/ids.ts';
import { statement } from './connection.ts';
import type { Reading } from './dossiers.ts';

const CREDIT_COLUMNS_AFTER = statement(
  'credit-columns',
  `MATCH (p:Person)-[k:CREDITED]->(w:Work) USING INDEX k:CREDITED(id) WHERE k.id > $after
   WITH p, k, w ORDER BY k.id LIMIT $limit
   RETURN collect(k.id) AS ids, collect(k.person) AS people, collect(k.work) AS works, collect(k.role) AS roles,
     collect(k.recordedAt) AS recordedAt, collect(coalesce(w.premiered, '')) AS premiered,
     collect(CASE p.privacy WHEN 'PRIVATE' THEN 1 ELSE 0 END) AS privates`,
);

type Columns = Exclude<keyof CreditColumns, 'count' | 'next'>;
interface Collected extends Readonly<Record<Columns, readonly (string | number)[]>> {
  readonly ids: readonly CreditId[];
}

/** A slice of all credits. */
export async function creditColumns(
  db: Reading,
  after: CreditId | null,
  limit: number,
): Promise<CreditColumns> {
  const [row] = await db.read(CREDIT_COLUMNS_AFTER, { after: after ?? '', limit });
  const { ids, people, works, roles, recordedAt, premiered, privates } = row as unknown as Collected;
  const last = ids.at(-1);
  if (last === undefined) return NO_CREDITS;
  return {
    count: ids.length,
    people: people.join('\n'),
    works: works.join('\n'),
    roles: roles.join('\n'),
    recordedAt: recordedAt.join('\n'),
    premiered: premiered.join('\n'),
    privates: privates.join(''),
    next: ids.length < limit ? null : last,
  };
}
