import type { CostarPathQuery, FoundHop, FoundPaths } from '../ports/costar-search.ts';
import { MAX_SPENT } from './find-costars.ts';
import { NodeList, type LiveGraph } from './live-graph.ts';
import { sharedWorks } from './shared-works.ts';
import { SmallestNodes } from './smallest-nodes.ts';
import { atOnce, type Steps } from './take-turns.ts';

/** Of MAX_SPENT what is kept for telling the paths apart once their length is known. */
const FOR_PATHS = MAX_SPENT / 10;

// A mark says from which side a node was reached and in how many steps. A step leads from a person to a work or back,
// so that a hop is two. The two sides meet at people who are marked with both.
const FORWARD = 1;
const BACKWARD = 2;
const MEETING = 3;
type Side = typeof FORWARD | typeof BACKWARD;
const SIDE_BITS = 2;
const sideOf = (mark: number): number => mark & MEETING;
const markOf = (side: number, steps: number): number => (steps << SIDE_BITS) | side;

const neighbours = new NodeList();
const others = new NodeList();

/** The nodes that one side has reached last; they lie in the graph's queue, one side's from its end downwards. */
interface Frontier {
  readonly side: Side;
  /** Of the queue, in the direction of this side. */
  count: number;
  steps: number;
}

/** Where the two sides meet. */
interface Meeting {
  readonly people: SmallestNodes;
  /** Steps to the people who meet, from either end. */
  readonly fromStart: number;
  readonly fromEnd: number;
}

/** Entries after which a search may be interrupted: a fraction of a millisecond's worth. */
const STEP = 10_000;

/** All shortest paths between two people. */
export function findPaths(graph: LiveGraph, query: CostarPathQuery): FoundPaths {
  return atOnce(findPathsInSteps(graph, query));
}

/** The same in steps, between which nothing else may search or change this graph. */
export function* findPathsInSteps(graph: LiveGraph, query: CostarPathQuery): Steps<FoundPaths> {
  // The same search whichever way it is asked, so that the answers are each other's reverse, even cut ones.
  if (query.from <= query.to) return yield* inOrder(graph, query);
  const found = yield* inOrder(graph, { ...query, from: query.to, to: query.from });
  return { ...found, paths: sorted(found.paths.map(reversed)) };
}

function reversed(path: readonly FoundHop[]): readonly FoundHop[] {
  return path.map((hop) => ({ ...hop, a: hop.b, b: hop.a })).reverse();
}

function* inOrder(graph: LiveGraph, query: CostarPathQuery): Steps<FoundPaths> {
  graph.begin(query);
  const [start, end] = [graph.personNode(query.from), graph.personNode(query.to)];
  if (start < 0 || end < 0) return NOTHING;
  const search = new PathSearch(graph, query.limit);
  const meeting = yield* search.meet(start, end, 2 * query.maxDepth);
  if (meeting === null) return { ...NOTHING, truncated: search.isCut };
  const ways = search.ways(meeting);
  const paths = ways.map(hopsOf(graph));
  return {
    length: (meeting.fromStart + meeting.fromEnd) / 2,
    paths: sorted(paths),
    truncated: search.isCut,
  };
}

const NOTHING: FoundPaths = { length: null, paths: [], truncated: false };

/** Makes the hops of paths, which share many. */
function hopsOf(graph: LiveGraph): (people: readonly number[]) => readonly FoundHop[] {
  const known = new Map<string, ReturnType<typeof sharedWorks>>();
  return (people) =>
    people.slice(1).map((person, index) => {
      const before = people[index] ?? person;
      const key = `${before} ${person}`;
      const { count, works } = known.get(key) ?? sharedWorks(graph, before, person);
      known.set(key, { count, works });
      return { a: graph.personId(before), b: graph.personId(person), sharedWorks: count, works };
    });
}

function sorted(paths: readonly (readonly FoundHop[])[]): readonly (readonly FoundHop[])[] {
  const key = (path: readonly FoundHop[]): string => path.map(({ b }) => b).join('\n');
  return paths
    .map((path) => ({ path, key: key(path) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ path }) => path);
}

/** A breadth-first search from both ends at once, always from the side that has fewer to go on from. */
class PathSearch {
  readonly #graph: LiveGraph;
  readonly #limit: number;
  isCut = false;
  #fromStart = 0;
  #fromEnd = 0;
  /** The side whose step it was that they met in. */
  #lastAhead: Side = FORWARD;
  #meeting: SmallestNodes | null = null;

  constructor(graph: LiveGraph, limit: number) {
    this.#graph = graph;
    this.#limit = limit;
  }

  /** Where the shortest paths meet; null when there are none of at most `most` steps, or they were not found. */
  *meet(start: number, end: number, most: number): Steps<Meeting | null> {
    const graph = this.#graph;
    const forward: Frontier = { side: FORWARD, count: 1, steps: 0 };
    const backward: Frontier = { side: BACKWARD, count: 1, steps: 0 };
    graph.unmark();
    this.#put(forward, 0, start);
    this.#put(backward, 0, end);
    graph.mark(start, markOf(FORWARD, 0));
    graph.mark(end, markOf(BACKWARD, 0));
    while (forward.steps + backward.steps < most && forward.count > 0 && backward.count > 0) {
      const [near, far] = forward.count <= backward.count ? [forward, backward] : [backward, forward];
      yield* this.#advance(near, far);
      // Whoever has met half-way through a step that was given up may still be further apart than others.
      if (this.isCut) return null;
      if (this.#meeting !== null) {
        return { people: this.#meeting, fromStart: this.#fromStart, fromEnd: this.#fromEnd };
      }
    }
    return null;
  }

  #put({ side }: Frontier, place: number, node: number): void {
    const { queue } = this.#graph;
    queue[side === FORWARD ? place : queue.length - 1 - place] = node;
  }

  #at({ side }: Frontier, place: number): number {
    const { queue } = this.#graph;
    return queue[side === FORWARD ? place : queue.length - 1 - place] ?? 0;
  }

  /** One step from every node that this side has reached last. */
  *#advance(near: Frontier, far: Frontier): Steps<void> {
    const graph = this.#graph;
    const steps = near.steps + 1;
    let found = 0;
    let pause = graph.spent + STEP;
    for (let place = 0; place < near.count; place += 1) {
      if (graph.spent > pause) {
        yield;
        pause = graph.spent + STEP;
      }
      const node = this.#at(near, place);
      if (graph.spent + graph.degree(node) > MAX_SPENT - FOR_PATHS) {
        this.isCut = true;
        return;
      }
      if (near.steps % 2 === 0) graph.worksOf(node, neighbours);
      else graph.castOf(node, neighbours);
      for (let index = 0; index < neighbours.length; index += 1) {
        const next = neighbours.values[index] ?? 0;
        const mark = graph.marked(next);
        if (mark === 0) {
          graph.mark(next, markOf(near.side, steps));
          this.#put(near, near.count + found, next);
          found += 1;
        } else if (sideOf(mark) === far.side) this.#cross(next, near, far);
      }
    }
    this.#keepOnly(near, found);
    near.steps = steps;
  }

  /** Moves the nodes that a step has found to where the next step looks for them. */
  #keepOnly(frontier: Frontier, found: number): void {
    for (let place = 0; place < found; place += 1) {
      this.#put(frontier, place, this.#at(frontier, frontier.count + place));
    }
    frontier.count = found;
  }

  /** Notes that a step of `near` has come upon a node of `far`. */
  #cross(node: number, near: Frontier, far: Frontier): void {
    const graph = this.#graph;
    graph.mark(node, MEETING);
    if (near.steps % 2 === 1) {
      this.#note(node, near, near.steps + 1, far.steps);
      return;
    }
    // A work: they meet at those of its cast through whom the other side came to it.
    graph.castOf(node, others);
    for (let index = 0; index < others.length; index += 1) {
      const person = others.values[index] ?? 0;
      const mark = graph.marked(person);
      if (mark !== markOf(far.side, far.steps - 1)) continue;
      graph.mark(person, MEETING);
      this.#note(person, near, near.steps + 2, far.steps - 1);
    }
  }

  #note(person: number, near: Frontier, nearSteps: number, farSteps: number): void {
    this.#meeting ??= new SmallestNodes(this.#limit, this.#graph.compare);
    this.#meeting.add(person);
    this.#lastAhead = near.side;
    this.#fromStart = near.side === FORWARD ? nearSteps : farSteps;
    this.#fromEnd = near.side === FORWARD ? farSteps : nearSteps;
  }

  /** The people along each of the paths, as many as are wanted. */
  ways({ people, fromStart, fromEnd }: Meeting): readonly (readonly number[])[] {
    const found: (readonly number[])[] = [];
    if (people.isCut) this.isCut = true;
    for (const person of people.nodes) {
      const before = this.#waysTo(person, FORWARD, fromStart);
      const after = this.#waysTo(person, BACKWARD, fromEnd);
      for (const head of before) {
        for (const tail of after) {
          if (found.length === this.#limit) {
            this.isCut = true;
            return found;
          }
          found.push([...head.toReversed(), person, ...tail]);
        }
      }
    }
    return found;
  }

  /** The ways from a person back to where `side` began: those who come next first, the person left out. */
  #waysTo(person: number, side: Side, steps: number): readonly (readonly number[])[] {
    if (steps === 0) return [[]];
    const ways: (readonly number[])[] = [];
    const before = this.#before(person, side, steps);
    for (const each of before) {
      for (const rest of this.#waysTo(each, side, steps - 2)) {
        if (ways.length === this.#limit) {
          this.isCut = true;
          return ways;
        }
        ways.push([each, ...rest]);
      }
    }
    return ways;
  }

  /** The people through whom a side came to a person in so many steps, the first of them by id; at least one. */
  #before(person: number, side: Side, steps: number): readonly number[] {
    const graph = this.#graph;
    const found = new SmallestNodes(this.#limit, graph.compare);
    graph.worksOf(person, neighbours);
    for (let index = 0; index < neighbours.length; index += 1) {
      const work = neighbours.values[index] ?? 0;
      if (!this.#isAt(work, side, steps - 1)) continue;
      if (graph.spent > MAX_SPENT && found.nodes.length > 0) {
        this.isCut = true;
        break;
      }
      graph.castOf(work, others);
      for (let place = 0; place < others.length; place += 1) {
        const other = others.values[place] ?? 0;
        if (this.#isAt(other, side, steps - 2)) found.add(other);
      }
    }
    if (found.isCut) this.isCut = true;
    return found.nodes;
  }

  /** Whether a side reached a node in so many steps. Works that both reached lie between the sides. */
  #isAt(node: number, side: Side, steps: number): boolean {
    const mark = this.#graph.marked(node);
    if (mark !== MEETING) return mark === markOf(side, steps);
    const isLastAhead = this.#lastAhead === side;
    const met = side === FORWARD ? this.#fromStart : this.#fromEnd;
    // A work between them is one step short of the people for the side that came to it last, one past for the other.
    return steps === (steps % 2 === 0 ? met : isLastAhead ? met - 1 : met + 1);
  }
}
