import { randomBytes } from 'node:crypto';
import { HearsayError } from '../../domain/errors.ts';
import { statement, type Connection, type Row, type Statement } from './connection.ts';
import { SCHEMA_1, SCHEMA_2 } from './schema.ts';

/** Each entry takes a database one version further; entries are never changed once released. */
const MIGRATIONS: readonly (readonly Statement[])[] = [SCHEMA_1, SCHEMA_2];

/** The version of the schema that this program reads and writes. */
const SCHEMA_VERSION = MIGRATIONS.length;

/** How long an index may take to be made, in seconds: a new one over millions of nodes takes minutes. */
const SECONDS = 600;

const STATE = statement(
  'schema-state',
  `OPTIONAL MATCH (s:Schema {id: 'schema'})
   RETURN s.version AS version, s IS NULL AND EXISTS { MATCH (n) WHERE NOT n:Schema RETURN n LIMIT 1 } AS foreign`,
);
const AWAIT_INDEXES = statement('await-indexes', `CALL db.awaitIndexes(${SECONDS})`);
// What a server of another version wrote meanwhile stays: versions only grow.
const SET_VERSION = statement(
  'set-schema-version',
  `MERGE (s:Schema {id: 'schema'}) ON CREATE SET s.version = 0
   SET s.version = CASE WHEN s.version < $version THEN $version ELSE s.version END
   MERGE (f:Feed {id: 'feed'}) ON CREATE SET f.last = 0, f.key = $key`,
);

/**
 * Brings a database forward to the current version. Every step can be taken twice and by two servers at once:
 * Neo4j makes no index in one transaction with data, so the version is noted when all of a step is there.
 * Throws STORE_NEWER, or STORE_CORRUPT for a database that holds something else.
 */
export async function migrate(db: Connection): Promise<void> {
  const version = await versionOf(db);
  if (version === SCHEMA_VERSION) return;
  for (const step of MIGRATIONS.slice(version))
    for (const each of step) await db.define(each, SECONDS * 1_000);
  await db.define(AWAIT_INDEXES, SECONDS * 1_000);
  const key = randomBytes(32).toString('hex');
  await db.write((transaction) => transaction.run(SET_VERSION, { version: SCHEMA_VERSION, key }));
}

async function versionOf(db: Connection): Promise<number> {
  const [row] = await db.read(STATE, {});
  const version = (row?.['version'] as number | null | undefined) ?? 0;
  if (version > SCHEMA_VERSION) throw newer(version);
  if (isForeign(row)) throw foreign();
  return version;
}

function isForeign(row: Row | undefined): boolean {
  return row?.['foreign'] === true;
}

function newer(version: number): HearsayError {
  return new HearsayError(
    'STORE_NEWER',
    `Expected the database to have schema version ${SCHEMA_VERSION} or less, but got version ${version}`,
    { hint: 'It was written by a newer Hearsay and was not touched. Update this one.' },
  );
}

function foreign(): HearsayError {
  return new HearsayError('STORE_CORRUPT', 'Expected an empty database or one of Hearsay, but got another', {
    hint: 'The database was not touched. Give Hearsay one of its own: NEO4J_DATABASE names it.',
  });
}
