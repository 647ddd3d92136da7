import type { Connection } from './connection.ts';
import { SCHEMA_3 } from './schema-3.ts';
import { SCHEMA_4 } from './schema-4.ts';
import { SCHEMA_1, SCHEMA_2 } from './schema.ts';

/** Marks a file as Hearsay's: the letters "HSAY". */
export const APPLICATION_ID = 0x48534159;

/** Each entry takes a file one version further; entries are never changed once released. */
export const MIGRATIONS: readonly string[] = [SCHEMA_1, SCHEMA_2, SCHEMA_3, SCHEMA_4];

/** The version of the schema that this program reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Brings a file forward to the current version, one transaction a step. */
export function migrate(db: Connection): void {
  for (let version = versionOf(db); version < SCHEMA_VERSION; version = versionOf(db)) {
    db.write(() => {
      // Another process may have taken this step while we waited for the lock.
      const current = versionOf(db);
      const step = MIGRATIONS[current];
      if (step === undefined) return;
      db.exec(step);
      db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${current + 1};`);
    });
  }
}

function versionOf(db: Connection): number {
  const [row] = db.pragma('user_version') as readonly { readonly user_version: number }[];
  return row?.user_version ?? 0;
}
