import {
  batchEntries,
  notesOf,
  updatedBy,
  type Batch,
  type BatchOutcome,
  type BatchReceipt,
} from '../../domain/bulk.ts';
import type { GraphChange, GraphRecords } from '../../domain/change.ts';
import { nodeTypeOf } from '../../domain/ids.ts';
import { pointedAt, sift, type OnFile, type Sifted } from '../../domain/sift.ts';
import * as claimRows from './claim-rows.ts';
import type { Connection } from './connection.ts';
import * as feed from './feed.ts';
import { APPEND_BROUGHT } from './feed-queries.ts';
import * as sql from './load-queries.ts';
import { writeCreditsOf } from './load-credits.ts';
import * as rows from './rows.ts';
import * as scalars from './scalar-rows.ts';
import { writeClaims, writeOutcomes, writeRetractions } from './write-claims.ts';
import { writeNodes } from './write-nodes.ts';
import { APPEND_CHANGES, LAST_SEQUENCE } from './write-queries.ts';
import { storeAllDerived } from './writes.ts';
import { begin } from './writing.ts';

/**
 * Stores a batch of a dataset in one transaction. What a power cut takes away is taken back to the end of an
 * earlier batch, which is where the import goes on: so the disk is not waited for.
 */
export function loadBatch(db: Connection, batch: Batch): BatchReceipt {
  return inBulk(db, () => db.write(() => store(db, batch)));
}

/** Pages of indexes that are written to all over, in KB, and what the write-ahead log may grow to, in pages of 4 KB. */
const CACHE_KB = 128_000;
const LOG_PAGES = 16_000;

/** Runs `body` with the connection set for much at once, and back again for single claims. */
export function inBulk<T>(db: Connection, body: () => T): T {
  db.pragma(`cache_size = -${CACHE_KB}`);
  db.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
  db.pragma('synchronous = NORMAL');
  // Every reference of a batch is checked by statements over all of it: see sifted and writeCreditsOf.
  db.pragma('foreign_keys = OFF');
  try {
    return body();
  } finally {
    db.pragma('foreign_keys = ON');
    db.pragma('synchronous = FULL');
    db.pragma('wal_autocheckpoint = 1000');
  }
}

function store(db: Connection, batch: Batch): BatchReceipt {
  const { kept, refused } = sifted(db, batch);
  const { dataset, at, by } = batch;
  const change: GraphChange = { ...kept, credits: [], at, by };
  const writing = begin(db, change, batch.names);
  writeNodes(writing);
  const credits = writeCreditsOf(writing, kept.credits, dataset === null);
  writeClaims(writing);
  writeRetractions(writing);
  writeOutcomes(writing);
  storeAllDerived(writing);
  const credited = credits.created > 0 ? (kept.credits[0]?.id ?? null) : null;
  const { entries, brought } = batchEntries(dataset, [...writing.events, ...credits.events], credited);
  db.run(APPEND_CHANGES, { events: JSON.stringify(entries), at, by });
  const sequence = scalars.total(db.get(LAST_SEQUENCE, {}));
  db.run(APPEND_BROUGHT, { sequence, nodes: JSON.stringify(brought) });
  const outcome: BatchOutcome = {
    created: writing.created.size + credits.created,
    updated: updatedBy(writing.events, writing.created),
    unchanged: writing.unchanged + credits.unchanged,
    refused: [...refused, ...credits.refused],
  };
  for (const { name, text } of notesOf(batch, outcome, sequence, entries.length > 0))
    feed.writeNote(db, name, text);
  return { ...outcome, sequence, bookmark: null };
}

function sifted(db: Connection, { records, onConflict }: Batch): Sifted {
  // Credits are many and hardly ever in conflict: they are looked at by one statement of their own.
  const others: GraphRecords = { ...records, credits: [] };
  const { kept, refused } = sift(others, onFileOf(db, others), knownOf(db, others), onConflict);
  return { kept: { ...kept, credits: records.credits }, refused };
}

function knownOf(db: Connection, records: GraphRecords): ReadonlySet<string> {
  const byType = new Map<string, string[]>();
  for (const id of pointedAt(records)) {
    const type = nodeTypeOf(id);
    if (type === null) continue;
    const ids = byType.get(type) ?? [];
    byType.set(type, ids);
    ids.push(id);
  }
  return new Set(
    sql.POINTED_TYPES.flatMap((type) => {
      const ids = byType.get(type);
      return ids === undefined ? [] : db.all(sql.KNOWN[type], { ids: JSON.stringify(ids) }).map(scalars.idOf);
    }),
  );
}

function onFileOf(db: Connection, records: GraphRecords): OnFile {
  const find = <T>(
    statement: (typeof sql.ON_FILE)[keyof typeof sql.ON_FILE],
    ids: readonly string[],
    read: (row: unknown) => T,
    idOf: (value: T) => string,
  ): ReadonlyMap<string, T> => {
    if (ids.length === 0) return new Map();
    return new Map(
      db.all(statement, { ids: JSON.stringify(ids) }).map((row) => {
        const value = read(row);
        return [idOf(value), value];
      }),
    );
  };
  const ids = (part: readonly { readonly id: string }[]): readonly string[] =>
    part.map((record) => record.id);
  const id = (value: { readonly id: string }): string => value.id;
  const judged = records.outcomes.map(({ claim }) => claim);
  return {
    people: find(sql.ON_FILE.people, ids(records.people), (row) => rows.personFacts(row).person, id),
    sources: find(sql.ON_FILE.sources, ids(records.sources), rows.source, id),
    documents: find(sql.ON_FILE.documents, ids(records.documents), rows.document, id),
    evidence: find(sql.ON_FILE.evidence, ids(records.evidence), rows.evidence, id),
    works: find(sql.ON_FILE.works, ids(records.works), rows.work, id),
    characters: find(sql.ON_FILE.characters, ids(records.characters), rows.character, id),
    credits: new Map(),
    onScreen: find(sql.ON_FILE.onScreen, ids(records.onScreen), rows.onScreen, id),
    claims: find(sql.ON_FILE.claims, ids(records.claims), (row) => claimRows.claim(row, null), id),
    outcomes: find(sql.ON_FILE.outcomes, judged, claimRows.outcome, ({ claim }) => claim),
  };
}
