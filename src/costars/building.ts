import type { CreditColumns } from '../domain/credit-columns.ts';
import { GraphBuilder } from './build.ts';
import type { CostarData } from './graph-data.ts';
import { writeSnapshot, type DataVersion } from './snapshot.ts';

/** Where a graph is to be kept once it is built. */
export interface Keep {
  readonly path: string;
  readonly version: DataVersion;
}

/** A graph, and why it could not be kept, if so. */
export interface Built {
  readonly data: CostarData;
  readonly notKept: string | null;
}

/** Makes a graph of slices of credits, here or on another thread. */
export interface Building {
  add(slice: CreditColumns): Promise<void>;
  finish(keep: Keep | null): Promise<Built>;
  /** Gives back what it has when nothing is wanted of it any more. */
  abandon(): Promise<void>;
}

/** On the calling thread, which it blocks. */
export function buildHere(): Building {
  const builder = new GraphBuilder();
  return {
    add: (slice) => {
      builder.add(slice);
      return Promise.resolve();
    },
    finish: (keep) => finished(builder, keep),
    abandon: () => Promise.resolve(),
  };
}

/** Finishes a graph and keeps it where it is to be kept. A disk that is full or read-only hinders no answer. */
export async function finished(builder: GraphBuilder, keep: Keep | null): Promise<Built> {
  const data = builder.finish();
  if (keep === null) return { data, notKept: null };
  try {
    await writeSnapshot(keep.path, { version: keep.version, data });
    return { data, notKept: null };
  } catch (error) {
    return { data, notKept: error instanceof Error ? error.message : String(error) };
  }
}
