import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import { evaluatePair } from '../../../src/domain/confidence/evaluate-pair.ts';
import type { Dossier } from '../../../src/domain/dossier.ts';
import type { Document, Source } from '../../../src/domain/entities.ts';
import type { DocumentId } from '../../../src/domain/ids.ts';
import type { PairKind } from '../../../src/domain/kinds.ts';
import { dateOfDay, parseDate, parseInstant } from '../../../src/domain/time.ts';
import type { Term, Verdict } from '../../../src/domain/verdict.ts';
import { source } from '../../support/builders.ts';
import { asked, dossierOf, SOURCES, TODAY, worldOf, X, Y, Z, type Said } from './worlds.ts';

const now = TODAY.lastDay;

function logit(p: number): number {
  return Math.log(p / (1 - p));
}

/** The weight of a claim before modality and hops, from a reliability. */
function full(q: number): number {
  return logit(q) - logit(0.02);
}

function verdict(said: readonly Said[], kind: PairKind = 'DATING', asOf = TODAY): Verdict {
  return evaluatePair(asked(kind, asOf), worldOf(said));
}

function termsOf({ explanation }: Verdict, stance: Term['stance']): readonly Term[] {
  const terms = stance === 'ENDS' ? explanation?.ending?.terms : explanation?.terms;
  return (terms ?? []).filter((term) => term.stance === stance && term.group !== 'saturation');
}

/** The only term of a side. */
function term(of: Verdict, stance: Term['stance'] = 'SUPPORTS'): Term {
  const [only, ...more] = termsOf(of, stance);
  expect(more).toEqual([]);
  return only as Term;
}

function changed(world: Dossier, change: (document: Document) => Partial<Document>): Dossier {
  const documents = [...world.documents.values()].map((one) => ({ ...one, ...change(one) }));
  return { ...world, documents: new Map(documents.map((one) => [one.id, one])) };
}

describe('the weight of one claim', () => {
  test.each([
    ['tabloid', 0.3],
    ['magazine', 0.62],
    ['paper', 0.6],
    ['trade', 0.64],
    ['fans', 0.15],
    ['tip', 0.15],
    ['glossy', 0.88],
    ['register', 0.97],
    ['own-x', 0.97],
  ])('of %s comes from a reliability of %d', (by, q) => {
    expect(term(verdict([{ by, modality: 'CONFIRMED', on: now }])).weight).toBeCloseTo(full(q), 10);
  });

  test.each([
    ['CONFIRMED', 1],
    ['REPORTED', 0.9],
    ['RUMORED', 0.7],
    ['SPECULATED', 0.4],
  ] as const)('worded as %s is multiplied by %d', (modality, factor) => {
    expect(term(verdict([{ by: 'magazine', modality, on: now }])).weight).toBeCloseTo(
      full(0.62) * factor,
      10,
    );
  });

  test('of an unnamed insider is three quarters', () => {
    const said = { by: 'magazine', modality: 'CONFIRMED', on: now, insider: true } as const;
    expect(term(verdict([said])).weight).toBeCloseTo(full(0.62) * 0.75, 10);
  });

  test('falls with every hop, and with the weakest hand on the way', () => {
    const relay = (via: readonly string[]) =>
      term(verdict([{ by: 'magazine', modality: 'CONFIRMED', on: now, via }])).weight;
    expect(relay(['tabloid'])).toBeCloseTo(full(0.3) * 0.7, 10);
    expect(relay(['tabloid', 'trade'])).toBeCloseTo(full(0.3) * 0.49, 10);
    expect(relay(['trade', 'fans', 'paper'])).toBeCloseTo(full(0.15) * 0.343, 10);
  });

  test('of a source without any trust is nothing, and still opens the question', () => {
    const hopeless = { ...SOURCES, liar: source('liar', { reliability: 0.01 }) };
    const found = evaluatePair(asked(), worldOf([{ by: 'liar', on: now }], hopeless));
    expect(found).toMatchObject({ status: 'RUMORED', answer: 'UNKNOWN', independentSources: 0 });
    expect(found.confidence).toBeCloseTo(0.02, 10);
  });

  test('of a source trusted too much is that of .97', () => {
    const saint = { ...SOURCES, saint: source('saint', { reliability: 0.999 }) };
    const found = evaluatePair(asked(), worldOf([{ by: 'saint', modality: 'CONFIRMED', on: now }], saint));
    expect(term(found).weight).toBeCloseTo(full(0.97), 10);
  });

  test('of somebody who speaks about others is that of somebody unknown', () => {
    const found = verdict([{ by: 'own-z', modality: 'CONFIRMED', on: now }]);
    expect(term(found)).toMatchObject({ group: 'source/own-z' });
    expect(term(found).weight).toBeCloseTo(full(0.3), 10);
    expect(found.explanation?.caps.map(({ code }) => code)).not.toContain('CEILING');
  });

  test('of such a person with a record of their own is that record', () => {
    const friend = {
      ...SOURCES,
      friend: source('friend', { kind: 'PERSON', outletType: null, person: Z.id, reliability: 0.8 }),
    };
    const found = evaluatePair(asked(), worldOf([{ by: 'friend', modality: 'CONFIRMED', on: now }], friend));
    expect(term(found).weight).toBeCloseTo(full(0.8), 10);
  });

  test('on record is .90, or .62 through an outlet that is more often wrong', () => {
    const quoted = (by: string) => verdict([{ by, modality: 'CONFIRMED', on: now, onRecord: X }]);
    expect(term(quoted('magazine')).weight).toBeCloseTo(full(0.9), 10);
    expect(term(quoted('magazine')).group).toBe(X.id);
    expect(quoted('magazine').status).toBe('CONFIRMED');
    expect(term(quoted('tabloid')).weight).toBeCloseTo(full(0.62), 10);
    expect(quoted('tabloid').status).toBe('REPORTED');
  });

  test('on record through an outlet that is right every other time counts as through a good one', () => {
    const even = { ...SOURCES, even: source('even', { reliability: 0.5 }) };
    const found = evaluatePair(
      asked(),
      worldOf([{ by: 'even', modality: 'CONFIRMED', on: now, onRecord: X }], even),
    );
    expect(term(found).weight).toBeCloseTo(full(0.9), 10);
  });

  test('on record does not lose a hop to the person quoted, but does to another outlet', () => {
    const direct = verdict([{ by: 'magazine', modality: 'CONFIRMED', on: now, onRecord: X, via: ['own-x'] }]);
    expect(term(direct).weight).toBeCloseTo(full(0.9), 10);
    const passed = verdict([
      { by: 'magazine', modality: 'CONFIRMED', on: now, onRecord: X, via: ['paper', 'own-x'] },
    ]);
    expect(term(passed).weight).toBeCloseTo(full(0.9) * 0.7, 10);
    expect(term(passed).group).toBe(X.id);
    expect(passed.status).toBe('REPORTED');
  });
});

describe('where something comes from', () => {
  test('a relay and its root are one origin, the root carrying it', () => {
    const found = verdict([
      { by: 'tabloid', on: now - 3 },
      { by: 'magazine', on: now, via: ['tabloid'] },
    ]);
    expect(term(found)).toMatchObject({ group: 'source/tabloid', source: 'source/tabloid' });
    expect(term(found).claims).toEqual(['claim/0000', 'claim/0001']);
    expect(found.independentSources).toBe(1);
  });

  test('a relay never weighs more than its root a hop down', () => {
    const sure = { by: 'magazine', modality: 'CONFIRMED', on: now, via: ['fans'] } as const;
    const kept = verdict(
      [
        { by: 'fans', kind: 'DATING', modality: 'SPECULATED', on: now },
        { ...sure, kind: 'ENGAGED' },
      ],
      'ENGAGED',
    );
    expect(term(kept).weight).toBeCloseTo(full(0.15) * 0.4 * 0.7, 10);
  });

  test('a chain through what is on file goes on to where that came from', () => {
    const found = verdict([
      { by: 'fans', on: now - 9 },
      { by: 'tabloid', on: now - 5, via: ['fans'] },
      { by: 'magazine', on: now, via: ['tabloid'] },
    ]);
    expect(term(found).group).toBe('source/fans');
    expect(term(found).claims).toEqual(['claim/0000', 'claim/0001', 'claim/0002']);
  });

  test('two steps away on file is two hops', () => {
    const found = verdict(
      [
        { by: 'tabloid', kind: 'DATING', modality: 'CONFIRMED', on: now - 5, via: ['fans'] },
        { by: 'magazine', kind: 'MARRIED', modality: 'CONFIRMED', on: now, via: ['tabloid'] },
      ],
      'MARRIED',
    );
    expect(term(found).weight).toBeCloseTo(full(0.15) * 0.49, 10);
  });

  test('a document that is cited and not on file leaves the source', () => {
    const world = worldOf([
      { by: 'tabloid', on: now - 90, modality: 'SPECULATED' },
      { by: 'magazine', modality: 'CONFIRMED', on: now },
    ]);
    const cite = (cited: string): Dossier => ({
      ...world,
      claims: world.claims.map((one, at) =>
        at === 0
          ? one
          : {
              ...one,
              attributedTo: [{ source: (SOURCES['tabloid'] as Source).id, document: cited as DocumentId }],
            },
      ),
    });
    // Whatever the tabloid said there, or anywhere: a document that nobody has cannot be told from any other.
    expect(term(evaluatePair(asked(), cite('document/lost')))).toMatchObject({ group: 'source/tabloid' });
    expect(term(evaluatePair(asked(), cite('document/own-0000'))).claims).toHaveLength(2);
  });

  test('as far down as whatever it goes through on the way', () => {
    const whisper: Said = {
      by: 'magazine',
      kind: 'MARRIED',
      modality: 'RUMORED',
      on: now,
      via: ['tabloid', 'paper'],
    };
    const found = (via: readonly string[]) =>
      term(verdict([{ by: 'tabloid', modality: 'CONFIRMED', on: now, via }, whisper], 'MARRIED')).weight;
    expect(found(['trade'])).toBeCloseTo(full(0.3) * 0.7 * 0.7 ** 2, 10);
    expect(found(['trade', 'paper', 'glossy'])).toBeCloseTo(full(0.3) * 0.7 * 0.7 ** 4, 10);
    const [near] = [{ ...whisper, via: ['tabloid'] }];
    const chained = verdict(
      [{ by: 'tabloid', modality: 'CONFIRMED', on: now, via: ['trade'] }, near],
      'MARRIED',
    );
    expect(term(chained).weight).toBeCloseTo(full(0.3) * 0.7 * 0.7 ** 2, 10);
  });

  test('an ending keeps the date that it states, and has its root’s when it states none', () => {
    const split = (more: Partial<Said>): Said => ({
      by: 'magazine',
      kind: 'SPLIT',
      on: now - 10,
      via: ['tabloid'],
      ...more,
    });
    const world = (ending: Said): readonly Said[] => [
      { by: 'tabloid', kind: 'SPLIT', on: now - 100 },
      { by: 'own-x', on: now - 60 },
      ending,
    ];
    expect(verdict(world(split({}))).explanation?.ending).toBeNull();
    expect(verdict(world(split({ to: '2024-05-20' }))).explanation?.ending?.terms).toHaveLength(1);
  });

  test('a support that states its end still has its root’s date', () => {
    const found = verdict(
      [
        { by: 'fans', on: now - 900, modality: 'SPECULATED' },
        { by: 'magazine', kind: 'ENGAGED', on: now - 10, to: '2024-05-31', via: ['fans'] },
      ],
      'ENGAGED',
    );
    expect(term(found).discount).toBeCloseTo(1095 / (1095 + 900), 10);
  });

  test('what names a source says nothing about what that source said of the other side', () => {
    const found = verdict([
      { by: 'tabloid', stance: 'DENIES', on: now },
      { by: 'magazine', on: now, via: ['tabloid'] },
    ]);
    expect(term(found).group).toBe('source/tabloid');
    expect(term(found).weight).toBeCloseTo(full(0.3) * 0.9 * 0.7, 10);
  });

  test('a relay repeats the latest that was there to be repeated', () => {
    const found = verdict(
      [
        { by: 'tabloid', on: now - 900, modality: 'CONFIRMED' },
        { by: 'tabloid', on: now - 400, modality: 'CONFIRMED' },
        { by: 'tabloid', on: now - 100, kind: 'MARRIED', stance: 'CONTEXT' },
        { by: 'magazine', on: now - 300, kind: 'ENGAGED', modality: 'CONFIRMED', via: ['tabloid'] },
      ],
      'ENGAGED',
    );
    expect(term(found).discount).toBeCloseTo(1095 / (1095 + 400), 10);
  });

  test('or else the earliest that came after it', () => {
    const found = verdict(
      [
        { by: 'tabloid', on: now - 10, modality: 'CONFIRMED' },
        { by: 'tabloid', on: now - 200, modality: 'SPECULATED' },
        { by: 'magazine', on: now - 300, kind: 'ENGAGED', modality: 'CONFIRMED', via: ['tabloid'] },
      ],
      'ENGAGED',
    );
    expect(term(found).weight).toBeCloseTo(full(0.3) * 0.4 * 0.7, 10);
    expect(term(found).discount).toBeCloseTo(1095 / (1095 + 300), 10);
  });

  test('the same kind is repeated rather than another, however late', () => {
    const found = verdict(
      [
        { by: 'tabloid', on: now - 500, kind: 'ENGAGED', modality: 'RUMORED' },
        { by: 'tabloid', on: now - 20, kind: 'DATING', modality: 'CONFIRMED' },
        { by: 'magazine', on: now, kind: 'ENGAGED', modality: 'CONFIRMED', via: ['tabloid'] },
      ],
      'ENGAGED',
    );
    expect(term(found).discount).toBeCloseTo(1095 / (1095 + 500), 10);
  });

  test('an attribution covers what the same document says in the same sense without naming anybody', () => {
    const both: readonly Said[] = [
      { by: 'tabloid', in: 'm', modality: 'REPORTED', on: now },
      { by: 'tabloid', in: 'm', modality: 'RUMORED', on: now, via: ['fans'] },
    ];
    expect(term(verdict(both)).group).toBe('source/fans');
    expect(term(verdict(both)).weight).toBeCloseTo(full(0.15) * 0.9 * 0.7, 10);
  });

  test('but not what it says in another sense, elsewhere, or on record', () => {
    const [other, elsewhere, quoted] = [
      verdict([
        { by: 'tabloid', in: 'm', on: now },
        { by: 'tabloid', in: 'm', stance: 'DENIES', on: now, via: ['fans'] },
      ]),
      verdict([
        { by: 'tabloid', in: 'm', on: now },
        { by: 'tabloid', in: 'n', on: now, via: ['fans'] },
      ]),
      verdict([
        { by: 'magazine', in: 'm', on: now, onRecord: X },
        { by: 'magazine', in: 'm', on: now, via: ['fans'] },
      ]),
    ];
    expect(term(other).group).toBe('source/tabloid');
    expect(termsOf(elsewhere, 'SUPPORTS').map(({ group }) => group)).toEqual([
      'source/tabloid',
      'source/fans',
    ]);
    expect(termsOf(quoted, 'SUPPORTS').map(({ group }) => group)).toEqual([X.id, 'source/fans']);
  });

  test('of several attributions the shortest covers, then the first by name', () => {
    const covered = (...chains: readonly (readonly string[])[]) => {
      const said = chains.map((via): Said => ({
        by: 'tabloid',
        in: 'm',
        modality: 'SPECULATED',
        on: now,
        via,
      }));
      const found = verdict([{ by: 'tabloid', in: 'm', modality: 'CONFIRMED', on: now }, ...said]);
      return termsOf(found, 'SUPPORTS').find(({ claims }) => claims.includes('claim/0000' as Claim['id']))
        ?.group;
    };
    expect(covered(['paper', 'trade'], ['magazine'])).toBe('source/magazine');
    expect(covered(['magazine'], ['paper', 'trade'])).toBe('source/magazine');
    expect(covered(['trade'], ['fans'])).toBe('source/fans');
    expect(covered(['fans'], ['trade'])).toBe('source/fans');
  });

  test('a document that is taken from another is a relay of it', () => {
    const found = verdict([
      { by: 'tabloid', on: now - 200 },
      { by: 'paper', on: now, copies: 'document/own-0000' as DocumentId },
    ]);
    expect(term(found)).toMatchObject({ group: 'source/tabloid' });
    expect(found.lastHeard?.text).toBe(dateOfDay(now - 200).text);
  });

  test('derivation goes on through documents that state nothing on file', () => {
    const world = worldOf([
      { by: 'paper', on: now, modality: 'CONFIRMED', copies: 'document/between' as DocumentId },
    ]);
    const home = world.documents.get('document/own-0000' as DocumentId) as Document;
    const make = (id: string, by: string, days: number, from: readonly string[]): Document => ({
      ...home,
      id: id as DocumentId,
      source: (SOURCES[by] as Source).id,
      published: dateOfDay(now - days),
      derivedFrom: from as readonly DocumentId[],
    });
    const upstream = [
      make('document/between', 'magazine', 30, ['document/first', 'document/lost']),
      make('document/first', 'fans', 60, ['document/between']),
    ];
    const found = evaluatePair(
      asked(),
      dossierOf(world.claims, new Map([home, ...upstream].map((one) => [one.id, one]))),
    );
    expect(term(found).group).toBe('source/fans');
    expect(term(found).weight).toBeCloseTo(full(0.15) * 0.49, 10);
    expect(term(found).discount).toBeCloseTo(730 / (730 + 60), 10);
  });

  test('of several originals one that states the same comes first, then the earliest, then the first by name', () => {
    const from = (ids: readonly string[], said: readonly Said[]) => {
      const world = worldOf([...said, { by: 'paper', on: now }]);
      const derived = changed(world, ({ id }) =>
        id === `document/own-000${said.length}` ? { derivedFrom: ids as readonly DocumentId[] } : {},
      );
      const found = evaluatePair(asked(), derived);
      return termsOf(found, 'SUPPORTS').find(({ claims }) =>
        claims.includes(`claim/000${said.length}` as Claim['id']),
      )?.group;
    };
    const [fans, trade] = [{ by: 'fans', on: now - 5 } as const, { by: 'trade', on: now - 9 } as const];
    const both = ['document/own-0000', 'document/own-0001'];
    expect(from(both, [fans, trade])).toBe('source/trade');
    expect(from(both, [fans, { ...trade, stance: 'DENIES' }])).toBe('source/fans');
    expect(from(both, [{ ...fans, on: now - 9 }, trade])).toBe('source/fans');
    expect(from(['document/nowhere'], [])).toBe('source/paper');
  });

  test('texts in common make the later one a copy, pairwise and never chained', () => {
    const shingles: Readonly<Record<string, readonly number[]>> = {
      'document/own-0000': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      'document/own-0001': [6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
      'document/own-0002': [12, 13, 14, 15, 16, 17, 18, 19, 20, 21],
    };
    const world = worldOf([
      { by: 'fans', on: now - 9 },
      { by: 'tabloid', on: now - 5 },
      { by: 'paper', on: now },
    ]);
    const found = evaluatePair(
      asked(),
      changed(world, ({ id }) => ({ shingles: shingles[id] ?? null })),
    );
    const groups = termsOf(found, 'SUPPORTS').map(({ group, claims }) => [group, claims]);
    expect(groups).toEqual([
      ['source/fans', ['claim/0000', 'claim/0001']],
      ['source/tabloid', ['claim/0002']],
    ]);
    expect(found.independentSources).toBe(2);
  });

  test('a claim that names somebody is covered by nobody else', () => {
    const found = verdict([
      { by: 'tabloid', in: 'm', on: now, via: ['fans'] },
      { by: 'tabloid', in: 'm', on: now, via: ['paper', 'trade'] },
    ]);
    expect(termsOf(found, 'SUPPORTS').map(({ group }) => group)).toEqual(['source/fans', 'source/trade']);
  });

  test('a citation of one document leaves the others of that source alone', () => {
    const world = worldOf([
      { by: 'tabloid', on: now - 400 },
      { by: 'tabloid', on: now - 50 },
      { by: 'paper', kind: 'ENGAGED', modality: 'CONFIRMED', on: now },
    ]);
    const cite = (cited: string | null): number | undefined => {
      const claims = world.claims.map((one, at) =>
        at < 2
          ? one
          : {
              ...one,
              attributedTo: [{ source: (SOURCES['tabloid'] as Source).id, document: cited as DocumentId }],
            },
      );
      return term(evaluatePair(asked('ENGAGED'), { ...world, claims })).discount;
    };
    expect(cite('document/own-0000')).toBeCloseTo(1095 / 1495, 10);
    expect(cite('document/own-0001')).toBeCloseTo(1095 / 1145, 10);
    expect(cite(null)).toBeCloseTo(1095 / 1145, 10);
  });

  test('a text taken over goes on to whom its original names, and a name to whose text that is', () => {
    const texts = (world: Dossier, of: readonly number[]): Dossier =>
      changed(world, ({ id }) => ({
        shingles: of.some((at) => id === `document/own-000${at}`) ? [1, 2, 3] : null,
      }));
    const copied = worldOf([
      { by: 'tabloid', on: now - 5, via: ['fans'] },
      { by: 'paper', on: now },
    ]);
    expect(term(evaluatePair(asked(), texts(copied, [0, 1]))).group).toBe('source/fans');
    const named = worldOf([
      { by: 'fans', on: now - 9 },
      { by: 'tabloid', on: now - 5 },
      { by: 'paper', on: now, via: ['tabloid'] },
    ]);
    expect(term(evaluatePair(asked(), texts(named, [0, 1]))).group).toBe('source/fans');
  });

  test('people who say the same words again speak again', () => {
    const world = worldOf([
      { by: 'own-x', on: now - 900 },
      { by: 'own-x', on: now },
    ]);
    const found = evaluatePair(
      asked(),
      changed(world, () => ({ shingles: [1, 2, 3] })),
    );
    expect(term(found).discount).toBe(1);
  });

  test('a circle is one origin, its weakest member a hop down', () => {
    const found = verdict([
      { by: 'tabloid', modality: 'CONFIRMED', on: now - 4, via: ['magazine'] },
      { by: 'magazine', modality: 'SPECULATED', on: now - 8, via: ['tabloid'] },
    ]);
    expect(term(found).group).toBe('source/magazine');
    expect(term(found).claims).toHaveLength(2);
    expect(term(found).weight).toBeCloseTo(full(0.3) * 0.4 * 0.7, 10);
    expect(term(found).discount).toBeCloseTo(730 / 738, 10);
  });

  test('a circle of three is one origin, and so is what relays it', () => {
    const found = verdict([
      { by: 'tabloid', on: now, via: ['magazine'] },
      { by: 'magazine', on: now, via: ['paper'] },
      { by: 'paper', on: now, via: ['tabloid'] },
      { by: 'fans', on: now, via: ['paper'] },
    ]);
    expect(term(found).group).toBe('source/magazine');
    expect(term(found).weight).toBeCloseTo(full(0.3) * 0.9 * 0.7, 10);
    expect(term(found).claims).toHaveLength(4);
  });

  test('what relays a circle is a hop further down, and no part of it', () => {
    const circle = (modality: Said['modality'] = 'CONFIRMED'): readonly Said[] => [
      { by: 'tabloid', modality, on: now - 4, via: ['magazine'] },
      { by: 'magazine', modality, on: now - 8, via: ['tabloid'] },
    ];
    const outside: Said = { by: 'paper', kind: 'MARRIED', modality: 'CONFIRMED', on: now, via: ['tabloid'] };
    const relayed = verdict([...circle(), outside], 'MARRIED');
    expect(term(relayed).weight).toBeCloseTo(full(0.3) * 0.49, 10);
    expect(term(relayed).discount).toBeCloseTo(20_000 / 20_008, 10);
    expect(termsOf(verdict(circle()), 'SUPPORTS')[0]?.weight).toBeCloseTo(full(0.3) * 0.7, 10);
    const twice = verdict(
      [
        ...circle(),
        { by: 'trade', modality: 'CONFIRMED', on: now - 3, via: ['glossy', 'magazine'] },
        { by: 'glossy', modality: 'CONFIRMED', on: now - 2, via: ['trade'] },
        { ...outside, via: ['trade'] },
      ],
      'MARRIED',
    );
    expect(term(twice).group).toBe('source/magazine');
    expect(term(twice).weight).toBeLessThanOrEqual(full(0.3) * 0.343);
  });

  test('what cites Hearsay is no witness, nor is what takes from it', () => {
    const one = worldOf([{ by: 'magazine', on: now }]);
    expect(
      evaluatePair(
        asked(),
        changed(one, () => ({ citesHearsay: true })),
      ).status,
    ).toBe('NO_EVIDENCE');
    const taken = worldOf([
      { by: 'magazine', on: now },
      { by: 'tabloid', on: now, copies: 'document/own-0000' as DocumentId },
      { by: 'fans', on: now, copies: 'document/own-0001' as DocumentId },
    ]);
    const barred = changed(taken, ({ id }) => ({ citesHearsay: id === 'document/own-0000' }));
    expect(evaluatePair(asked(), barred).status).toBe('NO_EVIDENCE');
  });

  test('a dossier that lacks what a claim points at is a fault', () => {
    const world = worldOf([{ by: 'magazine', on: now, via: ['tabloid'], shows: [[0, 'SUPPORTS']] }]);
    for (const part of ['documents', 'sources', 'evidence'] as const) {
      expect(() => evaluatePair(asked(), { ...world, [part]: new Map() })).toThrow(
        /Expected the dossier to hold/,
      );
    }
  });
});

describe('what is hard', () => {
  // Strong enough to be CONFIRMED as soon as anything hard joins, and held at .90 without.
  const many = ['magazine', 'paper', 'trade', 'glossy'].map((by): Said => ({
    by,
    modality: 'CONFIRMED',
    on: now,
  }));
  const extra = {
    ...SOURCES,
    saint: source('saint', { reliability: 0.95 }),
    modest: source('modest', { kind: 'PERSON', outletType: null, person: X.id, reliability: 0.4 }),
    diary: source('diary', { kind: 'PERSON', outletType: null, person: Z.id }),
  };
  const isHard = (more: Said): boolean => {
    const { status, confidence } = evaluatePair(asked(), worldOf([...many, more], extra));
    expect(confidence).toBe(status === 'CONFIRMED' ? confidence : 0.9);
    return status === 'CONFIRMED';
  };

  test.each<[string, boolean, Said]>([
    ['an own account', true, { by: 'own-x', on: now }],
    ['an own account that is seldom right', true, { by: 'modest', on: now }],
    ['an account of somebody else', false, { by: 'diary', on: now }],
    ['an outlet that is nearly always right', false, { by: 'saint', modality: 'CONFIRMED', on: now }],
    ['a register', true, { by: 'register', on: now }],
    ['a register that passes on a tabloid', false, { by: 'register', on: now, via: ['tabloid'] }],
    ['a quote on record in a good outlet', true, { by: 'trade', on: now, onRecord: Y }],
    ['a quote on record in a tabloid', false, { by: 'tabloid', on: now, onRecord: X }],
    ['a quote on record, passed on', false, { by: 'trade', on: now, onRecord: X, via: ['saint'] }],
    [
      'a quote on record, worded as a rumor',
      false,
      { by: 'trade', modality: 'RUMORED', on: now, onRecord: X },
    ],
    ['an own account, passed on', false, { by: 'saint', on: now, via: ['own-x'] }],
    ['an own account, worded as a guess', false, { by: 'own-x', modality: 'SPECULATED', on: now }],
    [
      'an intimate photo, however worded',
      true,
      { by: 'tabloid', modality: 'RUMORED', on: now, shows: [[1, 'SUPPORTS']] },
    ],
    [
      'an intimate photo that is said to show nothing',
      false,
      { by: 'tabloid', on: now, shows: [[1, 'NEUTRAL']] },
    ],
    [
      'an intimate photo, passed on',
      false,
      { by: 'tabloid', on: now, via: ['fans'], shows: [[1, 'SUPPORTS']] },
    ],
    ['a photo', false, { by: 'tabloid', on: now, shows: [[0, 'SUPPORTS']] }],
  ])('%s: %s', (_, expected, more) => {
    expect(isHard(more)).toBe(expected);
  });
});

describe('evidence', () => {
  test.each([
    [0, 0.5],
    [1, 1.5],
    [2, 0.5],
    [3, 3],
  ])('of kind %d weighs %d, once however many cite it', (index, weight) => {
    const found = verdict([
      { by: 'magazine', on: now, shows: [[index, 'SUPPORTS']] },
      { by: 'paper', on: now, shows: [[index, 'SUPPORTS']] },
    ]);
    const shown = termsOf(found, 'SUPPORTS').filter(({ source }) => source === null);
    expect(shown).toHaveLength(1);
    expect(shown[0]?.weight).toBeCloseTo(weight, 10);
    expect(found.independentSources).toBe(2);
  });

  test('loses by hops, and nothing is shown by what is said to show nothing', () => {
    const relayed = verdict([
      {
        by: 'magazine',
        on: now,
        via: ['fans'],
        shows: [
          [1, 'SUPPORTS'],
          [0, 'NEUTRAL'],
        ],
      },
    ]);
    const shown = termsOf(relayed, 'SUPPORTS').filter(({ source }) => source === null);
    expect(shown.map(({ group }) => group)).toEqual(['evidence/kiss']);
    expect(shown[0]?.weight).toBeCloseTo(1.5 * 0.7, 10);
  });

  test.each([
    [0, 'REPORTED'],
    [1, 'CONFIRMED'],
    [2, 'REPORTED'],
    [3, 'CONFIRMED'],
  ] as const)('of kind %d alone makes it %s', (index, status) => {
    const said = { by: 'glossy', modality: 'RUMORED', on: now, shows: [[index, 'SUPPORTS']] } as const;
    expect(verdict([said, { by: 'magazine', on: now }]).status).toBe(status);
  });

  test('an intimate photo at second hand is not hard', () => {
    const said = { by: 'glossy', on: now, via: ['magazine'], shows: [[1, 'SUPPORTS']] } as const;
    expect(verdict([said, { by: 'paper', on: now }]).status).toBe('REPORTED');
  });
});

describe('time', () => {
  test.each([
    ['DATING', 730],
    ['ENGAGED', 1095],
    ['MARRIED', 20_000],
    ['FRIENDS', 1825],
    ['FEUD', 730],
    ['COLLABORATORS', 1825],
  ] as const)('%s fades by half in %d days', (kind, days) => {
    expect(term(verdict([{ by: 'magazine', kind, on: now - days }], kind)).discount).toBeCloseTo(0.5, 10);
  });

  test.each(['PARENT_OF', 'SIBLINGS'] as const)('%s never fades, nor does its denial', (kind) => {
    const found = verdict(
      [
        { by: 'magazine', kind, on: now - 9000 },
        { by: 'paper', kind, stance: 'DENIES', on: now - 9000 },
      ],
      kind,
    );
    expect(term(found).discount).toBe(1);
    expect(term(found, 'DENIES').discount).toBe(1);
  });

  test('denials and "single" fade by half in 180 days, "single" from four fifths', () => {
    const found = verdict([
      { by: 'magazine', stance: 'DENIES', on: now - 180 },
      { by: 'paper', kind: 'SINGLE', about: [X, null], on: now - 180 },
    ]);
    const discounts = new Map(termsOf(found, 'DENIES').map(({ group, discount }) => [group, discount]));
    expect(discounts.get('source/magazine')).toBeCloseTo(0.5, 10);
    expect(discounts.get('source/paper')).toBeCloseTo(0.4, 10);
  });

  test('ages run between the middles of coarse dates', () => {
    const found = verdict([{ by: 'magazine', on: '2022' }], 'DATING', parseDate('2024'));
    expect(term(found).discount).toBeCloseTo(730 / (730 + 730.5), 10);
  });

  test('nothing is older than now', () => {
    const found = verdict(
      [{ by: 'own-x', on: '2024-05-01', from: '2018' }],
      'DATING',
      parseDate('2020-06-01'),
    );
    expect(term(found).discount).toBe(1);
  });

  test('a claim vouches from its assertion on, from its start when that is later, not past its end', () => {
    const [asserted, started, ended] = [
      verdict([{ by: 'magazine', on: now - 100, from: '2010' }]),
      verdict([{ by: 'magazine', on: now - 900, from: '2024-01-01' }]),
      verdict([{ by: 'fans', on: now - 100, from: '2015', to: '2020' }]),
    ];
    expect(term(asserted).discount).toBeCloseTo(730 / 830, 10);
    expect(term(started).discount).toBeCloseTo(730 / (730 + now - parseDate('2024-01-01').firstDay), 10);
    const middleOf2020 = (parseDate('2020').firstDay + parseDate('2020').lastDay) / 2;
    expect(term(ended).discount).toBeCloseTo(730 / (730 + now - middleOf2020), 10);
  });

  test('inside a validity that is stated at both ends nothing fades', () => {
    const inside = verdict([{ by: 'magazine', on: '2015-01-01', from: '2015', to: '2030' }]);
    expect(term(inside).discount).toBe(1);
    const lastDay = verdict([{ by: 'magazine', on: '2015-01-01', to: '2024-06-01' }]);
    expect(term(lastDay).discount).toBe(1);
    expect(lastDay.explanation?.ending).toBeNull();
  });

  test('a validity that has passed is an ending from then on', () => {
    const over = verdict([{ by: 'own-x', on: '2024-05-01', from: '2015', to: '2017' }]);
    expect(over).toMatchObject({
      status: 'ENDED',
      answer: 'NO',
      since: { text: '2015' },
      until: { text: '2017' },
    });
    expect(over.denying).toEqual(over.supporting);
    const dayAfter = verdict([{ by: 'own-x', on: '2024-01-01', to: '2024-05-31' }]);
    expect(dayAfter.status).toBe('ENDED');
  });

  test('kinship does not end', () => {
    const found = verdict(
      [{ by: 'register', kind: 'SIBLINGS', on: '1990', from: '1990', to: '2000' }],
      'SIBLINGS',
    );
    expect(found.status).toBe('CONFIRMED');
  });

  test('an ending that was reported late is known for the years before the report', () => {
    const said: readonly Said[] = [
      { by: 'own-x', on: '2018-03-01' },
      { by: 'own-x', stance: 'ENDS', on: '2024-05-01', to: '2019-06-01' },
    ];
    expect(verdict(said, 'DATING', parseDate('2020-06-01')).status).toBe('ENDED');
    expect(verdict(said, 'DATING', parseDate('2019-01-01')).status).toBe('CONFIRMED');
  });

  test('an ending that is announced for later has not come yet', () => {
    const said: readonly Said[] = [
      { by: 'register', kind: 'MARRIED', on: '2018-03-01' },
      { by: 'own-x', kind: 'DIVORCED', on: '2024-05-01', from: '2024-05-01', to: '2024-09-01' },
    ];
    expect(verdict(said, 'MARRIED').status).toBe('CONFIRMED');
    expect(verdict(said, 'MARRIED', parseDate('2024-09')).status).toBe('ENDED');
  });

  test('what was recorded exactly at knownAt counts', () => {
    const at = parseInstant('2024-01-05T12:00:00Z');
    const world = worldOf([{ by: 'magazine', on: now, recordedAt: at }]);
    expect(evaluatePair({ ...asked(), knownAt: at }, world).confidence).not.toBeNull();
    const before = parseInstant('2024-01-05T11:59:59Z');
    expect(evaluatePair({ ...asked(), knownAt: before }, world).confidence).toBeNull();
  });
});
