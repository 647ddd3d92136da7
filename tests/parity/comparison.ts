import { execute, type ExecutionResult } from 'graphql';
import type { PolicyProfile } from '../../src/domain/policy.ts';
import { parseInstant } from '../../src/domain/time.ts';
import { createContext } from '../../src/graphql/context.ts';
import { publicFault } from '../../src/graphql/errors.ts';
import type { CostarSearch } from '../../src/ports/costar-search.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { DOCUMENTS, nameOf, schema } from './documents.ts';
import type { List, Question } from './questions.ts';

/** A store as its clients meet it: through the whole API, on a clock that stands still. */
export interface Side {
  readonly store: GraphStore;
  readonly costars: CostarSearch;
  readonly profile: PolicyProfile;
}

const NOW = parseInstant('2024-06-15T12:00:00Z');
/** Pages of one list that are followed at most. */
const MOST_PAGES = 12;

/** What a client is told, to the byte. Errors are told as the server tells them. */
async function answerOf(side: Side, question: Question): Promise<string> {
  return textOf(await ask(side, question));
}

async function ask(
  { store, costars, profile }: Side,
  { field, variables }: Question,
): Promise<ExecutionResult> {
  const document = DOCUMENTS.get(field);
  if (document === undefined) throw new RangeError(`Expected a root field, but got ${field}`);
  const clock = { now: () => NOW };
  const contextValue = createContext({ store, costars, profile, clock, requestId: 'parity' });
  return execute({ schema, document, variableValues: variables, contextValue });
}

function textOf({ data, errors }: ExecutionResult): string {
  return JSON.stringify({ data, errors: errors?.map((error) => publicFault(error)) });
}

/**
 * The texts of all pages of a list, each asked of the next of the sides in turn: with one side the list as it has
 * it, with two each cursor is one that the other has given out.
 */
async function pagesOf(
  sides: readonly Side[],
  { field, variables, first }: List,
): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let after: string | null = null; texts.length < MOST_PAGES;) {
    const side = sides[texts.length % sides.length];
    if (side === undefined) throw new RangeError('nobody to ask');
    const result = await ask(side, { field, variables: { ...variables, first, after } });
    texts.push(textOf(result));
    const next = endOf(result);
    if (next === null) break;
    after = next;
  }
  return texts;
}

function endOf({ data }: ExecutionResult): string | null {
  const answer = data?.['answer'] as Readonly<Record<string, unknown>> | null | undefined;
  const type = answer?.['__typename'];
  const info = answer?.[nameOf(String(type), 'pageInfo')] as Readonly<Record<string, unknown>> | undefined;
  const hasMore = info?.[nameOf('PageInfo', 'hasNextPage')] === true;
  return hasMore ? (info[nameOf('PageInfo', 'endCursor')] as string) : null;
}

/** A question that two sides answer differently. */
export interface Difference {
  readonly question: unknown;
  readonly left: unknown;
  readonly right: unknown;
}

/** Where two sides differ, of many questions. Answers that were given are handed to `onAnswer`. */
export async function differences(
  left: Side,
  right: Side,
  questions: readonly Question[],
  onAnswer: (answer: string) => void = () => undefined,
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const question of questions) {
    const [one, other] = await Promise.all([answerOf(left, question), answerOf(right, question)]);
    onAnswer(one);
    if (one !== other) found.push({ question, left: one, right: other });
  }
  return found;
}

/** Where the pages of lists differ, from whichever side each page and each cursor comes. */
export async function pageDifferences(
  left: Side,
  right: Side,
  lists: readonly List[],
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const list of lists) {
    const alone = await pagesOf([left], list);
    for (const sides of [[right], [left, right], [right, left]]) {
      const pages = await pagesOf(sides, list);
      if (pages.join('\n') !== alone.join('\n')) found.push({ question: list, left: alone, right: pages });
    }
  }
  return found;
}

/** Everything that a store has on file and has derived, as text: records, edges, feed. */
export async function contentsOf(
  store: GraphStore,
): Promise<Readonly<Record<'records' | 'edges' | 'feed', readonly string[]>>> {
  const [records, edges, feed]: [string[], string[], string[]] = [[], [], []];
  for (let after: string | null = null; ;) {
    const slice = await store.records(after, 200);
    records.push(JSON.stringify(slice));
    if (slice.next === null) break;
    after = slice.next;
  }
  for (let after: string | null = null; ;) {
    const slice = await store.edges(after, 200);
    edges.push(JSON.stringify(slice));
    if (slice.next === null) break;
    after = slice.next;
  }
  for (let last = 0; ;) {
    const events = await store.changesAfter(last, 500, null);
    if (events.length === 0) break;
    feed.push(JSON.stringify(events));
    last = events.at(-1)?.sequence ?? last;
  }
  return { records, edges, feed };
}
