import { evaluateSingle } from '../domain/confidence/evaluate-single.ts';
import { readerFor, type AskedTimes, type Asking } from './asking.ts';
import { withheldFor } from './ask-relationship.ts';
import type {
  AmbiguousPersonModel,
  RelationshipStatusAnswerModel,
  UnknownPersonModel,
  WithheldModel,
} from './models.ts';
import { findPerson, type PersonReference } from './person-reference.ts';

export type RelationshipStatusOutcome =
  RelationshipStatusAnswerModel | AmbiguousPersonModel | UnknownPersonModel | WithheldModel;

/** Is X single? */
export async function askSingle(
  asking: Asking,
  asked: AskedTimes & { readonly of: PersonReference },
): Promise<RelationshipStatusOutcome> {
  const reader = readerFor(asking, asked);
  const found = await findPerson(asking.store, 'of', asked.of);
  if (found.type !== 'Found') return found;
  const person = found.facts;
  const dossier = await asking.store.personDossier(person.person.id, reader);
  const withheld = withheldFor('SINGLE', [person], dossier, reader);
  if (withheld !== null) return { type: 'Withheld', ...withheld };
  const verdict = evaluateSingle(person.person.id, reader.asOf, reader.knownAt, dossier);
  return { type: 'RelationshipStatusAnswer', person, reader, verdict, dossier };
}
