import { randomUUID } from 'node:crypto';
import {
  batchEntries,
  notesOf,
  updatedBy,
  type Batch,
  type BatchOutcome,
  type BatchReceipt,
} from '../../domain/bulk.ts';
import { emptyChange, type GraphRecords } from '../../domain/change.ts';
import { nodeTypeOf, type NodeType } from '../../domain/ids.ts';
import { pointedAt, sift, type Sifted } from '../../domain/sift.ts';
import type { Connection, Transaction } from './connection.ts';
import { withoutFeed } from './feed.ts';
import { APPEND_BROUGHT, PUT_NOTE } from './feed-queries.ts';
import { onFileOf } from './on-file.ts';
import * as scalars from './scalar-rows.ts';
import { writeClaims, writeOutcomes, writeRetractions } from './write-claims.ts';
import { writeNodes } from './write-nodes.ts';
import * as cypher from './write-queries.ts';
import { storeWritten } from './writes.ts';
import { begin } from './writing.ts';

type Loaded = Omit<BatchReceipt, 'bookmark'>;

/** Stores a batch of a dataset in one transaction, once, even when the answer to its commit is lost. */
export async function load(db: Connection, batch: Batch): Promise<BatchReceipt> {
  const id = randomUUID();
  const { value, bookmark } = await db.write(async (transaction) => {
    const [, state, receipts] = await Promise.all([
      transaction.run(cypher.LOCK_FEED, { writer: id }),
      transaction.run(cypher.LAST_SEQUENCE, {}),
      transaction.run(cypher.RECEIPTS, { ids: [id] }),
    ]);
    if (state[0] === undefined) throw withoutFeed();
    const earlier = receipts[0];
    if (earlier !== undefined) return scalars.batchReceipt(earlier);
    return store(transaction, batch, id, scalars.total(state[0]));
  });
  return { ...value, bookmark };
}

async function store(transaction: Transaction, batch: Batch, id: string, last: number): Promise<Loaded> {
  const { at, by, dataset } = batch;
  const { kept, refused } = await sifted(transaction, batch);
  const change = { ...emptyChange(at, by), ...kept };
  const { records, creditOfPart } = await onFileOf(transaction, change);
  const writing = begin(change, records, creditOfPart);
  writeNodes(writing);
  writeClaims(writing);
  writeRetractions(writing);
  writeOutcomes(writing);
  const { entries, brought } = batchEntries(dataset, writing.events);
  const sequence = last + entries.length;
  const outcome: BatchOutcome = {
    created: writing.created.size,
    updated: updatedBy(writing.events, writing.created),
    unchanged: writing.unchanged,
    refused,
  };
  const loaded = { ...outcome, sequence };
  await storeWritten(transaction, writing, () =>
    Promise.all([
      transaction.run(cypher.APPEND_CHANGES, {
        receipts: [{ id, receipt: JSON.stringify(loaded) }],
        ...{ last: sequence, settled: last },
        changes: entries.map((entry, place) => ({ ...entry, sequence: last + place + 1, at, by })),
      }),
      ...(brought.length === 0 ? [] : [transaction.run(APPEND_BROUGHT, { sequence, nodes: brought })]),
      ...notesOf(batch, outcome, sequence, entries.length > 0).map((note) =>
        transaction.run(PUT_NOTE, { ...note }),
      ),
    ]),
  );
  return loaded;
}

async function sifted(transaction: Transaction, { records, onConflict, at, by }: Batch): Promise<Sifted> {
  const { records: onFile } = await onFileOf(transaction, { ...emptyChange(at, by), ...records });
  const known = await knownOf(transaction, records);
  return sift(records, onFile, known, onConflict);
}

async function knownOf(transaction: Transaction, records: GraphRecords): Promise<ReadonlySet<string>> {
  const byType = new Map<NodeType, string[]>();
  for (const id of pointedAt(records)) {
    const type = nodeTypeOf(id);
    if (type === null) continue;
    const ids = byType.get(type) ?? [];
    byType.set(type, ids);
    ids.push(id);
  }
  const found = await Promise.all(
    cypher.POINTED_TYPES.map(async (type) => {
      const ids = byType.get(type);
      return ids === undefined ? [] : transaction.run(cypher.KNOWN[type], { ids });
    }),
  );
  return new Set(found.flat().map(scalars.idOf));
}
