import { resolve } from 'node:path';
import type { GraphStore } from '../../ports/graph-store.ts';
import { connect, type OnStatement } from './connection.ts';
import { inspectFile } from './inspect.ts';
import { migrate } from './migrations.ts';
import { sqliteStore } from './store.ts';
import { inlineRunner } from './task-runner.ts';
import { workerRunner } from './worker-runner.ts';

/** How a store is opened. */
export interface SqliteStoreOptions {
  /** Told the name of every statement that a read executes. */
  readonly onStatement?: OnStatement;
  /**
   * False: everything runs on the calling thread. For commands and tests, where nobody else waits for it and
   * starting a thread would take longer than the work. Default: true.
   */
  readonly threads?: boolean;
  /** The size in pages of 4 KB beyond which writes fail with STORE_FULL. Default: as far as the disk goes. */
  readonly maxPages?: number;
}

/**
 * Opens the store in the file at `path`, made with its folder when it is not there. Throws STORE_NEWER,
 * STORE_CORRUPT or STORE_UNWRITABLE, with the file as it was, when it must not or cannot be opened.
 */
export async function openSqliteStore(path: string, options: SqliteStoreOptions = {}): Promise<GraphStore> {
  // Opening takes milliseconds and is done before anybody waits, so it blocks; the promise is the port's.
  await Promise.resolve();
  const file = resolve(path);
  inspectFile(file);
  let count: OnStatement = () => undefined;
  const target = { path: file, maxPages: options.maxPages ?? null };
  const db = connect(target, (name) => {
    count(name);
  });
  try {
    migrate(db);
    db.pragma('query_only = ON');
  } catch (error) {
    db.close();
    throw error;
  }
  count = options.onStatement ?? count;
  const runner = (options.threads ?? true) ? workerRunner : inlineRunner;
  return sqliteStore(db, (counts) => runner(target, counts ? count : () => undefined));
}
