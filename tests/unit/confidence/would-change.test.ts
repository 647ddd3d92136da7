import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluatePair } from '../../../src/domain/confidence/evaluate-pair.ts';
import { wouldChange } from '../../../src/domain/confidence/would-change.ts';
import { parseDate, parseInstant } from '../../../src/domain/time.ts';
import type { WouldChange } from '../../../src/domain/verdict.ts';
import { asked, sharedSayings, TODAY, worldOf, X, Y, Z, type Said } from './worlds.ts';

const now = TODAY.lastDay;
const rumor: Said = { by: 'tabloid', on: now };

function changes(said: readonly Said[]): Readonly<Partial<Record<WouldChange['code'], WouldChange>>> {
  return Object.fromEntries(wouldChange(asked(), worldOf(said)).map((one) => [one.code, one]));
}

describe('what would change a verdict', () => {
  test('is listed in a fixed order with what it would make of it', () => {
    expect(wouldChange(asked(), worldOf([rumor])).map(({ code }) => code)).toEqual([
      'FIRST_PARTY_CONFIRMATION',
      'FIRST_PARTY_DENIAL',
      'INDEPENDENT_TABLOID',
      'INDEPENDENT_CELEBRITY_MAGAZINE',
      'INDEPENDENT_NEWS',
      'INDEPENDENT_TRADE',
      'INDEPENDENT_FANDOM',
      'YEAR_OF_SILENCE',
    ]);
    const found = changes([rumor]);
    expect(found.FIRST_PARTY_CONFIRMATION).toMatchObject({ status: 'CONFIRMED', answer: 'YES' });
    expect(found.FIRST_PARTY_DENIAL).toMatchObject({ status: 'DENIED', answer: 'NO' });
    expect(found.INDEPENDENT_NEWS).toMatchObject({ status: 'REPORTED', answer: 'PROBABLY' });
  });

  test('is what the engine says of the same with one claim more', () => {
    const more = evaluatePair(asked(), worldOf([rumor, { by: 'magazine', on: now }]));
    expect(changes([rumor]).INDEPENDENT_CELEBRITY_MAGAZINE).toEqual({
      code: 'INDEPENDENT_CELEBRITY_MAGAZINE',
      status: more.status,
      answer: more.answer,
      confidence: more.confidence,
    });
    const own = evaluatePair(
      asked(),
      worldOf([rumor, { by: 'own-x', stance: 'DENIES', modality: 'CONFIRMED', on: now }]),
    );
    expect(changes([rumor]).FIRST_PARTY_DENIAL?.confidence).toBe(own.confidence);
  });

  test('a year of silence is the same world a year on, without what is only known then', () => {
    const later: Said = { by: 'own-y', on: now + 100 };
    const silent = evaluatePair(asked('DATING', parseDate('2025-06-01')), worldOf([rumor]));
    expect(changes([rumor, later]).YEAR_OF_SILENCE?.confidence).toBe(silent.confidence);
  });

  test('says nothing of what would change nothing', () => {
    const sure = changes([
      { by: 'own-x', on: now, kind: 'MARRIED', modality: 'CONFIRMED', to: '2030' },
      { by: 'own-y', on: now, kind: 'MARRIED', modality: 'CONFIRMED', to: '2030' },
    ]);
    expect(sure.INDEPENDENT_FANDOM).toBeUndefined();
    expect(sure.YEAR_OF_SILENCE).toBeUndefined();
    expect(sure.FIRST_PARTY_CONFIRMATION).toBeUndefined();
    expect(sure.FIRST_PARTY_DENIAL).toBeDefined();
  });

  test('supposes a word of whoever has not spoken yet', () => {
    const confirmed = (by: string): Said => ({ by, modality: 'CONFIRMED', on: now - 300 });
    expect(changes([confirmed('own-x')]).FIRST_PARTY_DENIAL?.status).toBe('DISPUTED');
    expect(changes([confirmed('own-y')]).FIRST_PARTY_DENIAL?.status).toBe('DISPUTED');
    expect(changes([confirmed('own-x'), confirmed('own-y')]).FIRST_PARTY_DENIAL?.status).toBe('ENDED');
  });

  test('has spoken who spoke of this pair and of this', () => {
    const elsewhere: readonly Said[] = [
      { by: 'own-x', kind: 'FRIENDS', on: now - 9 },
      { by: 'own-x', about: [X, Z], kind: 'FEUD', on: now - 9 },
    ];
    const confirmed: Said = { by: 'own-y', modality: 'CONFIRMED', on: now - 300 };
    expect(changes([...elsewhere, confirmed]).FIRST_PARTY_DENIAL?.status).toBe('DISPUTED');
    const own: Said = { by: 'own-x', modality: 'CONFIRMED', on: now - 300 };
    expect(changes([own, { by: 'own-y', kind: 'FRIENDS', on: now - 9 }]).FIRST_PARTY_DENIAL?.status).toBe(
      'DISPUTED',
    );
  });

  test('a change of the words alone is listed too', () => {
    const held = ['magazine', 'paper', 'trade', 'glossy'].map((by): Said => ({
      by,
      modality: 'CONFIRMED',
      on: now,
    }));
    const { FIRST_PARTY_DENIAL: denial } = changes([
      ...held,
      { by: 'own-x', stance: 'DENIES', on: now - 1500 },
    ]);
    expect(denial).toBeDefined();
    const capped = changes([
      { by: 'magazine', on: now },
      { by: 'glossy', modality: 'CONFIRMED', on: now },
      ...held,
    ]);
    expect(capped.INDEPENDENT_NEWS).toBeUndefined();
    expect(capped.FIRST_PARTY_CONFIRMATION).toMatchObject({ status: 'CONFIRMED' });
  });

  test('where nothing was said, silence changes nothing and any word would', () => {
    const found = changes([]);
    expect(found.YEAR_OF_SILENCE).toBeUndefined();
    expect(found.INDEPENDENT_FANDOM).toMatchObject({ status: 'RUMORED' });
  });

  test('what is supposed was known whenever the question is asked for', () => {
    const question = { ...asked(), knownAt: parseInstant('2020-01-01T00:00:00Z') };
    expect(wouldChange(question, worldOf([])).map(({ code }) => code)).toContain('FIRST_PARTY_CONFIRMATION');
  });

  test('works on the last day that can be asked for, and for every kind', () => {
    expect(wouldChange(asked('DATING', parseDate('9999-12-31')), worldOf([rumor]))).not.toEqual([]);
    const kin = wouldChange({ ...asked('PARENT_OF'), a: Y.id, b: X.id }, worldOf([]));
    expect(kin.find(({ code }) => code === 'FIRST_PARTY_CONFIRMATION')?.status).toBe('CONFIRMED');
  });

  test('does not depend on who is named first', () => {
    fc.assert(
      fc.property(sharedSayings, (said) => {
        const { a, b, ...rest } = asked();
        const world = worldOf(said);
        expect(wouldChange({ ...rest, a: b, b: a }, world)).toStrictEqual(
          wouldChange({ ...rest, a, b }, world),
        );
      }),
      { numRuns: 40 },
    );
  });
});
