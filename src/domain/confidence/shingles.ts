import type { Document } from '../entities.ts';
import { byCodeUnit, type DocumentId } from '../ids.ts';
import { PARAMETERS, type Parameters } from './parameters.ts';

const WORDS = 5;
/** Texts are compared by at most this many shingles, the first ones. */
const MAX_SHINGLES = 20_000;
const WORD = /[\p{L}\p{N}]+/gu;

/** The hashes (32 bit, ascending, distinct) of a text's five-word shingles; case and punctuation do not matter. */
export function shinglesOf(text: string): readonly number[] {
  const recent: string[] = [];
  const hashes = new Set<number>();
  for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    recent.push(word);
    if (recent.length > WORDS) recent.shift();
    if (recent.length === WORDS) hashes.add(hashOf(recent.join(' ')));
    if (hashes.size >= MAX_SHINGLES) break;
  }
  return [...hashes].sort((a, b) => a - b);
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Documents that share a good part of the shorter text with an earlier one, each with the earliest such original; a source that reruns
 * its own text copies too. Compared pairwise and never chained: what no longer resembles the original is no copy.
 */
export function copiesAmong(
  documents: readonly Document[],
  parameters: Parameters = PARAMETERS,
): ReadonlyMap<DocumentId, DocumentId> {
  const copies = new Map<DocumentId, DocumentId>();
  const texts = documents
    .flatMap(({ id, published, shingles }) => (shingles === null ? [] : [{ id, published, shingles }]))
    .sort(earlierFirst);
  // By shingle the earlier texts that have it: unrelated texts then cost no more than their length.
  const having = new Map<number, number[]>();
  for (const [index, copy] of texts.entries()) {
    const shared = new Map<number, number>();
    for (const shingle of copy.shingles) {
      const known = having.get(shingle);
      if (known === undefined) having.set(shingle, [index]);
      else {
        for (const earlier of known) shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
        known.push(index);
      }
    }
    const original = texts.find((earlier, at) => {
      const shorter = Math.min(earlier.shingles.length, copy.shingles.length);
      return at < index && (shared.get(at) ?? 0) / shorter >= parameters.containment;
    });
    if (original !== undefined) copies.set(copy.id, original.id);
  }
  return copies;
}

type Text = Pick<Document, 'id' | 'published'>;

// What has no date cannot be shown to have been first.
function earlierFirst(a: Text, b: Text): number {
  const day = ({ published }: Text): number => published?.firstDay ?? Number.MAX_SAFE_INTEGER;
  return day(a) - day(b) || byCodeUnit(a.id, b.id);
}
