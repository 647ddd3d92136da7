import type { Credits } from './credits.ts';

/** Who played with whom as plain lists, to check answers with: nothing here is shared with what is checked. */
export interface PlainGraph {
  readonly worksOf: readonly (readonly number[])[];
  readonly castOf: readonly (readonly number[])[];
}

export function plainGraph({ people, works, person, work, role }: Credits): PlainGraph {
  const worksOf = Array.from({ length: people }, (): number[] => []);
  const castOf = Array.from({ length: works }, (): number[] => []);
  person.forEach((one, at) => {
    if (role[at] !== 0) return;
    worksOf[one]?.push(work[at] ?? 0);
    castOf[work[at] ?? 0]?.push(one);
  });
  return { worksOf, castOf };
}

/** Hops from one to the other by breadth-first search from one side; null beyond `most`. */
export function plainLength(graph: PlainGraph, from: number, to: number, most: number): number | null {
  const seen = new Set([from]);
  const seenWorks = new Set<number>();
  let frontier = [from];
  for (let length = 1; length <= most && frontier.length > 0; length += 1) {
    const next: number[] = [];
    for (const person of frontier) {
      for (const work of graph.worksOf[person] ?? []) {
        if (seenWorks.has(work)) continue;
        seenWorks.add(work);
        for (const other of graph.castOf[work] ?? []) {
          if (seen.has(other)) continue;
          if (other === to) return length;
          seen.add(other);
          next.push(other);
        }
      }
    }
    frontier = next;
  }
  return null;
}
