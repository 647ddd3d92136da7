import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Dossier } from '../../domain/dossier.ts';
import { HearsayError } from '../../domain/errors.ts';
import type { GraphStore } from '../../ports/graph-store.ts';
import type { Connection } from './connection.ts';
import * as dossiers from './dossiers.ts';
import * as feed from './feed.ts';
import { PING } from './queries.ts';
import * as nodeReads from './node-reads.ts';
import * as reads from './reads.ts';
import type { TaskRunner } from './task-runner.ts';

/** Pairs whose dossiers are read at once on the calling thread; more go to the worker. */
const MAX_PAIRS_INLINE = 4;

/**
 * The port over one file. Reads of a bounded number of rows run on the calling thread, where they take
 * microseconds; what grows with the graph or waits for the disk runs in a worker: one writes, one reads, so that
 * a long write delays no read, and one reads what there is much of about a few people, so that asking about them
 * delays nobody else. `start` gives a runner; whether its statements count as reads is told to it.
 */
export function sqliteStore(db: Connection, start: (counts: boolean) => TaskRunner): GraphStore {
  const writer = start(false);
  const reader = start(true);
  const dossierReader = start(true);
  let isClosed = false;

  const requireOpen = (): void => {
    if (!isClosed) return;
    throw new HearsayError('STORE_UNAVAILABLE', 'Expected an open store, but got a closed one');
  };
  // One snapshot, so that the statements of one read see one state even while something is being written.
  const read = <T>(body: () => T): Promise<T> =>
    new Promise((resolve) => {
      requireOpen();
      resolve(db.snapshot(body));
    });
  const ask: typeof reader.run = async (...task) => {
    requireOpen();
    return reader.run(...task);
  };
  const readDossier = async (
    ...task: Parameters<typeof dossierReader.run<'pairDossier' | 'personDossier'>>
  ): Promise<Dossier> => {
    requireOpen();
    const dossier = await dossierReader.run(...task);
    // Taking it over took milliseconds and judging it will: whoever came meanwhile is answered in between.
    await nextTurn();
    return dossier;
  };
  const write: typeof writer.run = async (...task) => {
    requireOpen();
    return writer.run(...task);
  };

  const store: GraphStore = {
    apply: (change) => write('apply', [change]),
    load: (batch) => write('load', [batch]),
    indexNames: (onProgress) => write('indexNames', [], onProgress),
    idsByExternal: (type, scheme, values) => ask('idsByExternal', [type, scheme, values]) as never,
    nodes: (ids, who) => read(() => nodeReads.nodes(db, ids, who)),
    findPeople: (lookup) => read(() => nodeReads.findPeople(db, lookup)),
    findWorks: (lookup) => read(() => nodeReads.findWorks(db, lookup)),
    searchNames: (text, types, limit) => ask('searchNames', [text, types, limit]),
    pairDossier: async (pairs, who) => {
      if (pairs.length > MAX_PAIRS_INLINE) return ask('pairDossier', [pairs, who]);
      const small = await read(() => dossiers.smallPairDossier(db, pairs, who));
      return small ?? readDossier('pairDossier', [pairs, who]);
    },
    personDossier: async (person, who) => {
      const small = await read(() => dossiers.smallPersonDossier(db, person, who));
      return small ?? readDossier('personDossier', [person, who]);
    },
    claimDossier: (claims, who) => read(() => dossiers.claimDossier(db, claims, who)),
    claims: (filter, who, page) => ask('claims', [filter, who, page]),
    relationshipsOf: (people, limit, who) => ask('relationshipsOf', [people, limit, who]),
    credits: (of, roles, knownAt, page) => ask('credits', [of, roles, knownAt, page]),
    onScreenBetween: (pairs) => read(() => reads.onScreenBetween(db, pairs)),
    sources: (page) => read(() => reads.sources(db, page)),
    outcomes: (sources, who) => read(() => reads.outcomes(db, sources, who)),
    changesAfter: (sequence, limit, who) => ask('changesAfter', [sequence, limit, who]),
    lastChange: () => read(() => feed.lastChange(db)),
    feedKey: () => read(() => feed.feedKey(db)),
    // One file: every read sees every write that was acknowledged before it began.
    seeing: () => store,
    records: (after, limit) => ask('records', [after, limit]),
    edges: (after, limit) => ask('edges', [after, limit]),
    creditColumns: (after, limit) => ask('creditColumns', [after, limit]),
    readNote: (name) => read(() => feed.readNote(db, name)),
    writeNote: (name, text) => write('writeNote', [name, text]),
    counts: () => ask('counts', []),
    ping: () => read(() => void db.get(PING, {})),
    rebuild: (onProgress) => write('rebuild', [], onProgress),
    verify: async (onProgress) => {
      requireOpen();
      // A thread of its own: it may take minutes, and neither reads nor writes should wait for it.
      const verifier = start(false);
      return verifier.run('verify', [], onProgress).finally(() => verifier.close());
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await Promise.all([writer.close(), reader.close(), dossierReader.close()]);
      // Last, so that it takes the write-ahead log back into the file.
      db.close();
    },
  };
  return store;
}
