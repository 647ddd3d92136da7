import type { Mention } from '../../domain/claim.ts';
import type { Person } from '../../domain/entities.ts';
import { shown } from '../../domain/errors.ts';
import { parseId, type IdByType, type NodeId, type NodeType, type PersonId } from '../../domain/ids.ts';
import { nameKey } from '../../domain/names.ts';
import type { NamedPerson } from '../../application/assemble-claim.ts';
import type { SeedContents } from '../../application/seed-files.ts';
import type { Mistakes } from './mistakes.ts';
import { didYouMean } from './near.ts';
import { isMapping, type SeedRecords } from './sections.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** What the names in a file mean. A reference that means nothing becomes a mistake, and the result null. */
export interface Scope {
  id<T extends NodeType>(type: T, reference: string, path: Path): IdByType[T] | null;
  /** The same for a field that may be left out. */
  optionalId<T extends NodeType>(
    type: T,
    reference: string | null | undefined,
    path: Path,
  ): IdByType[T] | null;
  /** A person by id, key, name, alias or @handle. */
  person(reference: string, path: Path): NamedPerson | null;
  /** True for what the file defines. */
  defines(id: NodeId): boolean;
  /** Ids that the file uses and does not define. */
  readonly outside: SeedContents['outside'];
}

const WITH_ARTICLE: Readonly<Record<NodeType, string>> = {
  person: 'a person',
  work: 'a work',
  character: 'a character',
  source: 'a source',
  document: 'a document',
  evidence: 'a piece of evidence',
  claim: 'a claim',
  credit: 'a credit',
  'on-screen': 'an on-screen relation',
};

/** The id that a key stands for: `joe-locke` under people is `person/joe-locke`; a full id stands for itself. */
export function idOfKey<T extends NodeType>(type: T, key: string): IdByType[T] | null {
  return parseId(type, key.startsWith(`${type}/`) ? key : `${type}/${key}`);
}

/** The id of a character: `nick` of `work/show` is `character/show/nick`. */
export function characterIdOf(work: string, key: string): IdByType['character'] | null {
  return key.startsWith('character/')
    ? parseId('character', key)
    : parseId('character', `${work.replace(/^work\//, 'character/')}/${key}`);
}

/** The scope of a file. Keys that make no id become mistakes. */
export function scopeOf(source: YamlSource, records: SeedRecords, mistakes: Mistakes): Scope {
  const defined = definedIds(records, mistakes);
  const outside: SeedContents['outside'][number][] = [];
  const people = peopleByName(records);
  const id = <T extends NodeType>(type: T, reference: string, path: Path): IdByType[T] | null => {
    const found = idOfKey(type, reference);
    if (found !== null && defined.has(found)) return found;
    if (found !== null && reference.startsWith(`${type}/`)) {
      outside.push({ id: found, place: source.placeOf(source.offsetOf(path)) });
      return found;
    }
    mistakes.add(path, unknown(type, reference, defined, [], mistakes));
    return null;
  };
  return {
    id,
    optionalId: (type, reference, path) =>
      reference === null || reference === undefined ? null : id(type, reference, path),
    person(reference, path) {
      const key = idOfKey('person', reference);
      if (key !== null && (defined.has(key) || reference.startsWith('person/'))) {
        const known = id('person', reference, path);
        return known === null ? null : { person: known, mention: mention(reference, known, 'ID') };
      }
      return byName(reference, path, people, defined, mistakes);
    },
    defines: (found) => defined.has(found),
    outside,
  };
}

function mention(text: string, resolvedTo: PersonId, resolvedBy: Mention['resolvedBy']): Mention {
  return { text, resolvedTo, resolvedBy };
}

/** Name keys and `@handle`s to the people who answer to them. */
type PeopleByName = ReadonlyMap<string, ReadonlySet<PersonId>>;

function byName(
  reference: string,
  path: Path,
  people: PeopleByName,
  defined: ReadonlySet<NodeId>,
  mistakes: Mistakes,
): NamedPerson | null {
  const isHandle = reference.startsWith('@');
  const found = [...(people.get(isHandle ? reference.toLowerCase() : nameKey(reference)) ?? [])];
  const only = found[0];
  if (only === undefined) {
    mistakes.add(path, unknown('person', reference, defined, people.keys(), mistakes));
    return null;
  }
  if (found.length > 1) {
    mistakes.add(
      path,
      `Expected one person, but got ${shown(reference)}, which may be ${found.join(' or ')}`,
    );
    return null;
  }
  return { person: only, mention: mention(reference, only, isHandle ? 'HANDLE' : 'NAME') };
}

function unknown(
  type: NodeType,
  reference: string,
  defined: ReadonlySet<NodeId>,
  names: Iterable<string>,
  mistakes: Mistakes,
): string {
  const prefix = `${type}/`;
  const wanted = `${WITH_ARTICLE[type]} of this file or a full id (${prefix}…)`;
  const message = `Expected ${wanted}, but got ${shown(reference)}`;
  if (mistakes.areMany()) return message;
  const keys = [...defined].filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
  return message + didYouMean(reference, [...keys, ...names]);
}

function definedIds(records: SeedRecords, mistakes: Mistakes): ReadonlySet<NodeId> {
  const ids = new Set<NodeId>();
  const define = (type: NodeType, key: string, path: Path, id: NodeId | null): void => {
    if (id === null) {
      mistakes.addKey(
        path,
        `Expected a key of lower-case letters, digits, dots and dashes, but got ${shown(key)}`,
      );
    } else if (ids.has(id)) {
      mistakes.addKey(path, `Expected every ${type} once, but got ${id} again`);
    } else {
      ids.add(id);
    }
  };
  for (const { key, path } of records.people) define('person', key, path, idOfKey('person', key));
  for (const { key, path } of records.sources) define('source', key, path, idOfKey('source', key));
  for (const { key, path } of records.documents) define('document', key, path, idOfKey('document', key));
  for (const { key, path } of records.evidence) define('evidence', key, path, idOfKey('evidence', key));
  for (const { key, path, raw } of records.works) {
    const work = idOfKey('work', key);
    define('work', key, path, work);
    const characters = isMapping(raw) && isMapping(raw['characters']) ? raw['characters'] : {};
    for (const character of Object.keys(characters)) {
      const id = work === null ? null : characterIdOf(work, character);
      define('character', character, [...path, 'characters', character], id);
    }
  }
  return ids;
}

// Names of a malformed person still count: who refers to them has made no mistake.
function peopleByName(records: SeedRecords): PeopleByName {
  const people = new Map<string, Set<PersonId>>();
  for (const { key, raw } of records.people) {
    const id = idOfKey('person', key);
    if (id === null || !isMapping(raw)) continue;
    const handles = isMapping(raw['handles']) ? Object.values(raw['handles']).flatMap(textsIn) : [];
    const names = [...textsIn(raw['name']), ...textsIn(raw['aliases'])].map(nameKey);
    for (const name of [...names, ...handles.map((handle) => `@${bareAccount(handle).toLowerCase()}`)]) {
      people.set(name, (people.get(name) ?? new Set()).add(id));
    }
  }
  return people;
}

function textsIn(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string');
}

/** An account name without its @. */
export function bareAccount(account: string): Person['handles'][number]['name'] {
  return account.replace(/^@/, '');
}
