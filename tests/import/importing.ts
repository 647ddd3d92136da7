import { mkdtempSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach } from 'vitest';
import type { ImportReport } from '../../src/application/import-file.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { hearsay } from '../cli/hearsay.ts';
import { importInto, NOW, type Importing } from './importing-store.ts';
import type { Ran } from '../cli/test-io.ts';

/** A line of a quarantine file. */
export interface Rejected {
  readonly line: number;
  readonly reason: { readonly code: string; readonly message: string };
  readonly record: string;
}

const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** A folder with a database and files to import, gone after the test. */
export async function place(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-import-'));
  const database = join(folder, 'graph.sqlite');
  const store = await openSqliteStore(database, { threads: false });
  opened.push(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    ...{ folder, store },
    file(name, contents) {
      const path = join(folder, name);
      writeFileSync(
        path,
        name.endsWith('.gz') && typeof contents === 'string' ? gzipSync(contents) : contents,
      );
      return path;
    },
    run: (name, path, how) => importInto(store, name, path, how),
    hearsay: (...argv) => hearsay(argv, { env: { HEARSAY_DB: database }, now: NOW }),
    rejected: (path) => rejectedOf(path),
  };
}

export interface Place {
  readonly folder: string;
  readonly store: GraphStore;
  /** Writes a file; text under a name that ends in .gz is packed. Returns its path. */
  file(name: string, contents: string | Buffer): string;
  run(format: string, path: string, how?: Importing): Promise<ImportReport>;
  /** Runs a command on the database. */
  hearsay(...argv: readonly string[]): Promise<Ran>;
  /** Rejected records of a file. */
  rejected(path: string): readonly Rejected[];
}

/** What stands in the quarantine file of a file, below the line that says whose it is; nothing when there is none. */
function rejectedOf(path: string): readonly Rejected[] {
  const quarantine = `${path}.rejected.jsonl`;
  if (!existsSync(quarantine)) return [];
  return readFileSync(quarantine, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Rejected);
}
