import { HearsayError } from '../../domain/errors.ts';
import type { Reader } from '../../domain/policy.ts';
import type { ChangeEvent } from '../../ports/graph-store.ts';
import type { Connection } from './connection.ts';
import { MAX_ORIGIN_DEPTH, readerParameters } from './dossiers.ts';
import * as sql from './feed-queries.ts';
import * as scalars from './scalar-rows.ts';

/** Feed entries after a sequence number, oldest first, as far as this reader may see what they are about. */
export function changesAfter(
  db: Connection,
  sequence: number,
  limit: number,
  reader: Reader | null,
): readonly ChangeEvent[] {
  const rows =
    reader === null
      ? db.all(sql.CHANGES_AFTER, { sequence, limit })
      : db.all(sql.CHANGES_SEEN, {
          ...readerParameters(reader, true),
          sequence,
          limit,
          depth: MAX_ORIGIN_DEPTH,
        });
  return rows.map(scalars.changeEvent);
}

/** Where the feed stands. */
export function lastChange(db: Connection): number {
  return scalars.total(db.get(sql.LAST_CHANGE, {}));
}

/** What feed cursors are sealed with. */
export function feedKey(db: Connection): string {
  const row = db.get(sql.SETTING, { name: 'feed-key' });
  if (row !== undefined) return scalars.idOf(row);
  throw new HearsayError('STORE_CORRUPT', 'Expected the key of the change feed, but got none', {
    hint: 'Restore the file from a backup.',
  });
}

/** What was noted under a name. */
export function readNote(db: Connection, name: string): string | null {
  const row = db.get(sql.SETTING, { name: noteName(name) });
  return row === undefined ? null : scalars.idOf(row);
}

/** Notes a text, or removes what was noted. */
export function writeNote(db: Connection, name: string, text: string | null): void {
  db.write(() => {
    if (text === null) db.run(sql.DELETE_SETTING, { name: noteName(name) });
    else db.run(sql.PUT_SETTING, { name: noteName(name), value: text });
  });
}

function noteName(name: string): string {
  return `note:${name}`;
}
