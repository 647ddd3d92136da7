import { readerFor, type Asking } from '../application/asking.ts';
import { createLoaders, type Loaders } from './loaders.ts';

/** What resolvers of one request share. */
export interface RequestContext extends Asking {
  readonly requestId: string;
  readonly loaders: Loaders;
}

/** The context of one request; the clock stands still for it, so that all parts of an answer agree. */
export function createContext(deps: Asking & { readonly requestId: string }): RequestContext {
  const now = deps.clock.now();
  const asking: Asking = { store: deps.store, profile: deps.profile, clock: { now: () => now } };
  return {
    ...asking,
    requestId: deps.requestId,
    loaders: createLoaders(deps.store, () => readerFor(asking, {})),
  };
}
