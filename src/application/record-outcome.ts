import { emptyChange } from '../domain/change.ts';
import { HearsayError, shown } from '../domain/errors.ts';
import { isPlainText } from '../domain/plain-text.ts';
import type { EdtfDate } from '../domain/time.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import type { Recording } from './assemble-claim.ts';
import { findClaim } from './find-claim.ts';
import { recordChange, type RecordReceipt } from './record.ts';

/** What became of a claim, as somebody reports it. */
export interface OutcomeReport extends Recording {
  readonly claim: string;
  readonly held: boolean;
  /** When it was known; null when nobody says. */
  readonly decidedAt: EdtfDate | null;
  readonly note: string | null;
}

/** Records what became of a claim. Throws `NOT_FOUND` for a claim that is not on file. */
export async function recordOutcome(store: GraphStore, report: OutcomeReport): Promise<RecordReceipt> {
  const claim = await findClaim(store, report.claim);
  checkNote(report.note);
  const { held, decidedAt, note, by, at } = report;
  const outcome = { claim: claim.id, held, decidedAt, recordedAt: at, recordedBy: by, note };
  return recordChange(store, { ...emptyChange(at, by), outcomes: [outcome] });
}

const MAX_NOTE_LENGTH = 500;

/** Throws `INVALID_ARGUMENT` for a note that is too long or hides something. */
export function checkNote(note: string | null): void {
  if (note === null || (note.length <= MAX_NOTE_LENGTH && isPlainText(note))) return;
  throw new HearsayError(
    'INVALID_ARGUMENT',
    `Expected a note of at most ${MAX_NOTE_LENGTH} plain characters, but got ${shown(note)}`,
  );
}
