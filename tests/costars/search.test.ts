import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCostars } from '../../src/costars/find-costars.ts';
import { findPaths } from '../../src/costars/find-paths.ts';
import { naiveCostars, naivePaths } from './naive.ts';
import { costarWorld, graphOf, scope, twoPeople } from './worlds.ts';

const builtOf = fc.nat({ max: 30 });

describe('co-stars', () => {
  test('are those that looking at everybody finds, in the same order, however the graph came about', () => {
    const query = fc.record({
      depth: fc.constantFrom<1 | 2>(1, 2),
      limit: fc.integer({ min: 1, max: 9 }),
      minShared: fc.integer({ min: 1, max: 2 }),
    });
    fc.assert(
      fc.property(costarWorld, builtOf, scope, query, twoPeople, (world, built, within, asked, [root]) => {
        const question = { ...within, ...asked, root };
        const found = findCostars(graphOf(world, built), question);
        expect(found).toEqual(naiveCostars(world, question));
      }),
      { numRuns: 1_500 },
    );
  });
});

describe('paths', () => {
  test('are all of the shortest ones that plain breadth-first search finds', () => {
    fc.assert(
      fc.property(
        costarWorld,
        builtOf,
        scope,
        twoPeople,
        fc.integer({ min: 1, max: 6 }),
        (world, built, within, [from, to], maxDepth) => {
          const question = { ...within, from, to, maxDepth, limit: 50 };
          expect(findPaths(graphOf(world, built), question)).toEqual(naivePaths(world, question));
        },
      ),
      { numRuns: 1_500 },
    );
  });

  test('are told up to the limit, the same whether the graph was built or heard of them later', () => {
    fc.assert(
      fc.property(costarWorld, builtOf, scope, twoPeople, (world, built, within, [from, to]) => {
        const question = { ...within, from, to, maxDepth: 6, limit: 2 };
        const all = naivePaths(world, question);
        const found = findPaths(graphOf(world, built), question);
        expect(found).toEqual(findPaths(graphOf(world, 30), question));
        expect(found.length).toBe(all.length);
        expect(found.truncated).toBe(all.paths.length > 2);
        expect(found.paths.length).toBe(Math.min(all.paths.length, 2));
        for (const path of found.paths) expect(all.paths).toContainEqual(path);
      }),
      { numRuns: 800 },
    );
  });

  test('back are the paths there, reversed', () => {
    fc.assert(
      fc.property(costarWorld, builtOf, scope, twoPeople, (world, built, within, [from, to]) => {
        const graph = graphOf(world, built);
        const there = findPaths(graph, { ...within, from, to, maxDepth: 6, limit: 2 });
        const back = findPaths(graph, { ...within, from: to, to: from, maxDepth: 6, limit: 2 });
        const turned = back.paths.map((path) =>
          path.map((hop) => ({ ...hop, a: hop.b, b: hop.a })).reverse(),
        );
        expect(back.length).toBe(there.length);
        expect(turned).toHaveLength(there.paths.length);
        for (const path of there.paths) expect(turned).toContainEqual(path);
      }),
      { numRuns: 500 },
    );
  });
});
