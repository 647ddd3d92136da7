import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicFault } from '../../src/graphql/errors.ts';
import { change, claim, document, person, source } from '../support/builders.ts';
import { openGraph, type TestGraph } from '../support/graph.ts';

const ann = person('ann', 'Ann Archer');
const bob = person('bob', 'Bob Baker');
const story = document('story', source('paper'));

let graph: TestGraph;
beforeAll(async () => {
  graph = await openGraph([
    change({
      people: [ann, bob],
      sources: [source('paper')],
      documents: [story],
      claims: [claim('ann-bob', [ann, bob], story)],
    }),
  ]);
});
afterAll(() => graph.close());

/** What a client is told, or the data when nothing was wrong. */
async function outcome(document: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await graph.ask(document, variables);
  return errors === undefined ? { data } : errors.map((error) => publicFault(error));
}

const IS_DATING =
  'query ($a: String!, $asOf: EDTF, $knownAt: DateTime) { isDating(a: $a, b: "Bob Baker", asOf: $asOf, knownAt: $knownAt) { __typename } }';
const CLAIMS =
  'query ($first: Int, $after: String) { claims(filter: { person: { id: "person/ann" } }, first: $first, after: $after) { totalCount } }';

describe('nonsense gets a code, what was wanted and what came', () => {
  test.each<[string, string, Record<string, unknown>, string, RegExp]>([
    ['a malformed date', IS_DATING, { a: 'Ann Archer', asOf: '2022-13-45' }, 'INVALID_DATE', /2022-13-45/],
    ['a date in words', IS_DATING, { a: 'Ann Archer', asOf: 'yesterday' }, 'INVALID_DATE', /yesterday/],
    [
      'an interval as a date',
      IS_DATING,
      { a: 'Ann Archer', asOf: '2020/2021' },
      'INVALID_DATE',
      /2020\/2021/,
    ],
    [
      'a date-time without a zone',
      IS_DATING,
      { a: 'Ann Archer', knownAt: '2022-01-01T00:00:00' },
      'INVALID_INSTANT',
      /2022-01-01T00:00:00/,
    ],
    [
      '30 February',
      IS_DATING,
      { a: 'Ann Archer', knownAt: '2022-02-30T00:00:00Z' },
      'INVALID_INSTANT',
      /2022-02-30/,
    ],
    ['an empty name', IS_DATING, { a: '' }, 'INVALID_NAME', /""/],
    ['a blank name', IS_DATING, { a: ' \t ' }, 'INVALID_NAME', /Expected/],
    ['10,000 characters', IS_DATING, { a: 'x'.repeat(10_000) }, 'INVALID_NAME', /10,?000/],
    ['a NUL', IS_DATING, { a: 'Ann\u0000Archer' }, 'INVALID_NAME', /Expected/],
    ['a lone surrogate', IS_DATING, { a: 'Ann \ud800' }, 'INVALID_NAME', /Expected/],
    ['a bidi override', IS_DATING, { a: 'Ann \u202eArcher' }, 'INVALID_NAME', /Expected/],
    ['somebody with themself', IS_DATING, { a: 'bob BAKER' }, 'SAME_PERSON', /Bob Baker/],
    ['first: 0', CLAIMS, { first: 0 }, 'INVALID_PAGE_SIZE', /0/],
    ['first: 101', CLAIMS, { first: 101 }, 'INVALID_PAGE_SIZE', /101/],
    ['first: -1', CLAIMS, { first: -1 }, 'INVALID_PAGE_SIZE', /-1/],
    ['a broken cursor', CLAIMS, { after: 'not a cursor' }, 'INVALID_CURSOR', /not a cursor/],
    ['an empty cursor', CLAIMS, { after: '' }, 'INVALID_CURSOR', /""/],
    ['no id', '{ node(id: "hello") { id } }', {}, 'INVALID_ID', /hello/],
    ['a path as an id', '{ node(id: "person/../../etc") { id } }', {}, 'INVALID_ID', /etc/],
    [
      '101 ids',
      `{ nodes(ids: ${JSON.stringify(Array(101).fill('person/ann'))}) { id } }`,
      {},
      'INVALID_ARGUMENT',
      /101/,
    ],
    ['a filter of nothing', '{ claims(filter: {}) { totalCount } }', {}, 'INVALID_ARGUMENT', /Expected/],
    [
      'an unknown person in a filter',
      '{ claims(filter: { person: { name: "Ann Archr" } }) { totalCount } }',
      {},
      'NOT_FOUND',
      /Ann Archr/,
    ],
  ])('%s', async (_, document, variables, code, message) => {
    const told = await outcome(document, variables);
    expect(told).toEqual([
      expect.objectContaining({
        code,
        message: expect.stringMatching(message) as string,
        hint: expect.any(String) as string,
        ours: false,
      }),
    ]);
  });

  test('a cursor of another list is refused', async () => {
    const { data } = await graph.ask('{ search(text: "ann") { edges { cursor } } }');
    const cursor = (data?.['search'] as { edges: { cursor: string }[] }).edges[0]?.cursor;
    expect(await outcome(CLAIMS, { after: cursor })).toEqual([
      expect.objectContaining({ code: 'INVALID_CURSOR' }),
    ]);
  });
});

describe('syntax of other languages stays a name', () => {
  test.each([
    "'; DROP TABLE people; --",
    '" OR 1=1 --',
    'ann* OR bob',
    'NEAR(ann bob)',
    'name:ann',
    '^ann',
    '%',
    '_',
    '(',
    'ann"',
    '{"$gt": ""}',
    'MATCH (n) DETACH DELETE n',
    '<script>alert(1)</script>',
  ])('%s', async (name) => {
    expect(await outcome(IS_DATING, { a: name })).toEqual({
      data: { isDating: { __typename: 'UnknownPerson' } },
    });
  });

  test('whatever is typed, nothing is ever our fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        for (const told of [
          await outcome(IS_DATING, { a: text }),
          await outcome('query ($t: String!) { search(text: $t) { totalCount } }', { t: text }),
          await outcome('query ($t: ID!) { node(id: $t) { id } source(id: $t) { id } }', { t: text }),
          await outcome(CLAIMS, { after: text }),
        ]) {
          if (Array.isArray(told))
            expect(told.every((fault) => !fault.ours && fault.hint !== null)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the graph is still whole afterwards', async () => {
    expect((await graph.store.verify(() => undefined)).ok).toBe(true);
    expect(await outcome(IS_DATING, { a: 'Ann Archer' })).toEqual({
      data: { isDating: { __typename: 'RelationshipAnswer' } },
    });
  });
});
