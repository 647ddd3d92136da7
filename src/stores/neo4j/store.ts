import { HearsayError } from '../../domain/errors.ts';
import type { GraphStore } from '../../ports/graph-store.ts';
import { bookmarkSeal } from './bookmarks.ts';
import type { Connection } from './connection.ts';
import { creditColumns } from './credit-columns.ts';
import * as dossiers from './dossiers.ts';
import * as feed from './feed.ts';
import { rebuild, verify } from './maintenance.ts';
import { searchNames } from './name-search.ts';
import { load } from './load.ts';
import * as nodeReads from './node-reads.ts';
import * as reads from './reads.ts';
import * as records from './records.ts';
import { writeQueue } from './write-queue.ts';

/**
 * The port over one database; a write that takes longer than `writeDeadlineMs` fails. Bookmarks go out and come in
 * sealed with `key`.
 */
export function neo4jStore(db: Connection, writeDeadlineMs: number, key: string): GraphStore {
  const life = { isClosed: false };
  const writes = writeQueue(db, writeDeadlineMs);
  const seal = bookmarkSeal(key);
  const sealed = <T extends { readonly bookmark: string | null }>(receipt: T): T =>
    receipt.bookmark === null ? receipt : { ...receipt, bookmark: seal.seal(receipt.bookmark) };
  return view(guarded(db, life), {
    apply: async (change) => sealed(await whileOpen(life, () => writes.apply(change))),
    load: async (batch) => sealed(await load(guarded(db, life), batch)),
    open: (bookmark) => seal.open(bookmark),
    close: async () => {
      if (life.isClosed) return;
      life.isClosed = true;
      await writes.drain();
      await db.close();
    },
  });
}

/** What a view has in common with the store that it is of. */
interface Shared extends Pick<GraphStore, 'apply' | 'load' | 'close'> {
  /** The bookmark in a sealed one. Throws INVALID_BOOKMARK. */
  readonly open: (sealed: string) => string;
}

interface Life {
  isClosed: boolean;
}

async function whileOpen<T>(life: Readonly<Life>, body: () => Promise<T>): Promise<T> {
  if (!life.isClosed) return body();
  throw new HearsayError('STORE_UNAVAILABLE', 'Expected an open store, but got a closed one');
}

/** A connection that refuses to be used once its store was closed. */
function guarded(db: Connection, life: Readonly<Life>): Connection {
  const open = <T>(body: () => Promise<T>): Promise<T> => whileOpen(life, body);
  return {
    ...db,
    read: (...statement) => open(() => db.read(...statement)),
    write: (...body) => open(() => db.write(...body)),
    inspect: (body) => open(() => db.inspect(body)),
    seeing: (bookmark) => guarded(db.seeing(bookmark), life),
  };
}

/** The port over a connection. Writes need no bookmark: whoever writes sees everything that was written before. */
function view(db: Connection, shared: Shared): GraphStore {
  const { apply, load, close } = shared;
  return {
    apply,
    load,
    // Here names are indexed as they come.
    indexNames: () => Promise.resolve(0),
    idsByExternal: (type, scheme, values) => nodeReads.idsByExternal(db, type, scheme, values),
    nodes: (ids, who) => nodeReads.nodes(db, ids, who),
    findPeople: (lookup) => nodeReads.findPeople(db, lookup),
    findWorks: (lookup) => nodeReads.findWorks(db, lookup),
    searchNames: (text, types, limit) => searchNames(db, text, types, limit),
    pairDossier: (pairs, who) => dossiers.pairDossier(db, pairs, who),
    personDossier: (person, who) => dossiers.personDossier(db, person, who),
    claimDossier: (claims, who) => dossiers.claimDossier(db, claims, who),
    claims: (filter, who, page) => reads.claims(db, filter, who, page),
    relationshipsOf: (people, limit, who) => reads.relationshipsOf(db, people, limit, who),
    credits: (of, roles, knownAt, page) => reads.credits(db, of, roles, knownAt, page),
    onScreenBetween: (pairs) => reads.onScreenBetween(db, pairs),
    sources: (page) => reads.sources(db, page),
    outcomes: (sources, who) => reads.outcomes(db, sources, who),
    changesAfter: (sequence, limit, who) => feed.changesAfter(db, sequence, limit, who),
    lastChange: () => feed.lastChange(db),
    feedKey: () => feed.feedKey(db),
    seeing: (bookmark) => view(db.seeing(shared.open(bookmark)), shared),
    records: (after, limit) => records.records(db, after, limit),
    edges: (after, limit) => records.edges(db, after, limit),
    creditColumns: (after, limit) => creditColumns(db, after, limit),
    readNote: (name) => feed.readNote(db, name),
    writeNote: (name, text) => feed.writeNote(db, name, text),
    counts: () => reads.counts(db),
    ping: () => feed.ping(db),
    rebuild: (onProgress) => rebuild(db, onProgress),
    verify: (onProgress) => verify(db, onProgress),
    close,
  };
}
