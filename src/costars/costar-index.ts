import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { HearsayError } from '../domain/errors.ts';
import type { CreditId } from '../domain/ids.ts';
import type { CostarSearch } from '../ports/costar-search.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { buildInThread } from './build-thread.ts';
import { buildHere, type Building } from './building.ts';
import { findCostarsInSteps } from './find-costars.ts';
import { findPathsInSteps } from './find-paths.ts';
import { follow, type Followed } from './follow.ts';
import { LiveGraph } from './live-graph.ts';
import { takeTurns } from './take-turns.ts';
import { readSnapshot, type DataVersion, type Snapshot } from './snapshot.ts';

/** What has happened to a co-star graph, for whoever keeps a log. */
export type CostarEvent =
  | { readonly type: 'loaded'; readonly ms: number; readonly bytes: number; readonly path: string }
  | { readonly type: 'built'; readonly ms: number; readonly bytes: number; readonly credits: number }
  | { readonly type: 'not-kept' | 'not-loaded'; readonly reason: string; readonly path: string }
  | { readonly type: 'not-built'; readonly error: unknown };

/** How a co-star graph is kept. */
export interface CostarOptions {
  readonly store: GraphStore;
  /** Where snapshots are kept; null: nowhere. */
  readonly folder: string | null;
  readonly onEvent?: (event: CostarEvent) => void;
  /** Credits that are read at once; as many as are put in order on the calling thread. */
  readonly slice?: number;
}

/** Credits that are read at once: some milliseconds of the store's time. */
const SLICE = 5_000;
/** Late credits beyond which a new graph is worth its while. */
const MAX_LATE = 20_000;
/** Entries of the feed that may have come since a snapshot, which is then still better than building. */
const MAX_BEHIND = 5_000;
/** How long an answer waits for a new graph, in milliseconds, before it makes do with the old one. */
const PATIENCE = 1_000;
/** Building takes at most one part of this many of the time. */
const REST = 5;

/** Opens the co-star graph of a store: nothing is read until somebody asks or `prepare` is called. */
export function openCostars(options: CostarOptions): CostarSearch {
  const index = new CostarIndex(options);
  return {
    costars: async (query, store) => {
      const followed = await index.current(store);
      const found = await index.turns.run(() => findCostarsInSteps(followed.graph, query));
      return { ...found, behind: followed.behind };
    },
    paths: async (query, store) => {
      const followed = await index.current(store);
      const found = await index.turns.run(() => findPathsInSteps(followed.graph, query));
      return { ...found, behind: followed.behind };
    },
    prepare: () => {
      index.prepare();
    },
    close: () => index.close(),
  };
}

/** The graph in use, the one being built, and what keeps them up with the store. */
class CostarIndex {
  /** Whoever searches a graph, or adds to it, has it alone. */
  readonly turns = takeTurns();
  readonly #options: CostarOptions;
  #followed: Followed | null = null;
  #building: Promise<void> | null = null;
  #following: Promise<void> = Promise.resolve();
  /** Not before this time, in milliseconds, is there another. */
  #nextBuild = 0;
  #isClosed = false;

  constructor(options: CostarOptions) {
    this.#options = options;
  }

  prepare(): void {
    if (this.#followed === null) this.#build().catch(() => undefined);
  }

  /** The graph with everything that `store` has recorded, as far as that is a small matter. */
  async current(store: GraphStore): Promise<Followed> {
    if (this.#followed === null) await this.#build();
    const last = await store.lastChange();
    if ((this.#followed?.sequence ?? 0) < last) await this.#follow(last, store);
    const followed = this.#followed;
    if (followed === null) return this.current(store);
    const isWorthIt = followed.behind !== null || followed.graph.overlay.size > MAX_LATE;
    if (!isWorthIt || !this.#mayBuild()) return followed;
    const building = this.#build().catch(() => undefined);
    if (followed.behind === null) return followed;
    const isNew = await Promise.race([building.then(() => true), later(PATIENCE)]);
    return isNew && this.#followed !== null ? this.#followed : followed;
  }

  #mayBuild(): boolean {
    return this.#building !== null || Date.now() >= this.#nextBuild;
  }

  /** One after the other, so that nothing is added twice. */
  #follow(last: number, store: GraphStore): Promise<void> {
    const next = this.#following.then(async () => {
      const followed = this.#followed;
      if (followed !== null) await this.turns.alone(() => follow(followed, last, store));
    });
    this.#following = next.catch(() => undefined);
    return next;
  }

  /** Builds a graph, or waits for the one that is being built. */
  #build(): Promise<void> {
    this.#building ??= this.#takeOver().finally(() => {
      this.#building = null;
    });
    return this.#building;
  }

  async #takeOver(): Promise<void> {
    const started = performance.now();
    try {
      const followed = (this.#followed === null ? await this.#load() : null) ?? (await this.#read());
      this.#followed = followed;
    } catch (error) {
      if (!this.#isClosed) this.#options.onEvent?.({ type: 'not-built', error });
      throw error;
    } finally {
      this.#nextBuild = Date.now() + (REST - 1) * (performance.now() - started);
    }
  }

  /** The graph of the snapshot, if it is of this store and not too old. */
  async #load(): Promise<Followed | null> {
    const { store, folder, onEvent } = this.#options;
    if (folder === null) return null;
    const started = performance.now();
    const path = await this.#path(folder);
    const snapshot = await readSnapshot(path).catch((error: unknown) => {
      onEvent?.({ type: 'not-loaded', reason: error instanceof Error ? error.message : String(error), path });
      return null;
    });
    if (snapshot === null || !(await isOf(store, snapshot))) return null;
    const graph = new LiveGraph(snapshot.data);
    onEvent?.({ type: 'loaded', ms: performance.now() - started, bytes: graph.bytes, path });
    return { graph, sequence: snapshot.version.sequence, behind: null };
  }

  /** The graph of all credits on file. */
  async #read(): Promise<Followed> {
    const { store, folder, onEvent } = this.#options;
    const started = performance.now();
    const sequence = await store.lastChange();
    const version = await versionAt(store, sequence);
    const keep = folder === null || version === null ? null : { path: await this.#path(folder), version };
    const { data, notKept } = await this.#put(keep);
    if (notKept !== null && keep !== null) onEvent?.({ type: 'not-kept', reason: notKept, path: keep.path });
    const graph = new LiveGraph(data);
    const credits = data.entries.length / 2;
    onEvent?.({ type: 'built', ms: performance.now() - started, bytes: graph.bytes, credits });
    return { graph, sequence, behind: null };
  }

  async #put(keep: Parameters<Building['finish']>[0]): ReturnType<Building['finish']> {
    const { store, slice: size = SLICE } = this.#options;
    let slice = await store.creditColumns(null, size);
    const building = slice.next === null ? buildHere() : buildInThread();
    try {
      for (let next: CreditId | null = slice.next; ; next = slice.next) {
        // The next slice is read while this one is put in order.
        const [following] = await Promise.all([
          next === null ? null : store.creditColumns(next, size),
          building.add(slice),
        ]);
        if (following === null) break;
        // Nobody waits for it any more, and putting millions in order takes longer than stopping may.
        if (this.#isClosed) throw closed();
        slice = following;
      }
      return await building.finish(keep);
    } catch (error) {
      await building.abandon();
      throw error;
    }
  }

  async #path(folder: string): Promise<string> {
    return join(folder, `costars-${await nameOf(this.#options.store)}.snapshot`);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled([this.#building, this.#following]);
    this.#followed = null;
  }
}

function closed(): HearsayError {
  return new HearsayError('STORE_UNAVAILABLE', 'Expected an open store, but got a closed one');
}

async function later(ms: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(false);
    }, ms).unref();
  });
}

/** A name for a store that does not tell its key. */
async function nameOf(store: GraphStore): Promise<string> {
  return createHash('sha256')
    .update(await store.feedKey())
    .digest('hex')
    .slice(0, 16);
}

async function versionAt(store: GraphStore, sequence: number): Promise<DataVersion | null> {
  const [event] = await store.changesAfter(sequence - 1, 1, null);
  if (event?.sequence !== sequence) return null;
  return { store: await nameOf(store), sequence, entry: `${event.node} ${event.at}` };
}

async function isOf(store: GraphStore, { version }: Snapshot): Promise<boolean> {
  const last = await store.lastChange();
  if (version.sequence > last || version.sequence < last - MAX_BEHIND) return false;
  const now = await versionAt(store, version.sequence);
  return now !== null && now.store === version.store && now.entry === version.entry;
}
