import type { ChangeEvent } from '../ports/graph-store.ts';
import { readerFor, type Asking } from './asking.ts';

/** Some of the feed, and whether there is more of it. */
export interface ChangeList {
  readonly events: readonly ChangeEvent[];
  readonly hasMore: boolean;
}

/** The feed after a sequence number, oldest first: of what has happened, what may be shown now. */
export async function listChanges(asking: Asking, after: number, first: number): Promise<ChangeList> {
  const found = await asking.store.changesAfter(after, first + 1, readerFor(asking, {}));
  return { events: found.slice(0, first), hasMore: found.length > first };
}
