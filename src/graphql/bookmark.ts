import type { HeaderMap } from '@apollo/server';
import { HearsayError, shown } from '../domain/errors.ts';
import { refusal } from './errors.ts';

/** The header by which a client hands on the bookmark of a write: its reads see at least that write, on any server. */
const BOOKMARK_HEADER = 'hearsay-bookmark';

// Stores write them as printable ASCII of some dozens of characters. A header given twice comes joined by ", ".
const BOOKMARK = /^[\x21-\x7e]{1,500}$/;

/** Runs `body` with the request's bookmark. Throws a refusal for what no store would have given. */
export function withBookmark<T>(headers: HeaderMap, body: (bookmark: string | null) => T): T {
  const text = headers.get(BOOKMARK_HEADER) ?? null;
  if (text !== null && !BOOKMARK.test(text)) {
    throw invalid(`Expected ${BOOKMARK_HEADER} to be the bookmark of a write, but got ${shown(text)}`);
  }
  try {
    return body(text);
  } catch (error) {
    throw error instanceof HearsayError && error.code === 'INVALID_BOOKMARK' ? invalid(error.message) : error;
  }
}

function invalid(message: string): Error {
  return refusal(
    'INVALID_BOOKMARK',
    message,
    'Send the bookmark that a write answered with, once, or leave the header out.',
  );
}
