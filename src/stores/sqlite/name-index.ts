import type { Character, Person, Work } from '../../domain/entities.ts';
import { bareHandle, nameKey } from '../../domain/names.ts';
import type { SearchableType } from '../../ports/graph-store.ts';
import { statement, type Connection } from './connection.ts';
import * as scalars from './scalar-rows.ts';

const DELETE_WORDS = statement(
  'delete-words-of-node',
  'DELETE FROM name_word WHERE name IN (SELECT key_id FROM name WHERE node = @node)',
);
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
  'INSERT OR IGNORE INTO name_word (word, name) VALUES (@word, @name)',
);

/** A node that can be searched for by name. */
export interface IndexedNode {
  readonly type: SearchableType;
  readonly node: string;
  /** The name itself first, then aliases, then @handles. */
  readonly names: readonly string[];
}

/** How a person is found: by name, alias or handle. */
export function personNames(person: Person): IndexedNode {
  const handles = person.handles.map((handle) => `@${bareHandle(handle.name)}`);
  return {
    type: 'person',
    node: person.id,
    names: [...new Set([person.name, ...person.aliases, ...handles])],
  };
}

/** How a work is found: by title or alias. */
export function workNames(work: Work): IndexedNode {
  return { type: 'work', node: work.id, names: [...new Set([work.title, ...work.aliases])] };
}

/** How a character is found: by name or alias. */
export function characterNames(character: Character): IndexedNode {
  return {
    type: 'character',
    node: character.id,
    names: [...new Set([character.name, ...character.aliases])],
  };
}

/** Puts the names of a node that is new into the index, or replaces those of one that got more. */
export function indexNames(db: Connection, entry: IndexedNode, isNew: boolean): void {
  if (!isNew) {
    db.run(DELETE_WORDS, { node: entry.node });
    db.run(DELETE_TEXT, { node: entry.node });
    db.run(DELETE_NAMES, { node: entry.node });
  }
  entry.names.forEach((text, position) => {
    const key = nameKey(text);
    const isHandle = text.startsWith('@') ? 1 : 0;
    const row = { type: entry.type, node: entry.node, position, text, key, is_handle: isHandle };
    const name = scalars.keyId(db.get(INSERT_NAME, row));
    db.run(INSERT_TEXT, { name, key });
    for (const word of new Set(key.split(' '))) db.run(INSERT_WORD, { word, name });
  });
}
