import {
  characterNames,
  personNames,
  wordsOf,
  workNames,
  type NameEntry,
} from '../../domain/name-entries.ts';
import type { OnProgress } from '../../ports/graph-store.ts';
import { statement, type Connection, type Statement } from './connection.ts';
import { indexNames } from './name-index.ts';
import * as rows from './rows.ts';
import * as scalars from './scalar-rows.ts';
import { CHARACTER_COLUMNS, PERSON_COLUMNS, WORK_COLUMNS } from './rows.ts';

const SLICE = 1_000;

const PEOPLE_AFTER = statement(
  'people-after',
  `SELECT ${PERSON_COLUMNS} FROM person WHERE id > @after ORDER BY id LIMIT @limit`,
);
const WORKS_AFTER = statement(
  'works-after',
  `SELECT ${WORK_COLUMNS} FROM work WHERE id > @after ORDER BY id LIMIT @limit`,
);
const CHARACTERS_AFTER = statement(
  'characters-after',
  `SELECT ${CHARACTER_COLUMNS} FROM character WHERE id > @after ORDER BY id LIMIT @limit`,
);
const PENDING_SLICE = 20_000;
// Every node has at least its own name in the index.
const pending = (table: string, columns: string): Statement =>
  statement(
    `pending-${table}-names`,
    `SELECT ${columns} FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM name n WHERE n.node = t.id) LIMIT @limit`,
  );
const PENDING: readonly (readonly [Statement, (row: unknown) => NameEntry])[] = [
  [pending('person', PERSON_COLUMNS), (row) => personNames(rows.personFacts(row).person)],
  [pending('work', WORK_COLUMNS), (row) => workNames(rows.work(row))],
  [pending('character', CHARACTER_COLUMNS), (row) => characterNames(rows.character(row))],
];
const PENDING_COUNT = statement(
  'pending-name-count',
  ['person', 'work', 'character']
    .map(
      (table) =>
        `(SELECT count(*) FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM name n WHERE n.node = t.id))`,
    )
    .join(' + ')
    .replace(/^/, 'SELECT ')
    .replace(/$/, ' AS total'),
);
const DELETE_ALL_WORDS = statement('delete-all-words', 'DELETE FROM name_word');
const DELETE_ALL_TEXT = statement(
  'delete-all-text',
  `INSERT INTO name_text (name_text) VALUES ('delete-all')`,
);
const DELETE_ALL_NAMES = statement('delete-all-names', 'DELETE FROM name');
const ENTRY_COUNT = statement(
  'name-entry-count',
  'SELECT (SELECT count(*) FROM name) + (SELECT count(*) FROM name_word) AS total',
);
const STORED_NAMES = statement(
  'stored-names',
  'SELECT node, type, position, text, key, is_handle FROM name WHERE node IN (SELECT value FROM json_each(@nodes))',
);
const STORED_WORDS = statement(
  'stored-words',
  'SELECT node, type, word FROM name_word WHERE node IN (SELECT value FROM json_each(@nodes))',
);

/** Indexes the names of everything anew: keys may fold differently since they were written. */
export function reindexNames(db: Connection): void {
  db.run(DELETE_ALL_WORDS, {});
  db.run(DELETE_ALL_TEXT, {});
  db.run(DELETE_ALL_NAMES, {});
  for (const slice of namedNodes(db)) for (const entry of slice) indexNames(db, entry, true);
}

/** Indexes the names of nodes that have none in the index. Returns of how many. */
export function indexPendingNames(db: Connection, onProgress: OnProgress): number {
  const total = scalars.total(db.get(PENDING_COUNT, {}));
  let done = 0;
  for (const [statement, entryOf] of PENDING) {
    for (let found = 1; found > 0;) {
      // A transaction a slice: it can be interrupted, and what is left then is still pending.
      found = db.write(() => {
        const entries = db.all(statement, { limit: PENDING_SLICE }).map(entryOf);
        for (const entry of entries) indexNames(db, entry, true);
        return entries.length;
      });
      onProgress((done += found), total);
    }
  }
  return done;
}

/** How many entries of the index, names and words, are not as they would be now. */
export function differingNames(db: Connection): number {
  let wanted = 0;
  let differing = 0;
  for (const slice of namedNodes(db)) {
    const nodes = JSON.stringify(slice.map(({ node }) => node));
    const stored = new Set(
      [...db.all(STORED_NAMES, { nodes }), ...db.all(STORED_WORDS, { nodes })].map(scalars.asText),
    );
    const rebuilt = slice.flatMap(indexRows);
    wanted += rebuilt.length;
    differing += rebuilt.filter((row) => !stored.has(scalars.asText(row))).length;
  }
  return differing + Math.abs(scalars.total(db.get(ENTRY_COUNT, {})) - wanted);
}

function indexRows(entry: NameEntry): readonly object[] {
  const { node, type } = entry;
  return [
    ...entry.names.map(({ text, key, isHandle }, position) => ({
      node,
      type,
      position,
      text,
      key,
      is_handle: isHandle ? 1 : 0,
    })),
    ...wordsOf(entry).map((word) => ({ node, type, word })),
  ];
}

function* namedNodes(db: Connection): Generator<readonly NameEntry[]> {
  yield* slices(db, PEOPLE_AFTER, (row) => personNames(rows.personFacts(row).person));
  yield* slices(db, WORKS_AFTER, (row) => workNames(rows.work(row)));
  yield* slices(db, CHARACTERS_AFTER, (row) => characterNames(rows.character(row)));
}

function* slices(
  db: Connection,
  statement: typeof PEOPLE_AFTER,
  read: (row: unknown) => NameEntry,
): Generator<readonly NameEntry[]> {
  let after = '';
  for (;;) {
    const slice = db.all(statement, { after, limit: SLICE }).map(read);
    const last = slice.at(-1);
    if (last === undefined) return;
    yield slice;
    after = last.node;
  }
}
