import { pairKey, pairOf, type Pair } from '../domain/claim.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { PersonFacts } from '../domain/entities.ts';
import { byCodeUnit, type PersonId } from '../domain/ids.ts';
import {
  FAMILIES,
  PAIR_KINDS,
  ROMANCE_KINDS,
  STATUSES,
  familyOf,
  type PairKind,
  type RelationshipStatus,
} from '../domain/kinds.ts';
import type { DerivedRelationship } from '../domain/verdict.ts';
import type { GraphStore, SortKey } from '../ports/graph-store.ts';
import { answerFor, otherOf, withheldFor } from './ask-relationship.ts';
import type { AskedReader, RelationshipAnswerModel } from './models.ts';

/** Who X is said to be related to, the most recently heard first. */
export interface RelationshipList {
  readonly items: readonly { readonly key: SortKey; readonly value: RelationshipAnswerModel }[];
  /** True when only the latest partners were weighed. */
  readonly truncated: boolean;
}

export interface RelationshipListFilter {
  readonly kinds: readonly PairKind[] | null;
  readonly statuses: readonly RelationshipStatus[] | null;
}

/** How many relationships of one person a list weighs. */
const MAX_PARTNERS = 100;
const PAIRS_PER_READ = 500;
// Nothing sorts after everything that was heard at some time.
const NEVER_HEARD = -1_000_000;

/** The relationships of several people at once, in a number of round trips that grows with hundreds of pairs only. */
export async function listRelationships(
  store: GraphStore,
  people: readonly PersonId[],
  filter: RelationshipListFilter,
  reader: AskedReader,
): Promise<ReadonlyMap<PersonId, RelationshipList>> {
  const stored = await store.relationshipsOf(people, MAX_PARTNERS + 1, reader);
  const kept = new Map([...stored].map(([person, edges]) => [person, edges.slice(0, MAX_PARTNERS)]));
  const dossiers = await readDossiers(store, [...kept.values()].flat(), reader);
  return new Map(
    people.map((person) => {
      const items = (kept.get(person) ?? []).flatMap((edge) =>
        answerOf(edge, person, filter, dossiers, reader),
      );
      const truncated = (stored.get(person)?.length ?? 0) > MAX_PARTNERS;
      return [person, { items: items.sort((x, y) => byKey(x.key, y.key)), truncated }];
    }),
  );
}

async function readDossiers(
  store: GraphStore,
  edges: readonly DerivedRelationship[],
  reader: AskedReader,
): Promise<ReadonlyMap<string, Dossier>> {
  const pairs = [
    ...new Map(edges.map((edge) => [pairKey(pairOf(edge.a, edge.b)), pairOf(edge.a, edge.b)])).values(),
  ];
  const byPair = new Map<string, Dossier>();
  for (let start = 0; start < pairs.length; start += PAIRS_PER_READ) {
    const some: readonly Pair[] = pairs.slice(start, start + PAIRS_PER_READ);
    const dossier = await store.pairDossier(some, reader);
    for (const pair of some) byPair.set(pairKey(pair), dossier);
  }
  return byPair;
}

function answerOf(
  edge: DerivedRelationship,
  person: PersonId,
  filter: RelationshipListFilter,
  dossiers: ReadonlyMap<string, Dossier>,
  reader: AskedReader,
): RelationshipList['items'] {
  const wanted = filter.kinds ?? ROMANCE_KINDS;
  // The weakest kind that is wanted asks about the stronger ones too.
  const kind = PAIR_KINDS.find((one) => wanted.includes(one) && familyOf(one) === edge.family);
  if (kind === undefined) return [];
  const dossier = dossiers.get(pairKey(pairOf(edge.a, edge.b)));
  const people = dossier === undefined ? null : peopleOf(edge, dossier);
  if (dossier === undefined || people === null) return [];
  if (withheldFor(kind, people, dossier, reader) !== null) return [];
  const answer = answerFor(kind, people, dossier, reader);
  // A pair that nothing is said about must look like one that nothing was ever said about.
  if (answer.verdict.status === 'NO_EVIDENCE') return [];
  const statuses = filter.statuses ?? STATUSES;
  if (!wanted.includes(answer.verdict.kind) || !statuses.includes(answer.verdict.status)) return [];
  return [{ key: keyOf(answer, person, edge), value: answer }];
}

function peopleOf(edge: DerivedRelationship, dossier: Dossier): readonly [PersonFacts, PersonFacts] | null {
  const a = dossier.people.get(edge.a);
  const b = dossier.people.get(edge.b);
  return a === undefined || b === undefined ? null : [a, b];
}

function keyOf(answer: RelationshipAnswerModel, person: PersonId, edge: DerivedRelationship): SortKey {
  const heard = answer.verdict.lastHeard?.lastDay ?? NEVER_HEARD;
  return [-heard, otherOf(answer, person).person.id, FAMILIES.indexOf(edge.family), edge.a];
}

/** The order of a relationship list by its keys. */
export function byKey(a: SortKey, b: SortKey): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : byCodeUnit(String(left), String(right));
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
