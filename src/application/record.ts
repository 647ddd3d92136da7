import type { ChangeReceipt, GraphChange } from '../domain/change.ts';
import { screenChange, type DroppedText } from '../domain/screen-change.ts';
import { validateClaim } from '../domain/validate-claim.ts';
import { validateDates } from '../domain/validate-dates.ts';
import { validateSource } from '../domain/validate-source.ts';
import type { GraphStore } from '../ports/graph-store.ts';

/** What a write did, and which optional texts it left out. */
export interface RecordReceipt extends ChangeReceipt {
  readonly dropped: readonly DroppedText[];
}

/**
 * Records a change: the single door through which seeds, claims, outcomes and retractions come in. Throws
 * `INVALID_CLAIM`, `INVALID_RECORD` or `SPECIAL_CATEGORY`, and then nothing is recorded.
 */
export async function recordChange(store: GraphStore, change: GraphChange): Promise<RecordReceipt> {
  change.sources.forEach(validateSource);
  change.claims.forEach(validateClaim);
  validateDates(change);
  const { change: screened, dropped } = screenChange(change);
  const receipt = await store.apply(screened);
  return { ...receipt, dropped };
}
