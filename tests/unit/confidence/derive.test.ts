import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import { deriveRelationships } from '../../../src/domain/derive.ts';
import type { Dossier } from '../../../src/domain/dossier.ts';
import { byCodeUnit } from '../../../src/domain/ids.ts';
import { parseInstant } from '../../../src/domain/time.ts';
import type { DerivedRelationship } from '../../../src/domain/verdict.ts';
import { sharedSayings, TODAY, worldOf, X, Y, Z, type Said } from './worlds.ts';

const now = TODAY.lastDay;

function derived(said: readonly Said[]): readonly DerivedRelationship[] {
  return deriveRelationships(worldOf(said));
}

function only(world: Dossier, keep: (claim: Claim) => boolean): Dossier {
  return { ...world, claims: world.claims.filter(keep) };
}

function pairOfClaim({ subject, object }: Claim): string {
  return [subject, object ?? ''].sort(byCodeUnit).join(' ');
}

describe('stored relationships', () => {
  test('one per pair and family, in order, the parent first', () => {
    const edges = derived([
      { by: 'magazine', kind: 'MARRIED', on: now },
      { by: 'magazine', kind: 'FRIENDS', on: now },
      { by: 'magazine', on: now, about: [Y, Z] },
      { by: 'register', kind: 'PARENT_OF', about: [Z, X], on: '1990' },
      { by: 'magazine', kind: 'DATING', on: now - 9 },
    ]);
    expect(edges.map(({ a, b, family }) => [a, b, family])).toEqual([
      [X.id, Y.id, 'FRIENDS'],
      [X.id, Y.id, 'ROMANCE'],
      [Y.id, Z.id, 'ROMANCE'],
      [Z.id, X.id, 'PARENT_OF'],
    ]);
  });

  test('carry the verdict for the date of the latest claim', () => {
    const [edge] = derived([
      { by: 'own-x', on: '2020-05-01', from: '2019' },
      { by: 'own-y', kind: 'SPLIT', on: '2022-05', to: '2022-04' },
    ]);
    expect(edge).toEqual({
      a: X.id,
      b: Y.id,
      family: 'ROMANCE',
      kind: 'DATING',
      status: 'ENDED',
      confidence: edge?.confidence,
      independentSources: 1,
      since: expect.objectContaining({ text: '2019' }) as unknown,
      until: expect.objectContaining({ text: '2022-04' }) as unknown,
      engineVersion: '1.0.0',
      evaluatedAt: expect.objectContaining({ text: '2022-05' }) as unknown,
    });
    expect(edge?.confidence).toBeLessThan(0.1);
  });

  test('of dates that end on one day the last by name counts', () => {
    const dates = (...on: readonly string[]) =>
      derived(on.map((one) => ({ by: 'magazine', on: one })))[0]?.evaluatedAt.text;
    expect(dates('2022-12-31', '2022')).toBe('2022-12-31');
    expect(dates('2022', '2022-12-31')).toBe('2022-12-31');
    expect(dates('2023-01', '2022-12-31')).toBe('2023-01');
  });

  test('leave retracted claims and mere mentions aside', () => {
    const world = worldOf([
      { by: 'magazine', on: now - 30 },
      { by: 'paper', on: now },
    ]);
    const retraction = {
      by: 'p',
      at: parseInstant('2024-06-02T00:00:00Z'),
      reason: 'SUPERSEDED',
      note: null,
    } as const;
    const taken = {
      ...world,
      claims: world.claims.map((claim, at) => (at === 1 ? { ...claim, retraction } : claim)),
    };
    expect(deriveRelationships(taken)).toEqual(
      deriveRelationships(only(world, ({ id }) => id === 'claim/0000')),
    );
    expect(
      deriveRelationships({ ...world, claims: world.claims.map((claim) => ({ ...claim, retraction })) }),
    ).toEqual([]);
    expect(derived([{ by: 'magazine', stance: 'CONTEXT', on: now }])).toEqual([]);
  });

  test('leave what cites Hearsay without an edge', () => {
    const world = worldOf([{ by: 'magazine', on: now }]);
    const documents = new Map([...world.documents].map(([id, one]) => [id, { ...one, citesHearsay: true }]));
    expect(deriveRelationships({ ...world, documents })).toEqual([]);
  });

  test('heed kinship of the pair, but neither "single" nor romances with others', () => {
    const rumor: Said = { by: 'magazine', on: now };
    const [plain] = derived([rumor]);
    const [crowded] = derived([
      rumor,
      { by: 'own-x', kind: 'SINGLE', about: [X, null], on: now },
      { by: 'own-x', about: [X, Z], modality: 'CONFIRMED', on: now },
    ]);
    expect(crowded).toEqual(plain);
    const kin: Said = { by: 'register', kind: 'PARENT_OF', about: [Y, X], on: '1990' };
    expect(derived([rumor, kin]).find(({ family }) => family === 'ROMANCE')?.status).toBe('DENIED');
    const others: Said = { by: 'register', kind: 'SIBLINGS', about: [Y, Z], on: '1990' };
    expect(derived([rumor, others]).find(({ family }) => family === 'ROMANCE')).toEqual(plain);
  });

  test('incremental equals full rebuild: claim by claim, only the pair that a claim names is derived anew', () => {
    fc.assert(
      fc.property(sharedSayings, (said) => {
        const world = worldOf(said.filter(({ about }) => about?.[1] !== null));
        const kept = new Map<string, readonly DerivedRelationship[]>();
        world.claims.forEach((claim, at) => {
          const pair = pairOfClaim(claim);
          const known = only(
            world,
            (other) => pairOfClaim(other) === pair && world.claims.indexOf(other) <= at,
          );
          kept.set(pair, deriveRelationships(known));
        });
        const incremental = [...kept.values()]
          .flat()
          .sort((x, y) => byCodeUnit(x.a, y.a) || byCodeUnit(x.b, y.b) || byCodeUnit(x.family, y.family));
        expect(incremental).toStrictEqual(deriveRelationships(world));
      }),
      { numRuns: 150 },
    );
  });

  test('a derivation that looks at the other pairs’ dates is caught by that', () => {
    const world = worldOf([
      { by: 'magazine', on: now - 900 },
      { by: 'magazine', on: now, about: [X, Z] },
    ]);
    const latest = world.claims.at(-1)?.assertedAt;
    const careless = deriveRelationships(world).map((edge) => ({ ...edge, evaluatedAt: latest }));
    expect(careless).not.toEqual(deriveRelationships(world));
  });
});
