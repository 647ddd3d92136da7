import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/domain/edit-distance.ts';
import { byCodeUnit } from '../../src/domain/ids.ts';
import {
  NAME_LIMITS,
  nearestNodes,
  oneSlipFrom,
  partsOf,
  rarestTrigrams,
  trigramsOf,
} from '../../src/domain/near-names.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 12 });

describe('parts of a key', () => {
  test.each([
    ['ann marsh', ['marsh', 'ann']],
    ['bob ann bob', ['ann', 'bob']],
    ['li marsh', ['marsh']],
    ['a b c', ['a b c']],
    ['li', []],
    ['\u{1f600}\u{1f601}', []],
    ['\u{1f600}\u{1f601}\u{1f602}', ['\u{1f600}\u{1f601}\u{1f602}']],
  ])('of %j are %j', (key, parts) => {
    expect(partsOf(key)).toEqual(parts);
  });
});

describe('slips', () => {
  test('are one edit away, and every letter more or less is among them', () => {
    fc.assert(
      fc.property(word, (key) => {
        const slips = oneSlipFrom(key);
        for (const slip of slips) expect(editDistance(key, slip, 1)).toBeLessThanOrEqual(1);
        if (key.length > 2) expect(slips).toContain(key.slice(1));
        expect(slips).toContain(`${key}z`);
        expect(slips.length).toBeLessThan(1_000);
      }),
    );
  });

  test('are not made of several words, long ones, or symbols', () => {
    for (const key of ['ann lee', 'abcdefghijklm', '!!']) expect(oneSlipFrom(key)).toEqual([]);
  });
});

describe('trigrams', () => {
  test('are the distinct runs of three code points', () => {
    expect(trigramsOf('anana')).toEqual(['ana', 'nan']);
    expect(trigramsOf('an')).toEqual([]);
    expect(trigramsOf('\u{1f600}ab\u{1f600}')).toEqual(['\u{1f600}ab', 'ab\u{1f600}']);
  });

  test('are taken from the rarest on, as long as few enough names share them', () => {
    const most = NAME_LIMITS.sharing;
    const frequencies = [
      { term: 'bbb', names: 3 },
      { term: 'zzz', names: most },
      { term: 'aaa', names: 3 },
      { term: 'ccc', names: most - 6 },
    ];
    expect(rarestTrigrams(frequencies)).toEqual(['aaa', 'bbb', 'ccc']);
    expect(rarestTrigrams(frequencies.slice(1, 2))).toEqual(['zzz']);
    expect(rarestTrigrams([{ term: 'zzz', names: most + 1 }])).toEqual([]);
  });
});

describe('the nearest nodes', () => {
  test('share the most, then are the shortest, then come by id; a node counts by its best name', () => {
    const names = [
      { node: 'person/z', key: 'quentin' },
      { node: 'person/b', key: 'quentin marsh' },
      { node: 'person/a', key: 'quentin marsh' },
      { node: 'person/c', key: 'marsh' },
      { node: 'person/z', key: 'quentin marsh jr' },
    ];
    expect(nearestNodes('quentin mash', names)).toEqual(['person/a', 'person/b', 'person/z', 'person/c']);
  });

  test('do not depend on the order in which an index finds them', () => {
    const name = fc.record({ node: word.map((key) => `person/${key}`), key: word });
    fc.assert(
      fc.property(word, fc.array(name), (key, names) => {
        const sorted = names.toSorted((x, y) => byCodeUnit(x.key, y.key));
        expect(nearestNodes(key, sorted)).toEqual(nearestNodes(key, names));
      }),
    );
  });

  test('are no more than a search may bring', () => {
    const names = Array.from({ length: 1_000 }, (_, at) => ({ node: `person/${at}`, key: 'ann' }));
    expect(nearestNodes('anna', names)).toHaveLength(NAME_LIMITS.near);
  });
});
