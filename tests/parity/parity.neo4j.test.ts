import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POLICY_PROFILES, type PolicyProfile } from '../../src/domain/policy.ts';
import type { DerivedRelationship } from '../../src/domain/verdict.ts';
import { openCostars } from '../../src/costars/costar-index.ts';
import type { CostarSearch } from '../../src/ports/costar-search.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { contentsOf, differences, pageDifferences, type Side } from './comparison.ts';
import { memberTypes, unaskedFields } from './documents.ts';
import { listsOf, questionsAbout, REFUSED, type Question, type Times } from './questions.ts';
import { openBoth, type BothStores } from './stores.ts';
import { fullWorld, type FullWorld } from './worlds.ts';

const WORLDS = 6;
/** Tells the worlds of one run from those of another: put it in place of the clock to have them again. */
const SEED = Date.now() % 2 ** 31;
const TIMES: readonly Times[] = [
  {},
  { asOf: '2024' },
  { asOf: '2023-06-15', knownAt: '2024-01-01T00:00:00Z' },
  { asOf: '2019' },
  { knownAt: '2024-05-01T00:00:00Z' },
];

let both: BothStores;
let costars: readonly [CostarSearch, CostarSearch];
const worlds: FullWorld[] = [];
const seen = new Set<string>();

beforeAll(async () => {
  both = await openBoth();
  worlds.push(...fc.sample(fullWorld, { numRuns: WORLDS, seed: SEED }));
  for (const { changes } of worlds) for (const change of changes) await both.apply(change);
  costars = [
    openCostars({ store: both.sqlite, folder: null }),
    openCostars({ store: both.neo4j, folder: null }),
  ];
}, 300_000);
afterAll(async () => {
  for (const each of costars) await each.close();
  await both.close();
});

function sides(profile: PolicyProfile): readonly [Side, Side] {
  return [
    { store: both.sqlite, costars: costars[0], profile },
    { store: both.neo4j, costars: costars[1], profile },
  ];
}

function noteTypes(answer: string): void {
  for (const [, type] of answer.matchAll(/"__typename":"(\w+)"/g)) if (type !== undefined) seen.add(type);
}

describe('both stores, with the same worlds recorded', () => {
  test('have the same on file, derive the same and tell the same feed', async () => {
    expect(await contentsOf(both.neo4j)).toEqual(await contentsOf(both.sqlite));
  });

  test.each(POLICY_PROFILES)(
    'answer every question alike, to the byte, under %s',
    async (profile) => {
      const chosen = worlds.filter((_, at) => POLICY_PROFILES[at % POLICY_PROFILES.length] === profile);
      for (const world of chosen) {
        const found = await differences(...sides(profile), questionsAbout(world, TIMES), noteTypes);
        expect(found, `seed ${SEED}`).toEqual([]);
      }
    },
    300_000,
  );

  test('cut lists alike, and each goes on from a cursor that the other gave out', async () => {
    for (const world of worlds.slice(0, 2)) {
      const found = await pageDifferences(...sides('cautious'), listsOf(world));
      expect(found, `seed ${SEED}`).toEqual([]);
    }
  }, 300_000);

  test('refuse alike', async () => {
    expect(await differences(...sides('cautious'), REFUSED)).toEqual([]);
  });

  test('find the same candidates for what somebody types, in the same order', async () => {
    const typed = [
      ...worlds.flatMap((world) => world.typed),
      'p',
      'pe',
      'person 1',
      'wrk',
      'Persn 2',
      'a b c',
    ];
    for (const text of typed) {
      for (const limit of [3, 500]) {
        const asked = [both.sqlite, both.neo4j].map((store) =>
          store.searchNames(text, ['person', 'work', 'character'], limit),
        );
        const [left, right] = await Promise.all(asked);
        expect([text, right]).toEqual([text, left]);
      }
    }
  });

  test('were asked for every field of the schema, and came to every type', () => {
    expect(unaskedFields()).toEqual([]);
    expect(memberTypes().filter((type) => !seen.has(type))).toEqual([]);
  });
});

describe('derived anew', () => {
  test('both have what they had, and the same as the other, to the bit', async () => {
    const before = await contentsOf(both.sqlite);
    await Promise.all([both.sqlite, both.neo4j].map((store) => store.rebuild(() => undefined)));
    expect(await contentsOf(both.sqlite)).toEqual(before);
    expect(await contentsOf(both.neo4j)).toEqual(before);
    for (const store of [both.sqlite, both.neo4j]) {
      expect(await store.verify(() => undefined)).toMatchObject({ ok: true });
    }
  }, 300_000);
});

/** Stores that are off by next to nothing. */
const PERTURBATIONS: readonly (readonly [string, (store: GraphStore) => GraphStore])[] = [
  [
    'the order of one list',
    (store) => ({
      ...store,
      claims: async (...asked) => {
        const page = await store.claims(...asked);
        return { ...page, items: page.items.toReversed() };
      },
    }),
  ],
  [
    'the last bit of what sources are worth',
    (store) => ({
      ...store,
      pairDossier: async (...asked) => {
        const dossier = await store.pairDossier(...asked);
        const sources = [...dossier.sources.values()].map((one) => ({
          ...one,
          reliability: next(one.reliability),
        }));
        return { ...dossier, sources: new Map(sources.map((one) => [one.id, one])) };
      },
    }),
  ],
  [
    'one number of how many there are',
    (store) => ({
      ...store,
      sources: async (...asked) => {
        const page = await store.sources(...asked);
        return { ...page, total: page.total + 1 };
      },
    }),
  ],
];

/** The next larger number that there is. */
function next(number: number | null): number | null {
  if (number === null) return null;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, number);
  bits.setBigUint64(0, bits.getBigUint64(0) + 1n);
  return bits.getFloat64(0);
}

describe('this comparison', () => {
  const aboutLists = (world: FullWorld): readonly Question[] => [
    { field: 'sources', variables: { first: 100 } },
    { field: 'claims', variables: { filter: { person: { id: world.couple[0].id } } } },
  ];
  const aboutTwo = (world: FullWorld): readonly Question[] => {
    const [a, b] = world.couple.map(({ id }) => ({ id }));
    return [{ field: 'relationship', variables: { a, b } }];
  };

  test.each(PERTURBATIONS)('finds a store that differs in %s', async (_, perturb) => {
    const [left, right] = sides('open');
    const questions = worlds.flatMap((world) => [...aboutLists(world), ...aboutTwo(world)]);
    expect(await differences(left, right, questions)).toEqual([]);
    const found = await differences(left, { ...right, store: perturb(right.store) }, questions);
    expect(found.length).toBeGreaterThan(0);
  });

  test('finds one edge whose confidence differs in its last bit', async () => {
    let isFirst = true;
    const nudged = (edge: DerivedRelationship): DerivedRelationship => {
      if (!isFirst || edge.confidence === null) return edge;
      isFirst = false;
      return { ...edge, confidence: next(edge.confidence) };
    };
    const off: GraphStore = {
      ...both.neo4j,
      edges: async (...asked) => {
        const slice = await both.neo4j.edges(...asked);
        return { ...slice, edges: slice.edges.map(nudged) };
      },
    };
    expect(await contentsOf(off)).not.toEqual(await contentsOf(both.sqlite));
  });
});
