import { HearsayError, shown } from '../domain/errors.ts';
import { nodeTypeOf, type NodeType } from '../domain/ids.ts';
import type { Page, PageRequest, SortKey } from '../ports/graph-store.ts';

/** The most items that one page holds. */
export const MAX_PAGE_SIZE = 100;

// The longest key is a sort value and an id of 200 characters; base64url adds a third.
const MAX_CURSOR_LENGTH = 600;

/** The keys of lists that a store cuts: it gets none that it did not give. Other lists look their keys up. */
const STORE_KEYS: Readonly<Record<string, readonly ('number' | NodeType)[]>> = {
  claims: ['number', 'claim'],
  credits: ['number', 'credit'],
  sources: ['source'],
};

/** A stretch of a list as the Relay cursor connections specification shapes it. */
export interface UncountedConnection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** The same, with how long the list is. */
export interface Connection<T> extends UncountedConnection<T> {
  readonly totalCount: number;
}

/** The arguments of a field that is a connection. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** The cursor of an item: its sort key and the list it belongs to, opaque to clients. */
export function encodeCursor(listName: string, key: SortKey): string {
  return Buffer.from(JSON.stringify([listName, ...key])).toString('base64url');
}

/** The sort key in a cursor of this list. Throws `INVALID_CURSOR` for anything that this list did not give out. */
export function decodeCursor(listName: string, text: string): SortKey {
  const parts = text.length <= MAX_CURSOR_LENGTH ? readParts(text) : null;
  if (parts === null || parts[0] !== listName || parts.length < 2) throw invalidCursor(text);
  const key = parts.slice(1);
  // Base64 and JSON have many spellings of one value; only the one that we write is a cursor.
  if (encodeCursor(listName, key) !== text || !isKeyOf(listName, key)) throw invalidCursor(text);
  return key;
}

function isKeyOf(listName: string, key: SortKey): boolean {
  const wanted = STORE_KEYS[listName];
  if (wanted === undefined) return true;
  return key.length === wanted.length && wanted.every((part, index) => isPart(part, key[index]));
}

function isPart(wanted: 'number' | NodeType, part: string | number | undefined): boolean {
  return wanted === 'number'
    ? Number.isSafeInteger(part)
    : typeof part === 'string' && nodeTypeOf(part) === wanted;
}

function readParts(text: string): SortKey | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(parsed) && parsed.every(isKeyPart) ? parsed : null;
  } catch {
    return null;
  }
}

function isKeyPart(part: unknown): part is string | number {
  return typeof part === 'string' || (typeof part === 'number' && Number.isFinite(part));
}

/** What is thrown for a text that is no cursor of the list it was given to. */
export function invalidCursor(text: string): HearsayError {
  return new HearsayError('INVALID_CURSOR', `Expected a cursor from this list, but got ${shown(text)}`, {
    hint: 'Pass endCursor, or the cursor of an edge, from an earlier page of the same field; leave it out for the first page.',
  });
}

/** The page that a connection's arguments ask for. Throws `INVALID_PAGE_SIZE` or `INVALID_CURSOR`. */
export function pageOf(listName: string, args: PageArguments, defaultFirst: number): PageRequest {
  const first = pageSizeOf(args, defaultFirst);
  const after = args.after ?? null;
  return { first, after: after === null ? null : decodeCursor(listName, after) };
}

/** How many items a connection's arguments ask for. Throws `INVALID_PAGE_SIZE`. */
export function pageSizeOf(args: PageArguments, defaultFirst: number): number {
  const first = args.first ?? defaultFirst;
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE_SIZE) {
    throw new HearsayError(
      'INVALID_PAGE_SIZE',
      `Expected first between 1 and ${MAX_PAGE_SIZE}, but got ${shown(first)}`,
      { hint: 'Ask for fewer at a time and continue with after.' },
    );
  }
  return first;
}

/** A page of a store as a connection, each item under its cursor. */
export function connectionOf<T>(listName: string, page: Page<T>, request: PageRequest): Connection<T> {
  const edges = page.items.map(({ key, value }) => ({ cursor: encodeCursor(listName, key), node: value }));
  return { ...uncounted(edges, page.hasMore, request.after !== null), totalCount: page.total };
}

/** A connection of which nobody knows how long its list is. */
export function uncounted<T>(
  edges: Connection<T>['edges'],
  hasNextPage: boolean,
  hasPreviousPage: boolean,
): UncountedConnection<T> {
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
