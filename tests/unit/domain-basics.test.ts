import { describe, expect, test } from 'vitest';
import { firstDayOf, pairKey, pairOf, startOf, storedOrder } from '../../src/domain/claim.ts';
import { HearsayError, shown, unreachable } from '../../src/domain/errors.ts';
import { speakerOf } from '../../src/domain/first-party.ts';
import { byCodeUnit, nodeTypeOf, parseId, type PersonId } from '../../src/domain/ids.ts';
import {
  CLAIM_KINDS,
  FAMILIES,
  PAIR_KINDS,
  familyOf,
  isAboutRomance,
  isSymmetric,
  kindsEntailing,
  weakestKindOf,
} from '../../src/domain/kinds.ts';
import { parseDate } from '../../src/domain/time.ts';
import { claim, document, person, source } from '../support/builders.ts';

describe('ids', () => {
  test.each(['person/joe', 'claim/a1b2', 'on-screen/x', 'work/a.b-c/d', 'credit/p/q/r'])(
    '%s is one',
    (text) => {
      expect(nodeTypeOf(text)).toBe(text.split('/')[0]);
    },
  );
  test.each([
    '',
    'person',
    'person/',
    'Person/joe',
    'person/Joe',
    'person/-x',
    'person/a/b/c/d',
    'person/a//b',
    'dog/x',
    'person/../x',
    'person/a b',
    ` person/a`,
    `person/${'a'.repeat(200)}`,
  ])('%j is none', (text) => {
    expect(nodeTypeOf(text)).toBeNull();
  });
  test('of another type is none of this', () => {
    expect(parseId('person', 'person/joe')).toBe('person/joe');
    expect(parseId('work', 'person/joe')).toBeNull();
  });
  test('are ordered by code unit', () => {
    expect(['b', 'a', 'B', 'a'].sort(byCodeUnit)).toEqual(['B', 'a', 'a', 'b']);
  });
});

describe('kinds', () => {
  test('one person alone or a parent have a direction, all others hold both ways', () => {
    expect(CLAIM_KINDS.filter((kind) => !isSymmetric(kind))).toEqual(['PARENT_OF', 'SINGLE']);
  });
  test('about romance are five and being single', () => {
    expect(CLAIM_KINDS.filter(isAboutRomance)).toEqual([
      'DATING',
      'ENGAGED',
      'MARRIED',
      'SPLIT',
      'DIVORCED',
      'SINGLE',
    ]);
  });
  test('every family asks by its weakest kind', () => {
    for (const family of FAMILIES) expect(familyOf(weakestKindOf(family))).toBe(family);
    expect(familyOf('SINGLE')).toBeNull();
  });
  test('a stronger romance supports a weaker one', () => {
    expect(PAIR_KINDS.map((kind) => kindsEntailing(kind).join())).toEqual([
      'DATING,ENGAGED,MARRIED',
      'ENGAGED,MARRIED',
      'MARRIED',
      'FRIENDS',
      'PARENT_OF',
      'SIBLINGS',
      'FEUD',
      'COLLABORATORS',
    ]);
  });
  test('an unknown kind is our fault', () => {
    expect(() => isSymmetric('ROOMMATES' as never)).toThrow(HearsayError);
    expect(() => familyOf('ROOMMATES' as never)).toThrow('ROOMMATES');
  });
});

describe('claims', () => {
  const [ann, bob] = [person('ann', 'Ann'), person('bob', 'Bob')];
  const annsAccount = source('ann-account', { kind: 'SOCIAL_ACCOUNT', outletType: null, person: ann.id });
  const [story, post] = [document('story', source('paper')), document('post', annsAccount)];
  const voices = {
    documents: new Map([story, post].map((d) => [d.id, d])),
    sources: new Map([source('paper'), annsAccount].map((s) => [s.id, s])),
  };

  test('a pair has one order and one key', () => {
    expect(pairOf(bob.id, ann.id)).toEqual(pairOf(ann.id, bob.id));
    expect(pairKey(pairOf(bob.id, ann.id))).toBe('person/ann person/bob');
  });
  test('of symmetric kinds are stored in that order, of others as said', () => {
    expect(storedOrder('DATING', bob.id, ann.id)).toEqual([ann.id, bob.id]);
    expect(storedOrder('PARENT_OF', bob.id, ann.id)).toEqual([bob.id, ann.id]);
    expect(storedOrder('SINGLE', bob.id, null)).toEqual([bob.id, null]);
  });
  test('start when they are said to hold, else when they were said', () => {
    const said = claim('c', [ann, bob], story);
    expect(startOf(said)).toBe(said.assertedAt);
    expect(firstDayOf({ ...said, validFrom: parseDate('2019') })).toBe(parseDate('2019-01-01').firstDay);
  });
  test('are spoken by whoever of the people concerned owns the account or is quoted', () => {
    const cat = 'person/cat' as PersonId;
    const cases = [
      claim('c', [ann, bob], post),
      claim('c', [ann, bob], story),
      claim('c', [bob, null], post, { kind: 'SINGLE' }),
      claim('c', [ann, bob], post, { attributedTo: [{ source: annsAccount.id, document: null }] }),
      claim('c', [ann, bob], story, { onRecord: { person: bob.id, as: 'REPRESENTATIVE' } }),
      claim('c', [ann, bob], story, { onRecord: { person: cat, as: 'SELF' } }),
      claim('c', [ann, bob], document('lost', annsAccount)),
    ];
    expect(cases.map((one) => speakerOf(one, voices))).toEqual([
      ann.id,
      null,
      null,
      null,
      bob.id,
      null,
      null,
    ]);
  });
});

describe('errors', () => {
  test('show what came without letting it rewrite the line', () => {
    expect(shown('a\u202eb\u0000\n\ud800')).not.toMatch(/\p{C}/u);
    expect(shown('x'.repeat(100))).toHaveLength(78);
    const deep = JSON.parse(`${'[{"toJSON":'.repeat(20_000)}0${'}]'.repeat(20_000)}`) as unknown;
    expect(shown(deep)).toHaveLength(78);
    expect(shown(Array.from({ length: 1_000 }, () => deep))).toHaveLength(78);
    expect([shown(5), shown(null), shown(undefined), shown(['a'])]).toEqual([
      '5',
      'null',
      'undefined',
      '["a"]',
    ]);
  });
  test('carry code, hint and cause', () => {
    const cause = new Error('why');
    const error = new HearsayError('NOT_FOUND', 'Expected x, but got y', { hint: 'do z', cause });
    expect([error.code, error.hint, error.cause, error.name]).toEqual([
      'NOT_FOUND',
      'do z',
      cause,
      'HearsayError',
    ]);
    expect(new HearsayError('NOT_FOUND', 'm').hint).toBeNull();
  });
  test('unreachable says what came', () => {
    expect(() => unreachable('surprise' as never)).toThrow('surprise');
  });
});
