import { askRelationship, type RelationshipQuestion } from '../application/ask-relationship.ts';
import type { Asking } from '../application/asking.ts';
import type { OnScreenRelationship } from '../domain/entities.ts';
import { pairKey } from '../domain/claim.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { badgeView, namedFiction, pairOfAnswer, type BadgeView, type NamedFiction } from './badge-view.ts';
import { noticeView, type NoticeView } from './notice.ts';
import type { EmbedOptions } from './options.ts';

/** Answers a question about two people for a page elsewhere. Throws what askRelationship throws. */
export async function embedBadge(
  asking: Asking,
  question: RelationshipQuestion,
  options: EmbedOptions,
): Promise<BadgeView | NoticeView> {
  const outcome = await askRelationship(asking, question);
  if (outcome.type !== 'RelationshipAnswer') return noticeView(outcome, options);
  const pair = pairOfAnswer(outcome);
  const relations = options.fiction
    ? ((await asking.store.onScreenBetween([pair])).get(pairKey(pair)) ?? [])
    : [];
  return badgeView(outcome, await nameFiction(asking.store, relations), options);
}

/** Reads what fictional relations name, in one round trip. */
export async function nameFiction(
  store: GraphStore,
  relations: readonly OnScreenRelationship[],
): Promise<readonly NamedFiction[]> {
  if (relations.length === 0) return [];
  const nodes = await store.nodes(
    [...new Set(relations.flatMap(({ characters, work }) => [...characters, work]))],
    null,
  );
  return namedFiction(relations, nodes);
}
