import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedClaims } from '../../../src/domain/confidence/bearings.ts';
import { itemsOf } from '../../../src/domain/confidence/items.ts';
import { PARAMETERS, type Parameters } from '../../../src/domain/confidence/parameters.ts';
import { pooled, poolApart } from '../../../src/domain/confidence/pool.ts';
import { reliabilityOf } from '../../../src/domain/confidence/reliability.ts';
import { copiesAmong, shinglesOf } from '../../../src/domain/confidence/shingles.ts';
import { statementsOf } from '../../../src/domain/confidence/statements.ts';
import type { ClaimId } from '../../../src/domain/ids.ts';
import { parseDate } from '../../../src/domain/time.ts';
import { document, source } from '../../support/builders.ts';
import { asked, outletSays, sayings, SOURCES, TODAY, worldOf, X, Y, type Said } from './worlds.ts';

describe('shingles', () => {
  const text = 'Two people were seen at the same table on a Tuesday night in May';

  test('are five words each, whatever their case and punctuation', () => {
    expect(shinglesOf(text)).toHaveLength(10);
    expect(shinglesOf(`“${text.toUpperCase()}!”`)).toEqual(shinglesOf(text));
    expect(shinglesOf('one two three four')).toEqual([]);
    expect(shinglesOf('one two three four five')).toHaveLength(1);
    expect(shinglesOf('')).toEqual([]);
  });

  test('are distinct 32-bit numbers in ascending order', () => {
    const hashes = shinglesOf(`${text}. ${text}. ${text}`);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect([...hashes].sort((a, b) => a - b)).toEqual(hashes);
    for (const hash of hashes) expect(hash).toBe(hash >>> 0);
    expect(shinglesOf('a b c d e')).toEqual([6704812]);
  });

  test('tell words apart that only meet at their borders', () => {
    expect(shinglesOf('ab c d e f')).not.toEqual(shinglesOf('a bc d e f'));
  });

  test('are bounded', () => {
    const long = Array.from({ length: 30_000 }, (_, at) => `w${at}`).join(' ');
    expect(shinglesOf(long)).toHaveLength(20_000);
  });
});

describe('copies among documents', () => {
  const of = source('s');
  const text = (key: string, published: string | null, shingles: readonly number[] | null) =>
    document(key, of, { published: published === null ? null : parseDate(published), shingles });

  test('the earliest that resembles is the original, .3 being enough', () => {
    const first = text('c', '2020-01-01', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const second = text('b', '2020-02-01', [1, 2, 3, 14, 15, 16, 17, 18, 19, 20]);
    const third = text('a', '2020-03-01', [1, 2, 3, 14, 15, 26, 27, 28, 29, 30]);
    const fourth = text('d', '2020-04-01', [1, 2, 31, 32, 33, 34, 35, 36, 37, 38]);
    expect([...copiesAmong([fourth, third, second, first])]).toEqual([
      [second.id, first.id],
      [third.id, first.id],
    ]);
  });

  test('of one date the first by name is, and what has no date comes last', () => {
    const [a, b, undated] = [text('a', '2020', [1]), text('b', '2020', [1]), text('0', null, [1])];
    expect([...copiesAmong([undated, b, a])]).toEqual([
      [b.id, a.id],
      [undated.id, a.id],
    ]);
  });

  test('it is the shorter text that must be shared, whichever came first', () => {
    const long = Array.from({ length: 100 }, (_, at) => at);
    const [short, roundup] = [text('a', '2020', [1, 2, 3, 1001, 1002]), text('b', '2021', long)];
    expect([...copiesAmong([short, roundup])]).toEqual([[roundup.id, short.id]]);
    const [first, excerpt] = [text('a', '2020', long), text('b', '2021', [7, 8, 1001, 1002, 1003, 1004])];
    expect([...copiesAmong([first, excerpt])]).toEqual([[excerpt.id, first.id]]);
  });

  test('nothing without a text is a copy', () => {
    expect(copiesAmong([text('a', '2020', null), text('b', '2021', null), text('c', '2022', [])]).size).toBe(
      0,
    );
  });
});

describe('the pool of weights', () => {
  test('of none is nothing, of one is that one', () => {
    expect(pooled([], PARAMETERS)).toBe(0);
    expect(pooled([2.5], PARAMETERS)).toBe(2.5);
    expect(pooled([0, 0], PARAMETERS)).toBe(0);
    expect(poolApart([], PARAMETERS)).toEqual({ shares: [], saturation: 0 });
  });

  test('is below one and a half of the heaviest, however many there are', () => {
    expect(pooled(Array<number>(1000).fill(2), PARAMETERS)).toBeLessThan(3);
    expect(pooled(Array<number>(1000).fill(2), PARAMETERS)).toBeGreaterThan(2.9);
  });

  test('does not depend on order, and taken apart sums to the same', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { maxLength: 20 }), (weights) => {
        const descending = [...weights].sort((a, b) => b - a);
        expect(pooled([...weights].reverse(), PARAMETERS)).toBe(pooled(weights, PARAMETERS));
        const { shares, saturation } = poolApart(descending, PARAMETERS);
        expect(shares.reduce((sum, share) => sum + share, saturation)).toBeCloseTo(
          pooled(weights, PARAMETERS),
          9,
        );
        expect(saturation).toBeLessThanOrEqual(1e-12);
      }),
    );
  });
});

describe('the reliability of a source', () => {
  test.each([
    [source('a', { reliability: 0.42, person: X.id }), 0.42],
    [source('a', { kind: 'PERSON', outletType: null, person: X.id }), 0.97],
    [source('a', { outletType: 'TRADE' }), 0.64],
    [source('a', { outletType: null }), 0.3],
    [source('a', { kind: 'SOCIAL_ACCOUNT', outletType: null }), 0.3],
    [source('a', { kind: 'PERSON', outletType: null }), 0.3],
    [source('a', { kind: 'FANDOM', outletType: null }), 0.15],
    [source('a', { kind: 'ANONYMOUS', outletType: null }), 0.15],
    [source('a', { kind: 'PUBLIC_RECORD', outletType: null }), 0.97],
    [source('a', { kind: 'DATASET', outletType: null }), 0.6],
    [null, 0.3],
  ])('%# is its own, or that of its type', (of, expected) => {
    expect(reliabilityOf(of)).toBe(expected);
  });
});

describe('more hops', () => {
  const hop = fc.constantFrom('tabloid', 'magazine', 'fans', 'glossy', 'other');
  const sources = { ...SOURCES, other: source('other', { outletType: 'NEWS' }) };

  function weightOf(said: readonly Said[], id: ClaimId, parameters: Parameters): number {
    const dossier = worldOf(said, sources);
    const claims = countedClaims(dossier, asked()).filter(({ object }) => object === Y.id);
    const statements = statementsOf(claims, dossier, TODAY);
    const items = itemsOf({ statements, parties: [X.id, Y.id], dossier, parameters });
    return Math.max(
      0,
      ...items
        .filter(({ statement, evidence }) => statement.claim.id === id && evidence === null)
        .map(({ weight }) => weight),
    );
  }

  const neverStrengthens = (parameters: Parameters) =>
    fc.property(sayings, outletSays, hop, (said, last, added) => {
      const own = { ...last, onRecord: null };
      const id = `claim/${String(said.length).padStart(4, '0')}` as ClaimId;
      const before = weightOf([...said, own], id, parameters);
      const after = weightOf([...said, { ...own, via: [...(own.via ?? []), added] }], id, parameters);
      expect(after).toBeLessThanOrEqual(before + 1e-12);
    });

  test('never strengthen a claim', () => {
    fc.assert(neverStrengthens(PARAMETERS), { numRuns: 500 });
  });

  test('which is missed where hops cost nothing but add', () => {
    expect(fc.check(neverStrengthens({ ...PARAMETERS, hop: 1.2 }), { numRuns: 1000, seed: 1 }).failed).toBe(
      true,
    );
  });
});
