import type { WorkId } from '../domain/ids.ts';
import { MAX_WORKS_FOUND } from '../ports/costar-search.ts';
import { NodeList, type LiveGraph } from './live-graph.ts';
import { SmallestNodes } from './smallest-nodes.ts';

const works = new NodeList();

/** Works that two people share. */
export interface SharedWorks {
  readonly count: number;
  /** The first of them by id. */
  readonly works: readonly WorkId[];
}

/** The works that two people share within the scope of the search. */
export function sharedWorks(graph: LiveGraph, a: number, b: number): SharedWorks {
  const [few, many] = graph.degree(a) <= graph.degree(b) ? [a, b] : [b, a];
  const first = new SmallestNodes(MAX_WORKS_FOUND, graph.compare);
  let count = 0;
  graph.worksOf(few, works);
  for (let index = 0; index < works.length; index += 1) {
    const work = works.values[index] ?? 0;
    if (!graph.isIn(many, work)) continue;
    count += 1;
    first.add(work);
  }
  return { count, works: first.nodes.map((work) => graph.workId(work)) };
}

/** Marks the works of a person, for `markedWorks`. */
export function markWorks(graph: LiveGraph, person: number): void {
  graph.unmark();
  graph.worksOf(person, works);
  for (let index = 0; index < works.length; index += 1) graph.mark(works.values[index] ?? 0, 1);
}

/** The first of somebody's works that are marked, of which there are `count`. */
export function markedWorks(graph: LiveGraph, person: number, count: number): readonly WorkId[] {
  const first = new SmallestNodes(MAX_WORKS_FOUND, graph.compare);
  // Works come in the order of ids, but for late ones.
  const enough = graph.overlay.size === 0 ? Math.min(count, MAX_WORKS_FOUND) : count;
  graph.worksOf(person, works);
  for (let index = 0, found = 0; index < works.length && found < enough; index += 1) {
    const work = works.values[index] ?? 0;
    if (graph.marked(work) === 0) continue;
    found += 1;
    first.add(work);
  }
  return first.nodes.map((work) => graph.workId(work));
}
