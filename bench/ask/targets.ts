import type { GraphSize } from '../graph/size.ts';
import type { Target } from '../measuring/result.ts';
import { FAME } from './fame.ts';
import type { Figure } from './figures.ts';
import { RECORDED } from './recording.ts';
import type { Side } from './side.ts';

const STORES: readonly Side['store'][] = ['SQLite', 'Neo4j'];
const FLAT = 1.5;

/** What issue and design want, as far as it could be measured. */
export function targetsOf(
  asked: readonly Figure[],
  fame: readonly Figure[],
  recorded: readonly Figure[],
): readonly Target[] {
  const found = STORES.flatMap((store) => [
    flat(`${store}: port`, of(asked, store, 'store port')),
    flat(`${store}: GraphQL`, of(asked, store, 'GraphQL')),
    notSlowed(store, of(fame, store, FAME.others), of(fame, store, FAME.besideStar)),
    flat(`${store}: recording a claim`, of(recorded, store, RECORDED.couple)),
    fameOfRecording(store, of(recorded, store, RECORDED.couple), of(recorded, store, RECORDED.star)),
  ]);
  return [...found, ...ofNeo4j(asked), ...ofSqlite(asked, recorded)].filter((target) => target !== null);
}

function of(figures: readonly Figure[], store: Side['store'], what: string): readonly Figure[] {
  return figures.filter((figure) => figure.store === store && figure.what === what);
}

function flat(what: string, figures: readonly Figure[]): Target | null {
  const [small, large] = [sized(figures, '10k'), sized(figures, '1M')];
  if (small === undefined || large === undefined) return null;
  return atMost(`${what}, p50 at 1M by that at 10k`, large.alone.p50 / small.alone.p50, FLAT);
}

function sized(figures: readonly Figure[], size: GraphSize['name']): Figure | undefined {
  return figures.find((figure) => figure.size === size);
}

function notSlowed(store: string, others: readonly Figure[], besideStar: readonly Figure[]): Target | null {
  const worst = worstRatio(besideStar, others, (figure) => figure.alone.p50);
  return worst === null ? null : atMost(`${store}: others while the star is asked about, p50`, worst, FLAT);
}

function fameOfRecording(store: string, couples: readonly Figure[], stars: readonly Figure[]): Target | null {
  const worst = worstRatio(stars, couples, (figure) => figure.alone.p50);
  return worst === null
    ? null
    : atMost(`${store}: recording about the star by about a couple, p50`, worst, FLAT);
}

function ofNeo4j(asked: readonly Figure[]): readonly (Target | null)[] {
  const port = of(asked, 'Neo4j', 'store port');
  const raw = of(asked, 'Neo4j', 'raw session.run');
  const graphql = of(asked, 'Neo4j', 'GraphQL');
  const peer = of(asked, 'Neo4j', '@neo4j/graphql');
  return [
    atLeast('Neo4j: port by raw session.run, answers a second', leastRatio(port, raw), 0.8),
    atLeast('Neo4j: GraphQL by @neo4j/graphql, answers a second', leastRatio(graphql, peer), 3),
  ];
}

function ofSqlite(asked: readonly Figure[], recorded: readonly Figure[]): readonly (Target | null)[] {
  const cpu = worstRatio(
    of(asked, 'SQLite', 'store port'),
    of(asked, 'SQLite', 'bare prepared SQL'),
    (figure) => figure.busy.cpu,
  );
  const rates = of(recorded, 'SQLite', RECORDED.couple).map((figure) => figure.busy.throughput);
  return [
    cpu === null ? null : atMost('SQLite: port by bare SQL, CPU', cpu, 1.5),
    rates.length === 0
      ? null
      : { ...atLeastValue('SQLite: claims recorded a second', Math.min(...rates), 3_000) },
  ];
}

function worstRatio(
  of: readonly Figure[],
  by: readonly Figure[],
  value: (figure: Figure) => number,
): number | null {
  const ratios = pairs(of, by).map(([one, other]) => value(one) / value(other));
  return ratios.length === 0 ? null : Math.max(...ratios);
}

function leastRatio(of: readonly Figure[], by: readonly Figure[]): number | null {
  const ratios = pairs(of, by).map(([one, other]) => one.busy.throughput / other.busy.throughput);
  return ratios.length === 0 ? null : Math.min(...ratios);
}

function pairs(of: readonly Figure[], by: readonly Figure[]): readonly (readonly [Figure, Figure])[] {
  return of.flatMap((one) => {
    const other = by.find(({ size }) => size === one.size);
    return other === undefined ? [] : [[one, other] as const];
  });
}

function atMost(what: string, ratio: number, limit: number): Target {
  return { what, wanted: `≤ ${limit}`, got: ratio.toFixed(2), met: ratio <= limit };
}

function atLeast(what: string, ratio: number | null, limit: number): Target | null {
  if (ratio === null) return null;
  return {
    what: `${what}, the least of all sizes`,
    wanted: `≥ ${limit}`,
    got: ratio.toFixed(2),
    met: ratio >= limit,
  };
}

function atLeastValue(what: string, value: number, limit: number): Target {
  return { what, wanted: `≥ ${limit}`, got: String(Math.round(value)), met: value >= limit };
}
