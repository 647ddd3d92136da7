import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startNeo4j, type Neo4jServer } from '../../scripts/neo4j/server.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import type { Target } from '../../src/stores/neo4j/connection.ts';
import { openNeo4jStore } from '../../src/stores/neo4j/open.ts';
import { openSqliteGraph } from '../ask/sqlite.ts';
import { applyGraph, cachedGraph, SCRATCH, type CachedGraph, type Loaded } from '../graph/load.ts';
import { SIZES, type GraphSize } from '../graph/size.ts';
import { completeImport, importGraph } from './neo4j-import.ts';
import { requireSame } from './same-graph.ts';

/** The folder of a server within that of its graph. */
export const HOME = 'home';
const MEMORY = { heap: '2g', pageCache: '1g' } as const;
/** Generous: nothing is measured about deadlines here, and a change of a thousand claims takes its time. */
export const DEADLINES = { read: 60_000, write: 300_000 } as const;
/** Larger graphs are made of files; that these make the same graph is tried on the one that is applied. */
const MOST_APPLIED = 10_000;
/** Files made by other code are compared anew. */
const RULES = createHash('sha256')
  .update(readFileSync(new URL('./neo4j-rows.ts', import.meta.url)))
  .digest('hex')
  .slice(0, 12);

/** A server on a graph, and the store on it. */
interface OpenGraph {
  readonly server: Neo4jServer;
  readonly target: Target;
  readonly store: GraphStore;
}

/** Starts a server on the graph in a home and opens the store on it. */
export async function openNeo4jGraph(home: string): Promise<OpenGraph> {
  const server = await startNeo4j({ home, ...MEMORY });
  const { url, user, password } = server;
  const target = { url, user, password, database: null };
  const options = { deadlineMs: DEADLINES.read, writeDeadlineMs: DEADLINES.write };
  try {
    return { server, target, store: await openNeo4jStore(target, options) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The graph of a size in the Neo4j store, as it is kept. */
export function neo4jGraph(size: GraphSize): Promise<CachedGraph> {
  return cachedGraph(size, 'neo4j', async (folder) => {
    const home = join(folder, HOME);
    if (size.claims <= MOST_APPLIED) {
      return withGraph(home, ({ store }) => applyGraph(size, 'Neo4j', store));
    }
    await tryFiles();
    return imported(size, home);
  });
}

async function imported(size: GraphSize, home: string): Promise<Loaded> {
  const other = await openSqliteGraph(size);
  const loaded = await importGraph(size, home, other).finally(() => other.close());
  await withGraph(home, ({ target }) => completeImport(target));
  return loaded;
}

/** Makes the smallest graph of files, and compares it with the one that `apply` has made. Once for each of those. */
async function tryFiles(): Promise<void> {
  const [small] = SIZES;
  if (small === undefined) return;
  const { folder } = await neo4jGraph(small);
  const done = join(folder, `same-as-files-${RULES}`);
  if (existsSync(done)) return;
  const [applied, made] = [join(SCRATCH, 'applied'), join(SCRATCH, 'made')];
  await cp(join(folder, HOME), applied, { recursive: true });
  await imported(small, made);
  await withGraph(applied, ({ target: one }) =>
    withGraph(made, ({ target: other }) => requireSame(one, other)),
  );
  for (const home of [applied, made]) await rm(home, { recursive: true });
  await writeFile(done, '');
}

async function withGraph<T>(home: string, body: (open: OpenGraph) => Promise<T>): Promise<T> {
  const open = await openNeo4jGraph(home);
  try {
    return await body(open);
  } finally {
    await open.store.close();
    await open.server.stop();
  }
}
