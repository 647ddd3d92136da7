import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateSingle } from '../../../src/domain/confidence/evaluate-single.ts';
import { parseInstant } from '../../../src/domain/time.ts';
import type { SingleVerdict } from '../../../src/domain/verdict.ts';
import { sharedSayings, TODAY, W, worldOf, X, Y, Z, type Said } from './worlds.ts';

const now = TODAY.lastDay;
const single = (by: string, more: Partial<Said> = {}): Said => ({
  by,
  kind: 'SINGLE',
  about: [X, null],
  on: now,
  ...more,
});
const dating = (by: string, more: Partial<Said> = {}): Said => ({
  by,
  modality: 'CONFIRMED',
  on: now,
  ...more,
});

function full(q: number): number {
  return Math.log(q / (1 - q)) - Math.log(0.02 / 0.98);
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function verdict(said: readonly Said[], knownAt: string | null = null): SingleVerdict {
  return evaluateSingle(X.id, TODAY, knownAt === null ? null : parseInstant(knownAt), worldOf(said));
}

describe('is X single?', () => {
  test('an outlet: half its weight, fading by half in a year', () => {
    const found = verdict([single('tabloid', { on: now - 365 })]);
    expect(found).toMatchObject({ status: 'REPORTED', answer: 'PROBABLY', claims: ['claim/0000'] });
    expect(found.confidence).toBeCloseTo(sigmoid((full(0.3) * 0.9) / 4), 10);
    expect(found.ignorance).toBeCloseTo(2 / (2 + (full(0.3) * 0.9) / 2), 10);
  });

  test('outlets alone never make it surer than .90', () => {
    const said = ['magazine', 'paper', 'trade', 'glossy'].map((by) => single(by, { modality: 'CONFIRMED' }));
    expect(verdict(said)).toMatchObject({ status: 'REPORTED', answer: 'PROBABLY', confidence: 0.9 });
  });

  test('their own word confirms it', () => {
    const found = verdict([single('own-x', { modality: 'CONFIRMED' })]);
    expect(found).toMatchObject({ status: 'CONFIRMED', answer: 'YES' });
    expect(found.confidence).toBeCloseTo(sigmoid(full(0.97) / 2), 10);
    expect(verdict([single('own-x', { modality: 'CONFIRMED', on: now - 1000 })]).status).toBe('REPORTED');
    expect(verdict([single('own-y', { modality: 'CONFIRMED' })]).status).toBe('REPORTED');
  });

  test('their own word among those of outlets, too', () => {
    const own = single('own-x', { modality: 'CONFIRMED' });
    expect(verdict([single('tabloid'), own])).toMatchObject({ status: 'CONFIRMED', answer: 'YES' });
    expect(verdict([own, single('tabloid')])).toMatchObject({ status: 'CONFIRMED', answer: 'YES' });
  });

  test('all that was heard takes ignorance away', () => {
    const [pro, contra, love] = [full(0.62) * 0.9, full(0.6) * 0.9, full(0.15) * 0.9];
    const found = verdict([
      single('magazine'),
      single('paper', { stance: 'DENIES' }),
      dating('fans', { modality: 'REPORTED' }),
    ]);
    expect(found.ignorance).toBeCloseTo(2 / (2 + pro + contra + love), 10);
    expect(found.confidence).toBeCloseTo(sigmoid((pro - contra) / 2 - love), 10);
    expect(found.status).toBe('DENIED');
  });

  test('friends and ended romances are none', () => {
    const friends = dating('own-y', { kind: 'FRIENDS' });
    expect(verdict([single('tabloid'), friends]).confidence).toBe(verdict([single('tabloid')]).confidence);
    const split = dating('own-x', { kind: 'SPLIT' });
    expect(verdict([split]).status).toBe('NO_EVIDENCE');
    expect(verdict([single('tabloid'), split]).confidence).toBe(verdict([single('tabloid')]).confidence);
  });

  test('what speaks for a romance speaks against it', () => {
    const found = verdict([single('tabloid'), dating('fans', { modality: 'REPORTED' })]);
    expect(found).toMatchObject({
      status: 'RUMORED',
      answer: 'UNCONFIRMED',
      claims: ['claim/0000', 'claim/0001'],
    });
    expect(found.confidence).toBeCloseTo(sigmoid((full(0.3) * 0.9) / 2 - full(0.15) * 0.9), 10);
  });

  test('the strongest romance counts, not all of them', () => {
    const two = verdict([single('tabloid'), dating('fans'), dating('magazine', { about: [X, Z] })]);
    const one = verdict([single('tabloid'), dating('magazine', { about: [X, Z] })]);
    expect(two.confidence).toBe(one.confidence);
    const ofOthers = verdict([single('tabloid'), dating('own-y', { about: [Y, Z] })]);
    expect(ofOthers.confidence).toBe(verdict([single('tabloid')]).confidence);
  });

  test('whoever the others are, and in whatever order', () => {
    const strong = dating('magazine', { about: [X, Y] });
    const weak = dating('fans', { about: [X, Z] });
    const one = verdict([single('tabloid'), strong]).confidence;
    expect(verdict([single('tabloid'), strong, weak]).confidence).toBe(one);
    expect(verdict([single('tabloid'), weak, strong]).confidence).toBe(one);
    const asSecond = verdict([single('tabloid'), dating('magazine', { about: [W, X] })]);
    expect(asSecond.confidence).toBe(one);
  });

  test('a romance that outweighs "single" without being likely leaves a rumor', () => {
    const found = verdict([
      single('fans', { modality: 'SPECULATED' }),
      dating('trade', { modality: 'SPECULATED' }),
    ]);
    expect(found).toMatchObject({ status: 'RUMORED', answer: 'UNCONFIRMED' });
  });

  test('what is forgotten is forgotten on all sides together', () => {
    const old = { modality: 'SPECULATED', on: '2010' } as const;
    const found = verdict([single('fans', old), dating('glossy', { ...old, kind: 'MARRIED' })]);
    expect(found.answer).toBe('UNCONFIRMED');
  });

  test('somebody who is likely taken is not single, whoever says so or nobody', () => {
    expect(verdict([dating('own-y')])).toMatchObject({
      status: 'DENIED',
      answer: 'NO',
      claims: ['claim/0000'],
    });
    expect(verdict([single('tabloid'), dating('own-y')])).toMatchObject({ status: 'DENIED', answer: 'NO' });
    expect(
      verdict([single('own-x', { modality: 'CONFIRMED', on: now - 30 }), dating('magazine')]),
    ).toMatchObject({
      status: 'RUMORED',
      answer: 'UNCONFIRMED',
    });
  });

  test('a rumor about somebody opens no question about them', () => {
    expect(verdict([dating('fans')])).toMatchObject({
      status: 'NO_EVIDENCE',
      answer: 'UNKNOWN',
      confidence: null,
    });
    expect(verdict([])).toMatchObject({ status: 'NO_EVIDENCE', ignorance: 1, claims: [], lastHeard: null });
  });

  test('a romance that they have ended by saying so is none', () => {
    const found = verdict([dating('own-x', { on: now - 300 }), single('own-x', { modality: 'CONFIRMED' })]);
    expect(found).toMatchObject({ status: 'CONFIRMED', answer: 'YES' });
  });

  test('"not single" denies it', () => {
    const denied = verdict([single('magazine', { stance: 'DENIES' })]);
    expect(denied).toMatchObject({ status: 'DENIED', answer: 'PROBABLY_NOT' });
    expect(denied.confidence).toBeCloseTo(sigmoid((-full(0.62) * 0.9) / 2), 10);
    expect(verdict([single('glossy', { stance: 'DENIES' }), dating('fans')])).toMatchObject({ answer: 'NO' });
    expect(verdict([single('magazine', { stance: 'DENIES' }), single('glossy')])).toMatchObject({
      status: 'REPORTED',
    });
    const even = verdict([single('magazine', { stance: 'DENIES' }), single('paper')]);
    expect(even.status).toBe('DENIED');
  });

  test('what is long forgotten is UNKNOWN', () => {
    const found = verdict([
      single('fans', { modality: 'SPECULATED', on: '1990' }),
      dating('fans', { modality: 'SPECULATED', on: '1991' }),
    ]);
    expect(found).toMatchObject({ status: 'RUMORED', answer: 'UNKNOWN', lastHeard: { text: '1991' } });
  });

  test('what was not known, not yet so, or about others does not count', () => {
    const late = single('own-x', { recordedAt: parseInstant('2024-05-01T00:00:00Z') });
    expect(verdict([late], '2024-04-01T00:00:00Z').status).toBe('NO_EVIDENCE');
    expect(verdict([single('own-x', { on: now + 1 })]).status).toBe('NO_EVIDENCE');
    expect(verdict([single('own-y', { about: [Y, null] })]).status).toBe('NO_EVIDENCE');
    expect(verdict([single('own-x', { stance: 'ENDS' })]).status).toBe('NO_EVIDENCE');
  });

  test('the order of claims changes nothing, and it stays between .01 and .99', () => {
    fc.assert(
      fc.property(sharedSayings, (said) => {
        const world = worldOf(said);
        const found = evaluateSingle(X.id, TODAY, null, world);
        const turned = { ...world, claims: [...world.claims].reverse() };
        expect(evaluateSingle(X.id, TODAY, null, turned)).toStrictEqual(found);
        if (found.confidence === null) return;
        expect(found.confidence).toBeGreaterThanOrEqual(0.01);
        expect(found.confidence).toBeLessThanOrEqual(0.99);
      }),
      { numRuns: 150 },
    );
  });
});
