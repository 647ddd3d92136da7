import type { CostarGraphAnswer } from '../costar-graph.ts';
import { layOutCostars, type CostarLayout, type LayoutEdge, type LayoutPerson } from './costar-layout.ts';

/** Lays people out somewhere, see layOutCostars. May refuse with BUSY. */
export type LayOut = (people: readonly LayoutPerson[], edges: readonly LayoutEdge[]) => Promise<CostarLayout>;

/** On the calling thread, which 200 people keep busy for some hundred milliseconds. */
export const layOutHere: LayOut = (people, edges) => Promise.resolve(layOutCostars(people, edges));

/** The part of an answer that is drawn. */
export type Drawn = Pick<CostarGraphAnswer, 'people' | 'edges'>;

/** Where those stand who are drawn, in the order of `people`. */
export function layoutOf({ people, edges }: Drawn, layOut: LayOut): Promise<CostarLayout> {
  return layOut(
    people.map(({ person: { person }, depth, sharedWorks }) => ({
      id: person.id,
      name: person.name,
      depth,
      sharedWorks,
    })),
    edges.map(({ a, b, sharedWorks }) => ({ a: a.person.id, b: b.person.id, sharedWorks })),
  );
}

const known = new WeakMap<CostarGraphAnswer, Promise<CostarLayout>>();

/** Where everybody in an answer stands. Of one answer it is asked for once. */
export function layoutOfAnswer(answer: CostarGraphAnswer, layOut: LayOut): Promise<CostarLayout> {
  const before = known.get(answer);
  if (before !== undefined) return before;
  const layout = layoutOf(answer, layOut);
  known.set(answer, layout);
  return layout;
}
