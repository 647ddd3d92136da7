import {
  costarGraph,
  MAX_COSTARS,
  type CostarAsking,
  type CostarGraphAnswer,
  type CostarGraphQuestion,
} from '../application/costar-graph.ts';
import { layoutOf, type LayOut } from '../application/layout/layouts.ts';
import { listRelationships } from '../application/list-relationships.ts';
import type { RelationshipAnswerModel } from '../application/models.ts';
import { pairKey, pairOf, type Pair } from '../domain/claim.ts';
import type { PersonId } from '../domain/ids.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { costarsView, drawnOf, type CostarsParts, type CostarsView } from './costars-view.ts';
import { nameFiction } from './embed-badge.ts';
import { noticeView, type NoticeView } from './notice.ts';
import type { EmbedOptions } from './options.ts';

/** Pairs whose characters are looked up, and people whose own relationships are. */
const MOST_PAIRS = 200;
const MOST_PEOPLE = 100;

/** Answers who played with whom for a page elsewhere. Throws what costarGraph and `layOut` throw. */
export async function embedCostars(
  asking: CostarAsking,
  question: CostarGraphQuestion & { readonly limit: number },
  options: EmbedOptions,
  layOut: LayOut,
): Promise<CostarsView | NoticeView> {
  // All are asked for, so that a hub can say how many more there are.
  const answer = await costarGraph(asking, { ...question, limit: MAX_COSTARS });
  if (answer.type !== 'CostarGraph') return noticeView(answer, options);
  const drawn = drawnOf(answer, question.limit);
  const ids = drawn.people.map(({ person }) => person.person.id);
  // First, so that what is refused costs no more than this, and the reads of many come one after the other.
  const layout = await layoutOf(drawn, layOut);
  const [fiction, said] = await Promise.all([
    options.fiction ? fictionAmong(asking.store, answer, ids) : [],
    saidAmong(asking.store, answer, ids),
  ]);
  return costarsView({ answer, drawn, layout, fiction, said }, options);
}

async function fictionAmong(
  store: GraphStore,
  { edges }: CostarGraphAnswer,
  ids: readonly PersonId[],
): Promise<CostarsParts['fiction']> {
  const known = new Set(ids);
  const pairs: readonly Pair[] = edges
    .filter(({ a, b }) => known.has(a.person.id) && known.has(b.person.id))
    .slice(0, MOST_PAIRS)
    .map(({ a, b }) => pairOf(a.person.id, b.person.id));
  const found = pairs.length === 0 ? new Map<string, never>() : await store.onScreenBetween(pairs);
  const relations = pairs.flatMap((pair) =>
    (found.get(pairKey(pair)) ?? []).map((relation) => ({ pair, relation })),
  );
  const named = new Map(
    (
      await nameFiction(
        store,
        relations.map(({ relation }) => relation),
      )
    ).map((each) => [each.relation.id, each]),
  );
  return relations.flatMap(({ pair, relation }) => {
    const each = named.get(relation.id);
    return each === undefined ? [] : [{ ...pair, named: each }];
  });
}

/** What is said of two of these people; policy has its say in the list, which no other way leads around. */
async function saidAmong(
  store: GraphStore,
  { reader }: CostarGraphAnswer,
  ids: readonly PersonId[],
): Promise<readonly RelationshipAnswerModel[]> {
  const some = ids.slice(0, MOST_PEOPLE);
  const lists = await listRelationships(store, some, { kinds: null, statuses: null }, reader);
  const byPair = new Map<string, RelationshipAnswerModel>();
  for (const { items } of lists.values()) {
    for (const { value } of items) byPair.set(pairKey(pairOf(value.question.a, value.question.b)), value);
  }
  const known = new Set<string>(some);
  return [...byPair]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, answer]) => answer)
    .filter(({ question: { a, b } }) => known.has(a) && known.has(b));
}
