import { characterNames, personNames, workNames, type NameEntry } from '../../domain/name-entries.ts';
import { trigramsOf } from '../../domain/near-names.ts';
import { statement, type Connection, type Statement, type Transaction } from './connection.ts';
import { indexNames, nameNodes, NAMES_OF_NODE, wordNodes } from './name-index.ts';
import * as rows from './rows.ts';
import * as scalars from './scalar-rows.ts';
import { ON_FILE } from './write-queries.ts';

const SLICE = 1_000;

/** What can be searched for by name. */
export const NAMED = ['people', 'works', 'characters'] as const;
export type Named = (typeof NAMED)[number];

const READ: Readonly<Record<Named, (properties: unknown) => NameEntry>> = {
  people: (record) => personNames(rows.personFacts(record).person),
  works: (record) => workNames(rows.work(record)),
  characters: (record) => characterNames(rows.character(record)),
};

const STORED_ENTRIES = statement(
  'stored-entries',
  `UNWIND $nodes AS node
   RETURN node, COLLECT { ${NAMES_OF_NODE} RETURN properties(n) } AS names,
     COLLECT { MATCH (w:Word {node: node}) RETURN properties(w) } AS words`,
);
const NAMED_NODE = `EXISTS { MATCH (p:Person {id: n.node}) } OR EXISTS { MATCH (w:Work {id: n.node}) }
  OR EXISTS { MATCH (c:Character {id: n.node}) }`;
const STRAY = (label: string): string => `MATCH (n:${label}) WHERE NOT (${NAMED_NODE})`;
const DELETE_STRAY: readonly Statement[] = ['Name', 'Word'].map((label) =>
  statement(
    `delete-stray-${label.toLowerCase()}s`,
    `${STRAY(label)} WITH n LIMIT $limit DELETE n RETURN count(*) AS total`,
  ),
);
const STRAY_COUNT = statement(
  'stray-name-count',
  `RETURN COUNT { ${STRAY('Name')} } + COUNT { ${STRAY('Word')} } AS total`,
);
const NAME_KEYS_AFTER = statement(
  'name-keys-after',
  `MATCH (n:Name) WHERE n.node > $after AND n.position IS NOT NULL
   WITH n.node AS id, collect(n.key) AS keys ORDER BY id LIMIT $limit RETURN id, keys`,
);
const TRIGRAMS = statement('trigrams', 'MATCH (t:Trigram) RETURN t.text AS id, t.names AS total');
const PUT_TRIGRAMS = statement(
  'put-trigrams',
  'UNWIND $records AS record MERGE (t:Trigram {text: record.text}) SET t.names = record.names',
);
const DELETE_TRIGRAMS = statement(
  'delete-trigrams',
  'UNWIND $texts AS text MATCH (t:Trigram {text: text}) DELETE t',
);

/** Indexes the names of some nodes anew, where they differ: keys may fold differently since they were written. */
export async function reindex(transaction: Transaction, type: Named, ids: readonly string[]): Promise<void> {
  const wrong = new Set(await wronglyNamed(transaction, type, ids));
  const entries = await entriesOf(transaction, type, ids);
  await indexNames(
    transaction,
    entries.filter(({ node }) => wrong.has(node)),
  );
}

/** Those of some nodes whose names are not indexed as they would be now. */
export async function wronglyNamed(
  transaction: Transaction,
  type: Named,
  ids: readonly string[],
): Promise<readonly string[]> {
  const entries = await entriesOf(transaction, type, ids);
  const stored = new Map(
    (await transaction.run(STORED_ENTRIES, { nodes: ids })).map((row) => [
      row['node'] as string,
      textOf([...(row['names'] as object[]), ...(row['words'] as object[])]),
    ]),
  );
  return entries
    .filter((entry) => stored.get(entry.node) !== textOf([...nameNodes(entry), ...wordNodes(entry)]))
    .map(({ node }) => node);
}

async function entriesOf(
  transaction: Transaction,
  type: Named,
  ids: readonly string[],
): Promise<readonly NameEntry[]> {
  return (await transaction.run(ON_FILE[type], { ids })).map((row) => READ[type](row['record']));
}

function textOf(nodes: readonly object[]): string {
  return nodes
    .map((node) => JSON.stringify(Object.entries(node).sort(([x], [y]) => (x < y ? -1 : 1))))
    .sort()
    .join('\n');
}

/** Takes names and words of nodes that are not there out of the index. */
export async function removeStrayNames(db: Connection): Promise<void> {
  for (const each of DELETE_STRAY) {
    for (let removed = SLICE; removed === SLICE;) {
      const { value } = await db.write((transaction) => transaction.run(each, { limit: SLICE }));
      removed = scalars.total(value[0]);
    }
  }
}

/** Counts anew in how many names each trigram occurs. There are some ten thousands, however many names there are. */
export async function countTrigrams(transaction: Transaction): Promise<void> {
  const { wanted, stored } = await trigrams(transaction);
  const records = [...wanted].filter(([text, names]) => stored.get(text) !== names);
  const gone = [...stored.keys()].filter((text) => !wanted.has(text));
  await transaction.run(PUT_TRIGRAMS, { records: records.map(([text, names]) => ({ text, names })) });
  await transaction.run(DELETE_TRIGRAMS, { texts: gone });
}

/** Gives back 'index' when something in the index of names is of no node, or a trigram is counted wrongly. */
export async function wrongIndex(transaction: Transaction): Promise<readonly string[]> {
  const [strays] = await transaction.run(STRAY_COUNT, {});
  const { wanted, stored } = await trigrams(transaction);
  const isRight =
    scalars.total(strays) === 0 &&
    wanted.size === stored.size &&
    [...wanted].every(([text, names]) => stored.get(text) === names);
  return isRight ? [] : ['index'];
}

async function trigrams(transaction: Transaction): Promise<{
  readonly wanted: ReadonlyMap<string, number>;
  readonly stored: ReadonlyMap<string, number>;
}> {
  const wanted = new Map<string, number>();
  let after = '';
  for (;;) {
    const found = await transaction.run(NAME_KEYS_AFTER, { after, limit: SLICE });
    const last = found.at(-1);
    if (last === undefined) break;
    for (const key of found.flatMap((row) => row['keys'] as readonly string[])) {
      for (const trigram of trigramsOf(key)) wanted.set(trigram, (wanted.get(trigram) ?? 0) + 1);
    }
    after = scalars.idOf(last);
  }
  const stored = await transaction.run(TRIGRAMS, {});
  return { wanted, stored: new Map(stored.map((row) => [scalars.idOf(row), scalars.total(row)])) };
}
