import type { WorkId } from '../domain/ids.ts';
import { MAX_WORKS_FOUND } from '../ports/costar-search.ts';
import { NodeList, type LiveGraph } from './live-graph.ts';
import { SmallestNodes } from './smallest-nodes.ts';

const works = new NodeList();

/** How many works two people share within the scope of the search, and the first of them by id. */
export function sharedWorks(
  graph: LiveGraph,
  a: number,
  b: number,
): { readonly count: number; readonly works: readonly WorkId[] } {
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
