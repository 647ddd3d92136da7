import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphChange } from '../../src/domain/change.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { emptyGraph, neo4jDriver, openSuiteStore } from '../support/neo4j.ts';

/** Both stores, empty, with one key to seal the cursors of their feeds with. */
export interface BothStores {
  readonly sqlite: GraphStore;
  readonly neo4j: GraphStore;
  /** Applies a change to both. Throws when one refuses what the other takes. */
  apply(change: GraphChange): Promise<void>;
  close(): Promise<void>;
}

/** Opens both. */
export async function openBoth(): Promise<BothStores> {
  await emptyGraph();
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-parity-'));
  const sqlite = await openSqliteStore(join(folder, 'graph.sqlite'), { threads: false });
  const first = await openSuiteStore();
  await first.close();
  await neo4jDriver().executeQuery('MATCH (f:Feed) SET f.key = $key', { key: await sqlite.feedKey() });
  const neo4j = await openSuiteStore({ deadlineMs: 30_000 });
  return {
    sqlite,
    neo4j,
    apply: async (change) => {
      const [one, other] = await Promise.all([sqlite.apply(change), neo4j.apply(change)]);
      const [left, right] = [one, other].map((receipt) => JSON.stringify({ ...receipt, bookmark: null }));
      if (left !== right) throw new Error(`Expected the receipt ${left}, but got ${right}`);
    },
    close: async () => {
      await sqlite.close();
      await neo4j.close();
      await rm(folder, { recursive: true });
    },
  };
}
