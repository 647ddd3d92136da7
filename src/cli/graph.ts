import { existsSync } from 'node:fs';
import { HeaderMap } from '@apollo/server';
import { print, type DocumentNode } from 'graphql';
import { pino } from 'pino';
import { compose, openStore, type Composition } from '../compose.ts';
import { loadConfig, withoutNeo4j, type Config } from '../config.ts';
import { HearsayError, shown } from '../domain/errors.ts';
import type { GraphQLServer } from '../graphql/server.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import type { GlobalOptions } from './command.ts';
import type { Io } from './io.ts';

/** What GraphQL answers: data, or faults with their codes. */
export interface GraphQLAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLFault[];
}

/** A fault as GraphQL reports it. */
export interface GraphQLFault {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly hint?: string };
}

/** A question as GraphQL takes it. */
export interface Question {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The graph of one command. */
export interface Graph {
  readonly store: GraphStore;
  /** Asks through the same limits, resolvers and errors as the server, without HTTP. */
  ask<Data>(question: Question): Promise<GraphQLAnswer<Data>>;
}

/** The settings for a command: `--db` stands in for HEARSAY_DB and NEO4J_URL. Throws SETTING_INVALID. */
export function settingsFor(io: Pick<Io, 'env'>, { db }: GlobalOptions): Config {
  return loadConfig(db === undefined ? io.env : { ...withoutNeo4j(io.env), HEARSAY_DB: db });
}

/** Whether a store that is not there yet is made. Only what fills one may: a mistyped path must not become a file. */
export type IfMissing = 'make' | 'refuse';

/** The settings for a command that needs a store on file. Throws STORE_UNAVAILABLE where there is none. */
function settingsOfStore(io: Pick<Io, 'env'>, options: GlobalOptions): Config {
  const config = patient(settingsFor(io, options), io);
  if (config.neo4j !== null || existsSync(config.database)) return config;
  throw new HearsayError(
    'STORE_UNAVAILABLE',
    `Expected a database file, but got nothing at ${shown(config.database)}`,
    { hint: '`hearsay serve` makes one from the reviewed seeds, `hearsay seed FILE` from any other.' },
  );
}

/** Opens the store for `work` and closes it whatever comes of it. Throws SETTING_INVALID and STORE_… */
export async function withStore<T>(
  io: Pick<Io, 'env'>,
  options: GlobalOptions,
  work: (store: GraphStore) => Promise<T>,
  ifMissing: IfMissing = 'refuse',
): Promise<T> {
  const store = await openStore(
    ifMissing === 'make' ? patient(settingsFor(io, options), io) : settingsOfStore(io, options),
  );
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The same with GraphQL on top. */
export async function withGraph<T>(
  io: Pick<Io, 'env' | 'clock'>,
  options: GlobalOptions,
  work: (graph: Graph) => Promise<T>,
): Promise<T> {
  // Faults reach the terminal as errors; a log beside them would only repeat them.
  const log = pino({ level: 'silent' });
  const composition = await compose(settingsOfStore(io, options), { clock: io.clock, log });
  try {
    return await work(graphOf(composition));
  } finally {
    await composition.close();
  }
}

/**
 * One command keeps nobody else waiting, and may be the first to ask a Neo4j that has yet to plan every statement: unless
 * a deadline is set, it waits for a read as long as for a write.
 */
function patient(config: Config, { env }: Pick<Io, 'env'>): Config {
  const { neo4j } = config;
  if (neo4j === null || env['HEARSAY_STORE_DEADLINE_MS'] !== undefined) return config;
  return { ...config, neo4j: { ...neo4j, deadlineMs: Math.max(neo4j.deadlineMs, neo4j.writeDeadlineMs) } };
}

/** What a composition can be asked. */
export function graphOf({ store, graphql }: Pick<Composition, 'store' | 'graphql'>): Graph {
  return { store, ask: (question) => askThrough(graphql, question) };
}

async function askThrough<Data>(
  server: GraphQLServer,
  { document, variables }: Question,
): Promise<GraphQLAnswer<Data>> {
  const response = await server.execute({
    method: 'POST',
    headers: new HeaderMap([['content-type', 'application/json']]),
    search: '',
    body: { query: print(document), variables },
  });
  if (response.body.kind !== 'complete') throw new Error('Expected one answer, but got a stream of them');
  return JSON.parse(response.body.string) as GraphQLAnswer<Data>;
}
