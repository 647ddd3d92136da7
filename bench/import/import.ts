import Database from 'better-sqlite3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Credit } from '../../src/domain/entities.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { credit as creditRow } from '../../src/stores/sqlite/parameters.ts';
import { SCHEMA_1 } from '../../src/stores/sqlite/schema.ts';
import { machine } from '../measuring/machine.ts';
import type { BenchResult } from '../measuring/result.ts';
import { whyNoNeo4j } from '../ask/neo4j.ts';
import { writeImdbFiles, type ImdbSize } from './imdb-files.ts';
import { importIntoNeo4j } from './neo4j.ts';
import { creditsOf, importOne, timed, type Took } from './took.ts';

const SIZE: ImdbSize = { people: 60_000, works: 30_000, creditsAWork: 10 };
/** Neo4j takes its time, and none of it depends on how much there is already. */
const SIZE_IN_NEO4J: ImdbSize = { people: 6_000, works: 3_000, creditsAWork: 10 };
const TARGET = 200_000;

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
    const missing = await whyNoNeo4j();
    const inNeo4j =
      missing === null
        ? await importIntoNeo4j(folder, await writeImdbFiles(join(folder, 'smaller'), SIZE_IN_NEO4J))
        : [];
    return resultOf(parts, bare, inNeo4j);
  } finally {
    await rm(folder, { recursive: true });
  }
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

function resultOf(parts: readonly Took[], bare: readonly Took[], inNeo4j: readonly Took[]): BenchResult {
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
      'What is compared is CPU time, of the reading and the writing thread together.',
      inNeo4j.length === 0
        ? 'Not measured in this run: Neo4j.'
        : 'Into Neo4j a tenth of that; the CPU time of its server is not in the table.',
    ],
    tables: [
      tableOf('Importing IMDb\u2019s files into SQLite', [...parts, ...bare]),
      tableOf('Importing a tenth of them into Neo4j', inNeo4j),
    ].filter(({ rows }) => rows.length > 0),
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

function tableOf(title: string, took: readonly Took[]): BenchResult['tables'][number] {
  return {
    title,
    columns: ['what', 'rows', 'seconds', 'CPU s', 'rows a second', 'rows a CPU second', 'peak MB'],
    rows: took.map(({ what, rows, wall, cpu, peakMb }) => [
      ...[what, grouped(rows), wall.toFixed(1), cpu.toFixed(1)],
      ...[grouped(rows / wall), grouped(rows / cpu), String(peakMb)],
    ]),
  };
}

function grouped(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}
