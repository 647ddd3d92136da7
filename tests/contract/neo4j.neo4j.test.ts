import { emptyGraph, openSuiteStore } from '../support/neo4j.ts';
import { graphStoreContract } from './graph-store.contract.ts';
import type { OpenedStore } from './opened-store.ts';

graphStoreContract('Neo4j', async (): Promise<OpenedStore> => {
  await emptyGraph();
  const executed: string[] = [];
  const options = { onStatement: (name: string) => void executed.push(name) };
  let store = await openSuiteStore(options);
  return {
    store,
    reopen: async () => {
      await store.close();
      return (store = await openSuiteStore(options));
    },
    statements: () => executed.splice(0),
    mostStatements: 1,
    close: () => store.close(),
  };
});
