import { PAIR_KINDS } from '../../src/domain/kinds.ts';
import type { FullWorld } from './worlds.ts';

/** A root field with its arguments. */
export interface Question {
  readonly field: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** For when something is asked. */
export interface Times {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** Everything that a client may want to know of a world, for several times. */
export function questionsAbout(world: FullWorld, times: readonly Times[]): readonly Question[] {
  const at = (place: number): Times => times[place % times.length] ?? {};
  return [
    ...pairQuestions(world, at),
    ...personQuestions(world, at),
    ...claimQuestions(world, at),
    ...nodeQuestions(world),
    ...costarQuestions(world),
    ...world.typed.map((text) => ({ field: 'search', variables: { text, first: 100 } })),
    ...world.typed
      .slice(0, 3)
      .map((text) => ({ field: 'search', variables: { text, types: ['WORK', 'CHARACTER'] } })),
  ];
}

function pairQuestions(
  { people, couple, everybody, typed }: FullWorld,
  at: (place: number) => Times,
): readonly Question[] {
  const all = people.flatMap((a, place) => people.slice(place + 1).map((b) => [a, b] as const));
  const pairs = [couple, ...all];
  const [first, second] = people.map(({ name }) => name);
  return [
    ...pairs.map(([a, b], place) => ({
      field: 'relationship',
      variables: {
        a: { id: a.id },
        b: { id: b.id },
        kind: PAIR_KINDS[place % PAIR_KINDS.length],
        ...at(place),
      },
    })),
    ...pairs.map(([a, b], place) => ({
      field: 'relationship',
      variables: { a: { name: b.name }, b: { id: a.id }, ...at(place + 1) },
    })),
    ...pairs.slice(0, 3).map(([a, b], place) => ({
      field: 'rumor',
      variables: {
        a: { id: b.id },
        b: { id: a.id },
        kind: PAIR_KINDS[(place * 3) % PAIR_KINDS.length],
        ...at(place),
      },
    })),
    ...[...everybody.map(({ name }) => name), ...typed].map((a, place) => ({
      field: 'isDating',
      variables: { a, b: second ?? first, ...at(place) },
    })),
  ];
}

function personQuestions(
  { everybody, everyWork, typed }: FullWorld,
  at: (place: number) => Times,
): readonly Question[] {
  const handles = everybody.flatMap((one) => one.handles);
  return [
    ...everybody.flatMap(({ id, name }, place) => [
      { field: 'relationshipStatus', variables: { of: { id }, ...at(place) } },
      { field: 'person', variables: { ref: { id } } },
      { field: 'person', variables: { ref: { name } } },
    ]),
    ...handles.map((handle) => ({ field: 'person', variables: { ref: { handle } } })),
    ...everybody.flatMap(({ externalIds: { wikidata } }) =>
      wikidata === null ? [] : [{ field: 'person', variables: { ref: { wikidata } } }],
    ),
    ...everyWork.flatMap(({ id, title }) => [
      { field: 'work', variables: { ref: { id } } },
      { field: 'work', variables: { ref: { title } } },
    ]),
    ...everyWork.flatMap(({ externalIds: { imdb } }) =>
      imdb === null ? [] : [{ field: 'work', variables: { ref: { imdb } } }],
    ),
    ...typed.slice(0, 4).map((title) => ({ field: 'work', variables: { ref: { title } } })),
    { field: 'work', variables: { ref: { id: 'work/none' } } },
    { field: 'person', variables: { ref: { id: 'person/none' } } },
  ];
}

function costarQuestions({ people, everybody }: FullWorld): readonly Question[] {
  const [first, second] = people.map(({ id }) => ({ id }));
  return [
    ...everybody.map(({ id }) => ({ field: 'costarGraph', variables: { root: { id }, depth: 2 } })),
    ...everybody.map(({ id }) => ({ field: 'costarPath', variables: { from: first, to: { id } } })),
    { field: 'costarPath', variables: { from: first, to: second, asOf: '2019' } },
    { field: 'costarGraph', variables: { root: { name: 'Nobody at all' }, roles: ['ACTOR', 'SELF'] } },
    { field: 'costarPath', variables: { from: { name: people[0]?.name }, to: second } },
  ];
}

function claimQuestions(
  { people, sources, documents, evidence }: FullWorld,
  at: (place: number) => Times,
): readonly Question[] {
  const [a, b] = people.map(({ id }) => ({ id }));
  const filters = [
    ...people.map(({ id }) => ({ person: { id } })),
    ...people.map(({ id }) => ({
      person: { id },
      includeRetracted: true,
      kinds: ['DATING', 'SINGLE', 'SPLIT', 'FRIENDS'],
    })),
    { person: a, with: b, stances: ['SUPPORTS', 'DENIES'] },
    ...sources.map(({ id }) => ({ source: id })),
    ...documents.map(({ id }) => ({ document: id })),
    ...evidence.map(({ id }) => ({ evidence: id, includeRetracted: true })),
    { person: a, source: sources[0]?.id, document: documents[0]?.id },
    { person: { name: 'Nobody at all' } },
  ];
  return filters.map((filter, place) => ({
    field: 'claims',
    variables: { filter, first: 100, ...at(place) },
  }));
}

function nodeQuestions(world: FullWorld): readonly Question[] {
  const { everybody, everyWork, characters, sources, documents, evidence, claims, parts, credits, onScreen } =
    world;
  const all = [
    everybody,
    everyWork,
    characters,
    sources,
    documents,
    evidence,
    claims,
    parts,
    credits,
    onScreen,
  ]
    .flat()
    .map(({ id }) => id);
  return [
    { field: 'nodes', variables: { ids: [...all, 'claim/none'].slice(0, 100) } },
    ...all.filter((_, place) => place % 7 === 0).map((id) => ({ field: 'node', variables: { id } })),
    ...sources.map(({ id }) => ({ field: 'source', variables: { id } })),
    { field: 'source', variables: { id: 'source/none' } },
    { field: 'node', variables: { id: 'no id' } },
  ];
}

/** A list that is asked for page by page, so many at a time. */
export interface List extends Question {
  readonly first: number;
}

/** Lists of a world. */
export function listsOf({ people, sources, typed }: FullWorld): readonly List[] {
  const lists: readonly Question[] = [
    { field: 'sources', variables: {} },
    {
      field: 'claims',
      variables: { filter: { person: { id: people[0]?.id } }, kinds: null },
    },
    { field: 'claims', variables: { filter: { person: { id: people[1]?.id }, includeRetracted: true } } },
    { field: 'claims', variables: { filter: { source: sources[0]?.id } } },
    ...typed.slice(0, 3).map((text) => ({ field: 'search', variables: { text } })),
    { field: 'search', variables: { text: 'person' } },
  ];
  return [...lists.map((list) => ({ ...list, first: 2 })), { field: 'changes', variables: {}, first: 40 }];
}

/** What is refused, and how: bad cursors and sizes, bad names and ids, cursors of other lists. */
export const REFUSED: readonly Question[] = [
  { field: 'claims', variables: { filter: {} } },
  { field: 'claims', variables: { filter: { source: 'source/x' }, first: 0 } },
  { field: 'claims', variables: { filter: { source: 'source/x' }, after: 'bm90IGEgY3Vyc29y' } },
  { field: 'claims', variables: { filter: { document: 'person/x' } } },
  { field: 'sources', variables: { after: 'WyJjbGFpbXMiLDEsImNsYWltL3giXQ' } },
  { field: 'sources', variables: { first: 101 } },
  { field: 'search', variables: { text: '' } },
  { field: 'search', variables: { text: 'a\u0000b' } },
  { field: 'search', variables: { text: 'a', after: 'WyJzZWFyY2giLCJwZXJzb24vbm9uZSJd' } },
  { field: 'changes', variables: { after: 'AAAA' } },
  { field: 'person', variables: { ref: { name: '\ud800' } } },
  { field: 'person', variables: { ref: { id: 'x', name: 'y' } } },
  { field: 'relationship', variables: { a: { id: 'person/a' }, b: { id: 'person/a' }, asOf: 'yesterday' } },
  { field: 'isDating', variables: { a: 'x'.repeat(1_000), b: 'y' } },
  { field: 'nodes', variables: { ids: Array.from({ length: 101 }, (_, at) => `person/${at}`) } },
  { field: 'node', variables: { id: 'nothing' } },
];
