import { pino, destination, type Logger } from 'pino';
import { dirname } from 'node:path';
import type { Config, LogLevel } from './config.ts';
import { openCostars, type CostarEvent } from './costars/costar-index.ts';
import { openStudio } from './embed/studio/studio.ts';
import { createContext } from './graphql/context.ts';
import { resolvers } from './graphql/resolvers/index.ts';
import { executableSchema } from './graphql/schema.ts';
import { startGraphQL, type GraphQLServer } from './graphql/server.ts';
import { createHttpServer, type HttpServer } from './http/server.ts';
import { webFiles } from './http/web-files.ts';
import type { Clock } from './ports/clock.ts';
import type { CostarSearch } from './ports/costar-search.ts';
import type { GraphStore, OnProgress } from './ports/graph-store.ts';
import { openSqliteStore } from './stores/sqlite/open.ts';

/** Hearsay put together: everything that a server needs, not listening yet. */
export interface Composition {
  readonly store: GraphStore;
  readonly costars: CostarSearch;
  readonly graphql: GraphQLServer;
  readonly http: HttpServer;
  readonly log: Logger;
  /** Closes GraphQL, then where pictures are made, then the co-star graph, then the store. */
  readonly close: () => Promise<void>;
}

/** What the world around gives. */
export interface Surroundings {
  readonly clock: Clock;
  /** Default: JSON to standard error at the level of the settings. */
  readonly log?: Logger;
  /** Given by who will be asked much: what can be made ready beforehand is, and this is told how far it is. */
  readonly onPlanning?: OnProgress;
}

/** The only place that picks a store. Throws a STORE_… error when it cannot be opened; see openSqliteStore. */
export async function openStore(
  { database, neo4j }: Pick<Config, 'database' | 'neo4j'>,
  { onPlanning }: Pick<Surroundings, 'onPlanning'> = {},
): Promise<GraphStore> {
  if (neo4j === null) return openSqliteStore(database);
  // Loaded when it is wanted: every command on a file would wait for a driver that it has no use for.
  const { openNeo4jStore } = await import('./stores/neo4j/open.ts');
  return openNeo4jStore(neo4j, { ...neo4j, ...(onPlanning === undefined ? {} : { onPlanning }) });
}

/** Puts a server together from its settings. Whoever composes closes, or serves, which closes. */
export async function compose(
  config: Config,
  { clock, log = createLog(config.logLevel), ...rest }: Surroundings,
): Promise<Composition> {
  const store = await openStore(config, rest);
  try {
    return await around(store, config, log, clock);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function around(store: GraphStore, config: Config, log: Logger, clock: Clock): Promise<Composition> {
  const costars = openCostars({
    store,
    // Beside the file of the store; for a Neo4j where that file would be.
    folder: config.cache ?? dirname(config.database),
    onEvent: logCostars(log),
  });
  const studio = openStudio();
  const graphql = await startGraphQL({
    schema: executableSchema(resolvers),
    context: (requestId, bookmark) =>
      createContext({
        ...{ store, costars, clock, profile: config.policy },
        ...{ layOut: studio.layOut, requestId, bookmark },
      }),
    log,
  });
  const http = createHttpServer({
    execute: graphql.execute,
    ready: () => store.ping(),
    web: webFiles(),
    embedding: {
      asking: () => {
        const now = clock.now();
        return { store, costars, profile: config.policy, clock: { now: () => now } };
      },
      studio,
    },
    log,
  });
  const close = async (): Promise<void> => {
    await graphql.stop();
    await studio.close();
    await costars.close();
    await store.close();
  };
  return { store, costars, graphql, http, log, close };
}

function logCostars(log: Logger): (event: CostarEvent) => void {
  return (event) => {
    if (event.type === 'not-built') log.error({ err: event.error }, 'co-star graph not built');
    else if (event.type === 'built' || event.type === 'loaded')
      log.info(event, `co-star graph ${event.type}`);
    else log.warn(event, `co-star snapshot ${event.type}`);
  };
}

/** Logs in JSON to standard error, so that standard output is what a command says. */
function createLog(level: LogLevel): Logger {
  // Written at once: what is logged last before the end of a process is what one looks for.
  return pino({ level }, destination({ dest: 2, sync: true }));
}
