import type { Mention } from '../domain/claim.ts';
import { HearsayError, shown } from '../domain/errors.ts';
import { parseId, type PersonId } from '../domain/ids.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import type { NamedPerson } from './assemble-claim.ts';
import type { PersonDraft } from './claim-draft.ts';
import { findPerson, referenceFromText, type FoundPerson, type PersonReference } from './person-reference.ts';

/** A person on file. Throws `NOT_FOUND` with suggestions, or `INVALID_ARGUMENT` with the candidates. */
export async function resolvePerson(
  store: GraphStore,
  argument: string,
  draft: PersonDraft,
): Promise<NamedPerson> {
  const { found, by } = await findByNameOrKey(store, argument, draft.reference);
  if (found.type !== 'Found') throw notOnePerson(found);
  const person = found.facts.person.id;
  const mention: Mention =
    draft.as === null
      ? { text: draft.reference, resolvedTo: person, resolvedBy: RESOLVED_BY[by] }
      : { text: draft.as, resolvedTo: person, resolvedBy: 'CURATOR' };
  return { person, mention };
}

/** Names come first, so that a key (`ann` for `person/ann`) never hides that a name is ambiguous. */
async function findByNameOrKey(
  store: GraphStore,
  argument: string,
  text: string,
): Promise<{ readonly found: FoundPerson; readonly by: PersonReference['by'] }> {
  const reference = referenceFromText(text);
  const found = await findPerson(store, argument, reference);
  const id = parseId('person', `person/${text}`);
  if (found.type !== 'UnknownPerson' || id === null) return { found, by: reference.by };
  const byKey = await findPerson(store, argument, { by: 'id', id });
  return byKey.type === 'Found' ? { found: byKey, by: 'id' } : { found, by: reference.by };
}

const RESOLVED_BY = {
  id: 'ID',
  name: 'NAME',
  handle: 'HANDLE',
  wikidata: 'ID',
  imdb: 'ID',
  tmdb: 'ID',
} as const;

function notOnePerson(found: Exclude<FoundPerson, { type: 'Found' }>): HearsayError {
  if (found.type === 'AmbiguousPerson') {
    const candidates = found.candidates.map(({ person, distinguishedBy }) =>
      [person.person.id, ...distinguishedBy].join(', '),
    );
    return new HearsayError(
      'INVALID_ARGUMENT',
      `Expected ${found.argument} to be one person, but got ${shown(found.given)}, which may be ${candidates.join('; or ')}`,
      { hint: 'Name the one who is meant by id.' },
    );
  }
  const near = found.suggestions.map(({ person }) => `${person.name} (${person.id})`);
  const suggestion = near.length === 0 ? '' : ` (did you mean ${near.join(' or ')}?)`;
  return new HearsayError(
    'NOT_FOUND',
    `Expected ${found.argument} to be somebody on file, but got ${shown(found.given)}${suggestion}`,
    { hint: 'New people come in with a seed: docs/seed-format.md.' },
  );
}

/** A person's id, when no mention is kept. */
export async function resolvePersonId(
  store: GraphStore,
  argument: string,
  reference: string,
): Promise<PersonId> {
  return (await resolvePerson(store, argument, { reference, as: null })).person;
}
