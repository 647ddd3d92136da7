import { parseDate } from '../../src/domain/time.ts';
import type { PersonId, WorkId } from '../../src/domain/ids.ts';
import {
  MAX_WORKS_FOUND,
  type CostarPathQuery,
  type CostarQuery,
  type CostarScope,
  type FoundCostar,
  type FoundCostars,
  type FoundEdge,
  type FoundHop,
  type FoundPaths,
} from '../../src/ports/costar-search.ts';
import type { CostarWorld } from './worlds.ts';

// The rules of the port in as few words as possible, over lists; slow, and meant to be read.

type Casts = ReadonlyMap<WorkId, ReadonlySet<PersonId>>;

function castsOf(world: CostarWorld, { roles, asOf, knownAt }: CostarScope): Casts {
  const casts = new Map<WorkId, Set<PersonId>>();
  for (const { person, work, role, recordedAt } of world.parts) {
    const date = world.premiered.get(work);
    if (date !== undefined && parseDate(date).firstDay > asOf) continue;
    if (!roles.includes(role) || (knownAt !== null && recordedAt > knownAt)) continue;
    if (world.privates.has(person)) continue;
    casts.set(work, (casts.get(work) ?? new Set()).add(person));
  }
  return casts;
}

function shared(casts: Casts, a: PersonId, b: PersonId): readonly WorkId[] {
  return [...casts]
    .filter(([, cast]) => cast.has(a) && cast.has(b))
    .map(([work]) => work)
    .sort();
}

function everybody(casts: Casts): readonly PersonId[] {
  return [...new Set([...casts.values()].flatMap((cast) => [...cast]))].sort();
}

function edge(casts: Casts, x: PersonId, y: PersonId): FoundEdge {
  const [a, b] = x < y ? [x, y] : [y, x];
  const works = shared(casts, a, b);
  return { a, b, sharedWorks: works.length, works: works.slice(0, MAX_WORKS_FOUND) };
}

const byRank = (x: FoundCostar, y: FoundCostar): number =>
  y.sharedWorks - x.sharedWorks || (x.person < y.person ? -1 : 1);

/** Co-stars by looking at everybody. */
export function naiveCostars(world: CostarWorld, query: CostarQuery): FoundCostars {
  const { root, depth, limit, minShared } = query;
  const casts = castsOf(world, query);
  const people = everybody(casts).filter((person) => person !== root);
  const around = (from: PersonId, step: 1 | 2, those: readonly PersonId[]): readonly FoundCostar[] =>
    those
      .map((person) => ({ person, depth: step, sharedWorks: shared(casts, from, person).length }))
      .filter(({ person, sharedWorks }) => person !== from && sharedWorks >= minShared);
  const all = world.privates.has(root) ? [] : [...around(root, 1, people)].sort(byRank);
  const first = all.slice(0, limit);
  const others = people.filter((person) => !first.some((each) => each.person === person));
  const second =
    depth === 1
      ? []
      : others
          .flatMap((person) => {
            const best = first.flatMap((each) => around(each.person, 2, [person])).sort(byRank)[0];
            return best === undefined ? [] : [best];
          })
          .sort(byRank);
  const kept = [...first, ...second.slice(0, limit - first.length)];
  const edges = kept.flatMap((x, at) =>
    [{ person: root, depth: 0 }, ...kept.slice(0, at)]
      .filter((y) => Math.min(x.depth, y.depth) < depth)
      .map((y) => edge(casts, x.person, y.person))
      .filter(({ sharedWorks }) => sharedWorks >= minShared),
  );
  return {
    people: [{ person: root, depth: 0, sharedWorks: 0 }, ...kept],
    edges: edges.sort(
      (x, y) => y.sharedWorks - x.sharedWorks || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1),
    ),
    truncated: all.length + second.length > kept.length,
  };
}

/** The length of the shortest paths by plain breadth-first search, and all of them. */
export function naivePaths(world: CostarWorld, query: CostarPathQuery): FoundPaths {
  const casts = castsOf(world, query);
  const people = everybody(casts);
  let ways: (readonly PersonId[])[] = [[query.from]];
  const seen = new Set<PersonId>([query.from]);
  for (let length = 1; length <= query.maxDepth; length += 1) {
    ways = ways.flatMap((way) => {
      const last = way.at(-1) ?? query.from;
      return people
        .filter((next) => !seen.has(next) && shared(casts, last, next).length > 0)
        .map((next) => [...way, next]);
    });
    for (const way of ways) seen.add(way.at(-1) ?? query.from);
    const arrived = ways.filter((way) => way.at(-1) === query.to);
    if (arrived.length === 0) continue;
    const paths = arrived
      .sort((x, y) => (x.join('\n') < y.join('\n') ? -1 : 1))
      .map((way) => hops(casts, way));
    return { length, paths, truncated: false };
  }
  return { length: null, paths: [], truncated: false };
}

function hops(casts: Casts, way: readonly PersonId[]): readonly FoundHop[] {
  return way.slice(1).map((b, at) => {
    const a = way[at] ?? b;
    return { ...edge(casts, a, b), a, b };
  });
}
