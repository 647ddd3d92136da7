import type { CreditRole, PersonFacts, Work } from '../domain/entities.ts';
import { HearsayError, shown } from '../domain/errors.ts';
import type { NodeId, PersonId, WorkId } from '../domain/ids.ts';
import type { CostarSearch, FoundCostars, FoundEdge } from '../ports/costar-search.ts';
import type { GraphNode, GraphStore } from '../ports/graph-store.ts';
import { justBefore, type Instant } from '../domain/time.ts';
import { readerFor, type AskedTimes, type Asking } from './asking.ts';
import type { AmbiguousPersonModel, AskedReader, UnknownPersonModel } from './models.ts';
import { findPerson, type PersonReference } from './person-reference.ts';

/** What questions about co-stars need besides what every question needs. */
export interface CostarAsking extends Asking {
  readonly costars: CostarSearch;
}

/** A question about somebody's co-stars as somebody put it; what is left out has its default. */
export interface CostarGraphQuestion extends AskedTimes {
  readonly root: PersonReference;
  /** 1 or 2. Default: 1. */
  readonly depth?: number | null | undefined;
  /** People beside the root, 1 to MAX_COSTARS. Default: 60. */
  readonly limit?: number | null | undefined;
  /** Default: 1. */
  readonly minShared?: number | null | undefined;
  /** Default: COSTAR_ROLES. */
  readonly roles?: readonly CreditRole[] | null | undefined;
}

/** Somebody in a co-star graph. */
export interface CostarNodeModel {
  readonly person: PersonFacts;
  /** Steps from the root, which itself is there with 0. */
  readonly depth: 0 | 1 | 2;
  /** Works shared with the root; two steps away with the co-star on whose account they are there; 0 for the root. */
  readonly sharedWorks: number;
}

/** Two people of a co-star graph and the works that both are in. */
export interface CostarEdgeModel {
  readonly a: PersonFacts;
  readonly b: PersonFacts;
  readonly sharedWorks: number;
  /** The first of them, at most WORKS_OF_EDGE. */
  readonly works: readonly Work[];
  /** The same and a few more. */
  readonly workIds: readonly WorkId[];
}

/** A person's co-stars, ranked and joined with their names. */
export interface CostarGraphAnswer {
  readonly type: 'CostarGraph';
  readonly root: PersonFacts;
  /** The root first, then by steps from it, works shared (most first), id. */
  readonly people: readonly CostarNodeModel[];
  readonly edges: readonly CostarEdgeModel[];
  readonly truncated: boolean;
  /** Carries asOf as asked, and knownAtShown. */
  readonly reader: AskedReader;
}

export type CostarGraphOutcome = CostarGraphAnswer | AmbiguousPersonModel | UnknownPersonModel;

/** Who counts as a co-star when nobody says: people who play parts. */
export const COSTAR_ROLES: readonly CreditRole[] = ['ACTOR'];
/** People beside the root that a graph may have. */
export const MAX_COSTARS = 200;
/** Works that are read with an edge. */
const WORKS_OF_EDGE = 5;
const DEFAULT_LIMIT = 60;
const MAX_MIN_SHARED = 1_000;

/** Who played with whom? Throws INVALID_ARGUMENT, INVALID_DATE, INVALID_INSTANT. */
export async function costarGraph(
  asking: CostarAsking,
  asked: CostarGraphQuestion,
): Promise<CostarGraphOutcome> {
  const reader = readerFor(asking, asked);
  const depth = within('depth', asked.depth ?? 1, 1, 2) as 1 | 2;
  const limit = within('limit', asked.limit ?? DEFAULT_LIMIT, 1, MAX_COSTARS);
  const minShared = within('minShared', asked.minShared ?? 1, 1, MAX_MIN_SHARED);
  const found = await findPerson(asking.store, 'root', asked.root);
  if (found.type !== 'Found') return found;
  const scope = {
    roles: asked.roles ?? COSTAR_ROLES,
    asOf: reader.asOf.lastDay,
    knownAt: reader.knownAt,
  };
  const root = found.facts;
  const query = { ...scope, root: root.person.id, depth, limit, minShared };
  const costars = await asking.costars.costars(query, asking.store);
  return answer(root, costars, asking.store, asOfThen(reader, costars.behind));
}

/** The reader of an answer that lacks what was recorded since `behind`: it rests on what was known just before. */
export function asOfThen(reader: AskedReader, behind: Instant | null): AskedReader {
  if (behind === null || reader.knownAtShown < behind) return reader;
  return { ...reader, knownAtShown: justBefore(behind) };
}

async function answer(
  root: PersonFacts,
  found: FoundCostars,
  store: GraphStore,
  reader: AskedReader,
): Promise<CostarGraphAnswer> {
  const names = await namesOf(
    store,
    found.people.map(({ person }) => person),
    found.edges,
  );
  return {
    type: 'CostarGraph',
    root,
    people: found.people.map((each) => ({ ...each, person: names.person(each.person) })),
    edges: found.edges.map((edge) => names.edge(edge)),
    truncated: found.truncated,
    reader,
  };
}

/** What ids of an answer stand for. */
export interface CostarNames {
  person(id: PersonId): PersonFacts;
  edge(edge: FoundEdge): CostarEdgeModel;
}

/** Reads the people and the first works of edges in one round trip. */
export async function namesOf(
  store: GraphStore,
  people: readonly PersonId[],
  edges: readonly FoundEdge[],
): Promise<CostarNames> {
  const works = edges.flatMap((edge) => edge.works.slice(0, WORKS_OF_EDGE));
  const ids = new Set<NodeId>([...people, ...works]);
  const nodes: ReadonlyMap<NodeId, GraphNode> =
    ids.size === 0 ? new Map() : await store.nodes([...ids], null);
  const person = (id: PersonId): PersonFacts => {
    const node = nodes.get(id);
    if (node?.type !== 'person') throw missing(id);
    return node.value;
  };
  const work = (id: WorkId): Work => {
    const node = nodes.get(id);
    if (node?.type !== 'work') throw missing(id);
    return node.value;
  };
  return {
    person,
    edge: ({ a, b, sharedWorks, works: workIds }) => ({
      a: person(a),
      b: person(b),
      sharedWorks,
      works: workIds.slice(0, WORKS_OF_EDGE).map(work),
      workIds,
    }),
  };
}

function missing(id: NodeId): HearsayError {
  return new HearsayError(
    'STORE_CORRUPT',
    `Expected ${shown(id)} of the co-star graph to be on file, but got nothing`,
    {
      hint: 'Run `hearsay verify store`.',
    },
  );
}

/** A number that an argument may be. Throws INVALID_ARGUMENT. */
export function within(argument: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new HearsayError(
    'INVALID_ARGUMENT',
    `Expected ${argument} from ${least} to ${most}, but got ${shown(value)}`,
    { hint: 'docs/costars.md says what each argument does.' },
  );
}
