import type { PersonFacts } from '../domain/entities.ts';
import { readerFor, type AskedTimes } from './asking.ts';
import {
  asOfThen,
  COSTAR_ROLES,
  namesOf,
  within,
  type CostarAsking,
  type CostarEdgeModel,
} from './costar-graph.ts';
import type { AmbiguousPersonModel, AskedReader, UnknownPersonModel } from './models.ts';
import { findTwoPeople, type PersonReference } from './person-reference.ts';

/** A question about how two people connect as somebody put it. */
export interface CostarPathQuestion extends AskedTimes {
  readonly from: PersonReference;
  readonly to: PersonReference;
  /** Hops at most, 1 to MAX_HOPS. Default: 6. */
  readonly maxDepth?: number | null | undefined;
}

/** All shortest ways from one person to another, from co-star to co-star. */
export interface CostarPathAnswer {
  readonly type: 'CostarPath';
  readonly from: PersonFacts;
  readonly to: PersonFacts;
  /** Hops of each of the paths. */
  readonly length: number;
  /** At most MAX_PATHS, by the ids along them. */
  readonly paths: readonly CostarPathModel[];
  readonly truncated: boolean;
  readonly reader: AskedReader;
}

/** One way from one person to another. */
export interface CostarPathModel {
  /** `a` and `b` in the direction of the path. */
  readonly hops: readonly CostarEdgeModel[];
}

/** The two are not connected within `maxDepth` hops, as far as was searched. */
export interface NoPathModel {
  readonly type: 'NoPath';
  readonly from: PersonFacts;
  readonly to: PersonFacts;
  readonly maxDepth: number;
  /** True when the search was given up before everything within maxDepth was seen. */
  readonly truncated: boolean;
  readonly reader: AskedReader;
}

export type CostarPathOutcome = CostarPathAnswer | NoPathModel | AmbiguousPersonModel | UnknownPersonModel;

/** Hops that a path may have. */
const MAX_HOPS = 10;
/** Paths of one length that an answer tells. */
export const MAX_PATHS = 20;
const DEFAULT_HOPS = 6;

/** How do two people connect? Throws INVALID_ARGUMENT, SAME_PERSON, INVALID_DATE, INVALID_INSTANT. */
export async function costarPath(
  asking: CostarAsking,
  asked: CostarPathQuestion,
): Promise<CostarPathOutcome> {
  const reader = readerFor(asking, asked);
  const maxDepth = within('maxDepth', asked.maxDepth ?? DEFAULT_HOPS, 1, MAX_HOPS);
  const people = await findTwoPeople(asking.store, asked.from, asked.to, ['from', 'to']);
  if ('type' in people) return people;
  const [from, to] = people;
  const found = await asking.costars.paths(
    {
      ...{ from: from.person.id, to: to.person.id, maxDepth, limit: MAX_PATHS },
      ...{ roles: COSTAR_ROLES, asOf: reader.asOf.lastDay, knownAt: reader.knownAt },
    },
    asking.store,
  );
  const { length, truncated } = found;
  const shown = asOfThen(reader, found.behind);
  if (length === null) return { type: 'NoPath', from, to, maxDepth, truncated, reader: shown };
  const hops = found.paths.flat();
  const names = await namesOf(
    asking.store,
    hops.flatMap(({ a, b }) => [a, b]),
    hops,
  );
  const paths = found.paths.map((path) => ({ hops: path.map((hop) => names.edge(hop)) }));
  return { type: 'CostarPath', from, to, length, paths, truncated, reader: shown };
}
