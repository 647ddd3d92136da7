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

/** Which share of the shorter text's shingles the other text has too, in [0, 1]; 0 for an empty one. */
export function containment(a: readonly number[], b: readonly number[]): number {
  const shorter = Math.min(a.length, b.length);
  if (shorter === 0) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const order = (a[i] as number) - (b[j] as number);
    if (order === 0) shared += 1;
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
  }
  return shared / shorter;
}

/**
 * Documents that take over the text of an earlier one, each with the earliest such original; a source that reruns
 * its own text copies too. Compared pairwise and never chained: what no longer resembles the original is no copy.
 */
export function copiesAmong(
  documents: readonly Document[],
  parameters: Parameters = PARAMETERS,
): ReadonlyMap<DocumentId, DocumentId> {
  const copies = new Map<DocumentId, DocumentId>();
  const texts = documents.filter((document) => document.shingles !== null).sort(earlierFirst);
  for (const [index, copy] of texts.entries()) {
    const original = texts.slice(0, index).find((earlier) => isCopy(copy, earlier, parameters));
    if (original !== undefined) copies.set(copy.id, original.id);
  }
  return copies;
}

function isCopy(copy: Document, earlier: Document, parameters: Parameters): boolean {
  return containment(copy.shingles ?? [], earlier.shingles ?? []) >= parameters.containment;
}

// What has no date cannot be shown to have been first.
function earlierFirst(a: Document, b: Document): number {
  const day = (document: Document): number => document.published?.firstDay ?? Number.MAX_SAFE_INTEGER;
  return day(a) - day(b) || byCodeUnit(a.id, b.id);
}
