import { evaluateSingle } from '../domain/confidence/evaluate-single.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { PersonFacts } from '../domain/entities.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { readerFor, type AskedTimes, type Asking } from './asking.ts';
import { withheldFor } from './ask-relationship.ts';
import type {
  AmbiguousPersonModel,
  AskedReader,
  RelationshipStatusAnswerModel,
  UnknownPersonModel,
  WithheldModel,
} from './models.ts';
import { findPerson, idOf, type PersonReference } from './person-reference.ts';

export type RelationshipStatusOutcome =
  RelationshipStatusAnswerModel | AmbiguousPersonModel | UnknownPersonModel | WithheldModel;

/** Is X single? */
export async function askSingle(
  asking: Asking,
  asked: AskedTimes & { readonly of: PersonReference },
): Promise<RelationshipStatusOutcome> {
  const reader = readerFor(asking, asked);
  const found = await findWithDossier(asking.store, asked.of, reader);
  if ('type' in found) return found;
  const { person, dossier } = found;
  const withheld = withheldFor('SINGLE', [person], dossier, reader);
  if (withheld !== null) return { type: 'Withheld', ...withheld };
  const verdict = evaluateSingle(person.person.id, reader.asOf, reader.knownAt, dossier);
  return { type: 'RelationshipStatusAnswer', person, reader, verdict, dossier };
}

/** Somebody and what bears on them: at once when they are given by id, else they have to be found first. */
async function findWithDossier(
  store: GraphStore,
  of: PersonReference,
  reader: AskedReader,
): Promise<
  { readonly person: PersonFacts; readonly dossier: Dossier } | AmbiguousPersonModel | UnknownPersonModel
> {
  const id = idOf(of);
  if (id !== null) {
    const dossier = await store.personDossier(id, reader);
    const person = dossier.people.get(id);
    if (person !== undefined) return { person, dossier };
  }
  const found = await findPerson(store, 'of', of);
  if (found.type !== 'Found') return found;
  return { person: found.facts, dossier: await store.personDossier(found.facts.person.id, reader) };
}
