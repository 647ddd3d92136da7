import type { Platform } from '../domain/entities.ts';
import type { PersonFacts } from '../domain/entities.ts';
import { HearsayError, shown, unreachable } from '../domain/errors.ts';
import { parseId, type PersonId } from '../domain/ids.ts';
import { checkName, nameKey, rankNames } from '../domain/names.ts';
import type { ExternalScheme, GraphStore } from '../ports/graph-store.ts';
import type { AmbiguousPersonModel, PersonCandidateModel, UnknownPersonModel } from './models.ts';
import { distinguish } from './distinguish.ts';

/** A way to point at a person. */
export type PersonReference =
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'name'; readonly name: string }
  | { readonly by: 'handle'; readonly platform: Platform | null; readonly name: string }
  | { readonly by: ExternalScheme; readonly value: string };

/** Somebody on file, or why nobody can be named. */
export type FoundPerson =
  { readonly type: 'Found'; readonly facts: PersonFacts } | AmbiguousPersonModel | UnknownPersonModel;

const MAX_SUGGESTIONS = 5;
const SUGGESTION_CANDIDATES = 200;

/** What somebody typed in one box: `person/…` is an id, `@…` a handle, all else a name. */
export function referenceFromText(text: string): PersonReference {
  const trimmed = text.trim();
  if (trimmed.startsWith('@')) return { by: 'handle', platform: null, name: trimmed };
  if (/^person\//i.test(trimmed)) return { by: 'id', id: trimmed };
  return { by: 'name', name: text };
}

/** Finds the person that a reference means; several are never guessed between. Throws INVALID_NAME. */
export async function findPerson(
  store: GraphStore,
  argument: string,
  reference: PersonReference,
): Promise<FoundPerson> {
  const given = givenText(reference);
  checkName(given, argument);
  const found = await lookUp(store, reference);
  const only = found[0];
  if (only === undefined) return unknownPerson(store, argument, given, reference);
  if (found.length === 1) return { type: 'Found', facts: only };
  return { type: 'AmbiguousPerson', argument, given, candidates: await candidatesOf(store, found) };
}

/** A reference as a reader typed it. */
function givenText(reference: PersonReference): string {
  if (reference.by === 'id') return reference.id;
  return 'name' in reference ? reference.name : reference.value;
}

/** The id that a reference gives, or null for one that is to be looked up. */
export function idOf(reference: PersonReference): PersonId | null {
  return reference.by === 'id' ? parseId('person', reference.id.trim().toLowerCase()) : null;
}

async function lookUp(store: GraphStore, reference: PersonReference): Promise<readonly PersonFacts[]> {
  switch (reference.by) {
    case 'id':
      return byId(store, idOf(reference));
    case 'handle':
      return store.findPeople({
        by: 'handle',
        platform: reference.platform,
        name: bareHandle(reference.name),
      });
    case 'name':
      return store.findPeople({ by: 'name', key: nameKey(reference.name) });
    case 'wikidata':
    case 'imdb':
    case 'tmdb':
      return store.findPeople({ by: 'external', scheme: reference.by, value: reference.value.trim() });
    default:
      return unreachable(reference);
  }
}

async function byId(store: GraphStore, id: PersonId | null): Promise<readonly PersonFacts[]> {
  if (id === null) return [];
  const node = (await store.nodes([id], null)).get(id);
  return node?.type === 'person' ? [node.value] : [];
}

function bareHandle(name: string): string {
  return name.trim().replace(/^@/, '').toLowerCase();
}

async function unknownPerson(
  store: GraphStore,
  argument: string,
  given: string,
  reference: PersonReference,
): Promise<UnknownPersonModel> {
  const text =
    reference.by === 'id' ? given.replace(/^person\//i, '').replaceAll('-', ' ') : given.replace(/^@/, '');
  const searchable = reference.by === 'id' || reference.by === 'name' || reference.by === 'handle';
  const ids = searchable && text.trim() !== '' ? await nearPeople(store, text) : [];
  const nodes = await store.nodes(ids, null);
  const suggestions = ids.flatMap((id) => {
    const node = nodes.get(id);
    return node?.type === 'person' ? [node.value] : [];
  });
  return { type: 'UnknownPerson', argument, given, suggestions };
}

async function nearPeople(store: GraphStore, text: string): Promise<readonly PersonId[]> {
  const candidates = await store.searchNames(text, ['person'], SUGGESTION_CANDIDATES);
  return rankNames(text, candidates)
    .slice(0, MAX_SUGGESTIONS)
    .map((candidate) => candidate.id as PersonId);
}

async function candidatesOf(
  store: GraphStore,
  found: readonly PersonFacts[],
): Promise<readonly PersonCandidateModel[]> {
  const marks = await distinguish(store, found);
  return found.map((person, index) => ({ person, distinguishedBy: marks[index] ?? [] }));
}

/** Two different people, or the first failure. Throws SAME_PERSON when both references mean one person. */
export async function findTwoPeople(
  store: GraphStore,
  a: PersonReference,
  b: PersonReference,
  names: readonly [string, string] = ['a', 'b'],
): Promise<readonly [PersonFacts, PersonFacts] | AmbiguousPersonModel | UnknownPersonModel> {
  const [first, second] = await Promise.all([findPerson(store, names[0], a), findPerson(store, names[1], b)]);
  if (first.type !== 'Found') return first;
  if (second.type !== 'Found') return second;
  if (first.facts.person.id === second.facts.person.id) {
    throw new HearsayError(
      'SAME_PERSON',
      `Expected two different people, but got ${shown(first.facts.person.name)} twice`,
      { hint: 'To ask whether one person is single, use relationshipStatus.' },
    );
  }
  return [first.facts, second.facts];
}
