import type { GraphRecords } from './change.ts';
import type { ErrorCode } from './errors.ts';
import { nodeTypeOf, type DocumentId, type NodeId } from './ids.ts';
import type { Instant } from './time.ts';

/** What is written of records that contradict what is on file: what is on file stays and the rest is added, or nothing. */
export type OnConflict = 'KEEP' | 'REFUSE';

/** Records of a dataset that are stored together, as one entry of the feed. */
export interface Batch {
  readonly records: GraphRecords;
  /**
   * The release of the dataset that states them, on file already: the entry of the feed is about it. Null for records
   * that bring their own sources: then each has an entry, as in a change.
   */
  readonly dataset: DocumentId | null;
  readonly at: Instant;
  readonly by: string;
  readonly onConflict: OnConflict;
  /** LATER leaves new names to `indexNames`, which is many times faster for millions of them. */
  readonly names: 'NOW' | 'LATER';
  /** Noted in the same transaction under a name, together with the outcome: see BatchNote. */
  readonly note: { readonly name: string; readonly state: unknown };
}

/** Why one record of a batch was not stored. */
export interface Refusal {
  /** The record's id; of outcomes and retractions that of their claim. */
  readonly id: string;
  readonly code: ErrorCode;
  readonly message: string;
}

/** What became of a batch. */
export interface BatchOutcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: readonly Refusal[];
}

/** What became of a batch, and where the feed stands after it. */
export interface BatchReceipt extends BatchOutcome {
  readonly sequence: number;
  readonly bookmark: string | null;
}

/** What is noted with a batch, as JSON: what it was given, and what became of it. */
export interface BatchNote {
  readonly state: unknown;
  /** Null for a note that was made without a batch. */
  readonly outcome: BatchOutcome | null;
}

/** The name of the note that describes the batch behind an entry of the feed: its provenance, for an audit. */
export function batchRecordName(sequence: number): string {
  return `batch ${sequence}`;
}

/** What that note says, as JSON. */
export interface BatchRecord extends Omit<BatchOutcome, 'refused'> {
  readonly dataset: DocumentId | null;
  readonly at: Instant;
  readonly by: string;
  readonly refused: number;
  /** The import that it is part of, as `note.name`. */
  readonly import: string;
}

/** What a change or a batch did to a node, as the feed tells it. */
interface Told {
  readonly type: 'CREATED' | 'UPDATED' | 'RETRACTED' | 'OUTCOME';
  readonly node: NodeId;
}

/** What a batch puts into the feed. */
export interface BatchEntries {
  readonly entries: readonly Told[];
  /**
   * What it brought, as far as it takes to tell who may hear of it: its claims, and one record of those that everybody
   * may see. They are kept with the last entry, which is that of the batch.
   */
  readonly brought: readonly NodeId[];
}

/**
 * The entries of a batch: one about the release for all that it brought, none when it brought nothing. Documents and
 * evidence that were added to have one each before it, as in a change: what they carry may have been told long ago.
 * `more` is a record that it created beside those of `events`.
 */
export function batchEntries(
  dataset: DocumentId | null,
  events: readonly Told[],
  more: NodeId | null = null,
): BatchEntries {
  if (dataset === null) return { entries: events, brought: [] };
  const nodes = [...(more === null ? [] : [more]), ...events.map(({ node }) => node)];
  const [first] = nodes;
  if (first === undefined) return { entries: [], brought: [] };
  const claims = new Set(nodes.filter((node) => nodeTypeOf(node) === 'claim'));
  const shown = nodes.find((node) => !RESTED_ON.includes(nodeTypeOf(node)) && !claims.has(node));
  const filled = events.filter(
    ({ type, node }) => type === 'UPDATED' && RESTED_ON.includes(nodeTypeOf(node)),
  );
  return {
    entries: [...filled, { type: 'UPDATED', node: dataset }],
    brought:
      shown === undefined && claims.size === 0
        ? [first]
        : [...(shown === undefined ? [] : [shown]), ...claims],
  };
}

/** How many records added to something. One that comes after another of its id in the same batch counts too. */
export function updatedBy(events: readonly Told[], created: ReadonlySet<NodeId>): number {
  // A claim may be brought with its retraction, as one record.
  return events.filter(({ type, node }) => type !== 'CREATED' && !(type === 'RETRACTED' && created.has(node)))
    .length;
}

// Shown with what rests on them, and so never by themselves.
const RESTED_ON: readonly ReturnType<typeof nodeTypeOf>[] = ['document', 'evidence'];

/** The texts of the notes of a batch: of the import, and of the batch when it has an entry. */
export function notesOf(
  { note, dataset, at, by }: Batch,
  outcome: BatchOutcome,
  sequence: number,
  hasEntry: boolean,
): readonly { readonly name: string; readonly text: string }[] {
  const { created, updated, unchanged, refused } = outcome;
  const record: BatchRecord = {
    ...{ dataset, at, by, created, updated, unchanged },
    refused: refused.length,
    import: note.name,
  };
  const noted: BatchNote = { state: note.state, outcome };
  return [
    { name: note.name, text: JSON.stringify(noted) },
    ...(hasEntry ? [{ name: batchRecordName(sequence), text: JSON.stringify(record) }] : []),
  ];
}
