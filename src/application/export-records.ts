import type { GraphRecords } from '../domain/change.ts';
import type { NodeId } from '../domain/ids.ts';
import type { Reader } from '../domain/policy.ts';
import type { RecordCursor } from '../domain/record-walk.ts';
import type { GraphStore, OnProgress } from '../ports/graph-store.ts';
import { LINE_TYPES, LINES_VERSION, lineOf, type LinesHeader } from './record-lines.ts';

/** Records that are read at once. */
const SLICE = 1_000;

/**
 * What is on file as lines of JSON, which `hearsay import hearsay` takes back. For a reader only what the policy shows
 * that reader, and what that rests on; without one everything.
 */
export async function* exportRecords(
  store: GraphStore,
  reader: Reader | null,
  onProgress: OnProgress,
): AsyncGenerator<string> {
  const total = Object.values(await store.counts()).reduce((sum, count) => sum + count, 0);
  const header: LinesHeader = {
    hearsay: 'records',
    version: LINES_VERSION,
    contents: reader === null ? 'everything' : 'public',
  };
  yield `${JSON.stringify(header)}\n`;
  let done = 0;
  for (let cursor: RecordCursor | null = null, goesOn = true; goesOn; goesOn = cursor !== null) {
    const { records, next }: Awaited<ReturnType<GraphStore['records']>> = await store.records(cursor, SLICE);
    const seen = reader === null ? records : await seenBy(store, records, reader);
    const lines = LINE_TYPES.flatMap((type) => seen[type].map((record) => lineOf(type, record)));
    if (lines.length > 0) yield lines.join('');
    onProgress(Math.min((done += lines.length), total), total);
    cursor = next;
  }
}

/** Who recorded something is not public. */
function unsigned<T extends { readonly recordedBy: string }>(record: T): T {
  return { ...record, recordedBy: '' };
}

async function seenBy(store: GraphStore, records: GraphRecords, reader: Reader): Promise<GraphRecords> {
  const { documents, evidence, claims, outcomes } = records;
  const ids: NodeId[] = [...documents, ...evidence, ...claims].map(({ id }) => id);
  const asked = [...ids, ...outcomes.map(({ claim }) => claim)];
  const visible = asked.length === 0 ? new Map<NodeId, unknown>() : await store.nodes(asked, reader);
  const isSeen = ({ id }: { readonly id: NodeId }): boolean => visible.has(id);
  return {
    ...records,
    documents: documents.filter(isSeen),
    evidence: evidence.filter(isSeen),
    claims: claims.filter(isSeen).map(unsigned),
    outcomes: outcomes.filter(({ claim }) => visible.has(claim)).map(unsigned),
  };
}
