import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, codes, post } from '../support/graphql-client.ts';
import { startTiny, type TinyServer } from '../support/tiny-server.ts';

let server: TinyServer;
beforeAll(async () => {
  server = await startTiny();
});
afterAll(() => server.stop());

const GRAPHQL_RESPONSE = { accept: 'application/graphql-response+json' };

describe('a fault that a resolver names', () => {
  test('comes with its code, its message and its hint', async () => {
    const answer = await ask(server.base, '{ fault(code: "INVALID_NAME") }');
    expect(answer.errors).toEqual([
      expect.objectContaining({
        message: 'Expected one thing at /secret/path, but got another',
        path: ['fault'],
        extensions: { code: 'INVALID_NAME', hint: 'Try.' },
      }),
    ]);
  });

  test.each(['STORE_UNAVAILABLE', 'STORE_CORRUPT', 'STORE_FULL', 'STORE_UNWRITABLE', 'STORE_NEWER'])(
    'in the store (%s) keeps its code, hides its details and is answered with 503',
    async (code) => {
      const answer = await ask(server.base, '{ fault(code: $code) }'.replace('$code', `"${code}"`));
      expect(answer.status).toBe(503);
      expect(codes(answer)).toEqual([code]);
      expect(JSON.stringify(answer)).not.toContain('/secret/path');
    },
  );
});

describe('a fault of ours', () => {
  test('is INTERNAL, without details, under an id that the log has them under', async () => {
    const answer = await ask(server.base, '{ crash }');
    expect(answer.status).toBe(500);
    expect(codes(answer)).toEqual(['INTERNAL']);
    expect(JSON.stringify(answer)).not.toMatch(/detail of ours|stack|\.ts/);
    const id = answer.errors?.[0]?.extensions.requestId;
    expect(id).toBe(answer.headers.get('x-request-id'));
    const line = server.logged.find((entry) => entry['requestId'] === id && entry['msg'] === 'fault');
    expect(JSON.stringify(line)).toContain('a detail of ours');
  });

  test('in one field leaves the others answered', async () => {
    const answer = await ask(server.base, '{ nullableFault echo(text: "x") }');
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ nullableFault: null, echo: 'x' });
    expect(codes(answer)).toEqual(['INTERNAL']);
  });

  test('that a resolver itself calls INTERNAL has no details either', async () => {
    const answer = await ask(server.base, '{ fault(code: "INTERNAL") }');
    expect(codes(answer)).toEqual(['INTERNAL']);
    expect(JSON.stringify(answer)).not.toContain('/secret/path');
  });
});

describe('a date', () => {
  const bad: readonly (readonly [string, string])[] = [
    ['a word', 'yesterday'],
    ['a month too many', '2022-13'],
    ['a day too many', '2022-02-30'],
    ['an interval', '2022/2023'],
    ['nothing', ''],
    ['a date-time', '2022-04-29T10:00:00Z'],
    ['10,000 characters', 'x'.repeat(10_000)],
  ];
  const worse: readonly (readonly [string, unknown])[] = [
    ['a number', 2022],
    ['a boolean', true],
    ['a list', ['2022']],
    ['an object', { year: 2022 }],
    ['a NUL', '\u0000'],
    ['a lone surrogate', '\ud800'],
  ];

  test.each(bad)('that is none, as a literal, is 400 INVALID_DATE: %s', async (_, text) => {
    const answer = await ask(server.base, `{ date(on: ${JSON.stringify(text)}) }`);
    expect([answer.status, codes(answer)]).toEqual([400, ['INVALID_DATE']]);
    expect(answer.errors?.[0]?.message).toMatch(/^Expected a date \(EDTF\), but got "/);
    expect(answer.errors?.[0]?.extensions.hint).toContain('EDTF');
  });

  test.each([...bad, ...worse])('that is none, in a variable, is 400 INVALID_DATE: %s', async (_, on) => {
    const answer = await ask(server.base, 'query ($on: EDTF) { date(on: $on) }', { on });
    expect([answer.status, codes(answer)]).toEqual([400, ['INVALID_DATE']]);
    expect(answer.errors?.[0]?.message).toMatch(/^Expected a date \(EDTF\).*, but got /);
    expect(answer.errors?.[0]?.message.length).toBeLessThan(200);
  });

  test.each(['2022', '[2022]', '{year: 2022}', 'TODAY', 'true'])(
    'that is no text, as a literal: %s',
    async (literal) => {
      const answer = await ask(server.base, `{ date(on: ${literal}) }`);
      expect([answer.status, codes(answer)]).toEqual([400, ['INVALID_DATE']]);
    },
  );

  test.each(['2022-04-29', '2022-04', '2022', '2022~', '201X'])(
    'comes through as it was written: %s',
    async (on) => {
      const literal = await ask(server.base, `{ date(on: "${on}") }`);
      const variable = await ask(server.base, 'query ($on: EDTF) { date(on: $on) }', { on });
      expect([literal.data, variable.data]).toEqual([{ date: on }, { date: on }]);
    },
  );

  test('that is null is none asked for', async () => {
    expect((await ask(server.base, '{ date(on: null) }')).data).toEqual({ date: null });
  });
});

describe('a moment', () => {
  test.each(['2022-04-29', 'now', '2022-04-29T10:00:00', '2022-02-30T10:00:00Z', '', 1651234567])(
    'that is none is 400 INVALID_INSTANT: %s',
    async (at) => {
      const variable = await ask(server.base, 'query ($at: DateTime) { moment(at: $at) }', { at });
      const literal = await ask(server.base, `{ moment(at: ${JSON.stringify(at)}) }`);
      expect([variable.status, codes(variable)]).toEqual([400, ['INVALID_INSTANT']]);
      expect([literal.status, codes(literal)]).toEqual([400, ['INVALID_INSTANT']]);
    },
  );

  test('comes through in UTC with milliseconds', async () => {
    const answer = await ask(server.base, '{ moment(at: "2022-04-29T12:09:00-04:00") }');
    expect(answer.data).toEqual({ moment: '2022-04-29T16:09:00.000Z' });
  });
});

describe('what GraphQL itself refuses', () => {
  const cases: readonly (readonly [string, string, Readonly<Record<string, unknown>>, string])[] = [
    ['a document that does not parse', '{', {}, 'GRAPHQL_PARSE_FAILED'],
    ['a lone surrogate in a document', '{ echo(text: "\\ud800") }', {}, 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', '{ nowhere }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['fragments in a circle', '{ ...A } fragment A on Query { ...A }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['no way to point', '{ find(ref: {}) }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['two ways to point', '{ find(ref: { id: "a", name: "b" }) }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two ways to point, in a variable',
      'query ($r: Ref!) { find(ref: $r) }',
      { r: { id: 'a', name: 'b' } },
      'BAD_USER_INPUT',
    ],
    [
      'a null way to point, in a variable',
      'query ($r: Ref!) { find(ref: $r) }',
      { r: { id: null } },
      'BAD_USER_INPUT',
    ],
    ['a variable of another type', 'query ($t: String!) { echo(text: $t) }', { t: 7 }, 'BAD_USER_INPUT'],
    [
      'a variable that is an object',
      'query ($t: String!) { echo(text: $t) }',
      { t: { a: 1 } },
      'BAD_USER_INPUT',
    ],
    ['a variable that is missing', 'query ($t: String!) { echo(text: $t) }', {}, 'BAD_USER_INPUT'],
  ];

  test.each(cases)(
    '%s: 400 as graphql-response+json, 200 as json, with a code and a hint',
    async (_, query, variables, code) => {
      const strict = await ask(server.base, query, variables, GRAPHQL_RESPONSE);
      const plain = await ask(server.base, query, variables);
      expect([strict.status, plain.status]).toEqual([400, 200]);
      expect(new Set([...codes(strict), ...codes(plain)])).toEqual(new Set([code]));
      expect(plain.errors?.[0]?.extensions.hint).toEqual(expect.any(String));
    },
  );

  test('an argument that a variable makes null where it must not be', async () => {
    const query = 'query ($l: Locale) { localized(locale: $l) }';
    expect(codes(await ask(server.base, query, { l: null }))).toEqual(['BAD_USER_INPUT']);
    expect((await ask(server.base, query)).data).toEqual({ localized: 'en' });
  });

  test('an operation that is not in the document', async () => {
    const answer = await post(server.base, '{"query":"query A { echo(text: \\"a\\") }","operationName":"B"}');
    expect([answer.status, codes(answer)]).toEqual([400, ['OPERATION_RESOLUTION_FAILURE']]);
  });

  test('names nothing of the schema that was not asked for', async () => {
    const answer = await ask(server.base, '{ ech(text: "a") find(ref: { nam: "x" }) }');
    expect(JSON.stringify(answer.errors)).not.toMatch(/did you mean/i);
  });
});

describe('limits', () => {
  test('answer 400 with their code whatever the client accepts', async () => {
    const aliases = `{ ${Array.from({ length: 31 }, (_, index) => `a${index}: __typename`).join(' ')} }`;
    for (const headers of [{}, GRAPHQL_RESPONSE, { accept: 'application/json' }]) {
      const answer = await ask(server.base, aliases, {}, headers);
      expect([answer.status, codes(answer)]).toEqual([400, ['TOO_MANY_ROOT_FIELDS']]);
      expect(answer.errors?.[0]?.extensions.hint).toEqual(expect.any(String));
    }
  });

  test('hold for a document that Apollo Server has seen, and for a batch', async () => {
    const batch = await post(server.base, '[{"query":"{ __typename }"}]');
    expect([batch.status, codes(batch)]).toEqual([400, ['BATCHING_NOT_SUPPORTED']]);
  });

  test('cannot be gone past by the hash of a document', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
    const answer = await post(server.base, JSON.stringify({ extensions }));
    expect(codes(answer)).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED']);
  });
});

describe('text', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['SQL', "'; DROP TABLE people;--"],
    ['quotes', '" OR 1=1'],
    ['other scripts and bidi controls', '日本 🏳️ \u202e'],
    ['a lone surrogate', '\ud800'],
    ['a NUL', '\u0000'],
    ['10,000 characters', 'x'.repeat(10_000)],
  ];

  test.each(texts)('of any kind reaches resolvers as it was sent: %s', async (_, text) => {
    const answer = await ask(server.base, 'query ($text: String!) { echo(text: $text) }', { text });
    expect(answer.data).toEqual({ echo: text });
  });
});
