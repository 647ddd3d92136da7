import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDate } from '../../src/domain/time.ts';
import { change, claim, credit, document, person, source, work } from '../support/builders.ts';
import { openGraph, type TestGraph } from '../support/graph.ts';

const ann = person('ann', 'Ann Archer');
const bob = person('bob', 'Bob Baker', { handles: [{ platform: 'INSTAGRAM', name: 'bob.b' }] });
const cat = person('cat', 'Cat Carter', { birthDate: parseDate('2010-05') });
const dan = person('dan', 'Dan Draper', { birthDate: null });
const eve = person('eve', 'Eve Ellis', { privacy: 'PRIVATE' });
const fayOne = person('fay-one', 'Fay Fisher', { birthDate: parseDate('1970') });
const fayTwo = person('fay-two', 'Fay Fisher', { birthDate: parseDate('1990') });
const paper = source('paper');
const annsAccount = source('ann-account', { kind: 'SOCIAL_ACCOUNT', outletType: null, person: ann.id });
const evesAccount = source('eve-account', { kind: 'SOCIAL_ACCOUNT', outletType: null, person: eve.id });
const story = document('story', paper, { title: 'A story' });
const evesPost = document('eves-post', evesAccount);
const film = work('film', 'The Film');
const remake = work('remake', 'The Remake', { premiered: parseDate('2022') });
const otherRemake = work('remake-1950', 'The Remake', { premiered: parseDate('1950') });

let graph: TestGraph;
beforeAll(async () => {
  graph = await openGraph([
    change({
      people: [ann, bob, cat, dan, eve, fayOne, fayTwo],
      sources: [paper, annsAccount, evesAccount],
      documents: [story, evesPost],
      works: [film, remake, otherRemake],
      credits: [credit(fayOne, film)],
      claims: [
        claim('ann-bob', [ann, bob], story),
        claim('eve-bob', [eve, bob], evesPost, { modality: 'CONFIRMED' }),
        claim('bob-single', [bob, null], story, { kind: 'SINGLE' }),
      ],
    }),
  ]);
});
afterAll(() => graph.close());

async function dataOf(document: string): Promise<Record<string, unknown>> {
  const { data, errors } = await graph.ask(document);
  expect(errors).toBeUndefined();
  // GraphQL objects have no prototype; plain ones compare.
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
}

const PAIR = `__typename
  ... on RelationshipAnswer { status people { name } }
  ... on AmbiguousPerson { argument given candidates { person { id } distinguishedBy } }
  ... on UnknownPerson { argument given suggestions { id } }
  ... on Withheld { reason hint }`;

const AMBIGUOUS_FAY = {
  __typename: 'AmbiguousPerson',
  given: 'fay fisher',
  candidates: [
    { person: { id: 'person/fay-one' }, distinguishedBy: ['born 1970', 'actor in The Film (2020)'] },
    { person: { id: 'person/fay-two' }, distinguishedBy: ['born 1990'] },
  ],
};

describe.each(['relationship', 'rumor'])('%s', (field) => {
  const ask = (a: string, b: string) =>
    dataOf(
      `{ r: ${field}(a: ${a}, b: ${b}) { ${field === 'rumor' ? PAIR.replace('RelationshipAnswer { status', 'Rumor { status') : PAIR} } }`,
    );

  test('answers about two people on file', async () => {
    expect(await ask('{ name: "Ann Archer" }', '{ id: "person/bob" }')).toMatchObject({
      r: {
        __typename: field === 'rumor' ? 'Rumor' : 'RelationshipAnswer',
        people: [{ name: 'Ann Archer' }, { name: 'Bob Baker' }],
      },
    });
  });
  test('returns candidates with what tells them apart', async () => {
    expect(await ask('{ name: "Ann Archer" }', '{ name: "fay fisher" }')).toEqual({
      r: { ...AMBIGUOUS_FAY, argument: 'b' },
    });
  });
  test('reports the first argument when both fail', async () => {
    expect(await ask('{ name: "Nobody Known" }', '{ name: "Fay Fisher" }')).toMatchObject({
      r: { __typename: 'UnknownPerson', argument: 'a', given: 'Nobody Known' },
    });
  });
  test('suggests near names', async () => {
    expect(await ask('{ name: "Ann Archr" }', '{ name: "Bob Baker" }')).toEqual({
      r: {
        __typename: 'UnknownPerson',
        argument: 'a',
        given: 'Ann Archr',
        suggestions: [{ id: 'person/ann' }],
      },
    });
  });
  test.each([
    ['cat', 'MINOR'],
    ['dan', 'BIRTH_DATE_UNKNOWN'],
    ['eve', 'PRIVATE_PERSON'],
  ])('is withheld for %s: %s', async (who, reason) => {
    expect(await ask('{ name: "Ann Archer" }', `{ id: "person/${who}" }`)).toMatchObject({
      r: { __typename: 'Withheld', reason },
    });
  });
  test('opens on what a private person said in public', async () => {
    expect(
      await ask('{ id: "person/eve" }', '{ handle: { platform: INSTAGRAM, name: "@Bob.B" } }'),
    ).toMatchObject({
      r: { __typename: field === 'rumor' ? 'Rumor' : 'RelationshipAnswer' },
    });
  });
});

describe('rumor', () => {
  test('of which nobody has spoken is NoRumor', async () => {
    expect(
      await dataOf(
        '{ rumor(a: { id: "person/ann" }, b: { id: "person/fay-one" }) { __typename ... on NoRumor { kind people { id } denials { totalCount } } } }',
      ),
    ).toEqual({
      rumor: {
        __typename: 'NoRumor',
        kind: 'DATING',
        people: [{ id: 'person/ann' }, { id: 'person/fay-one' }],
        denials: { totalCount: 0 },
      },
    });
  });
});

describe('relationshipStatus', () => {
  const ask = (of: string) =>
    dataOf(
      `{ r: relationshipStatus(of: ${of}) { __typename
        ... on RelationshipStatusAnswer { kind status person { name } claims { totalCount } }
        ... on AmbiguousPerson { argument given candidates { person { id } distinguishedBy } }
        ... on UnknownPerson { argument given suggestions { id } }
        ... on Withheld { reason } } }`,
    );
  test('answers about one person', async () => {
    expect(await ask('{ handle: { platform: INSTAGRAM, name: "bob.b" } }')).toMatchObject({
      r: { __typename: 'RelationshipStatusAnswer', kind: 'SINGLE', person: { name: 'Bob Baker' } },
    });
  });
  test('returns candidates', async () => {
    expect(await ask('{ name: "fay fisher" }')).toEqual({ r: { ...AMBIGUOUS_FAY, argument: 'of' } });
  });
  test('says who is not on file', async () => {
    expect(await ask('{ wikidata: "Q1" }')).toEqual({
      r: { __typename: 'UnknownPerson', argument: 'of', given: 'Q1', suggestions: [] },
    });
  });
  test('is withheld for a minor', async () => {
    expect(await ask('{ id: "person/cat" }')).toEqual({ r: { __typename: 'Withheld', reason: 'MINOR' } });
  });
});

describe('person', () => {
  const ask = (ref: string) =>
    dataOf(
      `{ r: person(ref: ${ref}) { __typename ... on Person { id handles { platform name } }
        ... on AmbiguousPerson { argument given candidates { person { id } distinguishedBy } }
        ... on UnknownPerson { argument given suggestions { id } } } }`,
    );
  test('finds one', async () => {
    expect(await ask('{ name: "  BOB   baker " }')).toEqual({
      r: { __typename: 'Person', id: 'person/bob', handles: [{ platform: 'INSTAGRAM', name: 'bob.b' }] },
    });
  });
  test('returns candidates', async () => {
    expect(await ask('{ name: "fay fisher" }')).toEqual({ r: { ...AMBIGUOUS_FAY, argument: 'ref' } });
  });
  test('says who is not on file', async () => {
    expect(await ask('{ id: "person/nobody" }')).toEqual({
      r: { __typename: 'UnknownPerson', argument: 'ref', given: 'person/nobody', suggestions: [] },
    });
  });
});

describe('work', () => {
  const ask = (ref: string) =>
    dataOf(
      `{ r: work(ref: ${ref}) { __typename ... on Work { id }
        ... on AmbiguousWork { argument given candidates { work { id } distinguishedBy } }
        ... on UnknownWork { argument given suggestions { id } } } }`,
    );
  test('finds one', async () => {
    expect(await ask('{ title: "the film" }')).toEqual({ r: { __typename: 'Work', id: 'work/film' } });
  });
  test('returns candidates', async () => {
    expect(await ask('{ title: "The Remake" }')).toEqual({
      r: {
        __typename: 'AmbiguousWork',
        argument: 'ref',
        given: 'The Remake',
        candidates: [
          { work: { id: 'work/remake' }, distinguishedBy: ['film', 'The Remake (2022)'] },
          { work: { id: 'work/remake-1950' }, distinguishedBy: ['film', 'The Remake (1950)'] },
        ],
      },
    });
  });
  test('suggests near titles', async () => {
    expect(await ask('{ title: "The Flim" }')).toMatchObject({
      r: { __typename: 'UnknownWork', argument: 'ref', given: 'The Flim' },
    });
  });
});

describe('search', () => {
  test('finds people and works in one list', async () => {
    const { search } = (await dataOf('{ search(text: "f") { nodes { __typename } } }')) as {
      search: { nodes: { __typename: string }[] };
    };
    expect(new Set(search.nodes.map((node) => node.__typename))).toEqual(new Set(['Person', 'Work']));
  });
});
