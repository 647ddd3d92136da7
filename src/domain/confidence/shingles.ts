import type { Document } from '../entities.ts';
import { byCodeUnit, type DocumentId } from '../ids.ts';
import { PARAMETERS, type Parameters } from './parameters.ts';

const WORDS = 5;
/** How many shingles of one text are kept; longer texts are compared by their beginning. */
const MAX_SHINGLES = 20_000;

/** The hashes (FNV-1a, 32 bit) of a text's five-word shingles, ascending and distinct. */
export function shinglesOf(text: string): readonly number[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = new Set<number>();
  for (let start = 0; start + WORDS <= words.length && hashes.size < MAX_SHINGLES; start += 1) {
    hashes.add(hashOf(words.slice(start, start + WORDS).join(' ')));
  }
  return [...hashes].sort((a, b) => a - b);
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Which share of the shorter of two texts the other contains, 0 to 1. */
export function containment(a: readonly number[], b: readonly number[]): number {
  const shorter = Math.min(a.length, b.length);
  if (shorter === 0) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const order = (a[i] ?? 0) - (b[j] ?? 0);
    if (order === 0) shared += 1;
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
  }
  return shared / shorter;
}

/**
 * Documents of other sources whose text a document takes over, each with the earliest such original. Pairwise and
 * never chained: a copy of a copy that no longer resembles the original is not its copy.
 */
export function copiesAmong(
  documents: readonly Document[],
  parameters: Parameters = PARAMETERS,
): ReadonlyMap<DocumentId, DocumentId> {
  const texts = documents.filter((document) => document.shingles !== null).sort(byAge);
  const copies = new Map<DocumentId, DocumentId>();
  for (const [index, later] of texts.entries()) {
    const original = texts
      .slice(0, index)
      .find(
        (earlier) =>
          earlier.source !== later.source &&
          containment(earlier.shingles ?? [], later.shingles ?? []) >= parameters.containment,
      );
    if (original !== undefined) copies.set(later.id, original.id);
  }
  return copies;
}

// What has no date cannot be shown to be the original.
function byAge(a: Document, b: Document): number {
  const day = (document: Document): number => document.published?.firstDay ?? Number.MAX_SAFE_INTEGER;
  return day(a) - day(b) || byCodeUnit(a.id, b.id);
}
