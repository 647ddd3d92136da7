import { pairOf, type PairQuestion } from '../domain/claim.ts';
import { evaluatePair } from '../domain/confidence/evaluate-pair.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { PersonFacts } from '../domain/entities.ts';
import { speakerOf } from '../domain/first-party.ts';
import { byCodeUnit, type PersonId } from '../domain/ids.ts';
import { isSymmetric, type ClaimKind, type PairKind } from '../domain/kinds.ts';
import { withholding, type Withholding } from '../domain/policy.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { readerFor, type AskedTimes, type Asking } from './asking.ts';
import type {
  AmbiguousPersonModel,
  AskedReader,
  RelationshipAnswerModel,
  UnknownPersonModel,
  WithheldModel,
} from './models.ts';
import { findTwoPeople, idOf, type PersonReference } from './person-reference.ts';

/** A question about two people as somebody put it. */
export interface RelationshipQuestion extends AskedTimes {
  readonly a: PersonReference;
  readonly b: PersonReference;
  readonly kind: PairKind;
}

export type RelationshipOutcome =
  RelationshipAnswerModel | AmbiguousPersonModel | UnknownPersonModel | WithheldModel;

/** Is X related to Y, and who says so? Throws for malformed input and for somebody asked with themself. */
export async function askRelationship(
  asking: Asking,
  asked: RelationshipQuestion,
): Promise<RelationshipOutcome> {
  const reader = readerFor(asking, asked);
  const found = await findWithDossier(asking.store, asked, reader);
  if ('type' in found) return found;
  const people = inAnswerOrder(asked.kind, found.people);
  const { dossier } = found;
  const withheld = withheldFor(asked.kind, people, dossier, reader);
  if (withheld !== null) return { type: 'Withheld', ...withheld };
  return answerFor(asked.kind, people, dossier, reader);
}

/** Two people and what bears on them: at once when they are given by id, else they have to be found first. */
async function findWithDossier(
  store: GraphStore,
  { a, b }: Pick<RelationshipQuestion, 'a' | 'b'>,
  reader: AskedReader,
): Promise<
  | { readonly people: readonly [PersonFacts, PersonFacts]; readonly dossier: Dossier }
  | AmbiguousPersonModel
  | UnknownPersonModel
> {
  const ids = [idOf(a), idOf(b)] as const;
  if (ids[0] !== null && ids[1] !== null && ids[0] !== ids[1]) {
    const dossier = await store.pairDossier([pairOf(ids[0], ids[1])], reader);
    const [first, second] = [dossier.people.get(ids[0]), dossier.people.get(ids[1])];
    if (first !== undefined && second !== undefined) return { people: [first, second], dossier };
  }
  const people = await findTwoPeople(store, a, b);
  if ('type' in people) return people;
  const pair = pairOf(people[0].person.id, people[1].person.id);
  return { people, dossier: await store.pairDossier([pair], reader) };
}

/** Why nothing is said about these people, or null. Only what a PRIVATE person said themselves opens anything. */
export function withheldFor(
  kind: ClaimKind,
  people: readonly PersonFacts[],
  dossier: Dossier,
  reader: AskedReader,
): Withholding | null {
  const ids = people.map((facts) => facts.person.id);
  const hasSpoken = (person: PersonId): boolean =>
    dossier.claims.some(
      (claim) =>
        ids.every((id) => claim.subject === id || claim.object === id) &&
        speakerOf(claim, dossier) === person,
    );
  // A date to come makes nobody an adult who is not one today.
  const asOf = reader.asOf.lastDay > reader.today.lastDay ? reader.today : reader.asOf;
  return withholding(kind, people, asOf, reader.profile, hasSpoken);
}

/** The answer folded from a dossier that holds this pair. */
export function answerFor(
  kind: PairKind,
  people: readonly [PersonFacts, PersonFacts],
  dossier: Dossier,
  reader: AskedReader,
): RelationshipAnswerModel {
  const question: PairQuestion = {
    a: people[0].person.id,
    b: people[1].person.id,
    kind,
    asOf: reader.asOf,
    knownAt: reader.knownAt,
  };
  const verdict = evaluatePair(question, dossier);
  return { type: 'RelationshipAnswer', people, question, reader, verdict, dossier };
}

function inAnswerOrder(
  kind: PairKind,
  [a, b]: readonly [PersonFacts, PersonFacts],
): readonly [PersonFacts, PersonFacts] {
  return isSymmetric(kind) && byCodeUnit(a.person.id, b.person.id) > 0 ? [b, a] : [a, b];
}

/** The other one of two people. */
export function otherOf(answer: RelationshipAnswerModel, person: PersonId): PersonFacts {
  return answer.people[0].person.id === person ? answer.people[1] : answer.people[0];
}
