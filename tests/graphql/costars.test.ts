import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDate, parseInstant } from '../../src/domain/time.ts';
import { change, credit, person, work } from '../support/builders.ts';
import { openGraph, type TestGraph } from '../support/graph.ts';

// Ann and Bob are in two films, Bob and Cat in one, Dan only in one that is still to come; Eve is a private person
// between Ann and Fay; Gus directs.
const ann = person('ann', 'Ann Archer');
const bob = person('bob', 'Bob Baker');
const cat = person('cat', 'Cat Carter');
const dan = person('dan', 'Dan Draper');
const eve = person('eve', 'Eve Ellis', { privacy: 'PRIVATE' });
const fay = person('fay', 'Fay Fisher');
const gus = person('gus', 'Gus Grey');
const twinOne = person('twin-one', 'Tim Twin');
const twinTwo = person('twin-two', 'Tim Twin');
const first = work('first', 'The First');
const second = work('second', 'The Second', { premiered: null });
const third = work('third', 'The Third', { premiered: parseDate('2022-05') });
const secret = work('secret', 'The Secret');
const hidden = work('hidden', 'The Hidden');
const coming = work('coming', 'The Coming', { premiered: parseDate('2030') });
const late = parseInstant('2024-05-01T00:00:00Z');

let graph: TestGraph;
beforeAll(async () => {
  graph = await openGraph([
    change({
      people: [ann, bob, cat, dan, eve, fay, gus, twinOne, twinTwo],
      works: [first, second, third, secret, hidden, coming],
      credits: [
        ...[ann, bob].flatMap((one) => [credit(one, first), credit(one, second, { recordedAt: late })]),
        ...[bob, cat].map((one) => credit(one, third)),
        ...[ann, eve].map((one) => credit(one, secret)),
        ...[eve, fay].map((one) => credit(one, hidden)),
        ...[ann, dan].map((one) => credit(one, coming)),
        credit(gus, first, { role: 'DIRECTOR' }),
      ],
    }),
  ]);
});
afterAll(() => graph.close());

async function answer(document: string): Promise<unknown> {
  const { data, errors } = await graph.ask(document);
  expect(errors).toBeUndefined();
  return (JSON.parse(JSON.stringify(data)) as { readonly answer: unknown }).answer;
}

async function codeOf(document: string): Promise<unknown> {
  const { errors } = await graph.ask(document);
  return (errors?.[0]?.originalError as { readonly code?: string } | undefined)?.code;
}

const PEOPLE = `... on AmbiguousPerson { argument given candidates { person { id } distinguishedBy } }
  ... on UnknownPerson { argument given suggestions { id } }`;
const GRAPH = `__typename ... on CostarGraph { root { name } truncated asOf knownAt
  nodes { person { name } depth sharedWorkCount }
  edges { a { name } b { name } sharedWorkCount works(first: 1) { title } } } ${PEOPLE}`;
const costars = (args: string): Promise<unknown> => answer(`{ answer: costarGraph(${args}) { ${GRAPH} } }`);
const names = async (args: string): Promise<readonly unknown[]> => {
  const found = (await answer(
    `{ answer: costarGraph(${args}) { ... on CostarGraph { nodes { person { name } } } } }`,
  )) as { readonly nodes: readonly { readonly person: { readonly name: string } }[] };
  return found.nodes.map((node) => node.person.name.split(' ')[0]);
};

describe('costarGraph', () => {
  test('tells who has shared works with somebody, and which', async () => {
    expect(await costars('root: { name: "ann archer" }')).toEqual({
      __typename: 'CostarGraph',
      root: { name: 'Ann Archer' },
      truncated: false,
      asOf: '2024-06-01',
      knownAt: '2024-06-01T12:00:00.000Z',
      nodes: [
        { person: { name: 'Ann Archer' }, depth: 0, sharedWorkCount: 0 },
        { person: { name: 'Bob Baker' }, depth: 1, sharedWorkCount: 2 },
      ],
      edges: [
        {
          a: { name: 'Ann Archer' },
          b: { name: 'Bob Baker' },
          sharedWorkCount: 2,
          works: [{ title: 'The First' }],
        },
      ],
    });
  });
  test('tells of co-stars of co-stars at depth 2', async () => {
    expect(await names('root: { id: "person/ann" }, depth: 2')).toEqual(['Ann', 'Bob', 'Cat']);
  });
  test('says that it is not all', async () => {
    expect(await costars('root: { id: "person/bob" }, limit: 1')).toMatchObject({ truncated: true });
    expect(await names('root: { id: "person/bob" }, limit: 1')).toEqual(['Bob', 'Ann']);
  });
  test('takes the roles that are wanted', async () => {
    expect(await names('root: { id: "person/ann" }, roles: [ACTOR, DIRECTOR]')).toEqual([
      'Ann',
      'Bob',
      'Gus',
    ]);
    expect(await names('root: { id: "person/gus" }')).toEqual(['Gus']);
  });
  test('is about a date and a state of knowledge', async () => {
    const bobAt = (args: string): Promise<unknown> => costars(`root: { id: "person/bob" }, ${args}`);
    expect(await names('root: { id: "person/bob" }, asOf: "2022-04"')).toEqual(['Bob', 'Ann']);
    expect(await names('root: { id: "person/bob" }, asOf: "2022-05-01"')).toEqual(['Bob', 'Ann', 'Cat']);
    expect(await names('root: { id: "person/ann" }, asOf: "2030"')).toEqual(['Ann', 'Bob', 'Dan']);
    expect(await bobAt('minShared: 2, knownAt: "2024-04-30T00:00:00Z"')).toMatchObject({
      nodes: [{ person: { name: 'Bob Baker' } }],
      knownAt: '2024-04-30T00:00:00.000Z',
    });
  });
  test('has nobody in it who is a private person, and nobody around one', async () => {
    expect(await names('root: { id: "person/fay" }')).toEqual(['Fay']);
    expect(await names('root: { id: "person/eve" }')).toEqual(['Eve']);
  });
  test('places everybody, the same way every time', async () => {
    const ask = (): Promise<unknown> =>
      answer('{ answer: costarGraph(root: { id: "person/bob" }) { ... on CostarGraph { nodes { x y } } } }');
    const placed = (await ask()) as { readonly nodes: readonly { readonly x: number; readonly y: number }[] };
    expect(new Set(placed.nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
    expect(await ask()).toEqual(placed);
  });
  test('returns candidates for a name that fits several', async () => {
    expect(await costars('root: { name: "Tim Twin" }')).toMatchObject({
      __typename: 'AmbiguousPerson',
      argument: 'root',
      candidates: [{ person: { id: 'person/twin-one' } }, { person: { id: 'person/twin-two' } }],
    });
  });
  test('says who is not on file', async () => {
    expect(await costars('root: { name: "Ann Archr" }')).toMatchObject({
      __typename: 'UnknownPerson',
      argument: 'root',
      suggestions: [{ id: 'person/ann' }],
    });
  });
  test.each(['depth: 0', 'depth: 3', 'limit: 0', 'limit: 201', 'minShared: 0'])(
    'refuses %s',
    async (args) => {
      const asked = `{ answer: costarGraph(root: { id: "person/ann" }, ${args}) { __typename } }`;
      expect(await codeOf(asked)).toBe('INVALID_ARGUMENT');
    },
  );
});

const PATH = `__typename
  ... on CostarPath { length truncated asOf knownAt
    paths { hops { from { name } to { name } sharedWorkCount works { title } } } }
  ... on NoPath { from { name } to { name } maxDepth truncated asOf knownAt } ${PEOPLE}`;
const path = (args: string): Promise<unknown> => answer(`{ answer: costarPath(${args}) { ${PATH} } }`);

describe('costarPath', () => {
  test('tells every hop with its works, in the direction asked', async () => {
    expect(await path('from: { id: "person/cat" }, to: { name: "Ann Archer" }')).toMatchObject({
      __typename: 'CostarPath',
      length: 2,
      truncated: false,
      paths: [
        {
          hops: [
            {
              from: { name: 'Cat Carter' },
              to: { name: 'Bob Baker' },
              sharedWorkCount: 1,
              works: [{ title: 'The Third' }],
            },
            {
              from: { name: 'Bob Baker' },
              to: { name: 'Ann Archer' },
              sharedWorkCount: 2,
              works: [{ title: 'The First' }, { title: 'The Second' }],
            },
          ],
        },
      ],
    });
  });
  test.each([
    ['through a private person', 'from: { id: "person/ann" }, to: { id: "person/fay" }', 6],
    ['to a private person', 'from: { id: "person/ann" }, to: { id: "person/eve" }', 6],
    ['through a work that is still to come', 'from: { id: "person/ann" }, to: { id: "person/dan" }', 6],
    ['through a director', 'from: { id: "person/ann" }, to: { id: "person/gus" }', 6],
    ['longer than wanted', 'from: { id: "person/ann" }, to: { id: "person/cat" }, maxDepth: 1', 1],
    [
      'by what was not known',
      'from: { id: "person/ann" }, to: { id: "person/bob" }, knownAt: "2023-01-01T00:00:00Z"',
      6,
    ],
  ])('finds no way %s', async (_, args, maxDepth) => {
    expect(await path(args)).toMatchObject({ __typename: 'NoPath', maxDepth, truncated: false });
  });
  test('returns candidates for a name that fits several', async () => {
    expect(await path('from: { id: "person/ann" }, to: { name: "Tim Twin" }')).toMatchObject({
      __typename: 'AmbiguousPerson',
      argument: 'to',
    });
  });
  test('says who is not on file', async () => {
    expect(await path('from: { name: "Nobody Known" }, to: { name: "Tim Twin" }')).toMatchObject({
      __typename: 'UnknownPerson',
      argument: 'from',
    });
  });
  test('refuses one person twice, and depths that are none', async () => {
    const code = (args: string): Promise<unknown> => codeOf(`{ answer: costarPath(${args}) { __typename } }`);
    expect(await code('from: { id: "person/ann" }, to: { name: "Ann Archer" }')).toBe('SAME_PERSON');
    expect(await code('from: { id: "person/ann" }, to: { id: "person/bob" }, maxDepth: 11')).toBe(
      'INVALID_ARGUMENT',
    );
  });
});
