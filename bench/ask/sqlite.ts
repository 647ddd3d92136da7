import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import {
  connect,
  type Connection,
  type Parameters,
  type Statement,
} from '../../src/stores/sqlite/connection.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { sqliteStore } from '../../src/stores/sqlite/store.ts';
import { inlineRunner } from '../../src/stores/sqlite/task-runner.ts';
import { applyGraph, cachedGraph, SCRATCH, type CachedGraph } from '../graph/load.ts';
import type { GraphSize } from '../graph/size.ts';
import type { Side } from './side.ts';
import { recorder } from './waves.ts';

const FILE = 'hearsay.sqlite';

interface Call {
  readonly statement: Statement;
  readonly parameters: Parameters;
}

/** The graph of a size in the SQLite store, as it is kept. */
function sqliteGraph(size: GraphSize): Promise<CachedGraph> {
  return cachedGraph(size, 'sqlite', async (folder) => {
    const store = await openSqliteStore(join(folder, FILE), { threads: false });
    return applyGraph(size, 'SQLite', store).finally(() => store.close());
  });
}

/** Opens the kept graph to be read. */
export async function openSqliteGraph(size: GraphSize): Promise<GraphStore> {
  const { folder } = await sqliteGraph(size);
  return openSqliteStore(join(folder, FILE), { threads: false });
}

/** A copy of the graph of a size in the SQLite store, and better-sqlite3 alone on the same file. */
export async function sqliteSide(size: GraphSize): Promise<Side> {
  const { folder, loaded } = await sqliteGraph(size);
  const scratch = join(SCRATCH, `sqlite-${size.name}`);
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  const path = join(scratch, FILE);
  await copyFile(join(folder, FILE), path);
  const graph = await openSqliteStore(path);
  const target = { path, maxPages: null };
  const watched = watchedConnection(connect(target));
  const inline = sqliteStore(watched.connection, (counts) => inlineRunner(target, () => counts));
  const bare = new Database(path, { readonly: true });
  const rows = bareRows(join(scratch, 'rows.sqlite'));
  return {
    store: 'SQLite',
    size,
    loaded,
    graph,
    floor: 'bare prepared SQL',
    bare: (body) => bareReads(bare, watched.calls, inline, body),
    bareWrite: (id, text) => rows.write(id, text),
    close: async () => {
      rows.close();
      bare.close();
      await inline.close();
      await graph.close();
      await rm(scratch, { recursive: true });
    },
  };
}

function watchedConnection(db: Connection) {
  const calls = recorder<Call>();
  const connection: Connection = {
    ...db,
    all: (statement, parameters) => {
      calls.note({ statement, parameters }, null);
      return db.all(statement, parameters);
    },
    get: (statement, parameters) => {
      calls.note({ statement, parameters }, null);
      return db.get(statement, parameters);
    },
  };
  return { calls, connection };
}

async function bareReads(
  db: Database.Database,
  calls: ReturnType<typeof recorder<Call>>,
  inline: GraphStore,
  body: (store: GraphStore) => Promise<unknown>,
): Promise<() => unknown> {
  calls.take();
  await body(inline);
  const statements = calls
    .take()
    .flat()
    .map(({ statement, parameters }) => ({ prepared: prepared(db, statement), parameters }));
  // One transaction, as the store has one, so that locks are not taken again for every statement.
  return db.transaction(() => {
    for (const { prepared, parameters } of statements) prepared.all(parameters);
  });
}

const known = new WeakMap<Database.Database, Map<string, Database.Statement>>();

function prepared(db: Database.Database, { name, sql }: Statement): Database.Statement {
  const of = known.get(db) ?? new Map<string, Database.Statement>();
  known.set(db, of);
  const statement = of.get(name) ?? db.prepare(sql);
  of.set(name, statement);
  return statement;
}

/** A file with one table, to see what one durable commit costs by itself. */
function bareRows(path: string) {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE line (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID');
  const insert = db.prepare('INSERT INTO line (id, text) VALUES (?, ?)');
  return {
    write: (id: string, text: string) => insert.run(id, text),
    close: () => void db.close(),
  };
}
