import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { startNeo4j } from '../../scripts/neo4j/server.ts';
import { admin } from '../bulk/neo4j-import.ts';
import { SCRATCH } from '../graph/load.ts';
import type { Credits } from './credits.ts';

/** The same data in a Neo4j of its own at its best: credits of actors only, and no properties but ids. */
export interface Neo4jGraph {
  costars(
    person: number,
    limit: number,
  ): Promise<readonly { readonly person: number; readonly shared: number }[]>;
  /** Hops from one to the other, by Neo4j's own shortestPath. */
  length(from: number, to: number, most: number): Promise<number | null>;
  close(): Promise<void>;
}

const COSTARS = `MATCH (a:Person {id: $person})-[:ACTED]->(w:Work)<-[:ACTED]-(b:Person)
  WITH b.id AS person, count(w) AS shared ORDER BY shared DESC, person LIMIT toInteger($limit) RETURN person, shared`;
const path = (most: number): string =>
  `MATCH (a:Person {id: $from}), (b:Person {id: $to}) MATCH p = shortestPath((a)-[:ACTED*..${2 * most}]-(b))
   RETURN length(p) / 2 AS hops`;

/** Imports the data with neo4j-admin and starts a server on it. */
export async function neo4jGraph(credits: Credits): Promise<Neo4jGraph> {
  const home = join(SCRATCH, 'costars');
  await rm(home, { recursive: true, force: true });
  await mkdir(join(home, 'conf'), { recursive: true });
  await writeFile(join(home, 'conf', 'neo4j.conf'), '');
  await admin(home, [
    'database',
    'import',
    'full',
    'neo4j',
    '--overwrite-destination',
    ...(await files(home, credits)),
  ]);
  const server = await startNeo4j({ home, heap: '2g', pageCache: '1g' });
  const driver = neo4j.driver(server.url, neo4j.auth.basic(server.user, server.password), {
    disableLosslessIntegers: true,
  });
  const ask = async (
    cypher: string,
    parameters: Record<string, number>,
  ): Promise<readonly Record<string, unknown>[]> => {
    const session = driver.session({ defaultAccessMode: 'READ' });
    try {
      const numbers = Object.entries(parameters).map(([name, value]) => [name, neo4j.int(value)]);
      const { records } = await session.run(cypher, Object.fromEntries(numbers));
      return records.map((record) => record.toObject());
    } finally {
      await session.close();
    }
  };
  await driver.executeQuery('CREATE CONSTRAINT FOR (p:Person) REQUIRE p.id IS UNIQUE');
  await driver.executeQuery('CALL db.awaitIndexes(120)');
  return {
    costars: async (person, limit) => (await ask(COSTARS, { person, limit })) as never,
    length: async (from, to, most) =>
      ((await ask(path(most), { from, to }))[0]?.['hops'] as number | undefined) ?? null,
    close: async () => {
      await driver.close();
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function files(
  home: string,
  { people, works, person, work, role }: Credits,
): Promise<readonly string[]> {
  const write = async (
    name: string,
    header: string,
    count: number,
    line: (at: number) => string,
  ): Promise<string> => {
    const file = join(home, `${name}.csv`);
    const out = createWriteStream(file);
    out.write(`${header}\n`);
    for (let at = 0; at < count; at += 1) if (!out.write(line(at))) await once(out, 'drain');
    out.end();
    await once(out, 'close');
    return file;
  };
  const parts = [
    `--nodes=Person=${await write('people', 'id:ID(Person){id-type:long}', people, (at) => `${at}\n`)}`,
    `--nodes=Work=${await write('works', 'id:ID(Work){id-type:long}', works, (at) => `${at}\n`)}`,
  ];
  const credits = await write('credits', ':START_ID(Person),:END_ID(Work)', person.length, (at) =>
    role[at] === 0 ? `${person[at]},${work[at]}\n` : '',
  );
  return [...parts, `--relationships=ACTED=${credits}`];
}
