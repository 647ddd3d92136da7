import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import {
  canEnd,
  counts,
  earlierOf,
  entails,
  isAbout,
  present,
  statementsOf,
} from '../../../src/domain/confidence/statements.ts';
import { parseDate, parseInstant } from '../../../src/domain/time.ts';
import { TODAY, worldOf, X, Y, Z, type Said } from './worlds.ts';

const now = TODAY.lastDay;

function claimOf(said: Said): Claim {
  return worldOf([said]).claims[0] as Claim;
}

function sidesOf(said: Said): readonly (readonly string[])[] {
  const world = worldOf([said]);
  return statementsOf(world.claims, world, TODAY).map(({ side, kind, date }) => [side, kind, date.text]);
}

describe('what a claim states', () => {
  test.each<[Said, readonly (readonly string[])[]]>([
    [{ by: 'paper', on: '2024-01-05' }, [['SUPPORTS', 'DATING', '2024-01-05']]],
    [{ by: 'paper', on: '2024-03-05', from: '2024' }, [['SUPPORTS', 'DATING', '2024-03-05']]],
    [{ by: 'paper', on: '2024-03-05', from: '2024-04' }, [['SUPPORTS', 'DATING', '2024-04']]],
    [{ by: 'paper', on: '2024', from: '2024-09-01' }, [['SUPPORTS', 'DATING', '2024-09-01']]],
    [{ by: 'paper', on: '2024', from: '2024-02-01' }, [['SUPPORTS', 'DATING', '2024']]],
    [{ by: 'paper', on: '2024-01-05', stance: 'DENIES' }, [['DENIES', 'DATING', '2024-01-05']]],
    [
      { by: 'paper', on: '2024-01-05', stance: 'DENIES', from: '2020', to: '2021' },
      [['DENIES', 'DATING', '2021']],
    ],
    [{ by: 'paper', on: '2024-01-05', stance: 'ENDS', kind: 'ENGAGED' }, [['ENDS', 'ENGAGED', '2024-01-05']]],
    [{ by: 'paper', on: '2024-01-05', stance: 'ENDS', to: '2023-11' }, [['ENDS', 'DATING', '2023-11']]],
    [{ by: 'paper', on: '2024-01-05', kind: 'SPLIT', to: '2023-11' }, [['ENDS', 'DATING', '2023-11']]],
    [{ by: 'paper', on: '2024-01-05', kind: 'DIVORCED' }, [['ENDS', 'MARRIED', '2024-01-05']]],
    [{ by: 'paper', on: '2024-01-05', kind: 'SPLIT', stance: 'ENDS' }, [['ENDS', 'DATING', '2024-01-05']]],
    [
      { by: 'paper', on: '2024-01-05', kind: 'SPLIT', stance: 'DENIES', to: '2023' },
      [['SUPPORTS', 'DATING', '2024-01-05']],
    ],
    [
      { by: 'paper', on: '2024-01-05', kind: 'DIVORCED', stance: 'DENIES' },
      [['SUPPORTS', 'MARRIED', '2024-01-05']],
    ],
    [
      { by: 'paper', on: '2024-01-05', from: '2015', to: '2017' },
      [
        ['SUPPORTS', 'DATING', '2017'],
        ['ENDS', 'DATING', '2017'],
      ],
    ],
    [{ by: 'paper', on: '2024-01-05', to: '2024-06-01' }, [['SUPPORTS', 'DATING', '2024-01-05']]],
    [
      { by: 'paper', on: '2024-01-05', kind: 'SIBLINGS', from: '2015', to: '2017' },
      [['SUPPORTS', 'SIBLINGS', '2017']],
    ],
    [
      { by: 'paper', on: '2024-01-05', kind: 'SINGLE', about: [X, null], from: '2015', to: '2017' },
      [['SUPPORTS', 'SINGLE', '2017']],
    ],
    [{ by: 'paper', on: '2024-01-05', kind: 'SPLIT', to: '2024-06' }, [['ENDS', 'DATING', '2024-06']]],
    [{ by: 'paper', on: '2024-01-05', kind: 'SPLIT', to: '2024-07' }, []],
  ])('%j', (said, expected) => {
    expect(sidesOf(said)).toEqual(expected);
  });
});

describe('whether a claim counts', () => {
  const retraction = {
    by: 'c',
    at: parseInstant('2024-03-01T00:00:00Z'),
    reason: 'SUPERSEDED',
    note: null,
  } as const;
  const told = {
    ...claimOf({ by: 'paper', on: '2024-01-05' }),
    recordedAt: parseInstant('2024-02-01T00:00:00Z'),
  };
  const at = (knownAt: string | null) => ({
    asOf: TODAY,
    knownAt: knownAt === null ? null : parseInstant(knownAt),
  });

  test.each([
    ['2024-01-31T23:59:59Z', false, false],
    ['2024-02-01T00:00:00Z', true, true],
    ['2024-02-29T23:59:59Z', true, true],
    ['2024-03-01T00:00:00Z', true, false],
    [null, true, false],
  ])('known at %s: %s, and if retracted %s', (knownAt, plain, retracted) => {
    expect(counts(told, at(knownAt))).toBe(plain);
    expect(counts({ ...told, retraction }, at(knownAt))).toBe(retracted);
  });

  test('a mention never does, nor what starts later', () => {
    expect(counts({ ...told, stance: 'CONTEXT' }, at(null))).toBe(false);
    expect(counts(claimOf({ by: 'paper', on: now + 1 }), at(null))).toBe(false);
    expect(counts(claimOf({ by: 'paper', on: now }), at(null))).toBe(true);
    expect(counts(claimOf({ by: 'paper', on: now + 1, from: '2024-06' }), at(null))).toBe(true);
  });
});

describe('small rules', () => {
  test('the earlier of two dates is the one with the earlier middle, then the first as text', () => {
    const of = (a: string, b: string): string => earlierOf(parseDate(a), parseDate(b)).text;
    expect(of('2022', '2022-12-01')).toBe('2022');
    expect(of('2022-12-01', '2022')).toBe('2022');
    expect(of('2022', '2022-02-01')).toBe('2022-02-01');
    expect(of('2022', '2022-07-02')).toBe('2022');
    expect(of('2022-07-02', '2022')).toBe('2022');
    expect(of('2022', '2022')).toBe('2022');
  });

  test('a kind is entailed by itself and by a stronger romance', () => {
    expect(entails('MARRIED', 'DATING')).toBe(true);
    expect(entails('DATING', 'DATING')).toBe(true);
    expect(entails('DATING', 'ENGAGED')).toBe(false);
    expect(entails('FRIENDS', 'SIBLINGS')).toBe(false);
    expect(entails('MARRIED', 'FRIENDS')).toBe(false);
    expect(entails('SINGLE', 'DATING')).toBe(false);
  });

  test('a claim is about a pair in any order, and about a parent in one', () => {
    const dating = claimOf({ by: 'paper', on: now });
    expect(isAbout(dating, X.id, Y.id, 'ROMANCE')).toBe(true);
    expect(isAbout(dating, Y.id, X.id, 'ROMANCE')).toBe(true);
    expect(isAbout(dating, X.id, Z.id, 'ROMANCE')).toBe(false);
    expect(isAbout(dating, Z.id, Y.id, 'ROMANCE')).toBe(false);
    expect(isAbout(dating, Y.id, Z.id, 'ROMANCE')).toBe(false);
    expect(isAbout(dating, X.id, Y.id, 'FRIENDS')).toBe(false);
    const parent = claimOf({ by: 'paper', kind: 'PARENT_OF', about: [Y, X], on: now });
    expect(isAbout(parent, Y.id, X.id, 'PARENT_OF')).toBe(true);
    expect(isAbout(parent, X.id, Y.id, 'PARENT_OF')).toBe(false);
  });

  test('kinship and being single do not end', () => {
    expect((['PARENT_OF', 'SIBLINGS', 'SINGLE', 'DATING', 'FRIENDS', 'FEUD'] as const).map(canEnd)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  test('what a dossier must hold is named when it is missing', () => {
    expect(() => present(undefined, 'source/lost')).toThrow(
      'Expected the dossier to hold source/lost, but got none',
    );
  });
});
