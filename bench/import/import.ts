import Database from 'better-sqlite3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { recordDataset } from '../../src/application/import-dataset.ts';
import { importFile, type ImportReport } from '../../src/application/import-file.ts';
import { NO_QUARANTINE } from '../../src/cli/quarantine.ts';
import type { Credit } from '../../src/domain/entities.ts';
import { parseInstant } from '../../src/domain/time.ts';
import { imdb } from '../../src/ingest/imdb/format.ts';
import { openInput } from '../../src/ingest/reading/open.ts';
import { recordsOf } from '../../src/ingest/reading/records.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { credit as creditRow } from '../../src/stores/sqlite/parameters.ts';
import { SCHEMA_1 } from '../../src/stores/sqlite/schema.ts';
import { machine } from '../measuring/machine.ts';
import type { BenchResult } from '../measuring/result.ts';
import { writeImdbFiles, type ImdbSize } from './imdb-files.ts';

const SIZE: ImdbSize = { people: 60_000, works: 30_000, creditsAWork: 10 };
const NOW = parseInstant('2026-11-22T12:00:00Z');
const TARGET = 200_000;

/** What something took: by the clock, and in CPU time of all threads of this process. */
interface Took {
  readonly what: string;
  readonly rows: number;
  readonly wall: number;
  readonly cpu: number;
  readonly peakMb: number;
}

/** Importing IMDb's files into SQLite, beside the bare engine's inserts of the same credits. */
export async function importing(): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-bench-import-'));
  try {
    const files = await writeImdbFiles(join(folder, 'imdb'), SIZE);
    const store = await openSqliteStore(join(folder, 'graph.sqlite'));
    const parts: Took[] = [];
    for (const file of files) parts.push(await timed(basename(file), () => importOne(store, file)));
    parts.push(await timed('names into the index', () => store.indexNames(() => undefined)));
    const credits = await creditsOf(store);
    await store.close();
    const bare = [
      await timed('bare: credits in order, no index', () =>
        insert(join(folder, 'bare.sqlite'), credits, false),
      ),
      await timed('bare: credits in order, our indexes', () =>
        insert(join(folder, 'live.sqlite'), credits, true),
      ),
    ];
    return resultOf(parts, bare);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function timed(what: string, work: () => Promise<number>): Promise<Took> {
  let peak = process.memoryUsage.rss();
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  const [start, before] = [performance.now(), process.cpuUsage()];
  const rows = await work();
  const { user, system } = process.cpuUsage(before);
  clearInterval(watch);
  return {
    what,
    rows,
    wall: (performance.now() - start) / 1_000,
    cpu: (user + system) / 1e6,
    peakMb: Math.round(peak / 1e6),
  };
}

async function importOne(store: GraphStore, path: string): Promise<number> {
  const input = await openInput(path);
  const facts = { ...imdb.dataset, version: 'bench', retrievedAt: NOW };
  const document = await recordDataset(store, facts, { at: NOW, by: 'bench' });
  const read = () =>
    recordsOf(
      input.read(() => undefined),
      imdb,
    );
  const file = { name: basename(path), digest: input.digest, read, quarantine: NO_QUARANTINE };
  const run = {
    store,
    format: imdb,
    document,
    at: NOW,
    by: 'bench',
    limit: null,
    onRecords: () => undefined,
  };
  const report: ImportReport = await importFile(file, run);
  return report.accepted;
}

async function creditsOf(store: GraphStore): Promise<readonly Credit[]> {
  const credits: Credit[] = [];
  for (let cursor: string | null = 'credits', goesOn = true; goesOn;) {
    const { records, next } = await store.records(cursor, 10_000);
    credits.push(...records.credits);
    cursor = next;
    goesOn = next?.startsWith('credits') ?? false;
  }
  return credits;
}

const COLUMNS = [
  'id',
  'person',
  'work',
  'role',
  'character',
  'billing',
  'document',
  'confidence',
  'recorded_at',
  'billing_rank',
];

/** The same rows into the same table, with nothing around it: no reading, no checks, no other tables. */
function insert(path: string, credits: readonly Credit[], withIndexes: boolean): Promise<number> {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -128000');
  db.pragma('wal_autocheckpoint = 16000');
  db.exec(SCHEMA_1);
  if (!withIndexes) {
    const names = db.prepare(
      `SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'credit' AND sql IS NOT NULL`,
    );
    for (const { name } of names.all() as readonly { readonly name: string }[]) db.exec(`DROP INDEX ${name}`);
  }
  db.pragma('foreign_keys = OFF');
  const statement = db.prepare(
    `INSERT INTO credit (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((name) => `@${name}`).join(', ')})`,
  );
  const some = db.transaction((slice: readonly Credit[]) => {
    for (const each of slice) statement.run(creditRow(each));
  });
  for (let at = 0; at < credits.length; at += 20_000) some(credits.slice(at, at + 20_000));
  db.close();
  return Promise.resolve(credits.length);
}

function resultOf(parts: readonly Took[], bare: readonly Took[]): BenchResult {
  const principals = parts.find(({ what }) => what.startsWith('title.principals'));
  const creditsASecond = principals === undefined ? 0 : principals.rows / principals.cpu;
  const floor = bare[1];
  const peak = Math.max(...parts.map(({ peakMb }) => peakMb));
  return {
    name: 'import',
    day: new Date().toISOString().slice(0, 10),
    machine: machine(),
    remarks: [
      `${SIZE.people} people, ${SIZE.works} works and ${SIZE.works * SIZE.creditsAWork} credits, generated, in IMDb's form.`,
      'The machine was busy with other work: what is compared is CPU time, of the reading and the writing thread together.',
      'Not measured in this run: Neo4j.',
    ],
    tables: [
      {
        title: 'Importing IMDb\u2019s files into SQLite',
        columns: ['what', 'rows', 'seconds', 'CPU s', 'rows a second', 'rows a CPU second', 'peak MB'],
        rows: [...parts, ...bare].map(({ what, rows, wall, cpu, peakMb }) => [
          ...[what, grouped(rows), wall.toFixed(1), cpu.toFixed(1)],
          ...[grouped(rows / wall), grouped(rows / cpu), String(peakMb)],
        ]),
      },
    ],
    targets: [
      {
        what: 'credits a CPU second, from TSV to queryable, without names',
        wanted: `\u2265 ${grouped(TARGET)}`,
        got: grouped(creditsASecond),
        met: creditsASecond >= TARGET,
      },
      {
        what: 'CPU time of that beside the bare inserts with the same indexes',
        wanted: '\u2264 2',
        got: floor === undefined || principals === undefined ? '' : (principals.cpu / floor.cpu).toFixed(1),
        met: floor !== undefined && principals !== undefined && principals.cpu <= 2 * floor.cpu,
      },
      { what: 'peak memory, MB', wanted: '\u2264 1,000', got: grouped(peak), met: peak <= 1_000 },
    ],
  };
}

function grouped(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}
