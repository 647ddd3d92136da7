import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import type { Credit } from '../../src/domain/entities.ts';
import type { Target } from '../../src/stores/neo4j/connection.ts';
import { credit as creditProperties } from '../../src/stores/neo4j/parameters.ts';
import { bolt } from '../../src/stores/neo4j/values.ts';
import { csvFiles } from '../bulk/csv.ts';
import { openNeo4jGraph } from '../bulk/neo4j-graph.ts';
import { admin } from '../bulk/neo4j-import.ts';
import { creditsOf, importOne, timed, type Took } from './took.ts';

/** Rows of one UNWIND. */
const BATCH = 10_000;

/**
 * Importing IMDb's files into Neo4j, beside the same credits by nothing but UNWIND into the same server, and by
 * neo4j-admin from files, which only an empty database can be made with.
 */
export async function importIntoNeo4j(folder: string, files: readonly string[]): Promise<readonly Took[]> {
  const { server, target, store } = await openNeo4jGraph(join(folder, 'neo4j'));
  try {
    const parts: Took[] = [];
    for (const file of files) parts.push(await timed(basename(file), () => importOne(store, file)));
    const credits = await creditsOf(store);
    const bare = await timed('bare: UNWIND, with an index on each end', () => unwind(target, credits));
    const byFiles = await timed('bare: neo4j-admin, people and works too', () =>
      fromFiles(join(folder, 'admin'), credits),
    );
    return [...parts, bare, byFiles];
  } finally {
    await store.close();
    await server.stop();
  }
}

async function unwind({ url, user, password }: Target, credits: readonly Credit[]): Promise<number> {
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password));
  try {
    for (const label of ['BarePerson', 'BareWork']) {
      await driver.executeQuery(`CREATE CONSTRAINT FOR (n:${label}) REQUIRE n.id IS UNIQUE`);
    }
    await inBatches(driver, idsOf(credits, 'person'), 'CREATE (:BarePerson {id: row})');
    await inBatches(driver, idsOf(credits, 'work'), 'CREATE (:BareWork {id: row})');
    await inBatches(
      driver,
      credits.map(creditProperties),
      `MATCH (p:BarePerson {id: row.person}) MATCH (w:BareWork {id: row.work})
       CREATE (p)-[k:BARE_CREDITED]->(w) SET k = row`,
    );
    return credits.length;
  } finally {
    await driver.close();
  }
}

async function inBatches(driver: Driver, rows: readonly unknown[], cypher: string): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const parameters = bolt({ rows: rows.slice(at, at + BATCH) });
    await driver.executeQuery(`UNWIND $p.rows AS row ${cypher}`, parameters);
  }
}

function idsOf(credits: readonly Credit[], end: 'person' | 'work'): readonly string[] {
  return [...new Set(credits.map((each) => each[end]))];
}

async function fromFiles(home: string, credits: readonly Credit[]): Promise<number> {
  await mkdir(join(home, 'conf'), { recursive: true });
  await writeFile(join(home, 'conf', 'neo4j.conf'), '');
  const files = csvFiles(join(home, 'files'));
  for (const id of idsOf(credits, 'person')) files.node('Person', 'id', { id });
  for (const id of idsOf(credits, 'work')) files.node('Work', 'id', { id });
  for (const each of credits) {
    const [from, to] = [
      { label: 'Person', id: each.person },
      { label: 'Work', id: each.work },
    ];
    files.relationship('CREDITED', from, to, creditProperties(each));
  }
  await admin(home, [
    ...['database', 'import', 'full', 'neo4j', '--overwrite-destination', '--id-type=string'],
    ...[`--report-file=${join(home, 'report.txt')}`, '--array-delimiter=;', ...files.close()],
  ]);
  return credits.length;
}
