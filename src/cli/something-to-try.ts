import { IS_DATING, LIST_SOURCES, TALKED_ABOUT } from './documents.ts';
import type { Graph } from './graph.ts';
import type { IsDatingData, ListSourcesData, TalkedAboutData } from './results.ts';

/** A question that this graph has an answer to. */
export interface Trial {
  readonly a: string;
  readonly b: string;
  readonly asOf: string;
}

/** How many sources and couples are looked at: a start must not take longer because the graph is large. */
const SOURCES = 5;
const COUPLES = 10;

/** Finds a couple that is talked about and may be shown, through what any client may ask; null when there is none. */
export async function somethingToTry(graph: Graph): Promise<Trial | null> {
  const sources = await graph.ask<ListSourcesData>({
    document: LIST_SOURCES,
    variables: { first: SOURCES },
  });
  const trials: Trial[] = [];
  for (const { id } of sources.data?.sources.nodes ?? []) {
    const talk = await graph.ask<TalkedAboutData>({ document: TALKED_ABOUT, variables: { source: id } });
    for (const { subject, object, assertedAt } of talk.data?.claims.nodes ?? []) {
      if (object !== null) trials.push({ a: subject.name, b: object.name, asOf: assertedAt });
    }
  }
  return firstWithNumber(graph, trials.slice(0, COUPLES));
}

async function firstWithNumber(graph: Graph, trials: readonly Trial[]): Promise<Trial | null> {
  for (const trial of trials) {
    const answer = await graph.ask<IsDatingData>({ document: IS_DATING, variables: { ...trial } });
    const found = answer.data?.isDating;
    // A name that fits several people would give newcomers a list instead of an answer.
    if (found?.__typename === 'RelationshipAnswer' && found.confidence !== null) return trial;
  }
  return null;
}
