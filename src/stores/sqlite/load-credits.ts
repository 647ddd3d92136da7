import type { Refusal } from '../../domain/bulk.ts';
import type { Credit } from '../../domain/entities.ts';
import type { CreditId } from '../../domain/ids.ts';
import * as sql from './load-queries.ts';
import { credit as creditRow } from './parameters.ts';
import * as scalars from './scalar-rows.ts';
import { SET_KNOWN_SINCE } from './write-queries.ts';
import type { Writing } from './writing.ts';

/** What became of the credits of a batch. */
interface WrittenCredits {
  readonly created: number;
  readonly unchanged: number;
  readonly refused: readonly Refusal[];
  /** For the feed, where each of them has an entry. */
  readonly events: readonly { readonly type: 'CREATED'; readonly node: CreditId }[];
}

/**
 * Writes the credits of a batch by statements over all of them. There are ten for each work, and they never change:
 * so they are not read first, one by one, as other records are.
 */
export function writeCreditsOf(
  { db, touched }: Writing,
  credits: readonly Credit[],
  withEvents: boolean,
): WrittenCredits {
  if (credits.length === 0) return { created: 0, unchanged: 0, refused: [], events: [] };
  db.exec(sql.MAKE_CREDITS);
  db.run(sql.PUT_CREDITS, { credits: JSON.stringify(credits.map(columnsOf)) });
  const refused = new Map<number, Refusal>();
  for (const row of db.all(sql.ORPHANED_CREDITS, {})) {
    const { line, id, missing } = scalars.refusedCredit(row);
    const message = `Expected ${missing}, which ${id} points at, but got nothing of that id`;
    refused.set(line, { id, code: 'INVALID_RECORD', message });
  }
  for (const row of db.all(sql.TAKEN_CREDITS, {})) {
    const { line, id, missing } = scalars.refusedCredit(row);
    refused.set(line, {
      id,
      code: 'CONFLICT',
      message: `Expected ${id} to stay ${missing}, but got another part`,
    });
  }
  if (refused.size > 0) db.run(sql.DROP_CREDITS, { lines: JSON.stringify([...refused.keys()]) });
  const added = withEvents ? db.all(sql.NEW_CREDITS, {}).map(scalars.idOf) : [];
  db.run(sql.INSERT_CREDITS, {});
  const created = scalars.total(db.get(sql.CREDITS_CHANGED, {}));
  for (const row of db.all(sql.CREDITED_EARLIER, {})) {
    const { id, day, ageless } = scalars.seenEarlier(row);
    db.run(SET_KNOWN_SINCE, { id, day });
    if (ageless) touched.people.add(id);
  }
  const events = added.map((node) => ({ type: 'CREATED' as const, node: node as CreditId }));
  return {
    created,
    unchanged: credits.length - refused.size - created,
    refused: [...refused.values()],
    events,
  };
}

function columnsOf(credit: Credit): readonly unknown[] {
  const row = creditRow(credit);
  return [
    ...[
      row['id'],
      row['person'],
      row['work'],
      row['role'],
      row['character'],
      row['billing'],
      row['document'],
    ],
    ...[row['confidence'], row['recorded_at'], row['billing_rank']],
  ];
}
