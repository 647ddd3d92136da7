import { HearsayError } from '../../domain/errors.ts';
import type { GraphStore, OnProgress } from '../../ports/graph-store.ts';
import { connect, type Connection, type Deadlines, type OnStatement, type Target } from './connection.ts';
import { feedKey } from './feed.ts';
import { migrate } from './migrations.ts';
import { planQuestions } from './planning.ts';
import { neo4jStore } from './store.ts';

/** How a store is opened. */
export interface Neo4jStoreOptions {
  /** Told the name of every statement that a read executes. */
  readonly onStatement?: OnStatement;
  /** Within this many milliseconds a read answers or fails with STORE_UNAVAILABLE. Default: 5,000. */
  readonly deadlineMs?: number;
  /** For this many milliseconds a write is tried before it fails. Default: 30,000. */
  readonly writeDeadlineMs?: number;
  /** Given by who will be asked much: every kind of question is planned beforehand, which is told to it. */
  readonly onPlanning?: OnProgress;
}

const DEADLINE_MS = 5_000;
const WRITE_DEADLINE_MS = 30_000;
/** The first version whose Cypher and constraints this store uses, and that it is tested with. */
const OLDEST = [5, 26] as const;

/**
 * Opens the store in a database, which is prepared when it is empty. Throws STORE_UNAVAILABLE within the deadline
 * when no server answers or it is too old, STORE_UNAUTHORIZED, STORE_NEWER, or STORE_CORRUPT.
 */
export async function openNeo4jStore(target: Target, options: Neo4jStoreOptions = {}): Promise<GraphStore> {
  const deadlines = {
    read: options.deadlineMs ?? DEADLINE_MS,
    write: options.writeDeadlineMs ?? WRITE_DEADLINE_MS,
  };
  let count: OnStatement = () => undefined;
  const db = open(target, deadlines, (name) => {
    count(name);
  });
  try {
    // Whoever is patient with answers still wants to hear soon that nobody is there.
    requireVersion(await db.agent(Math.min(deadlines.read, DEADLINE_MS)));
    await migrate(db);
    const key = await feedKey(db);
    if (options.onPlanning !== undefined) await plan(target, deadlines, key, options.onPlanning);
    count = options.onStatement ?? count;
    return neo4jStore(db, deadlines.write, key);
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** With the patience of a write: a server that has just started takes seconds for each of its first plans. */
async function plan(
  target: Target,
  { write }: Deadlines,
  key: string,
  onProgress: OnProgress,
): Promise<void> {
  const patient = neo4jStore(connect(target, { read: write, write }), write, key);
  try {
    await planQuestions(patient, onProgress);
  } finally {
    await patient.close();
  }
}

function open(...target: Parameters<typeof connect>): Connection {
  try {
    return connect(...target);
  } catch (error) {
    // The driver refuses addresses that it cannot read with errors of no type of its own.
    throw new HearsayError(
      'SETTING_INVALID',
      `Expected the address of a Neo4j server, but got ${reasonOf(error)}`,
      {
        hint: 'Write NEO4J_URL like bolt://localhost:7687, or neo4j://… for a cluster.',
        cause: error,
      },
    );
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function requireVersion(agent: string): void {
  const [major = 0, minor = 0] = (/^Neo4j\/(\d+)\.(\d+)/.exec(agent) ?? []).slice(1).map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new HearsayError(
    'STORE_UNAVAILABLE',
    `Expected Neo4j ${OLDEST.join('.')} or later, but got ${agent}`,
    {
      hint: 'Update the server; data of version 5 can stay where it is.',
    },
  );
}
