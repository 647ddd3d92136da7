import { layOutCostars, type CostarLayout, type LayoutEdge, type LayoutPerson } from './costar-layout.ts';

/** Layouts kept in memory; one of sixty people is about 15 KB. */
const KEPT = 100;
const known = new Map<string, CostarLayout>();

/** The layout of these people and edges, computed once as long as it is kept: 150 people take some 90 ms. */
export function knownLayout(people: readonly LayoutPerson[], edges: readonly LayoutEdge[]): CostarLayout {
  const key = JSON.stringify([people, edges]);
  const layout = known.get(key) ?? layOutCostars(people, edges);
  known.delete(key);
  known.set(key, layout);
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break;
    known.delete(oldest);
  }
  return layout;
}
