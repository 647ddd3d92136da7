import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { GraphStore } from '../ports/graph-store.ts';
import { invalidCursor } from './cursors.ts';

/** Seals places in the feed. Sequence numbers count what a reader may not see, so that no client gets one. */
export interface FeedCursors {
  /** The cursor of an entry, always the same one. */
  seal(sequence: number): string;
  /** The place that a cursor names. Throws `INVALID_CURSOR` for anything that was not sealed with this key. */
  open(text: string): number;
}

const NONCE_BYTES = 12;
const SEQUENCE_BYTES = 8;
const TAG_BYTES = 16;
const CURSOR_BYTES = NONCE_BYTES + SEQUENCE_BYTES + TAG_BYTES;

/**
 * Cursors under a store's key, which all servers of the store share: AES-256-GCM, whose nonce is an HMAC of the
 * sequence number (a synthetic nonce, as in SIV), so that equal entries have equal cursors, no nonce is used for
 * two numbers, and neither the order of two cursors nor the distance between them can be told.
 */
export function feedCursors(feedKey: string): FeedCursors {
  const key = Buffer.from(feedKey, 'hex');
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
  const cipherKey = derived('hearsay feed cursor: cipher');
  const nonceKey = derived('hearsay feed cursor: nonce');
  const seal = (sequence: number): string => {
    const plain = Buffer.alloc(SEQUENCE_BYTES);
    plain.writeBigUInt64BE(BigInt(sequence));
    const nonce = createHmac('sha256', nonceKey).update(plain).digest().subarray(0, NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  };
  const open = (text: string): number => {
    const sequence = decrypted(text, cipherKey);
    // Base64 has several spellings of one value; only the one that we write is a cursor.
    if (sequence === null || seal(sequence) !== text) throw invalidCursor(text);
    return sequence;
  };
  return { seal, open };
}

function decrypted(text: string, cipherKey: Buffer): number | null {
  const bytes = text.length === (CURSOR_BYTES * 4) / 3 ? Buffer.from(text, 'base64url') : Buffer.alloc(0);
  if (bytes.length !== CURSOR_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', cipherKey, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(CURSOR_BYTES - TAG_BYTES));
  try {
    const plain = decipher.update(bytes.subarray(NONCE_BYTES, NONCE_BYTES + SEQUENCE_BYTES));
    decipher.final();
    return Number(plain.readBigUInt64BE());
  } catch {
    return null;
  }
}

const known = new WeakMap<GraphStore, Promise<FeedCursors>>();

/** The cursors of a store's feed. Its key never changes, so that it is read once. */
export function feedCursorsOf(store: GraphStore): Promise<FeedCursors> {
  const before = known.get(store);
  if (before !== undefined) return before;
  const reading = store.feedKey().then(feedCursors);
  known.set(store, reading);
  // A store that did not answer is asked again the next time.
  reading.catch(() => known.delete(store));
  return reading;
}
