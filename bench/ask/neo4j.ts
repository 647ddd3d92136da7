import { readFileSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { fetchJars, missingJava } from '../../scripts/neo4j/jars.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import {
  connect,
  type Connection,
  type Parameters,
  type Statement,
  type Target,
} from '../../src/stores/neo4j/connection.ts';
import { neo4jStore } from '../../src/stores/neo4j/store.ts';
import { bolt } from '../../src/stores/neo4j/values.ts';
import { DEADLINES, HOME, neo4jGraph, openNeo4jGraph } from '../bulk/neo4j-graph.ts';
import { SCRATCH } from '../graph/load.ts';
import type { GraphSize } from '../graph/size.ts';
import type { Side } from './side.ts';
import { recorder, replay } from './waves.ts';

/** What the kernel counts CPU time in: 100 ticks a second on every Linux. */
const MS_PER_TICK = 10;

/** The same store, and the driver to the same server, for what else is measured there. */
export interface Neo4jSide extends Side {
  readonly store: 'Neo4j';
  readonly driver: Driver;
}

interface Call {
  readonly statement: Statement;
  readonly parameters: Parameters;
}

/** Why there can be no Neo4j here, or null. */
export async function whyNoNeo4j(): Promise<string | null> {
  const missing = await missingJava();
  if (missing !== null) return missing;
  await fetchJars((line) => {
    console.error(line);
  });
  return null;
}

/** A copy of the graph of a size in the Neo4j store on a server of its own, and the driver alone on the same one. */
export async function neo4jSide(size: GraphSize): Promise<Neo4jSide> {
  const { folder, loaded } = await neo4jGraph(size);
  const scratch = join(SCRATCH, `neo4j-${size.name}`);
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  await cp(join(folder, HOME), join(scratch, HOME), { recursive: true });
  const { server, target, store: graph } = await openNeo4jGraph(join(scratch, HOME));
  const watched = watchedConnection(connect(target, DEADLINES));
  const inline = neo4jStore(watched.connection, DEADLINES.write, '');
  const driver = bareDriver(target);
  return {
    store: 'Neo4j',
    size,
    loaded,
    graph,
    driver,
    floor: 'raw session.run',
    bare: (body) => bareReads(driver, watched.calls, inline, body),
    bareWrite: (id, text) => bareWrite(driver, id, text),
    serverCpu: () => cpuOf(server.pid),
    close: async () => {
      await driver.close();
      await inline.close();
      await graph.close();
      await server.stop();
      await rm(scratch, { recursive: true });
    },
  };
}

function watchedConnection(db: Connection) {
  const calls = recorder<Call>();
  const connection: Connection = {
    ...db,
    read: (statement, parameters) => {
      const result = db.read(statement, parameters);
      calls.note({ statement, parameters }, result);
      return result;
    },
  };
  return { calls, connection };
}

/** With the settings that matter for speed set as the store has them. */
function bareDriver({ url, user, password }: Target): Driver {
  return neo4j.driver(url, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    fetchSize: -1,
    telemetryDisabled: true,
  });
}

async function bareReads(
  driver: Driver,
  calls: ReturnType<typeof recorder<Call>>,
  inline: GraphStore,
  body: (store: GraphStore) => Promise<unknown>,
): Promise<() => unknown> {
  calls.take();
  await body(inline);
  const waves = calls
    .take()
    .map((wave) =>
      wave.map(({ statement, parameters }) => ({ cypher: statement.cypher, parameters: bolt(parameters) })),
    );
  return () => replay(waves, ({ cypher, parameters }) => run(driver, cypher, parameters));
}

async function run(driver: Driver, cypher: string, parameters: Parameters): Promise<unknown> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    return (await session.run(cypher, parameters)).records;
  } finally {
    await session.close();
  }
}

async function bareWrite(driver: Driver, id: string, text: string): Promise<void> {
  const session = driver.session();
  try {
    await session.executeWrite((transaction) =>
      transaction.run('CREATE (:BenchLine {id: $id, text: $text})', { id, text }),
    );
  } finally {
    await session.close();
  }
}

function cpuOf(pid: number): number {
  // The name of the program, in brackets, may hold blanks; the fields are counted from behind it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}
