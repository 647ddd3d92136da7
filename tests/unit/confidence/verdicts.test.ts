import { describe, expect, test } from 'vitest';
import { evaluatePair } from '../../../src/domain/confidence/evaluate-pair.ts';
import { PARAMETERS } from '../../../src/domain/confidence/parameters.ts';
import type { PairKind } from '../../../src/domain/kinds.ts';
import { parseDate } from '../../../src/domain/time.ts';
import type { Cap, Verdict } from '../../../src/domain/verdict.ts';
import { source } from '../../support/builders.ts';
import { sideFrom } from './by-hand.ts';
import { asked, SOURCES, TODAY, W, worldOf, X, Y, Z, type Said } from './worlds.ts';

const now = TODAY.lastDay;
const base = Math.log(0.02 / 0.98);

function logit(p: number): number {
  return Math.log(p / (1 - p));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function full(q: number): number {
  return logit(q) - base;
}

function verdict(said: readonly Said[], kind: PairKind = 'DATING', asOf = TODAY): Verdict {
  return evaluatePair(asked(kind, asOf), worldOf(said));
}

function capsOf({ explanation }: Verdict): readonly Cap['code'][] {
  return (explanation?.caps ?? []).map(({ code }) => code);
}

const outlet = (at: number, more: Partial<Said> = {}): Said => ({
  by: ['magazine', 'paper', 'trade', 'glossy'][at] ?? 'tabloid',
  on: now,
  ...more,
});
const confirms = (days: number, by = 'own-x'): Said => ({ by, modality: 'CONFIRMED', on: now - days });
const denies = (days: number, by = 'own-x'): Said => ({
  by,
  stance: 'DENIES',
  modality: 'CONFIRMED',
  on: now - days,
});
const single = (days: number, by = 'own-x'): Said => ({
  by,
  kind: 'SINGLE',
  about: [by === 'own-y' ? Y : X, null],
  modality: 'CONFIRMED',
  on: now - days,
});

describe('the pool', () => {
  test('adds further origins by rank, and saturates', () => {
    const [first, second, third] = [full(0.62) * 0.9, full(0.6) * 0.9, full(0.3) * 0.9] as const;
    const found = verdict([outlet(0), outlet(1), outlet(4)]);
    const rest = second * 0.7 + third * 0.49;
    const pool = first + 0.5 * first * (1 - Math.exp(-rest / (0.5 * first)));
    expect(found.explanation?.logOdds).toBeCloseTo(base + pool, 10);
    expect(found.confidence).toBeCloseTo(sigmoid(base + pool), 10);
    expect(found.ignorance).toBeCloseTo(2 / (2 + pool), 10);
  });

  test('tells of each origin, the heaviest first, and of what they lose together', () => {
    const { explanation } = verdict([outlet(4), outlet(0), { ...outlet(1), stance: 'DENIES' }]);
    expect(explanation?.terms.map(({ group, stance }) => [group, stance])).toEqual([
      ['source/magazine', 'SUPPORTS'],
      ['source/tabloid', 'SUPPORTS'],
      ['saturation', 'SUPPORTS'],
      ['source/paper', 'DENIES'],
    ]);
    const lost = explanation?.terms[2];
    expect(lost).toMatchObject({ source: null, claims: [], discount: 1 });
    expect(lost?.contribution).toBeLessThan(0);
    expect(lost?.contribution).toBe(lost?.weight);
    expect(explanation).toMatchObject({ prior: 0.02, calibration: { a: 1, b: 0 }, ending: null });
  });

  test('counts denials half', () => {
    const found = verdict([
      { ...outlet(0), modality: 'CONFIRMED' },
      { ...outlet(1), stance: 'DENIES', modality: 'CONFIRMED' },
    ]);
    expect(found.explanation?.logOdds).toBeCloseTo(base + full(0.62) - full(0.6) / 2, 10);
    expect(found.ignorance).toBeCloseTo(2 / (2 + full(0.62) + full(0.6)), 10);
  });

  test('goes through the calibration', () => {
    const fitted = { ...PARAMETERS, calibration: { a: 0.8, b: -0.3 } };
    const found = evaluatePair(asked(), worldOf([outlet(0)]), fitted);
    expect(found.confidence).toBeCloseTo(sigmoid(0.8 * (base + full(0.62) * 0.9) - 0.3), 10);
    expect(found.explanation?.calibration).toEqual({ a: 0.8, b: -0.3 });
  });
});

describe('what a kind means for another', () => {
  test('a stronger romance answers the question for a weaker one, under its own name', () => {
    const found = verdict([{ by: 'register', kind: 'MARRIED', on: now - 100 }]);
    expect(found).toMatchObject({ kind: 'MARRIED', status: 'CONFIRMED', answer: 'YES' });
    expect(verdict([{ by: 'own-x', kind: 'ENGAGED', on: now }])).toMatchObject({ kind: 'ENGAGED' });
    const mixed = verdict([
      { by: 'register', kind: 'MARRIED', on: now },
      { ...outlet(4), on: now - 900 },
    ]);
    expect(mixed).toMatchObject({ kind: 'MARRIED', status: 'CONFIRMED' });
  });

  test('the weaker is named when it is likelier', () => {
    const found = verdict([confirms(5), { ...outlet(4), kind: 'MARRIED' }]);
    expect(found).toMatchObject({ kind: 'DATING', status: 'CONFIRMED' });
  });

  test('a marriage that is as sure as the romance is what was found, since when it is said to hold', () => {
    const long: Said = { by: 'own-x', modality: 'CONFIRMED', on: now - 900, from: '2019' };
    const wed: Said = { by: 'own-x', kind: 'MARRIED', modality: 'CONFIRMED', on: now - 90, from: '2024' };
    expect(verdict([long, wed])).toMatchObject({
      kind: 'MARRIED',
      status: 'CONFIRMED',
      since: { text: '2024' },
    });
    const split: Said = { by: 'own-y', kind: 'DIVORCED', modality: 'CONFIRMED', on: now - 9 };
    expect(verdict([long, wed, split])).toMatchObject({ kind: 'MARRIED', status: 'ENDED' });
    const reported = [
      { ...outlet(0), kind: 'MARRIED' as const },
      { ...outlet(1), kind: 'MARRIED' as const },
      outlet(2),
    ];
    expect(verdict(reported)).toMatchObject({ kind: 'MARRIED', status: 'REPORTED' });
  });

  test('a stronger kind that is less sure is not', () => {
    expect(verdict([outlet(0), outlet(1), { ...outlet(4), kind: 'MARRIED' }])).toMatchObject({
      kind: 'DATING',
    });
    expect(
      verdict([confirms(5), { ...outlet(0), kind: 'MARRIED' }, { ...outlet(1), kind: 'MARRIED' }]),
    ).toMatchObject({ kind: 'DATING', status: 'CONFIRMED' });
    expect(
      verdict([
        { by: 'fans', on: now },
        { by: 'tip', kind: 'MARRIED', on: now },
      ]),
    ).toMatchObject({ kind: 'DATING', status: 'RUMORED' });
  });

  test('a weaker one says nothing about a stronger one', () => {
    expect(verdict([confirms(5)], 'ENGAGED')).toMatchObject({
      status: 'NO_EVIDENCE',
      kind: 'ENGAGED',
      confidence: null,
    });
  });

  test('denying a weaker one denies the stronger, not the other way round', () => {
    expect(verdict([denies(0)], 'MARRIED')).toMatchObject({ status: 'DENIED', kind: 'MARRIED' });
    expect(verdict([{ ...denies(0), kind: 'MARRIED' }], 'DATING').status).toBe('NO_EVIDENCE');
    expect(verdict([confirms(3), { ...denies(0, 'own-y'), kind: 'MARRIED' }], 'DATING').status).toBe(
      'CONFIRMED',
    );
  });

  test('denying a split supports dating, denying a divorce supports being married', () => {
    const dating = verdict([{ by: 'own-x', kind: 'SPLIT', stance: 'DENIES', on: now, to: '2024-01' }]);
    expect(dating).toMatchObject({ kind: 'DATING', status: 'CONFIRMED', since: null, until: null });
    const married = verdict(
      [{ by: 'own-x', kind: 'DIVORCED', stance: 'DENIES', on: now, from: '2023-01' }],
      'MARRIED',
    );
    expect(married).toMatchObject({ kind: 'MARRIED', status: 'CONFIRMED', since: null });
  });

  test('friends say nothing about romance, nor the other way round', () => {
    expect(verdict([{ by: 'own-x', kind: 'FRIENDS', on: now }]).status).toBe('NO_EVIDENCE');
    expect(verdict([confirms(0)], 'FRIENDS').status).toBe('NO_EVIDENCE');
    expect(verdict([{ by: 'own-x', kind: 'FRIENDS', on: now }], 'FRIENDS').status).toBe('CONFIRMED');
  });

  test('the end of a friendship ends no romance', () => {
    const found = verdict([
      confirms(30),
      { by: 'own-x', kind: 'FRIENDS', stance: 'ENDS', modality: 'CONFIRMED', on: now },
    ]);
    expect(found).toMatchObject({ status: 'CONFIRMED' });
    expect(found.explanation?.ending).toBeNull();
  });

  test('friendships end too', () => {
    const found = verdict(
      [
        { by: 'own-x', kind: 'FRIENDS', on: now - 400 },
        { by: 'own-x', kind: 'FRIENDS', stance: 'ENDS', on: now, to: '2024-03' },
      ],
      'FRIENDS',
    );
    expect(found).toMatchObject({ status: 'ENDED', until: { text: '2024-03' } });
  });

  test('who is whose parent is a matter of direction', () => {
    const world = worldOf([{ by: 'register', kind: 'PARENT_OF', on: '1990' }]);
    const of = (a: typeof X, b: typeof X) => evaluatePair({ ...asked('PARENT_OF'), a: a.id, b: b.id }, world);
    expect(of(X, Y).status).toBe('CONFIRMED');
    expect(of(Y, X).status).toBe('NO_EVIDENCE');
  });

  test('mentions say nothing', () => {
    expect(verdict([{ ...outlet(0), stance: 'CONTEXT' }]).status).toBe('NO_EVIDENCE');
  });

  test('other pairs in the dossier are left aside', () => {
    expect(
      verdict([
        { ...outlet(0), about: [X, Z] },
        { ...outlet(1), about: [Y, Z] },
      ]).status,
    ).toBe('NO_EVIDENCE');
  });
});

describe('endings', () => {
  test('weigh like claims, do not fade, and are told', () => {
    const found = verdict([
      confirms(900),
      { ...outlet(0), kind: 'SPLIT', modality: 'CONFIRMED', on: now - 800 },
    ]);
    expect(found.explanation?.ending?.logOdds).toBeCloseTo(base + full(0.62), 10);
    expect(found.explanation?.ending).toMatchObject({ calibration: { a: 1, b: 0 }, caps: [], ending: null });
    const two = verdict([
      { ...outlet(0), kind: 'SPLIT' },
      { ...outlet(4), kind: 'SPLIT' },
    ]).explanation?.ending;
    expect(two?.terms.map(({ share }) => share)).toEqual([1, 0.7, 1]);
    const ended = sigmoid(base + full(0.62));
    expect(found.explanation?.terms[0]?.discount).toBeCloseTo((730 / 1630) * 2 * (1 - ended), 10);
  });

  test('take nothing while they are less likely than not', () => {
    const found = verdict([confirms(0), { ...outlet(4), kind: 'SPLIT' }]);
    expect(found.explanation?.terms[0]?.discount).toBe(1);
    expect(capsOf(found)).toEqual(['SILENCE']);
    expect(found.confidence).toBeCloseTo(1 - sigmoid(base + full(0.3) * 0.9), 10);
  });

  test('touch what was vouched for on their day or before, not what came after', () => {
    const sameDay = verdict([
      confirms(10),
      { by: 'own-y', kind: 'SPLIT', modality: 'CONFIRMED', on: now - 10 },
    ]);
    expect(sameDay.status).toBe('ENDED');
    const dayAfter = verdict([
      confirms(9),
      { by: 'own-y', kind: 'SPLIT', modality: 'CONFIRMED', on: now - 10 },
    ]);
    expect(dayAfter).toMatchObject({ status: 'CONFIRMED', answer: 'YES' });
    expect(dayAfter.explanation?.ending).toBeNull();
  });

  test('one origin that says so twice says so once', () => {
    const split = (days: number): Said => ({ ...outlet(0), kind: 'SPLIT', on: now - days });
    const found = verdict([confirms(30), split(10), split(5)]);
    expect(found.explanation?.ending?.terms).toHaveLength(1);
    expect(found.explanation?.ending?.terms[0]?.claims).toHaveLength(2);
  });

  test('a reunion that is confirmed leaves them behind', () => {
    const split: Said = { by: 'own-x', kind: 'SPLIT', modality: 'CONFIRMED', on: now - 500 };
    for (const said of [
      [confirms(900), split, confirms(3)],
      [confirms(3), split, confirms(900)],
      [confirms(900), split, confirms(3, 'own-y')],
    ]) {
      const found = verdict(said);
      expect(found).toMatchObject({ status: 'CONFIRMED', answer: 'YES', until: null });
      expect(found.explanation?.ending).toBeNull();
    }
  });

  test('a reunion rumor does not: the heaviest support decides since when to ask', () => {
    const split: Said = { by: 'own-y', kind: 'SPLIT', modality: 'CONFIRMED', on: now - 500 };
    for (const said of [
      [confirms(900), split, outlet(4)],
      [outlet(4), split, confirms(900)],
    ]) {
      expect(verdict(said)).toMatchObject({ status: 'ENDED', until: null });
    }
  });

  test('alone they open the question, and answer it when they are likely', () => {
    expect(verdict([{ by: 'own-x', kind: 'SPLIT', on: now }])).toMatchObject({
      status: 'ENDED',
      answer: 'NO',
    });
    const rumored = verdict([{ ...outlet(0), kind: 'SPLIT' }]);
    expect(rumored).toMatchObject({ status: 'RUMORED', answer: 'PROBABLY_NOT' });
    expect(rumored.confidence).toBeCloseTo(0.02, 10);
    expect(verdict([{ by: 'own-x', kind: 'SPLIT', on: now }], 'MARRIED').status).toBe('ENDED');
  });

  test('"single" by one of them after it was vouched for is an ending, before it a denial', () => {
    const after = verdict([confirms(60), single(10, 'own-y')]);
    expect(after.status).toBe('ENDED');
    expect(after.explanation?.ending?.terms[0]).toMatchObject({ stance: 'ENDS', group: Y.id, discount: 0.8 });
    expect(after.explanation?.terms.some(({ stance }) => stance === 'DENIES')).toBe(false);
    expect(after.denying).toEqual(['claim/0001']);
    const ended = sigmoid(base + full(0.97) * 0.8);
    expect(after.explanation?.terms[0]?.discount).toBeCloseTo((730 / 790) * 2 * (1 - ended), 10);
    const before = verdict([confirms(10), single(60, 'own-y')]);
    expect(before).toMatchObject({ status: 'CONFIRMED' });
    expect(before.explanation?.ending).toBeNull();
    const sameDay = verdict([confirms(10), single(10, 'own-y')]);
    expect(sameDay.explanation?.ending).toBeNull();
  });

  test('"single" by an outlet stays a denial, and so does "single" where nobody vouched for anything', () => {
    const reported = verdict([confirms(60), { ...outlet(0), kind: 'SINGLE', about: [X, null] }]);
    expect(reported.explanation?.ending).toBeNull();
    expect(reported.explanation?.terms.map(({ stance }) => stance)).toEqual(['SUPPORTS', 'DENIES']);
    const rumored = verdict([outlet(0), single(0)]);
    expect(rumored.explanation?.ending).toBeNull();
    expect(rumored.status).not.toBe('ENDED');
  });

  test('a relay of "single" goes the way of the words', () => {
    const relayed: Said = { ...single(5, 'magazine'), via: ['own-x'] };
    const found = verdict([confirms(60), single(10), relayed]);
    expect(found.explanation?.ending?.terms).toHaveLength(1);
    expect(found.explanation?.terms.some(({ stance }) => stance === 'DENIES')).toBe(false);
  });

  test('what is no statement about one of the two is no denial', () => {
    const plain = verdict([outlet(0)]);
    for (const more of [
      { ...single(3), stance: 'DENIES' as const },
      { ...single(3), about: [Z, null] as const },
      { ...confirms(3), kind: 'FRIENDS' as const, about: [X, Z] as const },
      { by: 'own-z', kind: 'MARRIED' as const, about: [Z, W] as const, on: now - 3 },
    ]) {
      expect(verdict([outlet(0), more]).confidence).toBe(plain.confidence);
    }
  });

  test('romances with two others are told apart', () => {
    const withZ: Said = { ...confirms(90), about: [X, Z] };
    const overWithW: Said = {
      by: 'own-x',
      kind: 'SPLIT',
      about: [X, W],
      modality: 'CONFIRMED',
      on: now - 30,
    };
    const found = verdict([outlet(0), withZ, overWithW]);
    expect(found.explanation?.terms.filter(({ stance }) => stance === 'DENIES')).toHaveLength(1);
  });

  test('"single" after mere reports is a denial still', () => {
    const found = verdict([{ ...outlet(0), on: now - 90 }, single(10)]);
    expect(found.explanation?.ending).toBeNull();
    expect(found.explanation?.terms.some(({ stance }) => stance === 'DENIES')).toBe(true);
  });

  test('a denial by who had confirmed is an ending, by the other a dispute', () => {
    const takenBack = verdict([confirms(300), denies(2)]);
    expect(takenBack).toMatchObject({ status: 'ENDED', denying: ['claim/0001'] });
    expect(takenBack.explanation?.terms.some(({ stance }) => stance === 'DENIES')).toBe(false);
    expect(verdict([{ ...outlet(0), on: now - 300 }, denies(2)]).explanation?.ending).toBeNull();
    expect(verdict([confirms(300), denies(2, 'own-y')])).toMatchObject({
      status: 'DISPUTED',
      answer: 'UNCONFIRMED',
    });
    expect(verdict([confirms(2), denies(2)])).toMatchObject({ status: 'DISPUTED' });
    expect(verdict([confirms(2), denies(300)])).toMatchObject({ status: 'CONFIRMED', answer: 'YES' });
  });

  test('a denial ends only what it denies', () => {
    const notMarried: Said = { ...denies(2), kind: 'MARRIED' };
    expect(verdict([confirms(30), notMarried])).toMatchObject({ status: 'CONFIRMED' });
    expect(verdict([{ ...confirms(30), kind: 'MARRIED' }, notMarried])).toMatchObject({ status: 'ENDED' });
    expect(verdict([{ ...confirms(30), kind: 'MARRIED' }, denies(2)], 'MARRIED')).toMatchObject({
      status: 'ENDED',
    });
  });

  test('taking back kinship is a dispute, not an ending', () => {
    const kin = (said: Said): Said => ({ ...said, kind: 'SIBLINGS' });
    expect(verdict([kin(confirms(300)), kin(denies(2))], 'SIBLINGS').status).toBe('DISPUTED');
  });

  test('vouching for a later romance with somebody else is like "single"', () => {
    const later = verdict([confirms(300), { ...confirms(20), about: [X, Z] }]);
    expect(later.status).toBe('ENDED');
    expect(later.explanation?.ending?.terms[0]).toMatchObject({ group: X.id, discount: 0.8 });
    const byThem = verdict([confirms(300), { ...confirms(20, 'own-z'), about: [X, Z] }]);
    expect(byThem.explanation?.ending?.terms[0]).toMatchObject({ group: Z.id });
    expect(byThem.explanation?.ending?.terms[0]?.weight).toBeCloseTo(full(0.97), 10);
    const earlier = verdict([confirms(20), { ...confirms(300), about: [X, Z] }]);
    expect(earlier.status).toBe('CONFIRMED');
    expect(earlier.explanation?.ending).toBeNull();
    const reported = verdict([confirms(300), { ...outlet(0), about: [X, Z] }]);
    expect(reported.explanation?.ending).toBeNull();
  });

  test('whoever of the two it is, and whoever the other is', () => {
    for (const about of [
      [X, Z],
      [Y, Z],
      [W, X],
      [W, Y],
    ] as const) {
      const found = verdict([confirms(300), { by: 'register', kind: 'MARRIED', about, on: now - 20 }]);
      expect(found.status).toBe('ENDED');
      expect(found.explanation?.ending?.terms).toHaveLength(1);
    }
    const others = verdict([confirms(300), { by: 'register', kind: 'MARRIED', about: [W, Z], on: now - 20 }]);
    expect(others.explanation?.ending).toBeNull();
  });

  test('such a romance denies a rumor while it lives, and no longer', () => {
    const married: Said = { by: 'register', kind: 'MARRIED', about: [X, Z], on: now - 90 };
    const divorced: Said = { by: 'register', kind: 'DIVORCED', about: [X, Z], on: now - 30 };
    const living = verdict([outlet(0), married]);
    const term = living.explanation?.terms.find(({ stance }) => stance === 'DENIES');
    expect(term?.discount).toBeCloseTo(0.8 * (180 / 270), 10);
    expect(living.denying).toEqual(['claim/0001']);
    const over = verdict([outlet(0), married, divorced]);
    expect(over.explanation?.terms.some(({ stance }) => stance === 'DENIES')).toBe(false);
    expect(over.confidence).toBe(verdict([outlet(0)]).confidence);
  });

  test('such a romance that is over itself still shows that this one was over', () => {
    const other: Said = { ...confirms(200), about: [X, Z] };
    const split: Said = { by: 'own-z', kind: 'SPLIT', about: [X, Z], modality: 'CONFIRMED', on: now - 100 };
    expect(verdict([confirms(600), other, split]).status).toBe('ENDED');
  });

  test('neither "single" nor somebody else opens a question', () => {
    expect(verdict([single(0), { ...confirms(0), about: [X, Z] }])).toMatchObject({
      status: 'NO_EVIDENCE',
      confidence: null,
    });
    expect(verdict([confirms(60), single(10)], 'MARRIED').status).toBe('NO_EVIDENCE');
  });
});

describe('denials and what answers them', () => {
  test('what was denied before somebody confirmed it counts a quarter', () => {
    const found = verdict([confirms(0), denies(180, 'own-y')]);
    const term = found.explanation?.terms.find(({ stance }) => stance === 'DENIES');
    expect(term?.discount).toBeCloseTo(0.5 * 0.25, 10);
  });

  test('what was denied on the same day counts in full', () => {
    const found = verdict([confirms(30), denies(30, 'own-y')]);
    const term = found.explanation?.terms.find(({ stance }) => stance === 'DENIES');
    expect(term?.discount).toBeCloseTo(180 / 210, 10);
    expect(found.status).toBe('DISPUTED');
  });

  test('what has ended answers nothing', () => {
    const split: Said = { by: 'own-x', kind: 'SPLIT', modality: 'CONFIRMED', on: now - 50 };
    const found = verdict([confirms(100), split, denies(180, 'own-y')]);
    const term = found.explanation?.terms.find(({ stance }) => stance === 'DENIES');
    expect(term?.discount).toBeCloseTo(0.5, 10);
  });

  test('the newest that lives decides', () => {
    const found = verdict([
      confirms(20),
      { ...confirms(100), by: 'own-y' },
      { ...outlet(0), stance: 'DENIES', on: now - 60 },
    ]);
    const term = found.explanation?.terms.find(({ stance }) => stance === 'DENIES');
    expect(term?.discount).toBeCloseTo((180 / 240) * 0.25, 10);
  });
});

describe('caps', () => {
  test('nobody concerned: .90', () => {
    const many = Array.from({ length: 4 }, (_, at) => outlet(at, { modality: 'CONFIRMED' }));
    const found = verdict(many);
    expect(found.confidence).toBe(0.9);
    expect(found.explanation?.caps).toEqual([
      { code: 'NO_HARD_EVIDENCE', limit: 0.9, because: expect.any(String) as string },
    ]);
    expect(found).toMatchObject({ status: 'REPORTED', answer: 'PROBABLY' });
  });

  test('an unanswered denial of somebody concerned: .35', () => {
    const found = verdict([
      ...Array.from({ length: 4 }, (_, at) => outlet(at, { modality: 'CONFIRMED' })),
      denies(1500),
    ]);
    expect(found.confidence).toBe(0.35);
    expect(capsOf(found)).toEqual(['NO_HARD_EVIDENCE', 'UNANSWERED_DENIAL']);
  });

  test('a denial by an outlet: none of its own', () => {
    const many = Array.from({ length: 4 }, (_, at) => outlet(at, { modality: 'CONFIRMED' }));
    const found = verdict([...many, { by: 'fans', stance: 'DENIES', on: now }]);
    expect(capsOf(found)).toEqual(['NO_HARD_EVIDENCE']);
    expect(found.confidence).toBe(0.9);
  });

  test('silence: a strong voice as far as it is fresh', () => {
    const found = verdict([confirms(365), confirms(365, 'own-y')]);
    expect(found.confidence).toBeCloseTo((730 / 1095) * 0.98, 10);
    expect(capsOf(found)).toEqual(['SILENCE']);
  });

  test('silence: or many modest ones, none of which starts with more than 2', () => {
    const old = [0, 1, 2, 3].map((at) => outlet(at, { modality: 'CONFIRMED', on: now - 730 }));
    const modest = [2, 2 * 0.7, 2 * 0.49, 2 * 0.343].map((weight) => weight * 0.5);
    const rest = modest.slice(1).reduce((sum, weight) => sum + weight, 0);
    const pool = 1 + 0.5 * (1 - Math.exp(-rest / 0.5));
    const found = verdict(old);
    expect(found.explanation?.logOdds).toBeGreaterThan(base + pool);
    expect(capsOf(found)).toEqual(['SILENCE']);
    expect(found.confidence).toBeCloseTo(Math.max(0.49, sigmoid(base + pool)), 10);
  });

  test('silence: what weighs less than 2 cannot hold against it alone', () => {
    const weak = Array.from({ length: 30 }, (_, at): Said => ({
      by: `w${at}`,
      modality: 'SPECULATED',
      on: now - 730,
    }));
    const sources = {
      ...SOURCES,
      ...Object.fromEntries(weak.map(({ by }) => [by, source(by, { reliability: 0.6 })])),
    };
    const found = evaluatePair(asked(), worldOf(weak, sources));
    const side = sideFrom(found.explanation?.terms ?? [], 'SUPPORTS');
    expect(found.confidence).toBeCloseTo(sigmoid(base + side), 10);
  });

  test('silence: a fresh whisper keeps no old vow', () => {
    const vows = [confirms(730), confirms(730, 'own-y')];
    const found = verdict([...vows, { by: 'fans', modality: 'SPECULATED', on: now }]);
    expect(found.confidence).toBeCloseTo(0.5 * 0.98, 10);
    expect(verdict([...vows, outlet(0)]).confidence).toBeGreaterThan(0.8);
  });

  test('silence: what weighs exactly as much as it takes holds', () => {
    const record: Said = { by: 'fans', modality: 'RUMORED', on: now - 365, shows: [[3, 'SUPPORTS']] };
    const caps = { ...PARAMETERS.caps, silenceWeight: 3 };
    const world = worldOf([confirms(700), confirms(700, 'own-y'), record]);
    const found = evaluatePair(asked(), world, { ...PARAMETERS, caps });
    expect(found.confidence).toBeCloseTo((730 / 1095) * 0.98, 10);
  });

  test('each says why', () => {
    const kin: Said = { ...outlet(0), kind: 'SIBLINGS' };
    const many = Array.from({ length: 4 }, (_, at) => outlet(at, { modality: 'CONFIRMED' }));
    const worlds = [
      [...many, denies(1500), kin],
      [confirms(400)],
      [denies(0), denies(0, 'own-y')],
      [...many, kin],
    ];
    const caps = worlds.flatMap((said) => verdict(said).explanation?.caps ?? []);
    expect(new Set(caps.map(({ code }) => code)).size).toBeGreaterThanOrEqual(4);
    for (const { because } of caps) expect(because).toMatch(/^[A-Z].{20,}\.$/);
  });

  test('silence: evidence holds against it too', () => {
    const found = verdict(
      [{ by: 'fans', modality: 'RUMORED', on: now - 7300, kind: 'MARRIED', shows: [[3, 'SUPPORTS']] }],
      'MARRIED',
    );
    const side = sideFrom(found.explanation?.terms ?? [], 'SUPPORTS');
    expect(found.confidence).toBeCloseTo(sigmoid(base + side), 10);
  });

  test('kinship: what it leaves', () => {
    const found = verdict([
      ...[0, 1, 2, 3].map((at) => outlet(at)),
      { by: 'tabloid', kind: 'SIBLINGS', on: now },
    ]);
    expect(capsOf(found)).toContain('KINSHIP');
    expect(found.confidence).toBeCloseTo(1 - sigmoid(base + full(0.3) * 0.9), 10);
    expect(found.status).toBe('REPORTED');
    expect(found.denying).toEqual([]);
  });

  test('nothing is surer than .99, nor less sure than .01', () => {
    const sure = verdict(
      [
        { ...confirms(0), kind: 'MARRIED', to: '2030' },
        { ...confirms(0, 'own-y'), kind: 'MARRIED', to: '2030' },
      ],
      'MARRIED',
    );
    expect(sure.confidence).toBeCloseTo(0.98, 10);
    const unsure = verdict([denies(0), denies(0, 'own-y')]);
    expect(unsure.confidence).toBe(0.01);
    expect(capsOf(unsure)).toEqual(['FLOOR']);
    const unbound = { ...PARAMETERS, prior: 0.001, caps: { ...PARAMETERS.caps, ceiling: 0.95 } };
    const capped = evaluatePair(asked(), worldOf([confirms(0), confirms(0, 'own-y')]), unbound);
    expect(capped.confidence).toBe(0.95);
    expect(capsOf(capped).at(-1)).toBe('CEILING');
  });
});

describe('kinship', () => {
  const born: Said = { by: 'register', kind: 'PARENT_OF', on: '1990', shows: [[3, 'SUPPORTS']] };

  test.each([
    ['a parent', [born]],
    ['a child', [{ ...born, about: [Y, X] as const }]],
    ['a sibling', [{ ...born, kind: 'SIBLINGS' as const }]],
  ])('%s is not dated', (_, kin) => {
    expect(verdict(kin)).toMatchObject({
      status: 'DENIED',
      answer: 'NO',
      supporting: [],
      denying: ['claim/0000'],
    });
    expect(verdict([...kin, outlet(0)])).toMatchObject({
      status: 'DENIED',
      answer: 'NO',
      denying: ['claim/0000'],
    });
  });

  test('the likeliest of several counts', () => {
    const likely: Said = { ...outlet(4), kind: 'SIBLINGS' };
    for (const kin of [
      [born, likely],
      [likely, born],
      [{ ...born, about: [Y, X] as const }, likely],
    ]) {
      expect(verdict([...kin, outlet(0)])).toMatchObject({ status: 'DENIED', answer: 'NO' });
    }
    const both: readonly Said[] = [
      likely,
      { ...outlet(3), kind: 'PARENT_OF' },
      ...[0, 1, 2].map((at) => outlet(at)),
    ];
    expect(verdict(both).confidence).toBeCloseTo(1 - sigmoid(base + full(0.88) * 0.9), 10);
  });

  test('that is only rumored opens no question', () => {
    expect(verdict([{ by: 'magazine', kind: 'SIBLINGS', on: now }])).toMatchObject({ status: 'NO_EVIDENCE' });
  });

  test('that is denied excludes nothing', () => {
    const denied: Said = { by: 'register', kind: 'SIBLINGS', stance: 'DENIES', on: now };
    expect(verdict([denied])).toMatchObject({ status: 'NO_EVIDENCE' });
    expect(verdict([denied, confirms(0)])).toMatchObject({ status: 'CONFIRMED' });
  });

  test('of others excludes nothing', () => {
    expect(verdict([{ ...born, about: [X, Z] }, confirms(0)])).toMatchObject({ status: 'CONFIRMED' });
  });
});

describe('status and answer', () => {
  test('DISPUTED between outlets when both sides carry weight and neither twice as much', () => {
    const against = (q: number): Verdict => {
      const sources = { ...SOURCES, other: source('other', { reliability: q }) };
      const denial: Said = { by: 'other', stance: 'DENIES', modality: 'CONFIRMED', on: now };
      return evaluatePair(asked(), worldOf([{ ...outlet(0), modality: 'CONFIRMED' }, denial], sources));
    };
    const q = (weight: number): number => sigmoid(base + weight);
    expect(against(q(full(0.62) * 0.51)).status).toBe('DISPUTED');
    expect(against(q(full(0.62) * 0.49)).status).toBe('RUMORED');
    expect(against(0.95).status).toBe('DISPUTED');
    const weak = (modality: 'RUMORED' | 'CONFIRMED'): Verdict =>
      verdict([
        { by: 'fans', modality, on: now },
        { by: 'tip', stance: 'DENIES', modality: 'CONFIRMED', on: now },
      ]);
    expect(weak('CONFIRMED').status).toBe('DISPUTED');
    expect(weak('RUMORED').status).toBe('DENIED');
  });

  test('DENIED takes a denial that names the pair, and more of it than of support', () => {
    expect(verdict([{ ...outlet(4), modality: 'RUMORED' }, single(0)]).status).toBe('RUMORED');
    expect(
      verdict([
        { ...outlet(4), modality: 'RUMORED' },
        { by: 'glossy', stance: 'DENIES', on: now },
      ]).status,
    ).toBe('DENIED');
    expect(
      verdict([{ by: 'fans', stance: 'DENIES', modality: 'SPECULATED', on: now }, outlet(4)]).status,
    ).toBe('RUMORED');
  });

  test('DENIED at .05 or less is NO', () => {
    expect(verdict([denies(0)])).toMatchObject({ status: 'DENIED', answer: 'NO' });
    const tip: Said = { by: 'tip', stance: 'DENIES', modality: 'SPECULATED', on: now };
    expect(verdict([tip])).toMatchObject({ status: 'DENIED', answer: 'NO' });
  });

  test('DENIED above that is PROBABLY_NOT', () => {
    const found = verdict([{ by: 'paper', on: now }, denies(60)]);
    expect(found).toMatchObject({ status: 'DENIED', answer: 'PROBABLY_NOT' });
    expect(found.confidence).toBeGreaterThan(0.05);
  });

  test('ENDED is NO when both numbers are clear, else PROBABLY_NOT', () => {
    const split = (by: string): Verdict =>
      verdict([confirms(100), confirms(100, 'own-y'), { by, kind: 'SPLIT', modality: 'CONFIRMED', on: now }]);
    expect(split('own-x')).toMatchObject({ status: 'ENDED', answer: 'NO' });
    const glossy = split('glossy');
    expect(glossy).toMatchObject({ status: 'ENDED', answer: 'PROBABLY_NOT' });
    expect(sigmoid(glossy.explanation?.ending?.logOdds ?? 0)).toBeGreaterThan(0.85);
    const alone = verdict([{ by: 'trade', kind: 'SPLIT', modality: 'CONFIRMED', on: now }]);
    expect(alone).toMatchObject({ status: 'ENDED', answer: 'PROBABLY_NOT' });
    expect(alone.confidence).toBeLessThan(0.1);
  });

  test('CONFIRMED is YES from .85 on', () => {
    expect(verdict([confirms(100)])).toMatchObject({ status: 'CONFIRMED', answer: 'YES' });
    expect(verdict([confirms(200)])).toMatchObject({ status: 'CONFIRMED', answer: 'PROBABLY' });
  });

  test('CONFIRMED once and silent for long is REPORTED, and no longer PROBABLY', () => {
    expect(verdict([confirms(3000)])).toMatchObject({ status: 'REPORTED', answer: 'UNCONFIRMED' });
  });

  test('what somebody concerned only rumors or a record that is only guessed at is not hard', () => {
    expect(verdict([{ by: 'own-x', modality: 'RUMORED', on: now }]).status).toBe('REPORTED');
    expect(verdict([{ by: 'register', modality: 'SPECULATED', on: now }]).status).toBe('RUMORED');
    expect(verdict([{ by: 'own-x', modality: 'REPORTED', on: now }]).status).toBe('CONFIRMED');
  });

  test('a hard voice among strong denials is not CONFIRMED', () => {
    const kiss: Said = { by: 'magazine', modality: 'CONFIRMED', on: now, shows: [[1, 'SUPPORTS']] };
    const found = verdict([kiss, denies(30), denies(30, 'own-y')]);
    expect(found.status).toBe('REPORTED');
  });

  test('a rumor long forgotten is UNKNOWN, and says when it was last heard', () => {
    const found = verdict([{ by: 'fans', modality: 'SPECULATED', on: '1985-03-02' }]);
    expect(found).toMatchObject({ status: 'RUMORED', answer: 'UNKNOWN', lastHeard: { text: '1985-03-02' } });
    expect(verdict([{ by: 'fans', modality: 'SPECULATED', on: '2019-03-02' }]).answer).toBe('UNCONFIRMED');
  });

  test('no claims', () => {
    expect(verdict([])).toEqual({
      status: 'NO_EVIDENCE',
      answer: 'UNKNOWN',
      confidence: null,
      ignorance: 1,
      kind: 'DATING',
      since: null,
      until: null,
      independentSources: 0,
      supporting: [],
      denying: [],
      lastHeard: null,
      explanation: null,
      engineVersion: '1.0.0',
    });
  });
});

describe('what a verdict tells besides', () => {
  test('the claims on both sides, the heaviest first, each once', () => {
    const found = verdict([
      { by: 'fans', on: now },
      { by: 'magazine', on: now, shows: [[0, 'SUPPORTS']] },
      { by: 'tabloid', stance: 'DENIES', on: now },
      { by: 'paper', stance: 'DENIES', on: now },
      { ...outlet(2), kind: 'SPLIT', on: now - 1 },
    ]);
    expect(found.supporting).toEqual(['claim/0001', 'claim/0000']);
    expect(found.denying).toEqual(['claim/0004', 'claim/0003', 'claim/0002']);
    expect(found.independentSources).toBe(2);
  });

  test('when it began, as the heaviest support that lives and says so dates it', () => {
    const found = verdict([
      { by: 'own-x', on: now - 9 },
      { by: 'magazine', on: now - 9, from: '2021' },
      { by: 'fans', on: now - 9, from: '2019' },
    ]);
    expect(found.since?.text).toBe('2021');
    const again = verdict([
      { by: 'own-x', on: now - 900, from: '2010' },
      { by: 'own-y', kind: 'SPLIT', modality: 'CONFIRMED', on: now - 500 },
      { by: 'fans', on: now, from: '2024' },
      confirms(1),
    ]);
    expect(again.since?.text).toBe('2024');
  });

  test('of equally heavy ones the latest dates it, whatever was said for nothing', () => {
    const since = (said: readonly Said[]): string | undefined => verdict(said).since?.text;
    const [older, newer] = [
      { by: 'magazine', on: now - 60, from: '2020' },
      { by: 'glossy', on: now - 20, from: '2022' },
    ] as const;
    expect(since([older, newer])).toBe('2022');
    expect(since([newer, older])).toBe('2022');
    const same = { ...newer, by: 'magazine', in: 'other', from: '2023' };
    expect(since([older, same])).toBe('2023');
    expect(since([same, older])).toBe('2023');
    const denied: Said = { by: 'own-y', kind: 'SPLIT', stance: 'DENIES', on: now, from: '2024' };
    expect(since([older, denied])).toBe('2020');
  });

  test('an end that is not reached dates nothing', () => {
    const split: Said = { by: 'tabloid', kind: 'SPLIT', on: now - 5, to: '2024-05' };
    expect(verdict([confirms(30), split])).toMatchObject({ status: 'CONFIRMED', until: null });
    const byBoth = verdict([
      { by: 'own-x', kind: 'SPLIT', modality: 'CONFIRMED', on: now - 5, to: '2024-04' },
      { by: 'register', kind: 'DIVORCED', modality: 'CONFIRMED', on: now - 5, to: '2024-05' },
      { by: 'own-y', kind: 'SPLIT', modality: 'CONFIRMED', on: now - 5, to: '2024-03' },
    ]);
    expect(byBoth.until?.text).toBe('2024-05');
    const heavier = verdict([
      { by: 'fans', kind: 'SPLIT', modality: 'CONFIRMED', on: now - 5, to: '2024-05' },
      { by: 'own-x', kind: 'SPLIT', modality: 'CONFIRMED', on: now - 5, to: '2024-03' },
    ]);
    expect(heavier.until?.text).toBe('2024-03');
  });

  test('what was asked, when that is denied; else the kind that was found', () => {
    const denied = verdict([{ ...outlet(0), kind: 'MARRIED', modality: 'RUMORED' }, denies(0)]);
    expect(denied).toMatchObject({ status: 'DENIED', kind: 'DATING' });
    const wed = verdict([
      { ...confirms(400), kind: 'MARRIED' },
      { ...denies(2), kind: 'SPLIT', stance: 'SUPPORTS' },
    ]);
    expect(wed).toMatchObject({ status: 'ENDED', kind: 'MARRIED' });
  });

  test('kinship that decides is heard of too', () => {
    const kin: Said = { by: 'register', kind: 'SIBLINGS', on: '2020-02-02' };
    expect(verdict([kin]).lastHeard?.text).toBe('2020-02-02');
    expect(
      verdict([
        { ...kin, by: 'tabloid' },
        { ...outlet(0), on: '2019-01-01' },
      ]).lastHeard?.text,
    ).toBe('2019-01-01');
  });

  test('of words that may have fallen on one last day, the last as text', () => {
    const heard = (...on: readonly string[]) =>
      verdict(on.map((one) => ({ by: 'magazine', on: one }))).lastHeard?.text;
    expect(heard('2022-05', '2022-05-30')).toBe('2022-05');
    expect(heard('2022-05-30', '2022-05')).toBe('2022-05');
    expect(heard('2022', '2022-12-31')).toBe('2022-12-31');
    expect(heard('2022-12-31', '2022')).toBe('2022-12-31');
    expect(heard('2022-12-31', '2022-06')).toBe('2022-12-31');
    expect(heard('2022-06', '2022-12-31')).toBe('2022-12-31');
  });

  test('when it ended, as the heaviest ending that says so dates it', () => {
    const found = verdict([
      { ...confirms(900), from: '2019' },
      { by: 'own-x', stance: 'ENDS', modality: 'CONFIRMED', on: now - 100 },
      { by: 'magazine', kind: 'SPLIT', on: now - 90, to: '2024-01' },
      { by: 'fans', kind: 'SPLIT', on: now - 90, to: '2023-12' },
    ]);
    expect(found).toMatchObject({ status: 'ENDED', since: { text: '2019' }, until: { text: '2024-01' } });
  });

  test('when it was last heard of, reruns aside', () => {
    const found = verdict([
      { by: 'tabloid', on: '2023-05' },
      { by: 'magazine', on: '2024-02-01', via: ['tabloid'] },
      { by: 'paper', stance: 'DENIES', on: '2023-05-31' },
      { ...outlet(2), kind: 'SPLIT', on: '2022-01-01' },
    ]);
    expect(found.lastHeard?.text).toBe('2023-05-31');
  });

  test('everything in a claim of one source about the past stays where it was', () => {
    const before = verdict([confirms(0)], 'DATING', parseDate('2024-05-31'));
    expect(before.status).toBe('NO_EVIDENCE');
    const coarse = verdict([confirms(0)], 'DATING', parseDate('2024'));
    expect(coarse.status).toBe('CONFIRMED');
  });

  test('equal claims in another order are told in one order', () => {
    const world = worldOf(['tip', 'fans', 'glossy'].map((by) => ({ by, modality: 'CONFIRMED', on: now })));
    const turned = evaluatePair(asked(), { ...world, claims: [...world.claims].reverse() });
    expect(turned).toStrictEqual(evaluatePair(asked(), world));
    expect(turned.supporting).toEqual(['claim/0002', 'claim/0000', 'claim/0001']);
    const groups = turned.explanation?.terms.map(({ group }) => group);
    expect(groups).toEqual(['source/glossy', 'source/tip', 'source/fans', 'saturation']);
  });
});
