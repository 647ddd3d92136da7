import { HearsayError } from '../../domain/errors.ts';
import type { Reader } from '../../domain/policy.ts';
import type { ChangeEvent } from '../../ports/graph-store.ts';
import type { Connection } from './connection.ts';
import { readerParameters, type Reading } from './dossiers.ts';
import * as cypher from './feed-queries.ts';
import * as scalars from './scalar-rows.ts';

/** Feed entries after a sequence number, oldest first, as far as this reader may see what they are about. */
export async function changesAfter(
  db: Connection,
  sequence: number,
  limit: number,
  reader: Reader | null,
): Promise<readonly ChangeEvent[]> {
  const found = await (reader === null
    ? db.read(cypher.CHANGES_AFTER, { sequence, limit })
    : db.read(cypher.CHANGES_SEEN, { ...readerParameters(reader, true), sequence, limit }));
  return found.map((row) => scalars.changeEvent(row['entry']));
}

/** Where the feed stands. */
export async function lastChange(db: Reading): Promise<number> {
  const [row] = await db.read(cypher.LAST_CHANGE, {});
  if (row === undefined) throw withoutFeed();
  return scalars.total(row);
}

/** What feed cursors are sealed with. */
export async function feedKey(db: Connection): Promise<string> {
  const [row] = await db.read(cypher.FEED_KEY, {});
  const key = row?.['key'];
  if (typeof key === 'string') return key;
  throw withoutFeed();
}

/** Throws when the database cannot be asked, or holds no store any more. */
export async function ping(db: Connection): Promise<void> {
  if ((await db.read(cypher.PING, {})).length === 0) throw withoutFeed();
}

/** The fault of a database that has lost what every store has. */
export function withoutFeed(): HearsayError {
  return new HearsayError('STORE_CORRUPT', 'Expected the change feed of this database, but got none', {
    hint: 'Restore the database from a dump, or start with an empty one.',
  });
}

/** What was noted under a name. */
export async function readNote(db: Connection, name: string): Promise<string | null> {
  const [row] = await db.read(cypher.NOTE, { name });
  return (row?.['text'] as string | undefined) ?? null;
}

/** Notes a text, or removes what was noted. */
export async function writeNote(db: Connection, name: string, text: string | null): Promise<void> {
  await db.write((transaction) =>
    text === null
      ? transaction.run(cypher.DELETE_NOTE, { name })
      : transaction.run(cypher.PUT_NOTE, { name, text }),
  );
}
