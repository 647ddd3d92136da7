import type { CostarGraphAnswer } from '../costar-graph.ts';
import { layOutCostars, type CostarLayout } from './costar-layout.ts';

const known = new WeakMap<CostarGraphAnswer, CostarLayout>();

/** Where everybody in an answer stands, in the order of its people. Of one answer it is computed once. */
export function layoutOf(answer: CostarGraphAnswer): CostarLayout {
  const before = known.get(answer);
  if (before !== undefined) return before;
  const layout = layOutCostars(
    answer.people.map(({ person: { person }, depth, sharedWorks }) => ({
      id: person.id,
      name: person.name,
      depth,
      sharedWorks,
    })),
    answer.edges.map(({ a, b, sharedWorks }) => ({ a: a.person.id, b: b.person.id, sharedWorks })),
  );
  known.set(answer, layout);
  return layout;
}
