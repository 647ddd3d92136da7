import { emptyChange } from '../domain/change.ts';
import type { Claim, Retraction } from '../domain/claim.ts';
import { HearsayError, shown, unreachable } from '../domain/errors.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import type { Recording } from './assemble-claim.ts';
import { findClaim } from './find-claim.ts';
import { recordChange, type RecordReceipt } from './record.ts';
import { checkNote } from './record-outcome.ts';
import { resolveSource } from './resolve-source.ts';

/** Who takes back a claim, and why. Taking something down is another matter: it erases. */
export type RetractionRequest = Recording & {
  readonly claim: string;
  readonly note: string | null;
} & (
    | { readonly reason: 'SOURCE_RETRACTED'; /** The publisher, by id or name. */ readonly source: string }
    | { readonly reason: 'CURATOR_REJECTED' | 'SUPERSEDED' }
  );

/**
 * Takes a claim back: it stays on file and no longer counts from `at` on. Only the publisher of its document can
 * retract as source (`INVALID_ARGUMENT`); a claim that was taken back for another reason stays so (`CONFLICT`).
 */
export async function retractClaim(store: GraphStore, request: RetractionRequest): Promise<RecordReceipt> {
  const claim = await findClaim(store, request.claim);
  checkNote(request.note);
  const retraction: Retraction = {
    by: await retractorOf(store, claim, request),
    at: request.at,
    reason: request.reason,
    note: request.note,
  };
  if (claim.retraction !== null && claim.retraction.reason !== request.reason) {
    throw new HearsayError(
      'CONFLICT',
      `Expected a claim that stands, but got one taken back as ${claim.retraction.reason}`,
      { hint: 'Nothing is overwritten: the first retraction stays.' },
    );
  }
  const retractions = claim.retraction === null ? [{ claim: claim.id, retraction }] : [];
  return recordChange(store, { ...emptyChange(request.at, request.by), retractions });
}

async function retractorOf(store: GraphStore, claim: Claim, request: RetractionRequest): Promise<string> {
  switch (request.reason) {
    case 'CURATOR_REJECTED':
    case 'SUPERSEDED':
      return request.by;
    case 'SOURCE_RETRACTED':
      return publisherOf(store, claim, request.source);
    default:
      return unreachable(request);
  }
}

async function publisherOf(store: GraphStore, claim: Claim, given: string): Promise<string> {
  const { id } = await resolveSource(store, 'source', given);
  const node = (await store.nodes([claim.document], null)).get(claim.document);
  const publisher = node?.type === 'document' ? node.value.source : null;
  if (id === publisher) return id;
  throw new HearsayError(
    'INVALID_ARGUMENT',
    `Expected the publisher of the claim (${publisher ?? 'unknown'}), but got ${shown(id)}`,
    { hint: 'Only the publisher can retract as source. A curator rejects with CURATOR_REJECTED.' },
  );
}
