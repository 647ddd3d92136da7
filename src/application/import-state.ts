import type { BatchNote, BatchOutcome } from '../domain/bulk.ts';
import type { Instant } from '../domain/time.ts';
import type { GraphStore } from '../ports/graph-store.ts';

/** Where the import of one file stands, and what has come of it so far. */
export interface ImportState {
  /** When the import began: what it records is recorded then, whenever it goes on. */
  readonly at: Instant;
  /** How often the file was read to its end. */
  readonly pass: number;
  /** The last line of the last batch in this pass. */
  readonly line: number;
  /** Records of the file, as far as it was read in its first pass. */
  readonly total: number;
  readonly rejected: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly batches: number;
  /** Bytes of the quarantine file that belong to this. */
  readonly quarantined: number;
  /** True once every pass came to its end. */
  readonly isDone: boolean;
}

/** An import that has not begun. */
export function newState(at: Instant): ImportState {
  return {
    at,
    ...{ pass: 0, line: 0, total: 0, rejected: 0, leftOut: {} },
    ...{ created: 0, updated: 0, unchanged: 0, batches: 0, quarantined: 0, isDone: false },
  };
}

/** A state once what became of its batch is counted. */
export function counted(state: ImportState, { created, updated, unchanged }: BatchOutcome): ImportState {
  return {
    ...state,
    created: state.created + created,
    updated: state.updated + updated,
    unchanged: state.unchanged + unchanged,
  };
}

/** Adds counts by name. */
export function added(
  counts: Readonly<Record<string, number>>,
  more: Iterable<readonly [string, number]>,
): Readonly<Record<string, number>> {
  const sums: Record<string, number> = { ...counts };
  for (const [name, count] of more) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

/** What is noted with a batch: where the import stood before it and stands after it, and what the store made of it. */
export interface NotedState {
  readonly before: ImportState;
  readonly after: ImportState;
  readonly outcome: BatchOutcome | null;
}

/** The name of the note about a file of a dataset. */
export function importNoteName(document: string, digest: string): string {
  return `import ${document} ${digest}`;
}

/** What is noted about a file; null when nothing is. */
export async function readState(store: GraphStore, name: string): Promise<NotedState | null> {
  const text = await store.readNote(name);
  if (text === null) return null;
  const { state, outcome } = JSON.parse(text) as BatchNote;
  return { ...(state as Pick<NotedState, 'before' | 'after'>), outcome };
}

/** Notes a state that belongs to no batch. */
export function writeState(store: GraphStore, name: string, state: ImportState): Promise<void> {
  return store.writeNote(name, JSON.stringify({ state: { before: state, after: state }, outcome: null }));
}
