import { wordsOf, type NameEntry } from '../../domain/name-entries.ts';
import { trigramsOf } from '../../domain/near-names.ts';
import { statement, type Transaction } from './connection.ts';

// A name is a Name, a word of a node's names is a Word, and a Trigram counts the names that it occurs in: that
// costs a write for each trigram of a batch, where relationships would cost a dozen for each name.

/** Names `n` of a node. An index on two properties serves only who names both. */
export const NAMES_OF_NODE = `MATCH (n:Name) USING INDEX n:Name(node, position)
     WHERE n.node = node AND n.position IS NOT NULL`;

const REMOVE_NAMES = statement(
  'remove-names',
  `UNWIND $nodes AS node
   CALL (node) {
     ${NAMES_OF_NODE} WITH n, n.key AS key DELETE n RETURN collect(key) AS keys
   }
   CALL (node) { MATCH (w:Word {node: node}) DELETE w }
   UNWIND keys AS key RETURN key`,
);
const ADD_NAMES = statement(
  'add-names',
  `CALL () { UNWIND $names AS name CREATE (n:Name) SET n = name }
   CALL () { UNWIND $words AS word CREATE (w:Word) SET w = word }
   CALL () {
     UNWIND $trigrams AS trigram MERGE (t:Trigram {text: trigram.text})
     SET t.names = coalesce(t.names, 0) + trigram.more
     WITH t WHERE t.names = 0 DELETE t
   }`,
);

/** Puts the names of nodes into the index, in place of those that they were indexed under. */
export async function indexNames(transaction: Transaction, entries: readonly NameEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const removed = await transaction.run(REMOVE_NAMES, { nodes: entries.map(({ node }) => node) });
  const names = entries.flatMap(nameNodes);
  const more = new Map<string, number>();
  count(
    more,
    removed.map((row) => row['key'] as string),
    -1,
  );
  count(
    more,
    names.map(({ key }) => key),
    1,
  );
  const trigrams = [...more].filter(([, by]) => by !== 0).map(([text, by]) => ({ text, more: by }));
  await transaction.run(ADD_NAMES, { names, words: entries.flatMap(wordNodes), trigrams });
}

function count(more: Map<string, number>, keys: readonly string[], by: number): void {
  for (const key of keys) {
    for (const trigram of trigramsOf(key)) more.set(trigram, (more.get(trigram) ?? 0) + by);
  }
}

/** The properties of the Names of an entry. */
export function nameNodes({ type, node, names }: NameEntry): readonly NameNode[] {
  return names.map(({ text, key, isHandle }, position) => ({ type, node, position, text, key, isHandle }));
}

/** The properties of the Words of an entry. */
export function wordNodes(entry: NameEntry): readonly WordNode[] {
  const { type, node } = entry;
  return wordsOf(entry).map((word) => ({ word, node, type }));
}

/** The properties of a Name. */
export interface NameNode {
  readonly type: NameEntry['type'];
  readonly node: string;
  readonly position: number;
  readonly text: string;
  readonly key: string;
  readonly isHandle: boolean;
}

/** The properties of a Word. */
export interface WordNode {
  readonly word: string;
  readonly node: string;
  readonly type: NameEntry['type'];
}
