import type { GraphStore } from '../../src/ports/graph-store.ts';
import type { Loaded } from '../graph/load.ts';
import type { GraphSize } from '../graph/size.ts';

/** One store with one graph in it, opened for a run, and the bare driver beside it. */
export interface Side {
  readonly store: 'SQLite' | 'Neo4j';
  readonly size: GraphSize;
  readonly loaded: Loaded;
  readonly graph: GraphStore;
  /** What the bare driver is called in tables. */
  readonly floor: string;
  /**
   * Finds out which statements `body` executes, by running it once on a store that notes them, and gives a function
   * that executes the same ones with the bare driver and leaves their rows as they come.
   */
  readonly bare: (body: (store: GraphStore) => Promise<unknown>) => Promise<() => unknown>;
  /** Writes one row as cheaply as the driver can. */
  readonly bareWrite: (id: string, text: string) => unknown;
  /** CPU milliseconds of the server so far. */
  readonly serverCpu?: () => number;
  readonly close: () => Promise<void>;
}
