import { askServer } from './ask-server.ts';
import { WHO_IS_CITED, WHO_IS_TALKED_ABOUT } from './queries.ts';
import type { WhoIsCitedData, WhoIsTalkedAboutData } from './results.ts';

/** Two people whom a claim on file names together. */
export interface TalkedAbout {
  readonly a: { readonly id: string; readonly name: string };
  readonly b: { readonly id: string; readonly name: string };
  /** When that was said. */
  readonly said: string;
}

/** So many sources are looked through at most, each with one question. */
const SOURCES = 6;

/**
 * A few pairs that the graph has claims about, found by asking whom its sources talk about; empty when there
 * are none or the server does not answer. So an example is never a name that this code knows.
 */
export async function talkedAbout(most: number): Promise<readonly TalkedAbout[]> {
  const cited = await askServer<WhoIsCitedData>({ query: WHO_IS_CITED, variables: {} });
  if (cited.outcome !== 'data') return [];
  const sources = cited.data.sources.nodes.slice(0, SOURCES);
  const pages = await Promise.all(sources.map(({ id }) => pairsOf(id)));
  const pairs = new Map<string, TalkedAbout>();
  for (const pair of pages.flat()) {
    const key = [pair.a.id, pair.b.id].sort().join(' ');
    if (!pairs.has(key)) pairs.set(key, pair);
  }
  return [...pairs.values()].slice(0, most);
}

async function pairsOf(source: string): Promise<readonly TalkedAbout[]> {
  const reply = await askServer<WhoIsTalkedAboutData>({ query: WHO_IS_TALKED_ABOUT, variables: { source } });
  if (reply.outcome !== 'data') return [];
  return reply.data.claims.nodes.flatMap(({ subject, object, assertedAt }) =>
    object === null ? [] : [{ a: subject, b: object, said: assertedAt }],
  );
}
