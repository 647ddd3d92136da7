import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { openStore } from '../compose.ts';
import { dryRun } from '../application/dry-run.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import type { GlobalOptions } from './command.ts';
import { settingsFor, withStore } from './graph.ts';
import type { Io } from './io.ts';

/** Runs `work` with a store that takes what the real one would, and is thrown away. */
export async function withScratch<T>(
  io: Pick<Io, 'env'>,
  options: GlobalOptions,
  work: (store: GraphStore) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-dry-run-'));
  const scratch = await openStore({ database: join(folder, 'scratch.sqlite'), neo4j: null });
  try {
    const { neo4j, database } = settingsFor(io, options);
    if (neo4j === null && !existsSync(database)) return await work(scratch);
    return await withStore(io, options, (real) => work(dryRun(real, scratch)));
  } finally {
    await scratch.close();
    await rm(folder, { recursive: true, force: true });
  }
}
