import { getIntrospectionQuery, GraphQLError } from 'graphql';
import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import { describe, expect, test } from 'vitest';
import { admission } from '../../src/graphql/admission.ts';
import { LIMITS } from '../../src/graphql/limits.ts';
import { executableSchema } from '../../src/graphql/schema.ts';

const admit = admission(executableSchema({}));

function post(body: unknown): HTTPGraphQLRequest {
  return { method: 'POST', headers: new HeaderMap(), search: '', body };
}

/** The code of the refusal of a request, or null when it is let through. */
function codeOf(request: HTTPGraphQLRequest): unknown {
  try {
    admit(request);
    return null;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    expect(error.message).toMatch(/^Expected .+, but got .+/);
    expect(error.extensions['hint']).toEqual(expect.any(String));
    expect(error.extensions['http']).toEqual({ status: 400 });
    return error.extensions['code'];
  }
}

function codeOfQuery(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  operationName?: string,
): unknown {
  return codeOf(post({ query, variables, operationName }));
}

function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join(' ');
}

function nested(depth: number, field = 'a'): string {
  return `{ ${`${field} { `.repeat(depth - 1)}${field}${' }'.repeat(depth - 1)} }`;
}

test.each([
  'mutation { x }',
  'mutation { __typename }',
  'subscription { x }',
  '{ __typename } mutation M { x }',
])('an operation that the schema has no root for is refused: %s', (query) => {
  expect(codeOfQuery(query)).toBe('OPERATION_NOT_SUPPORTED');
});

describe('what clients ask every day is let through', () => {
  test('the standard introspection query with everything in it', () => {
    const everything = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    expect(codeOfQuery(everything)).toBeNull();
  });

  test('an answer with its explanation, claims, sources and what would change it', () => {
    expect(
      codeOfQuery(`{
        isDating(a: "A", b: "B") {
          ... on RelationshipAnswer {
            supporting(first: 20) { nodes { document { title source { name } } attributedTo { source { name } } } }
            denying(first: 20) { nodes { document { title source { name } } attributedTo { source { name } } } }
            explanation { terms { claims(first: 5) { nodes { id } } } ending { terms { weight } } }
            wouldChange { code text status confidence }
          }
        }
      }`),
    ).toBeNull();
  });

  test('twenty couples in one request', () => {
    const couples = times(20, (index) => `q${index}: isDating(a: "A${index}", b: "B") { ...Short }`);
    const short =
      'fragment Short on RelationshipResult { ... on RelationshipAnswer { status answer confidence summary } }';
    expect(codeOfQuery(`{ ${couples} } ${short}`)).toBeNull();
  });

  test('what is not GraphQL, or not valid, is left to those who can say what is wrong with it', () => {
    expect(codeOfQuery('{')).toBeNull();
    expect(codeOfQuery('{ noSuchField { at { all } } }')).toBeNull();
    expect(codeOfQuery('')).toBeNull();
    expect(codeOf(post(undefined))).toBeNull();
    expect(codeOf(post({ query: 7 }))).toBeNull();
    expect(codeOfQuery(`${'x'.repeat(LIMITS.tokens + 1)} "unterminated`)).toBeNull();
  });
});

describe('length', () => {
  const tokens = (count: number): string => `{ ${'a '.repeat(count - 2)}}`;

  test('is counted in tokens', () => {
    expect(codeOfQuery(tokens(LIMITS.tokens))).toBe('TOO_MANY_ROOT_FIELDS');
    expect(codeOfQuery(tokens(LIMITS.tokens + 1))).toBe('DOCUMENT_TOO_LONG');
  });

  test('a huge document is refused without being parsed', () => {
    expect(codeOfQuery(tokens(50_000))).toBe('DOCUMENT_TOO_LONG');
    expect(codeOfQuery(`{ ${'a{'.repeat(40_000)}`)).toBe('DOCUMENT_TOO_LONG');
    expect(codeOfQuery(`{ a(b: ${'['.repeat(60_000)}`)).toBe('DOCUMENT_TOO_LONG');
  });

  test('comments are free', () => {
    expect(codeOfQuery(`${'# why not\n'.repeat(5_000)}{ __typename }`)).toBeNull();
  });
});

describe('depth', () => {
  test('is counted in fields', () => {
    expect(codeOfQuery(nested(LIMITS.depth))).toBeNull();
    expect(codeOfQuery(nested(LIMITS.depth + 1))).toBe('QUERY_TOO_DEEP');
  });

  test('is not hidden by fragments', () => {
    const chain = times(LIMITS.depth + 1, (index) => `fragment F${index} on T { a { ...F${index + 1} } }`);
    expect(codeOfQuery(`{ ...F0 } ${chain} fragment F${LIMITS.depth + 1} on T { a }`)).toBe('QUERY_TOO_DEEP');
    expect(codeOfQuery(`{ ... on Query ${nested(LIMITS.depth + 1)} }`)).toBe('QUERY_TOO_DEEP');
  });

  test('is counted in operations that are not run as well', () => {
    const two = `query Shallow { __typename } query Deep ${nested(LIMITS.depth + 1)}`;
    expect(codeOfQuery(two, {}, 'Shallow')).toBe('QUERY_TOO_DEEP');
  });

  test('of introspection has its own limit', () => {
    const types = nested(LIMITS.introspectionDepth, 'ofType');
    expect(codeOfQuery(`{ __schema { types ${types} } }`)).toBe('QUERY_TOO_DEEP');
    expect(
      codeOfQuery(`{ __type(name: "Query") ${nested(LIMITS.introspectionDepth - 1, 'ofType')} }`),
    ).toBeNull();
  });
});

describe('aliases', () => {
  const aliases = (count: number, field: string): string =>
    `{ node(id: "a") { ${times(count, (i) => `a${i}: ${field}`)} } }`;

  test('are counted', () => {
    expect(codeOfQuery(aliases(LIMITS.aliases, 'id'))).toBeNull();
    expect(codeOfQuery(aliases(LIMITS.aliases + 1, 'id'))).toBe('TOO_MANY_ALIASES');
  });

  test('of __typename are counted too', () => {
    expect(codeOfQuery(aliases(LIMITS.aliases + 1, '__typename'))).toBe('TOO_MANY_ALIASES');
  });

  test('3,000 of them are refused', () => {
    expect(codeOfQuery(aliases(3_000, '__typename'))).toBe('DOCUMENT_TOO_LONG');
    expect(codeOfQuery(aliases(600, '__typename'))).toBe('TOO_MANY_ALIASES');
  });

  test('in a fragment count once for every use', () => {
    const uses = times(LIMITS.aliases, () => '...F');
    expect(codeOfQuery(`{ node(id: "a") { ${uses} } } fragment F on Node { a: id b: id }`)).toBe(
      'TOO_MANY_ALIASES',
    );
  });
});

describe('directives', () => {
  test('are counted wherever they stand', () => {
    expect(codeOfQuery(`{ a ${times(LIMITS.directives, () => '@skip(if: false)')} }`)).toBeNull();
    expect(codeOfQuery(`{ a ${times(LIMITS.directives + 1, () => '@skip(if: false)')} }`)).toBe(
      'TOO_MANY_DIRECTIVES',
    );
    expect(codeOfQuery(`query ($a: Int ${times(LIMITS.directives + 1, () => '@x')}) { a }`)).toBe(
      'TOO_MANY_DIRECTIVES',
    );
    expect(codeOfQuery(`{ a } fragment F on T ${times(900, (i) => `@x${i}`)} { a }`)).toBe(
      'TOO_MANY_DIRECTIVES',
    );
  });
});

describe('root fields', () => {
  test('are counted, with __typename among them', () => {
    expect(codeOfQuery(`{ ${times(LIMITS.rootFields, () => '__typename')} }`)).toBeNull();
    expect(codeOfQuery(`{ ${times(LIMITS.rootFields + 1, () => '__typename')} }`)).toBe(
      'TOO_MANY_ROOT_FIELDS',
    );
    expect(codeOfQuery(`{ ${times(LIMITS.rootFields + 1, () => '__schema { description }')} }`)).toBe(
      'TOO_MANY_ROOT_FIELDS',
    );
  });

  test('in fragments are counted', () => {
    const twice = `{ ...F ...F } fragment F on Query { ${times(LIMITS.rootFields / 2 + 1, () => '__typename')} }`;
    expect(codeOfQuery(twice)).toBe('TOO_MANY_ROOT_FIELDS');
  });
});

describe('cost', () => {
  const credits = (first: string): string =>
    `person(ref: { id: "person/a" }) { ... on Person { credits${first} { nodes { work { credits${first} { nodes { person { name } } } } } } } }`;

  test('grows with the size of pages', () => {
    expect(codeOfQuery(`{ ${credits('(first: 10)')} }`)).toBeNull();
    expect(codeOfQuery(`{ ${credits('(first: 100)')} }`)).toBe('QUERY_TOO_COSTLY');
  });

  test('takes page sizes from variables, from their defaults and from the schema', () => {
    const query = `query ($n: Int = 10) { ${credits('(first: $n)')} }`;
    expect(codeOfQuery(query)).toBeNull();
    expect(codeOfQuery(query, { n: 100 })).toBe('QUERY_TOO_COSTLY');
    expect(codeOfQuery(query.replace('= 10', '= 100'))).toBe('QUERY_TOO_COSTLY');
    expect(codeOfQuery(query.replace('= 10', '= 100'), { n: 10 })).toBeNull();
    expect(codeOfQuery(`{ ${credits('')} }`)).toBeNull();
  });

  test('takes a page size that is none for the largest', () => {
    expect(codeOfQuery(`query ($n: Int) { ${credits('(first: $n)')} }`, { n: 'many' })).toBe(
      'QUERY_TOO_COSTLY',
    );
    expect(codeOfQuery(`{ ${credits('(first: 2000000000)')} }`)).toBe('QUERY_TOO_COSTLY');
  });

  test('leaves a page size out of bounds to the list, which says what it wants', () => {
    expect(codeOfQuery('{ sources(first: 101) { nodes { name } } }')).toBeNull();
    expect(codeOfQuery('{ sources(first: -1) { nodes { name } } }')).toBeNull();
  });

  test('counts ids', () => {
    const each = '{ ... on Person { relationships(first: 10) { nodes { status } } } }';
    expect(codeOfQuery(`query ($ids: [ID!]!) { nodes(ids: $ids) ${each} }`, { ids: ['a'] })).toBeNull();
    const many = { ids: Array.from({ length: 100 }, (_, index) => `person/p${index}`) };
    expect(codeOfQuery(`query ($ids: [ID!]!) { nodes(ids: $ids) ${each} }`, many)).toBe('QUERY_TOO_COSTLY');
  });

  test('counts __typename in lists', () => {
    const fill = '__typename '.repeat(101);
    expect(codeOfQuery(`{ sources(first: 100) { nodes { ${fill} } } }`)).toBe('QUERY_TOO_COSTLY');
  });

  test('counts introspection that is asked for again and again', () => {
    const types = times(
      LIMITS.aliases,
      (index) => `t${index}: types { name fields { name args { name } type { name } } }`,
    );
    expect(codeOfQuery(`{ __schema { ${types} ${types.replaceAll(/t\d+: /g, '')} } }`)).toBe(
      'QUERY_TOO_COSTLY',
    );
  });

  test('is of the operation that is run', () => {
    const two = `query Dear { ${credits('(first: 100)')} } query Cheap { __typename }`;
    expect(codeOfQuery(two, {}, 'Cheap')).toBeNull();
    expect(codeOfQuery(two, {}, 'Dear')).toBe('QUERY_TOO_COSTLY');
  });

  test('is the same whether the selections are written out or come from fragments', () => {
    const uses = (first: number): string => `{ sources(first: ${first}) { ...Page } }
      fragment Page on SourceConnection { nodes { ...Each } }
      fragment Each on Source { ${times(101, () => 'id')} }`;
    expect(codeOfQuery(uses(10))).toBeNull();
    expect(codeOfQuery(uses(100))).toBe('QUERY_TOO_COSTLY');
  });

  test('is taken from a GET as well', () => {
    const query = `query ($n: Int) { ${credits('(first: $n)')} }`;
    const get = (first: string): HTTPGraphQLRequest => {
      const search = new URLSearchParams({ query, variables: `{"n": ${first}}` });
      return { method: 'GET', headers: new HeaderMap(), search: `?${search.toString()}`, body: undefined };
    };
    expect(codeOf(get('10'))).toBeNull();
    expect(codeOf(get('100'))).toBe('QUERY_TOO_COSTLY');
    expect(codeOf(get('{'))).toBe(null);
  });
});

describe('fragments', () => {
  test('that spread each other in a circle are left to validation', () => {
    const circle = 'fragment A on Person { id ...B } fragment B on Person { name ...A }';
    expect(codeOfQuery(`{ node(id: "a") { ...A } } ${circle}`)).toBeNull();
    expect(
      codeOfQuery(
        `{ node(id: "a") { ...A } } fragment A on Person { ...A credits { nodes { person { ...A } } } }`,
      ),
    ).toBeNull();
  });

  test('that spread each other twice, a hundred deep, are counted and refused without being expanded', () => {
    const doubling = times(
      100,
      (index) => `fragment F${index} on Person { ...F${index + 1} ...F${index + 1} }`,
    );
    expect(codeOfQuery(`{ node(id: "a") { ...F0 } } ${doubling} fragment F100 on Person { id }`)).toBe(
      'QUERY_TOO_COSTLY',
    );
    expect(codeOfQuery(`{ node(id: "a") { ...F0 } } ${doubling} fragment F100 on Person { a: id }`)).toBe(
      'TOO_MANY_ALIASES',
    );
  });

  test('that are not there count for nothing', () => {
    expect(codeOfQuery('{ ...Nowhere }')).toBeNull();
  });
});

test('a batch is refused, even of one', () => {
  expect(codeOf(post([{ query: '{ __typename }' }]))).toBe('BATCHING_NOT_SUPPORTED');
  expect(codeOf(post([]))).toBe('BATCHING_NOT_SUPPORTED');
});

test('a document that was let through before is still weighed with its new variables', () => {
  const query =
    'query Again($n: Int) { sources(first: $n) { nodes { trackRecord { known held } person { relationships(first: 10) { nodes { status } } } } } }';
  expect(codeOfQuery(query, { n: 1 })).toBeNull();
  expect(codeOfQuery(query, { n: 100 })).toBe('QUERY_TOO_COSTLY');
  expect(codeOfQuery(query, { n: 1 })).toBeNull();
});
