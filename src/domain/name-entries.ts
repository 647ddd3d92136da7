import type { Character, Person, Work } from './entities.ts';
import { bareHandle, nameKey } from './names.ts';

/** A node that can be searched for by name, as an index has it. */
export interface NameEntry {
  readonly type: 'person' | 'work' | 'character';
  readonly node: string;
  /** The name itself first, then aliases, then @handles. */
  readonly names: readonly IndexedName[];
}

/** One name in an index. */
export interface IndexedName {
  readonly text: string;
  readonly key: string;
  readonly isHandle: boolean;
}

/** How a person is found: by name, alias or handle. */
export function personNames(person: Person): NameEntry {
  const handles = person.handles.map((handle) => `@${bareHandle(handle.name)}`);
  return entry('person', person.id, [person.name, ...person.aliases, ...handles]);
}

/** How a work is found: by title or alias. */
export function workNames(work: Work): NameEntry {
  return entry('work', work.id, [work.title, ...work.aliases]);
}

/** How a character is found: by name or alias. */
export function characterNames(character: Character): NameEntry {
  return entry('character', character.id, [character.name, ...character.aliases]);
}

function entry(type: NameEntry['type'], node: string, texts: readonly string[]): NameEntry {
  const names = [...new Set(texts)].map((text) => ({
    text,
    key: nameKey(text),
    isHandle: text.startsWith('@'),
  }));
  return { type, node, names };
}

/** The distinct words of all names of an entry. */
export function wordsOf({ names }: NameEntry): readonly string[] {
  return [...new Set(names.flatMap(({ key }) => key.split(' ')))];
}
