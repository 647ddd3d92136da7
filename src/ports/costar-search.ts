import type { CreditRole } from '../domain/entities.ts';
import type { PersonId, WorkId } from '../domain/ids.ts';
import type { EpochDay, Instant } from '../domain/time.ts';
import type { GraphStore } from './graph-store.ts';

/** Which credits make two people co-stars. */
export interface CostarScope {
  /** Both must have one of these roles in the work. */
  readonly roles: readonly CreditRole[];
  /** Works that may have come out by this day, and those whose date nobody has stated. */
  readonly asOf: EpochDay;
  /** Credits recorded by then; null means now. */
  readonly knownAt: Instant | null;
}

/** Whose co-stars, and how many. */
export interface CostarQuery extends CostarScope {
  readonly root: PersonId;
  /** 2: the co-stars of co-stars as well. */
  readonly depth: 1 | 2;
  /** People beside the root. */
  readonly limit: number;
  /** Works that two people must share to count as co-stars. */
  readonly minShared: number;
}

/** Somebody in a co-star graph. */
export interface FoundCostar {
  readonly person: PersonId;
  /** Steps from the root, which itself is there with 0. */
  readonly depth: 0 | 1 | 2;
  /** Works shared with the root; two steps away with the co-star on whose account they are there; 0 for the root. */
  readonly sharedWorks: number;
}

/** Two people and the works that both are in. */
export interface FoundEdge {
  /** By the order of ids. */
  readonly a: PersonId;
  readonly b: PersonId;
  readonly sharedWorks: number;
  /** The first MAX_WORKS_FOUND of them, by id. */
  readonly works: readonly WorkId[];
}

/** Works of an edge or hop that are named; `sharedWorks` counts all. */
export const MAX_WORKS_FOUND = 20;

/** How far an answer goes. */
interface UpTo {
  /** When something was recorded that is not in the answer yet, since it is too much to add at once; null: all is in it. */
  readonly behind: Instant | null;
}

/** A person with their co-stars. */
export interface FoundCostars {
  /** The root, then by steps from it, works shared (most first), id. */
  readonly people: readonly FoundCostar[];
  /** Those from the root, and at depth 2 from each co-star: most works first, then by ids. */
  readonly edges: readonly FoundEdge[];
  /** True when people or edges were left out, because of the limit or because the search became too long. */
  readonly truncated: boolean;
}

/** Whom to connect, and how far apart they may be. */
export interface CostarPathQuery extends CostarScope {
  readonly from: PersonId;
  readonly to: PersonId;
  /** Hops at most. */
  readonly maxDepth: number;
  /** Paths at most. */
  readonly limit: number;
}

/** One hop of a path; `a` and `b` in the direction of the path. */
export type FoundHop = FoundEdge;

/** All shortest ways from one person to another. */
export interface FoundPaths {
  /** Hops of each of the paths; null when there is none. */
  readonly length: number | null;
  /** By the ids along them. */
  readonly paths: readonly (readonly FoundHop[])[];
  /** True when there may be more paths, or a shorter one, because the search became too long or met its limit. */
  readonly truncated: boolean;
}

/**
 * The co-star graph. It answers from memory what the store holds at the moment of asking: `store` is asked for
 * what has been recorded since the last answer, so that it decides what is seen. PRIVATE people are in no answer.
 */
export interface CostarSearch {
  costars(query: CostarQuery, store: GraphStore): Promise<FoundCostars & UpTo>;
  paths(query: CostarPathQuery, store: GraphStore): Promise<FoundPaths & UpTo>;
  /** Begins to build what answers need, so that the first need not wait for it. Never throws. */
  prepare(): void;
  close(): Promise<void>;
}
