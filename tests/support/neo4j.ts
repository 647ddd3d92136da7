import type { Driver } from 'neo4j-driver';
import { afterAll, inject } from 'vitest';
import { driverFor, type Neo4jSettings } from '../../scripts/neo4j/answering.ts';
import { openNeo4jStore, type Neo4jStoreOptions } from '../../src/stores/neo4j/open.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { wipe, wipeSchema } from './suite/graph.ts';

let driver: Driver | null = null;
afterAll(async () => {
  await driver?.close();
  driver = null;
});

/** The suite's own Neo4j, for files named `*.neo4j.test.ts`; these run one after another and share its one graph. */
export function neo4jSettings(): Neo4jSettings {
  const given = inject('neo4j');
  if (given === undefined)
    throw new Error('Expected a file named *.neo4j.test.ts, but this one is not and has no Neo4j');
  return { url: given.url, user: given.user, password: given.password };
}

/** A driver to the suite's Neo4j for looking at the graph from outside; closed after the file. */
export function neo4jDriver(): Driver {
  return (driver ??= driverFor(neo4jSettings()));
}

/** Deletes what stores have written, in batches, feed and names included; keeps the schema, which takes long. */
export async function emptyGraph(): Promise<void> {
  await wipe(neo4jDriver());
}

/** Deletes the schema as well, as if no store had ever been opened here. */
export async function bareGraph(): Promise<void> {
  await wipeSchema(neo4jDriver());
}

/** Opens a store on the suite's graph as it is. Whoever opens it closes it. */
export function openSuiteStore(options: Neo4jStoreOptions = {}): Promise<GraphStore> {
  // What is tested here is what is answered, not how soon: that is for the tests of faults.
  const patient = { deadlineMs: 60_000, writeDeadlineMs: 120_000 };
  return openNeo4jStore({ ...neo4jSettings(), database: null }, { ...patient, ...options });
}
