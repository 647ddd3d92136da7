import { createHmac, timingSafeEqual } from 'node:crypto';
import { HearsayError, shown } from '../../domain/errors.ts';

/** Marks bookmarks as given out by a server of this store, and tells them again. */
export interface BookmarkSeal {
  seal(bookmark: string): string;
  /** The bookmark that was sealed. Throws INVALID_BOOKMARK for one that was not sealed with this key. */
  open(sealed: string): string;
}

const SEPARATOR = '.';

/**
 * Seals bookmarks with the key of the store. A read with a bookmark waits for the transaction that it names, and holds a
 * thread of the database meanwhile; so nobody may make up one of a transaction that is still to come.
 */
export function bookmarkSeal(key: string): BookmarkSeal {
  const seal = (bookmark: string): string =>
    bookmark + SEPARATOR + createHmac('sha256', key).update(bookmark).digest('base64url');
  return {
    seal,
    open(sealed) {
      const bookmark = sealed.slice(0, Math.max(0, sealed.lastIndexOf(SEPARATOR)));
      const [given, right] = [Buffer.from(sealed), Buffer.from(seal(bookmark))];
      if (given.length === right.length && timingSafeEqual(given, right)) return bookmark;
      throw new HearsayError(
        'INVALID_BOOKMARK',
        `Expected a bookmark that a write to this store gave, but got ${shown(sealed)}`,
        { hint: 'Hand on the bookmark of a write as it came.' },
      );
    },
  };
}
