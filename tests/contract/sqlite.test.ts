import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { graphStoreContract } from './graph-store.contract.ts';
import type { OpenedStore } from './opened-store.ts';

graphStoreContract('SQLite', async (): Promise<OpenedStore> => {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-contract-'));
  const path = join(folder, 'graph.sqlite');
  const executed: string[] = [];
  const options = { threads: false, onStatement: (name: string) => void executed.push(name) };
  let store = await openSqliteStore(path, options);
  return {
    store,
    reopen: async () => {
      await store.close();
      return (store = await openSqliteStore(path, options));
    },
    statements: () => executed.splice(0),
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
