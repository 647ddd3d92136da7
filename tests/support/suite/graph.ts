import type { Driver } from 'neo4j-driver';
import { driverFor, type Neo4jSettings } from '../../../scripts/neo4j/answering.ts';

// No node may say so, since a database with nodes that are not Hearsay's is refused. A constraint is none.
const MARK = 'hearsay_tests_may_wipe_this';

/**
 * Marks the graph as one that tests may wipe. Throws when it holds anything and has no mark: NEO4J_URL may be that
 * of data that somebody needs.
 */
export async function claimGraph(settings: Neo4jSettings): Promise<void> {
  await withDriver(settings, async (driver) => {
    const marks = await driver.executeQuery('SHOW CONSTRAINTS YIELD name WHERE name = $mark', { mark: MARK });
    const nodes = await driver.executeQuery('MATCH (n) WHERE NOT n:Schema AND NOT n:Feed RETURN n LIMIT 1');
    if (marks.records.length === 0 && nodes.records.length > 0)
      throw new Error(
        `Expected an empty graph at NEO4J_URL, since tests wipe it, but ${settings.url} holds data. Unset NEO4J_URL to test with a server of their own.`,
      );
    await driver.executeQuery(
      `CREATE CONSTRAINT ${MARK} IF NOT EXISTS FOR (n:HearsayTests) REQUIRE n.id IS UNIQUE`,
    );
    await wipe(driver);
  });
}

/** Wipes the graph and takes the mark away. */
export async function releaseGraph(settings: Neo4jSettings): Promise<void> {
  await withDriver(settings, async (driver) => {
    await wipe(driver);
    await driver.executeQuery(`DROP CONSTRAINT ${MARK} IF EXISTS`);
  });
}

/** Deletes everything that a store has written but its schema, in batches; the feed starts anew. */
export async function wipe(driver: Driver): Promise<void> {
  const session = driver.session();
  try {
    await session.run(
      `MATCH (n) WHERE NOT n:Schema AND NOT n:Feed
       CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS`,
    );
    await session.run('MATCH (f:Feed) SET f = {id: f.id, key: f.key, last: 0}');
  } finally {
    await session.close();
  }
}

/** Deletes everything, the schema with its constraints and indexes too, as if no store had ever been here. */
export async function wipeSchema(driver: Driver): Promise<void> {
  await wipe(driver);
  await driver.executeQuery('MATCH (n) DETACH DELETE n');
  const constraints = await driver.executeQuery('SHOW CONSTRAINTS YIELD name WHERE name <> $mark', {
    mark: MARK,
  });
  for (const { name } of constraints.records.map((record) => record.toObject()))
    await driver.executeQuery(`DROP CONSTRAINT \`${String(name)}\``);
  // What finds nodes by label is Neo4j's own, and belongs to every database.
  const indexes = await driver.executeQuery(
    "SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' AND owningConstraint IS NULL",
  );
  for (const { name } of indexes.records.map((record) => record.toObject()))
    await driver.executeQuery(`DROP INDEX \`${String(name)}\``);
}

async function withDriver(settings: Neo4jSettings, body: (driver: Driver) => Promise<void>): Promise<void> {
  const driver = driverFor(settings);
  try {
    await body(driver);
  } finally {
    await driver.close();
  }
}
