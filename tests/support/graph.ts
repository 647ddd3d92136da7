import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphql, type ExecutionResult } from 'graphql';
import type { GraphChange } from '../../src/domain/change.ts';
import type { PolicyProfile } from '../../src/domain/policy.ts';
import { parseInstant } from '../../src/domain/time.ts';
import { createContext } from '../../src/graphql/context.ts';
import { resolvers } from '../../src/graphql/resolvers/index.ts';
import { executableSchema } from '../../src/graphql/schema.ts';
import type { CostarSearch } from '../../src/ports/costar-search.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { openCostars } from '../../src/costars/costar-index.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';

/** A graph of its own in a real store, asked through the real schema and resolvers. */
export interface TestGraph {
  readonly store: GraphStore;
  readonly costars: CostarSearch;
  /** Runs one document as one request. */
  ask(document: string, variables?: Readonly<Record<string, unknown>>): Promise<ExecutionResult>;
  /** The statements that were executed since the last call, by name. */
  statements(): readonly string[];
  close(): Promise<void>;
}

const schema = executableSchema(resolvers);

/** Opens a graph with these changes applied, on a clock that stands still. */
export async function openGraph(
  changes: readonly GraphChange[],
  options: { readonly profile?: PolicyProfile; readonly now?: string } = {},
): Promise<TestGraph> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-graph-'));
  let executed: string[] = [];
  const store = await openSqliteStore(join(folder, 'graph.sqlite'), {
    threads: false,
    onStatement: (name: string) => {
      executed.push(name);
    },
  });
  for (const change of changes) await store.apply(change);
  const costars = openCostars({ store, folder: null });
  const clock = { now: () => parseInstant(options.now ?? '2024-06-01T12:00:00Z') };
  return {
    store,
    costars,
    ask: (document, variables = {}) =>
      graphql({
        schema,
        source: document,
        variableValues: variables,
        contextValue: createContext({
          store,
          clock,
          costars,
          profile: options.profile ?? 'cautious',
          requestId: 'test',
        }),
      }),
    statements: () => {
      const seen = executed;
      executed = [];
      return seen;
    },
    close: async () => {
      await costars.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
