import type { ImportContext } from '../../application/import-format.ts';
import type { Person } from '../../domain/entities.ts';
import { HearsayError, shown } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { nameKey } from '../../domain/names.ts';
import type { EdtfDate } from '../../domain/time.ts';
import { slug, shortHash } from '../names.ts';

/** Somebody as a row names them. */
export interface Named {
  readonly name: string;
  readonly birth: EdtfDate | null;
}

/** Whom a name and a birth date mean: somebody on file, somebody new, or, when that cannot be told, why not. */
export async function personOf(
  named: Named,
  found: Map<string, Person>,
  { store, document }: ImportContext,
): Promise<Person> {
  const { name, birth } = named;
  const key = `${nameKey(name)} ${birth?.text ?? ''}`;
  const before = found.get(key);
  if (before !== undefined) return before;
  const called = (await store.findPeople({ by: 'name', key: nameKey(name) })).map(({ person }) => person);
  const possible = birth === null ? called : called.filter((person) => mayBeBorn(person, birth));
  const born = possible.filter((person) => birth !== null && person.birthDate?.text === birth.text);
  const [only, ...others] = born.length > 0 ? born : possible;
  const person = only ?? newPerson(named, document);
  if (others.length > 0) throw several(name, [person, ...others]);
  // A name alone makes nobody whoever else is called that.
  if (only !== undefined && (birth === null || only.birthDate === null)) throw undated(named, only);
  found.set(key, person);
  return person;
}

function several(name: string, people: readonly Person[]): HearsayError {
  const ids = people.slice(0, 3).map(({ id }) => id);
  return new HearsayError(
    'INVALID_ARGUMENT',
    `Expected a name and a birth date of one person on file, but got ${shown(name)}, who may be ${ids.join(' or ')}`,
  );
}

function undated({ name, birth }: Named, { id }: Person): HearsayError {
  const missing = birth === null ? 'in this row' : 'on file';
  return new HearsayError(
    'INVALID_ARGUMENT',
    `Expected two birth dates to tell whether ${shown(name)} is ${id}, but got none ${missing}`,
  );
}

function mayBeBorn({ birthDate }: Person, birth: EdtfDate): boolean {
  return birthDate === null || (birthDate.firstDay <= birth.lastDay && birth.firstDay <= birthDate.lastDay);
}

/** Nobody on file can be meant. Without a birth date a name alone makes nobody. */
function newPerson({ name, birth }: Named, document: ImportContext['document']): Person {
  if (birth === null) {
    throw new HearsayError(
      'NOT_FOUND',
      `Expected somebody on file, or a birth date to put them on file with, but got ${shown(name)} and none`,
    );
  }
  return {
    id: `person/${slug(name) || 'person'}-${shortHash(`${name} ${birth.text}`, 6)}` as PersonId,
    ...{ name, aliases: [], handles: [], birthDate: birth, birthDateDocument: document },
    ...{ privacy: 'PUBLIC_FIGURE', externalIds: { wikidata: null, imdb: null, tmdb: null } },
  };
}
