import { NO_CREDITS, type CreditColumns } from '../../domain/credit-columns.ts';
import type { CreditId } from '../../domain/ids.ts';
import { statement, type Connection } from './connection.ts';

const column = (value: string): string => `group_concat(${value}, char(10) ORDER BY id)`;

/** Credits in the order of their ids. SQLite puts the columns together, so that no row becomes an object. */
const CREDIT_COLUMNS_AFTER = statement(
  'credit-columns',
  `SELECT count(*) AS count, ${column('person')} AS people, ${column('work')} AS works, ${column('role')} AS roles,
     ${column('recorded_at')} AS recordedAt, ${column('premiered')} AS premiered,
     group_concat(is_private, '' ORDER BY id) AS privates, max(id) AS next
   FROM (SELECT k.id, k.person, k.work, k.role, k.recorded_at, ifnull(w.premiered, '') AS premiered,
           p.privacy = 'PRIVATE' AS is_private
         FROM credit k CROSS JOIN work w ON w.id = k.work CROSS JOIN person p ON p.id = k.person
         WHERE k.id > @after ORDER BY k.id LIMIT @limit)`,
);

/** A slice of all credits. */
export function creditColumns(db: Connection, after: CreditId | null, limit: number): CreditColumns {
  const row = db.get(CREDIT_COLUMNS_AFTER, { after: after ?? '', limit }) as CreditColumns;
  if (row.count === 0) return NO_CREDITS;
  return { ...row, next: row.count < limit ? null : row.next };
}
