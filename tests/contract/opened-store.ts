import { afterEach } from 'vitest';
import type { GraphStore } from '../../src/ports/graph-store.ts';

/** A store of its own for one test. */
export interface OpenedStore {
  readonly store: GraphStore;
  /** Closes the store and opens what it left behind. */
  reopen?(): Promise<GraphStore>;
  /** Names of the read statements that were executed since the last call. */
  statements?(): readonly string[];
  /** How many of them a read may cost. Default: 9. */
  readonly mostStatements?: number;
  close(): Promise<void>;
}
export type OpenStore = () => Promise<OpenedStore>;

/** `open`, with everything that a test opened closed after it. */
export function closing(open: OpenStore): OpenStore {
  const opened: OpenedStore[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  return async () => {
    const each = await open();
    opened.push(each);
    return each;
  };
}
