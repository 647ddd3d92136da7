import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APPLICATION_ID, MIGRATIONS } from '../../src/stores/sqlite/migrations.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-migrations-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A file as version 1 left it, with one person who is indexed under two names. */
function version1(path: string): void {
  const db = new Database(path);
  db.exec(MIGRATIONS[0] ?? '');
  db.exec(`
    INSERT INTO person (id, name, aliases, handles, privacy)
      VALUES ('person/ann', 'Ann Lee', '["Ann Stone"]', '[]', 'PUBLIC_FIGURE');
    INSERT INTO name (type, node, position, text, key, is_handle)
      VALUES ('person', 'person/ann', 0, 'Ann Lee', 'ann lee', 0), ('person', 'person/ann', 1, 'Ann Stone', 'ann stone', 0);
    INSERT INTO name_text (rowid, key) SELECT key_id, key FROM name;
    INSERT INTO name_word (word, name) VALUES ('ann', 1), ('lee', 1), ('ann', 2), ('stone', 2);
    INSERT INTO change (type, node, at, by) VALUES ('CREATED', 'person/ann', '2024-01-01T00:00:00.000Z', 'me');
    PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1;`);
  db.close();
}

test('a file of version 1 is brought forward with everything that is in it', async () => {
  const path = join(folder, 'one.sqlite');
  version1(path);
  const store = await openSqliteStore(path, { threads: false });
  expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
  for (const text of ['ann', 'ston', 'lee', 'an lee', 'stnoe']) {
    expect(await store.searchNames(text, ['person'], 5)).toMatchObject([{ id: 'person/ann' }]);
  }
  await store.close();
});
