import { nameKey } from '../../domain/names.ts';
import { statement, type Connection } from './connection.ts';
import { characterNames, indexNames, personNames, workNames, type IndexedNode } from './name-index.ts';
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
const DELETE_ALL_WORDS = statement('delete-all-words', 'DELETE FROM name_word');
const DELETE_ALL_TEXT = statement(
  'delete-all-text',
  `INSERT INTO name_text (name_text) VALUES ('delete-all')`,
);
const DELETE_ALL_NAMES = statement('delete-all-names', 'DELETE FROM name');
const NAME_COUNT = statement('name-count', 'SELECT count(*) AS total FROM name');
const STORED_NAMES = statement(
  'stored-names',
  `SELECT n.node, n.text, n.key, (SELECT count(*) FROM name_word w WHERE w.name = n.key_id) AS words
   FROM name n WHERE n.node IN (SELECT value FROM json_each(@nodes)) ORDER BY n.node, n.position`,
);

/** Indexes the names of everything anew: keys may fold differently since they were written. */
export function reindexNames(db: Connection): void {
  db.run(DELETE_ALL_WORDS, {});
  db.run(DELETE_ALL_TEXT, {});
  db.run(DELETE_ALL_NAMES, {});
  for (const slice of namedNodes(db)) for (const entry of slice) indexNames(db, entry, true);
}

/** How many names are not indexed as they would be now. */
export function differingNames(db: Connection): number {
  let wanted = 0;
  let differing = 0;
  for (const slice of namedNodes(db)) {
    const nodes = JSON.stringify(slice.map(({ node }) => node));
    const stored = new Set(db.all(STORED_NAMES, { nodes }).map(scalars.asText));
    const rebuilt = slice.flatMap(({ node, names }) =>
      names.map((text) => ({ node, text, key: nameKey(text) })),
    );
    wanted += rebuilt.length;
    differing += rebuilt.filter(
      (row) => !stored.has(scalars.asText({ ...row, words: new Set(row.key.split(' ')).size })),
    ).length;
  }
  return differing + Math.abs(scalars.total(db.get(NAME_COUNT, {})) - wanted);
}

function* namedNodes(db: Connection): Generator<readonly IndexedNode[]> {
  yield* slices(db, PEOPLE_AFTER, (row) => personNames(rows.personFacts(row).person));
  yield* slices(db, WORKS_AFTER, (row) => workNames(rows.work(row)));
  yield* slices(db, CHARACTERS_AFTER, (row) => characterNames(rows.character(row)));
}

function* slices(
  db: Connection,
  statement: typeof PEOPLE_AFTER,
  read: (row: unknown) => IndexedNode,
): Generator<readonly IndexedNode[]> {
  let after = '';
  for (;;) {
    const slice = db.all(statement, { after, limit: SLICE }).map(read);
    const last = slice.at(-1);
    if (last === undefined) return;
    yield slice;
    after = last.node;
  }
}
