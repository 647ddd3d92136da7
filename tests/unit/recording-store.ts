import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** An empty store in a folder of its own, and what closes the one and removes the other. */
export async function openStore(): Promise<{
  readonly store: GraphStore;
  readonly close: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-record-'));
  const store = await openSqliteStore(join(folder, 'graph.sqlite'));
  const close = async (): Promise<void> => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { store, close };
}

/** An empty store, gone after the test. */
export async function emptyStore(): Promise<GraphStore> {
  const { store, close } = await openStore();
  closers.push(close);
  return store;
}
