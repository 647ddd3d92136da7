import type { Document, Evidence, Source } from '../domain/entities.ts';
import { HearsayError, shown } from '../domain/errors.ts';
import { parseId, type IdByType, type NodeId, type NodeType } from '../domain/ids.ts';
import type { GraphNode, GraphStore } from '../ports/graph-store.ts';

/** The id that a word stands for: `x` is `document/x`, a full id itself. Throws `INVALID_ID`. */
export function idFrom<T extends NodeType>(type: T, argument: string, word: string): IdByType[T] {
  const id = parseId(type, word.startsWith(`${type}/`) ? word : `${type}/${word}`);
  if (id !== null) return id;
  throw new HearsayError(
    'INVALID_ID',
    `Expected ${argument} to make an id (${type}/…), but got ${shown(word)}`,
    {
      hint: 'Give it an id of lower-case letters, digits, dots and dashes.',
    },
  );
}

interface ValueByType {
  readonly source: Source;
  readonly document: Document;
  readonly evidence: Evidence;
}

/** What is on file under an id, or null. */
export async function nodeOf<T extends keyof ValueByType>(
  store: GraphStore,
  type: T,
  id: string,
): Promise<ValueByType[T] | null> {
  const parsed = parseId(type, id);
  if (parsed === null) return null;
  const node = (await store.nodes([parsed], null)).get(parsed);
  // A node's type says which value it holds.
  return node?.type === type ? (node.value as ValueByType[T]) : null;
}

// Ids are asked for in portions, so that one file does not make one endless statement.
const PORTION = 500;

/** Whatever is on file under these ids, claims excepted. */
export async function nodesOf(
  store: GraphStore,
  ids: readonly NodeId[],
): Promise<ReadonlyMap<NodeId, GraphNode>> {
  const wanted = [...new Set(ids)];
  const found = new Map<NodeId, GraphNode>();
  for (let start = 0; start < wanted.length; start += PORTION) {
    for (const [id, node] of await store.nodes(wanted.slice(start, start + PORTION), null))
      found.set(id, node);
  }
  return found;
}

/** The error for a reference to something that is not on file. */
export function notOnFile(argument: string, wanted: string, given: string): HearsayError {
  return new HearsayError(
    'NOT_FOUND',
    `Expected ${argument} to be ${wanted} on file, but got ${shown(given)}`,
    {
      hint: 'Refer to it by id, or describe it in place.',
    },
  );
}
