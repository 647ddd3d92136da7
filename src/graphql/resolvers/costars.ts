import {
  within,
  type CostarEdgeModel,
  type CostarGraphAnswer,
  type CostarNodeModel,
} from '../../application/costar-graph.ts';
import { MAX_PATHS } from '../../application/costar-path.ts';
import type { PlacedPerson } from '../../application/layout/costar-layout.ts';
import { layoutOfAnswer } from '../../application/layout/layouts.ts';
import type { Work } from '../../domain/entities.ts';
import { MAX_WORKS_FOUND } from '../../ports/costar-search.ts';
import type { RequestContext } from '../context.ts';
import type {
  CostarChainResolvers,
  CostarEdgeResolvers,
  CostarGraphResolvers,
  CostarHopResolvers,
  CostarNodeResolvers,
  CostarPathResolvers,
  NoPathResolvers,
} from '../generated.ts';
import { loadWork } from './load.ts';

const DEFAULT_PATHS = 10;
const DEFAULT_WORKS = 5;

/** Somebody in a graph, and where in it: the layout is computed for those who ask for it. */
export interface CostarNodeParent extends CostarNodeModel {
  readonly graph: CostarGraphAnswer;
  readonly place: number;
}

/** Somebody with their co-stars. */
export const CostarGraph: CostarGraphResolvers = {
  root: ({ root }) => root,
  nodes: (graph) => graph.people.map((node, place) => ({ ...node, graph, place })),
  edges: ({ edges }) => edges,
  truncated: ({ truncated }) => truncated,
  asOf: ({ reader }) => reader.asOf.text,
  knownAt: ({ reader }) => reader.knownAtShown,
};

/** Somebody in a co-star graph. */
export const CostarNode: CostarNodeResolvers = {
  sharedWorkCount: ({ sharedWorks }) => sharedWorks,
  x: async (node, _arguments, context) => (await placeOf(node, context)).x,
  y: async (node, _arguments, context) => (await placeOf(node, context)).y,
};

async function placeOf(
  { graph, place }: CostarNodeParent,
  { layOut }: RequestContext,
): Promise<PlacedPerson> {
  const layout = await layoutOfAnswer(graph, layOut);
  const placed = layout.people[place];
  if (placed === undefined) throw new Error('Expected a place for everybody, but got one less');
  return placed;
}

/** Two people and the works that both are in. */
export const CostarEdge: CostarEdgeResolvers = {
  sharedWorkCount: ({ sharedWorks }) => sharedWorks,
  works: worksOf,
};

/** How two people connect. */
export const CostarPath: CostarPathResolvers = {
  paths: ({ paths }, args) => paths.slice(0, firstOf(args, DEFAULT_PATHS, MAX_PATHS)),
  asOf: ({ reader }) => reader.asOf.text,
  knownAt: ({ reader }) => reader.knownAtShown,
};

/** One way from one person to another. */
export const CostarChain: CostarChainResolvers = { hops: ({ hops }) => hops };

/** Two neighbours on a path. */
export const CostarHop: CostarHopResolvers = {
  from: ({ a }) => a,
  to: ({ b }) => b,
  sharedWorkCount: ({ sharedWorks }) => sharedWorks,
  works: worksOf,
};

/** No way leads from one to the other. */
export const NoPath: NoPathResolvers = {
  asOf: ({ reader }) => reader.asOf.text,
  knownAt: ({ reader }) => reader.knownAtShown,
};

interface First {
  readonly first?: number | null | undefined;
}

// A default does not stand in for a null that somebody writes out.
function firstOf({ first }: First, unsaid: number, most: number): number {
  return within('first', first ?? unsaid, 1, most);
}

/** The first works of an edge; more than were read with it are read now. */
function worksOf(
  { works, workIds }: CostarEdgeModel,
  args: First,
  context: RequestContext,
): readonly Work[] | Promise<readonly Work[]> {
  const first = firstOf(args, DEFAULT_WORKS, MAX_WORKS_FOUND);
  if (first <= works.length || works.length === workIds.length) return works.slice(0, first);
  return Promise.all(workIds.slice(0, first).map((id) => loadWork(context, id)));
}
