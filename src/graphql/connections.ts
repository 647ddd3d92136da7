import type {
  ClaimModel,
  ClaimList,
  RelationshipAnswerModel,
  SearchHitModel,
} from '../application/models.ts';
import type { Credit, Source } from '../domain/entities.ts';
import { HearsayError } from '../domain/errors.ts';
import type { ChangeEvent, Page, PageRequest, SortKey } from '../ports/graph-store.ts';
import type { ChangeList } from '../application/list-changes.ts';
import {
  connectionOf,
  pageOf,
  uncounted,
  type Connection,
  type PageArguments,
  type UncountedConnection,
} from './cursors.ts';
import type { FeedCursors } from './feed-cursors.ts';

export type ClaimConnectionModel = Connection<ClaimModel>;
export type ClaimEdgeModel = ClaimConnectionModel['edges'][number];
export type ChangeConnectionModel = UncountedConnection<ChangeEvent>;
export type ChangeEdgeModel = ChangeConnectionModel['edges'][number];
export type CreditConnectionModel = Connection<Credit>;
export type CreditEdgeModel = CreditConnectionModel['edges'][number];
export type SourceConnectionModel = Connection<Source>;
export type SourceEdgeModel = SourceConnectionModel['edges'][number];
export type RelationshipConnectionModel = Connection<RelationshipAnswerModel> & {
  readonly truncated: boolean;
};
export type RelationshipEdgeModel = RelationshipConnectionModel['edges'][number];
export type SearchConnectionModel = Connection<SearchHitModel>;
export type SearchEdgeModel = SearchConnectionModel['edges'][number];

/** A page of the feed, each entry under its sealed cursor. */
export function changeConnection(
  { events, hasMore }: ChangeList,
  cursors: FeedCursors,
  hasPreviousPage: boolean,
): ChangeConnectionModel {
  const edges = events.map((event) => ({ cursor: cursors.seal(event.sequence), node: event }));
  return uncounted(edges, hasMore, hasPreviousPage);
}

/** How many claims a page holds when nobody says. */
export const DEFAULT_PAGE = 20;

/**
 * Cuts a page out of a list that is known whole. The cursor names the item it follows by its key, so that it holds
 * when something is inserted before it. In a list that is sorted by its keys (`order`) it holds when that item has
 * moved or gone, too; otherwise that is INVALID_CURSOR.
 */
export function pageOfList<T>(
  items: readonly { readonly key: SortKey; readonly value: T }[],
  request: PageRequest,
  order: ((a: SortKey, b: SortKey) => number) | null = null,
): Page<T> {
  const start = request.after === null ? 0 : startAfter(items, request.after, order);
  const end = start + request.first;
  return { items: items.slice(start, end), hasMore: items.length > end, total: items.length };
}

function startAfter(
  items: readonly { readonly key: SortKey }[],
  after: SortKey,
  order: ((a: SortKey, b: SortKey) => number) | null,
): number {
  if (order !== null) {
    const next = items.findIndex((item) => order(item.key, after) > 0);
    return next < 0 ? items.length : next;
  }
  const wanted = JSON.stringify(after);
  const index = items.findIndex((item) => JSON.stringify(item.key) === wanted);
  if (index < 0) {
    throw new HearsayError(
      'INVALID_CURSOR',
      'Expected a cursor of an item in this list, but got one of another',
      {
        hint: 'The list has changed or belongs to another question; start again without after.',
      },
    );
  }
  return index + 1;
}

/** A page of claims that an answer holds. */
export function claimConnection(list: ClaimList, args: PageArguments): ClaimConnectionModel {
  const request = pageOf('claims-of-answer', args, DEFAULT_PAGE);
  const byId = new Map(list.dossier.claims.map((claim) => [claim.id, claim]));
  const items = list.ids.flatMap((id) => {
    const claim = byId.get(id);
    return claim === undefined ? [] : [{ key: [id], value: { claim, reader: list.reader } }];
  });
  return connectionOf('claims-of-answer', pageOfList(items, request), request);
}
