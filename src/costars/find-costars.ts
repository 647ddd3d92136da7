import type { CostarQuery, FoundCostar, FoundCostars, FoundEdge } from '../ports/costar-search.ts';
import { MAX_MARK, type LiveGraph } from './live-graph.ts';
import { markedWorks, markWorks, sharedWorks } from './shared-works.ts';
import { atOnce, type Steps } from './take-turns.ts';

/** Entries that one search looks at: a few milliseconds' worth. */
export const MAX_SPENT = 2_000_000;
/** Edges of one answer. */
const MAX_EDGES = 1_000;
/** Entries or nodes after which a search may be interrupted: a fraction of a millisecond's worth. */
const STEP = 10_000;

/** Times as many credits from which on it is cheaper to look each work of the other up than to go through all. */
const BUSIER = 8;

/** Somebody with the works that count for their rank. */
interface Ranked {
  readonly node: number;
  readonly shared: number;
}

/** Two people whose edge may be in the answer. */
interface Link extends Ranked {
  readonly from: number;
  /** Whether somebody is in the graph on account of it. */
  readonly isNeeded: boolean;
}

/** What one search has at hand. */
interface Search {
  readonly graph: LiveGraph;
  readonly query: CostarQuery;
  /** Entries that may be looked at until here. */
  budget: number;
  isCut: boolean;
}

/** Somebody's co-stars, at depth 2 with theirs, ranked. */
export function findCostars(graph: LiveGraph, query: CostarQuery): FoundCostars {
  return atOnce(findCostarsInSteps(graph, query));
}

/** The same in steps, between which nothing else may search or change this graph. */
export function* findCostarsInSteps(graph: LiveGraph, query: CostarQuery): Steps<FoundCostars> {
  graph.begin(query);
  const root = graph.personNode(query.root);
  const rootItself: FoundCostar = { person: query.root, depth: 0, sharedWorks: 0 };
  if (root < 0) return { people: [rootItself], edges: [], truncated: false };
  // At depth 2 half is kept for the edges among those who were found.
  const search: Search = {
    graph,
    query,
    budget: query.depth === 1 ? MAX_SPENT : MAX_SPENT / 2,
    isCut: false,
  };
  const first = yield* firstRing(search, root);
  const second = query.depth === 1 ? new Map<number, Link>() : yield* secondRing(search, root, first);
  const secondRanked = [...second.values()].sort((a, b) => byRank(graph, a, b));
  const links: Link[] = [
    ...first.map(({ node, shared }) => ({ from: root, node, shared, isNeeded: true })),
    ...secondRanked,
    ...(query.depth === 1 ? [] : yield* linksAmong(search, first, second)),
  ];
  const edges = yield* edgesOf(search, links);
  return {
    people: [rootItself, ...peopleOf(graph, first, 1), ...peopleOf(graph, secondRanked, 2)],
    edges,
    truncated: search.isCut,
  };
}

function peopleOf(graph: LiveGraph, ring: readonly Ranked[], depth: 1 | 2): readonly FoundCostar[] {
  return ring.map(({ node, shared }) => ({ person: graph.personId(node), depth, sharedWorks: shared }));
}

function byRank(graph: LiveGraph, a: Ranked, b: Ranked): number {
  return b.shared - a.shared || graph.compare(a.node, b.node);
}

/** Counts the works that `person` shares with each other, in their marks. Returns how many are in the queue. */
function* countShared(search: Search, person: number): Steps<number> {
  const { graph } = search;
  const { works, cast } = graph;
  graph.unmark();
  // A mark that counts nothing: nobody is their own co-star.
  graph.mark(person, MAX_MARK);
  graph.worksOf(person, works);
  let found = 0;
  let pause = graph.spent + STEP;
  for (let index = 0; index < works.length; index += 1) {
    if (graph.spent > pause) {
      yield;
      pause = graph.spent + STEP;
    }
    const work = works.values[index] ?? 0;
    if (graph.spent + graph.degree(work) > search.budget) {
      search.isCut = true;
      break;
    }
    found = graph.countCast(work, found, cast);
  }
  return found;
}

function* firstRing(search: Search, root: number): Steps<readonly Ranked[]> {
  const { graph, query } = search;
  const ring: Ranked[] = [];
  const found = yield* countShared(search, root);
  for (let index = 0; index < found; index += 1) {
    if (index % STEP === STEP - 1) yield;
    const node = graph.queue[index] ?? 0;
    const shared = graph.marked(node);
    if (shared < query.minShared) continue;
    // Most are not among the best: nothing is made of them.
    if (shared < (ring[query.limit - 1]?.shared ?? 0)) search.isCut = true;
    else keepBest(search, ring, { node, shared }, query.limit);
  }
  return ring;
}

/** Puts somebody in their place among the best; the last goes when there are too many. */
function keepBest<T extends Ranked>(search: Search, ring: T[], candidate: T, limit: number): T | null {
  const { graph } = search;
  const last = ring[limit - 1];
  if (last !== undefined && byRank(graph, last, candidate) <= 0) {
    search.isCut = true;
    return candidate;
  }
  let low = 0;
  let high = ring.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = ring[middle];
    if (at !== undefined && byRank(graph, at, candidate) <= 0) low = middle + 1;
    else high = middle;
  }
  ring.splice(low, 0, candidate);
  if (ring.length <= limit) return null;
  search.isCut = true;
  return ring.pop() ?? null;
}

/** Co-stars of co-stars, each on account of the one they share the most with, as far as there is room. */
function* secondRing(
  search: Search,
  root: number,
  first: readonly Ranked[],
): Steps<ReadonlyMap<number, Link>> {
  const { graph, query } = search;
  const room = query.limit - first.length;
  const nearer = new Set([root, ...first.map(({ node }) => node)]);
  const kept = new Map<number, Link>();
  const ring: Link[] = [];
  for (const { node: from } of first) {
    if (search.isCut && graph.spent >= search.budget) break;
    const found = yield* countShared(search, from);
    yield;
    for (let index = 0; index < found; index += 1) {
      const node = graph.queue[index] ?? 0;
      const shared = graph.marked(node);
      if (shared < query.minShared || nearer.has(node)) continue;
      if (room === 0) {
        search.isCut = true;
        return kept;
      }
      const known = kept.get(node);
      if (known !== undefined && known.shared >= shared) continue;
      if (known !== undefined) ring.splice(ring.indexOf(known), 1);
      const link: Link = { from, node, shared, isNeeded: true };
      kept.set(node, link);
      const dropped = keepBest(search, ring, link, room);
      if (dropped !== null) kept.delete(dropped.node);
    }
  }
  return kept;
}

/** The other edges of co-stars: to each other, and to the others around them. */
function* linksAmong(
  search: Search,
  first: readonly Ranked[],
  second: ReadonlyMap<number, Link>,
): Steps<readonly Link[]> {
  const { graph, query } = search;
  const placeOf = new Map(first.map(({ node }, place) => [node, place]));
  const links: Link[] = [];
  search.budget = MAX_SPENT;
  for (const [place, { node: from }] of first.entries()) {
    const found = yield* countShared(search, from);
    yield;
    for (let index = 0; index < found; index += 1) {
      const node = graph.queue[index] ?? 0;
      const shared = graph.marked(node);
      if (shared < query.minShared) continue;
      const isOnce = (placeOf.get(node) ?? -1) > place;
      const isToSecond = second.has(node) && second.get(node)?.from !== from;
      if (isOnce || isToSecond) links.push({ from, node, shared, isNeeded: false });
    }
  }
  return links;
}

/** The edges that fit into an answer: those that somebody is in the graph for, then those of the most works. */
function* edgesOf(search: Search, links: readonly Link[]): Steps<readonly FoundEdge[]> {
  const { graph } = search;
  const byEnds = (x: Link, y: Link): number => {
    const [first, second] = [endsOf(graph, x), endsOf(graph, y)];
    return graph.compare(first[0], second[0]) || graph.compare(first[1], second[1]);
  };
  const kept =
    links.length <= MAX_EDGES
      ? links
      : links
          .toSorted((x, y) => Number(y.isNeeded) - Number(x.isNeeded) || y.shared - x.shared || byEnds(x, y))
          .slice(0, MAX_EDGES);
  if (kept.length < links.length) search.isCut = true;
  let marked = -1;
  let pause = graph.spent;
  const edges: FoundEdge[] = [];
  for (const link of kept.toSorted((x, y) => x.from - y.from)) {
    if (graph.spent > pause || edges.length % 100 === 99) {
      yield;
      pause = graph.spent + STEP;
    }
    if (link.from !== marked) markWorks(graph, link.from);
    marked = link.from;
    // Whoever played with somebody very busy must not pay for all that they did.
    const isBusier = graph.degree(link.node) > BUSIER * graph.degree(link.from);
    const works = isBusier
      ? sharedWorks(graph, link.from, link.node).works
      : markedWorks(graph, link.node, link.shared);
    const [a, b] = endsOf(graph, link);
    edges.push({ a: graph.personId(a), b: graph.personId(b), sharedWorks: link.shared, works });
  }
  return edges.sort((x, y) => y.sharedWorks - x.sharedWorks || order(x.a, y.a) || order(x.b, y.b));
}

/** The two of a link by the order of their ids. */
function endsOf(graph: LiveGraph, { from, node }: Link): readonly [number, number] {
  return graph.compare(from, node) <= 0 ? [from, node] : [node, from];
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
