import { wordsOf, type NameEntry } from '../../domain/name-entries.ts';
import { statement, type Connection } from './connection.ts';
import * as scalars from './scalar-rows.ts';

const DELETE_WORDS = statement('delete-words-of-node', 'DELETE FROM name_word WHERE node = @node');
const DELETE_TEXT = statement(
  'delete-text-of-node',
  `INSERT INTO name_text (name_text, rowid, key) SELECT 'delete', key_id, key FROM name WHERE node = @node`,
);
const DELETE_NAMES = statement('delete-names-of-node', 'DELETE FROM name WHERE node = @node');
const INSERT_NAME = statement(
  'insert-name',
  `INSERT INTO name (type, node, position, text, key, is_handle)
   VALUES (@type, @node, @position, @text, @key, @is_handle) RETURNING key_id`,
);
const INSERT_TEXT = statement('insert-text', 'INSERT INTO name_text (rowid, key) VALUES (@name, @key)');
const INSERT_WORD = statement(
  'insert-word',
  'INSERT INTO name_word (word, node, type) VALUES (@word, @node, @type)',
);

/** Puts the names of a node that is new into the index, or replaces those of one that got more. */
export function indexNames(db: Connection, entry: NameEntry, isNew: boolean): void {
  const { type, node } = entry;
  if (!isNew) unindexNames(db, node);
  entry.names.forEach(({ text, key, isHandle }, position) => {
    const row = { type, node, position, text, key, is_handle: isHandle ? 1 : 0 };
    db.run(INSERT_TEXT, { name: scalars.keyId(db.get(INSERT_NAME, row)), key });
  });
  for (const word of wordsOf(entry)) db.run(INSERT_WORD, { word, node, type });
}

/** Takes the names of a node out of the index. */
export function unindexNames(db: Connection, node: string): void {
  db.run(DELETE_WORDS, { node });
  db.run(DELETE_TEXT, { node });
  db.run(DELETE_NAMES, { node });
}
