import { mkdtempSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach } from 'vitest';
import { recordDataset } from '../../src/application/import-dataset.ts';
import { importFile, type ImportReport } from '../../src/application/import-file.ts';
import type { ImportFormat } from '../../src/application/import-format.ts';
import { quarantineFile } from '../../src/cli/quarantine.ts';
import { parseInstant } from '../../src/domain/time.ts';
import { FORMATS } from '../../src/ingest/formats.ts';
import { openInput } from '../../src/ingest/reading/open.ts';
import { recordsOf } from '../../src/ingest/reading/records.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { hearsay } from '../cli/hearsay.ts';
import type { Ran } from '../cli/test-io.ts';

/** When every import of a test happens. */
export const NOW = '2026-11-22T12:00:00Z';

/** A line of a quarantine file. */
export interface Rejected {
  readonly line: number;
  readonly reason: { readonly code: string; readonly message: string };
  readonly record: string;
}

/** What may differ from one import to the next. */
export interface Importing {
  readonly limit?: number;
  readonly batch?: number;
  /** Called before each batch is stored; throws to break the run off there. */
  readonly before?: (batch: number) => void;
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

/** Imports a file as the command does, into any store. */
export async function importInto(
  store: GraphStore,
  name: string,
  path: string,
  { limit, batch, before }: Importing = {},
): Promise<ImportReport> {
  const format = formatOf(name, batch);
  const input = await openInput(path);
  const at = parseInstant(NOW);
  const facts = { ...format.dataset, version: '1', retrievedAt: parseInstant('2026-11-20T00:00:00Z') };
  const dataset = format.bringsSources === true ? { ...facts, isOnFile: false } : facts;
  const document = await recordDataset(store, dataset, { at, by: 'import' });
  let batches = 0;
  const watched: GraphStore = {
    ...store,
    load: async (each) => {
      before?.((batches += 1));
      return store.load(each);
    },
  };
  const report = await importFile(
    {
      name: basename(path),
      digest: input.digest,
      read: () =>
        recordsOf(
          input.read(() => undefined),
          format,
        ),
      quarantine: quarantineFile(`${path}.rejected.jsonl`),
    },
    { store: watched, format, document, at, by: 'import', limit: limit ?? null, onRecords: () => undefined },
  );
  await store.indexNames(() => undefined);
  return report;
}

function formatOf(name: string, batch: number | undefined): ImportFormat {
  const format = FORMATS.find((known) => known.name === name);
  if (format === undefined) throw new Error(`Expected a format, but got ${name}`);
  if (batch === undefined) return format;
  return {
    ...format,
    passes: (first, file) => format.passes(first, file).map((reader) => ({ ...reader, batch })),
  };
}

/** What stands in the quarantine file of a file; nothing when there is none. */
export function rejectedOf(path: string): readonly Rejected[] {
  const quarantine = `${path}.rejected.jsonl`;
  if (!existsSync(quarantine)) return [];
  return readFileSync(quarantine, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Rejected);
}
