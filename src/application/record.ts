import type { ChangeReceipt, GraphChange } from '../domain/change.ts';
import { HearsayError } from '../domain/errors.ts';
import type { NodeId } from '../domain/ids.ts';
import { screenChange, type DroppedText } from '../domain/screen-change.ts';
import { problemOfAttribution, validateClaim } from '../domain/validate-claim.ts';
import { validateDates } from '../domain/validate-dates.ts';
import { validateSource } from '../domain/validate-source.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { nodesOf } from './on-file.ts';
import { hiddenAmong, type HiddenClaims } from './record-hidden.ts';

/** What a write did, which optional texts it left out, and how many claims nobody will see. */
export interface RecordReceipt extends ChangeReceipt {
  readonly dropped: readonly DroppedText[];
  /** Of the claims that it created. */
  readonly hidden: readonly HiddenClaims[];
}

/**
 * Records a change: the single door through which seeds, claims, outcomes and retractions come in. Throws
 * `INVALID_CLAIM`, `INVALID_RECORD` or `SPECIAL_CATEGORY`, and then nothing is recorded.
 */
export async function recordChange(store: GraphStore, change: GraphChange): Promise<RecordReceipt> {
  change.sources.forEach(validateSource);
  change.claims.forEach(validateClaim);
  validateDates(change);
  await checkAttributions(store, change);
  const { change: screened, dropped } = screenChange(change);
  const receipt = await store.apply(screened);
  const created = new Set<NodeId>(receipt.created);
  const hidden = await hiddenAmong(
    store,
    screened.claims.filter(({ id }) => created.has(id)),
  );
  return { ...receipt, dropped, hidden };
}

/** Throws `INVALID_CLAIM` when a document attributes what it says to its own publisher. */
async function checkAttributions(store: GraphStore, { claims, documents }: GraphChange): Promise<void> {
  const publishers = new Map(documents.map(({ id, source }) => [id, source]));
  const attributed = claims.filter(({ attributedTo }) => attributedTo.length > 0);
  const elsewhere = attributed.map(({ document }) => document).filter((id) => !publishers.has(id));
  for (const { type, value } of (await nodesOf(store, elsewhere)).values()) {
    if (type === 'document') publishers.set(value.id, value.source);
  }
  for (const claim of attributed) {
    const publisher = publishers.get(claim.document);
    const problem = publisher === undefined ? null : problemOfAttribution(claim, publisher);
    if (problem === null) continue;
    throw new HearsayError('INVALID_CLAIM', `${claim.id}, ${problem.field}: ${problem.message}`);
  }
}
