import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, codes, type GraphQLAnswer } from '../support/graphql-client.ts';
import { startServer, type RunningServer } from '../support/start-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(['seeds/heartstopper.yaml']);
});
afterAll(() => server.stop());

/** Every place of the schema that takes text, as `$s`. */
const PLACES: Readonly<Record<string, string>> = {
  'isDating.a': 'query ($s: String!) { isDating(a: $s, b: "Joe Locke") { __typename ...U } }',
  'isDating.b': 'query ($s: String!) { isDating(a: "Joe Locke", b: $s) { __typename ...U } }',
  'relationship by name':
    'query ($s: String!) { relationship(a: { name: $s }, b: { name: $s }) { __typename ...U } }',
  'relationship by id':
    'query ($s: ID!) { relationship(a: { id: $s }, b: { name: "Joe Locke" }) { __typename ...U } }',
  'relationshipStatus by handle':
    'query ($s: String!) { relationshipStatus(of: { handle: { platform: INSTAGRAM, name: $s } }) { __typename } }',
  'person by name': 'query ($s: String!) { person(ref: { name: $s }) { __typename } }',
  'person by wikidata': 'query ($s: String!) { person(ref: { wikidata: $s }) { __typename } }',
  'person by imdb': 'query ($s: String!) { person(ref: { imdb: $s }) { __typename } }',
  'person by tmdb': 'query ($s: String!) { person(ref: { tmdb: $s }) { __typename } }',
  'work by title': 'query ($s: String!) { work(ref: { title: $s }) { __typename } }',
  'work by id': 'query ($s: ID!) { work(ref: { id: $s }) { __typename } }',
  'work by wikidata': 'query ($s: String!) { work(ref: { wikidata: $s }) { __typename } }',
  'search.text': 'query ($s: String!) { search(text: $s) { totalCount nodes { __typename } } }',
  'search.after': 'query ($s: String!) { search(text: "locke", after: $s) { totalCount } }',
  'claims by person': 'query ($s: String!) { claims(filter: { person: { name: $s } }) { totalCount } }',
  'claims by two people':
    'query ($s: String!) { claims(filter: { person: { name: "Joe Locke" }, with: { name: $s } }) { totalCount } }',
  'claims by document': 'query ($s: ID!) { claims(filter: { document: $s }) { totalCount } }',
  'claims by source': 'query ($s: ID!) { claims(filter: { source: $s }) { totalCount } }',
  'claims by evidence': 'query ($s: ID!) { claims(filter: { evidence: $s }) { totalCount } }',
  'claims.after':
    'query ($s: String!) { claims(filter: { person: { name: "Joe Locke" } }, after: $s) { totalCount } }',
  'source.id': 'query ($s: ID!) { source(id: $s) { id } }',
  'sources.after': 'query ($s: String!) { sources(after: $s) { totalCount } }',
  'rumor by name': 'query ($s: String!) { rumor(a: { name: $s }, b: { name: "Joe Locke" }) { __typename } }',
  'node.id': 'query ($s: ID!) { node(id: $s) { id } }',
  'nodes.ids': 'query ($s: ID!) { nodes(ids: [$s]) { id } }',
  asOf: 'query ($s: EDTF) { isDating(a: "Kit Connor", b: "Joe Locke", asOf: $s) { __typename } }',
  knownAt: 'query ($s: DateTime) { isDating(a: "Kit Connor", b: "Joe Locke", knownAt: $s) { __typename } }',
};

const ECHO = ' fragment U on UnknownPerson { argument given suggestions { name } }';

function asking(place: string, text: string): Promise<GraphQLAnswer> {
  const query = PLACES[place] ?? '';
  return ask(server.base, query.includes('...U') ? query + ECHO : query, { s: text });
}

const HOSTILE: Readonly<Record<string, string>> = {
  nothing: '',
  blanks: ' \t\n ',
  'a NUL': 'Joe\u0000Locke',
  'a lone high surrogate': '\ud800',
  'a lone low surrogate': 'a\udc00b',
  'bidi controls': '\u202eekcoL eoJ\u2066',
  'zero widths': 'Joe\u200b\u200dLocke\ufeff',
  '10,000 characters': 'x'.repeat(10_000),
  '10,000 words': 'a '.repeat(10_000),
  'a thousand accents': `e${'\u0301'.repeat(1_000)}`,
  SQL: "'; DROP TABLE person;--",
  'a LIKE pattern': '%_%',
  'FTS quotes': '"Joe" AND "',
  'FTS operators': 'NEAR(joe locke, 2) OR NOT *',
  'FTS columns': 'name : ^joe* + -locke',
  backslashes: '\\\\"\\',
  'a prototype': '__proto__',
  'a template': '${process.env}{{7*7}}',
  'a line of a log': '\n{"level":60,"msg":"pwned"}',
  emoji: '👩‍❤️‍💋‍👩',
  'an @ alone': '@',
  'a type of id alone': 'person/',
  'an id that climbs': 'person/../../etc/passwd',
};

const ALLOWED = new Set([
  'INVALID_NAME',
  'INVALID_ID',
  'INVALID_ARGUMENT',
  'INVALID_CURSOR',
  'INVALID_DATE',
  'INVALID_INSTANT',
  'SAME_PERSON',
  'NOT_FOUND',
]);

/** Whether a message can be put into a log or a terminal: no controls, and none that turn text around. */
function hidesNothing(message: string): boolean {
  return !/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(message);
}

/** Bad input is answered, or refused with a code, what was wanted and what came. */
function expectHonest(answer: GraphQLAnswer): void {
  expect(answer.status).toBeLessThan(500);
  expect(codes(answer).filter((code) => !ALLOWED.has(code))).toEqual([]);
  for (const error of answer.errors ?? []) {
    expect(error.message).toMatch(/^Expected .+, but got /s);
    expect(error.message.length).toBeLessThan(400);
    expect(hidesNothing(error.message)).toBe(true);
  }
}

describe.each(Object.keys(PLACES))('hostile text in %s', (place) => {
  test.each(Object.keys(HOSTILE))('is data: %s', async (name) => {
    expectHonest(await asking(place, HOSTILE[name] ?? ''));
  });

  test('is data: whatever it is', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    );
    await fc.assert(
      fc.asyncProperty(text, async (anything) => {
        expectHonest(await asking(place, anything));
      }),
      { numRuns: 30 },
    );
  });
});

describe('lists', () => {
  const LISTS: Readonly<Record<string, string>> = {
    search: 'search(text: "locke", first: $n) { totalCount }',
    claims: 'claims(filter: { person: { name: "Joe Locke" } }, first: $n) { totalCount }',
    sources: 'sources(first: $n) { totalCount }',
    credits: 'person(ref: { name: "Joe Locke" }) { ... on Person { credits(first: $n) { totalCount } } }',
    relationships:
      'person(ref: { name: "Joe Locke" }) { ... on Person { relationships(first: $n) { totalCount } } }',
    supporting:
      'isDating(a: "Joe Locke", b: "Sebastian Croft", asOf: "2022-04-29") { ... on RelationshipAnswer { supporting(first: $n) { totalCount } } }',
  };

  test.each(Object.keys(LISTS))('%s takes 1 and 100 and refuses what is beyond', async (list) => {
    const query = `query ($n: Int) { ${LISTS[list] ?? ''} }`;
    for (const n of [1, 100, null]) expect(codes(await ask(server.base, query, { n }))).toEqual([]);
    for (const n of [0, 101, -1, 2_147_483_647]) {
      const answer = await ask(server.base, query, { n });
      expect(codes(answer)).toEqual(['INVALID_PAGE_SIZE']);
      expect(answer.errors?.[0]?.message).toBe(`Expected first between 1 and 100, but got ${n}`);
    }
    for (const n of [1.5, '1', 2_147_483_648, true])
      expect(codes(await ask(server.base, query, { n }))).toEqual(['BAD_USER_INPUT']);
  });

  test('nodes takes a hundred ids and refuses one more', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = Array.from({ length: 101 }, (_, index) => `person/p${index}`);
    expect((await ask(server.base, query, { ids: ids.slice(1) })).data?.['nodes']).toHaveLength(100);
    expect(codes(await ask(server.base, query, { ids }))).toEqual(['INVALID_ARGUMENT']);
  });
});
