import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HearsayError } from '../../src/domain/errors.ts';
import { connectionOf, decodeCursor, encodeCursor, pageOf } from '../../src/graphql/cursors.ts';

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof HearsayError) return error.code;
    throw error;
  }
  return 'none';
}

describe('a cursor', () => {
  test('gives back the sort key that went in', () => {
    const part = fc.oneof(fc.integer(), fc.string({ maxLength: 40 }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (key) => {
        expect(decodeCursor('any', encodeCursor('any', key))).toEqual(key);
      }),
    );
  });

  test('holds what no URL needs to escape', () => {
    expect(encodeCursor('claims', ['ÿ?>', 12, 'claim/a/b'])).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  test('of another list is refused', () => {
    expect(codeOf(() => decodeCursor('claims', encodeCursor('sources', ['a'])))).toBe('INVALID_CURSOR');
  });

  test.each([
    ['nothing', ''],
    ['not base64', '****'],
    ['not JSON', Buffer.from('claims').toString('base64url')],
    ['not a list', Buffer.from('{"0":"claims","1":1}').toString('base64url')],
    ['no key', Buffer.from('["claims"]').toString('base64url')],
    ['a nested key', Buffer.from('["claims",["a"]]').toString('base64url')],
    ['a null in the key', Buffer.from('["claims",null]').toString('base64url')],
    ['another spelling of the same key', Buffer.from('["claims", 1]').toString('base64url')],
    ['padding', `${encodeCursor('claims', [1, 'claim/x'])}=`],
    ['a key of another shape', encodeCursor('claims', ['claim/x'])],
    ['a key with the parts of another list', encodeCursor('claims', [1, 'person/x'])],
    ['a key with half a day', encodeCursor('claims', [0.5, 'claim/x'])],
    ['a NUL', 'W\u0000'],
    ['a lone surrogate', '\ud800'],
    ['10,000 characters', 'A'.repeat(10_000)],
  ])('that is %s is refused', (_, text) => {
    expect(codeOf(() => decodeCursor('claims', text))).toBe('INVALID_CURSOR');
  });
});

describe('the page asked for', () => {
  test.each([1, 100])('may hold %i', (first) => {
    expect(pageOf('claims', { first }, 20)).toEqual({ first, after: null });
  });

  test('holds the default when nothing, or null, is given', () => {
    expect(pageOf('claims', {}, 20).first).toBe(20);
    expect(pageOf('claims', { first: null, after: null }, 20)).toEqual({ first: 20, after: null });
  });

  test.each([0, -1, 101, 2_147_483_647])('may not hold %i', (first) => {
    expect(() => pageOf('claims', { first }, 20)).toThrow(
      `Expected first between 1 and 100, but got ${first}`,
    );
    expect(codeOf(() => pageOf('claims', { first }, 20))).toBe('INVALID_PAGE_SIZE');
  });

  test('continues after the key in the cursor', () => {
    expect(pageOf('claims', { first: 2, after: encodeCursor('claims', [7, 'claim/x']) }, 20)).toEqual({
      first: 2,
      after: [7, 'claim/x'],
    });
  });
});

describe('a connection', () => {
  const page = {
    items: [
      { key: [3, 'claim/c'], value: 'C' },
      { key: [2, 'claim/b'], value: 'B' },
    ],
    hasMore: true,
    total: 3,
  };

  test('says where it stands', () => {
    const connection = connectionOf('claims', page, { first: 2, after: [4, 'claim/d'] });
    expect(connection.nodes).toEqual(['C', 'B']);
    expect(connection.edges.map((edge) => edge.node)).toEqual(['C', 'B']);
    expect(connection.totalCount).toBe(3);
    expect(connection.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: true,
      startCursor: connection.edges[0]?.cursor,
      endCursor: connection.edges[1]?.cursor,
    });
    expect(decodeCursor('claims', connection.pageInfo.endCursor ?? '')).toEqual([2, 'claim/b']);
  });

  test('without items has no cursors', () => {
    const connection = connectionOf(
      'claims',
      { items: [], hasMore: false, total: 0 },
      { first: 2, after: null },
    );
    expect(connection.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });
});
