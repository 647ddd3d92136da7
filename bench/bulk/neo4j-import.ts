import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { jarFolder } from '../../scripts/neo4j/jars.ts';
import type { DerivedRelationship } from '../../src/domain/verdict.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import type { Target } from '../../src/stores/neo4j/connection.ts';
import { generate } from '../graph/generate.ts';
import type { Loaded } from '../graph/load.ts';
import type { GraphSize } from '../graph/size.ts';
import { rounded } from '../measuring/measure.ts';
import { progress } from '../measuring/print.ts';
import { csvFiles } from './csv.ts';
import { writeRows } from './neo4j-rows.ts';

const SLICE = 5_000;

/**
 * Makes the database of a new home out of files, with neo4j-admin: minutes where `apply` takes an hour. The stored
 * relationships are read from `other`, which has the same graph.
 */
export async function importGraph(size: GraphSize, home: string, other: GraphStore): Promise<Loaded> {
  const start = performance.now();
  const folder = join(home, 'files');
  await rm(home, { recursive: true, force: true });
  await mkdir(join(home, 'conf'), { recursive: true });
  await writeFile(join(home, 'conf', 'neo4j.conf'), '');
  const edges = await allEdges(other);
  const counts = { claims: 0, people: 0, documents: 0 };
  const say = progress(`writing files of ${size.name} claims`);
  const files = csvFiles(folder);
  writeRows(generate(size), edges, files, (change) => {
    counts.claims += change.claims.length;
    counts.people += change.people.length;
    counts.documents += change.documents.length;
    say(counts.claims, size.claims);
  });
  await admin(home, [
    ...['database', 'import', 'full', 'neo4j', '--overwrite-destination', '--id-type=string'],
    ...[`--report-file=${join(folder, 'report.txt')}`, `--array-delimiter=;`, ...files.close()],
  ]);
  await rm(folder, { recursive: true });
  const seconds = (performance.now() - start) / 1_000;
  return {
    how: 'files',
    ...counts,
    seconds: rounded(seconds),
    claimsASecond: Math.round(counts.claims / seconds),
  };
}

async function allEdges(store: GraphStore): Promise<readonly DerivedRelationship[]> {
  const all: DerivedRelationship[] = [];
  let after: string | null = null;
  do {
    const { edges, next } = await store.edges(after, SLICE);
    for (const edge of edges) all.push(edge);
    after = next;
  } while (after !== null);
  return all;
}

/** Runs neo4j-admin on the database of a home. */
export function admin(home: string, args: readonly string[]): Promise<void> {
  const child = spawn('java', ['-Xmx2g', '-cp', join(jarFolder(), '*'), 'org.neo4j.cli.AdminTool', ...args], {
    env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-4_000);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Expected neo4j-admin to import, but it ended with ${String(code)}:\n${said}`));
    });
  });
}

// Files cannot say that a list is there and empty.
const EMPTY_LISTS = [
  ['Person', 'aliases'],
  ['Work', 'aliases'],
  ['Work', 'basedOn'],
  ['Document', 'derivedFrom'],
  ['Document', 'names'],
] as const;

/** Puts what files cannot hold into an imported database. */
export async function completeImport({ url, user, password }: Target): Promise<void> {
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password));
  const session = driver.session();
  try {
    for (const [label, list] of EMPTY_LISTS) {
      await session.run(
        `MATCH (n:${label}) WHERE n.${list} IS NULL CALL (n) { SET n.${list} = [] } IN TRANSACTIONS OF 20000 ROWS`,
      );
    }
  } finally {
    await session.close();
    await driver.close();
  }
}
