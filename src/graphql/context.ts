import { readerFor, type Asking } from '../application/asking.ts';
import type { CostarAsking } from '../application/costar-graph.ts';
import { layOutHere, type LayOut } from '../application/layout/layouts.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { feedCursorsOf, type FeedCursors } from './feed-cursors.ts';
import { createLoaders, type Loaders } from './loaders.ts';

/** What resolvers of one request share. */
export interface RequestContext extends CostarAsking {
  readonly requestId: string;
  readonly loaders: Loaders;
  readonly feedCursors: () => Promise<FeedCursors>;
  readonly layOut: LayOut;
}

/** What a request brings along. */
export interface RequestOrigin {
  readonly requestId: string;
  /** Of a write that this request's reads must see. */
  readonly bookmark?: string | null;
  /** Where graphs are laid out. Default: on the calling thread. */
  readonly layOut?: LayOut;
}

/**
 * The context of one request; the clock stands still for it, so that all parts of an answer agree. Throws
 * INVALID_BOOKMARK where the store can tell at once.
 */
export function createContext(deps: CostarAsking & RequestOrigin): RequestContext {
  const now = deps.clock.now();
  const bookmark = deps.bookmark ?? null;
  const dossiers: Dossier[] = [];
  const store = keepingDossiers(bookmark === null ? deps.store : deps.store.seeing(bookmark), dossiers);
  const asking: Asking = { store, profile: deps.profile, clock: { now: () => now } };
  return {
    ...asking,
    costars: deps.costars,
    layOut: deps.layOut ?? layOutHere,
    requestId: deps.requestId,
    loaders: createLoaders(store, () => readerFor(asking, {}), dossiers),
    feedCursors: () => feedCursorsOf(deps.store),
  };
}

/** The store, whose dossiers are kept for the rest of the request: nested fields ask for what is in them. */
function keepingDossiers(store: GraphStore, dossiers: Dossier[]): GraphStore {
  const kept = async (reading: Promise<Dossier>): Promise<Dossier> => {
    const dossier = await reading;
    dossiers.push(dossier);
    return dossier;
  };
  return {
    ...store,
    pairDossier: (...asked) => kept(store.pairDossier(...asked)),
    personDossier: (...asked) => kept(store.personDossier(...asked)),
    claimDossier: (...asked) => kept(store.claimDossier(...asked)),
  };
}
