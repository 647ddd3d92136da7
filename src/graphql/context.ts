import { readerFor, type Asking } from '../application/asking.ts';
import type { CostarAsking } from '../application/costar-graph.ts';
import { feedCursorsOf, type FeedCursors } from './feed-cursors.ts';
import { createLoaders, type Loaders } from './loaders.ts';

/** What resolvers of one request share. */
export interface RequestContext extends CostarAsking {
  readonly requestId: string;
  readonly loaders: Loaders;
  readonly feedCursors: () => Promise<FeedCursors>;
}

/** What a request brings along. */
export interface RequestOrigin {
  readonly requestId: string;
  /** Of a write that this request's reads must see. */
  readonly bookmark?: string | null;
}

/**
 * The context of one request; the clock stands still for it, so that all parts of an answer agree. Throws
 * INVALID_BOOKMARK where the store can tell at once.
 */
export function createContext(deps: CostarAsking & RequestOrigin): RequestContext {
  const now = deps.clock.now();
  const bookmark = deps.bookmark ?? null;
  const store = bookmark === null ? deps.store : deps.store.seeing(bookmark);
  const asking: Asking = { store, profile: deps.profile, clock: { now: () => now } };
  return {
    ...asking,
    costars: deps.costars,
    requestId: deps.requestId,
    loaders: createLoaders(store, () => readerFor(asking, {})),
    feedCursors: () => feedCursorsOf(deps.store),
  };
}
