import type { Claim } from '../../domain/claim.ts';
import { HearsayError } from '../../domain/errors.ts';
import * as merge from '../../domain/reconcile.ts';
import { note, type Writing } from './writing.ts';

/** Works out what is to be written of claims; one on file under the same id must say the same. */
export function writeClaims(writing: Writing): void {
  for (const claim of writing.change.claims) {
    const existing = writing.onFile.claims.get(claim.id);
    if (existing === undefined) insert(writing, claim);
    else store(writing, merge.reconcileClaim(existing, claim));
  }
}

/** Takes claims back. */
export function writeRetractions(writing: Writing): void {
  for (const { claim, retraction } of writing.change.retractions) {
    const existing = writing.onFile.claims.get(claim);
    if (existing === undefined) throw unknownClaim(claim, 'a retraction');
    store(writing, merge.retract(existing, retraction));
  }
}

/** Works out what is to be written of what became of claims. */
export function writeOutcomes(writing: Writing): void {
  const { onFile, stored } = writing;
  for (const outcome of writing.change.outcomes) {
    if (!onFile.claims.has(outcome.claim)) throw unknownClaim(outcome.claim, 'an outcome');
    const existing = onFile.outcomes.get(outcome.claim);
    const merged =
      existing === undefined ? { value: outcome, changed: true } : merge.reconcileOutcome(existing, outcome);
    if (merged.changed) {
      onFile.outcomes.set(outcome.claim, merged.value);
      stored.outcomes.set(outcome.claim, merged.value);
    }
    note(writing, outcome.claim, merged.changed ? 'OUTCOME' : 'UNCHANGED');
  }
}

function unknownClaim(id: Claim['id'], what: string): HearsayError {
  return new HearsayError(
    'INVALID_RECORD',
    `Expected ${id}, which ${what} points at, but got no such claim`,
    {
      hint: 'Record the claim in the same change, or before.',
    },
  );
}

function store(writing: Writing, { value, changed }: merge.Reconciled<Claim>): void {
  if (changed) put(writing, value);
  note(writing, value.id, changed ? 'RETRACTED' : 'UNCHANGED');
}

function put(writing: Writing, claim: Claim): void {
  writing.onFile.claims.set(claim.id, claim);
  writing.stored.claims.set(claim.id, claim);
  writing.claims.add(claim.id);
}

function insert(writing: Writing, claim: Claim): void {
  const { references } = writing;
  put(writing, claim);
  references.add('person', claim.id, [claim.subject, claim.object, claim.onRecord?.person ?? null]);
  references.add('document', claim.id, [claim.document, ...claim.attributedTo.map((step) => step.document)]);
  references.add(
    'source',
    claim.id,
    claim.attributedTo.map((step) => step.source),
  );
  references.add(
    'evidence',
    claim.id,
    claim.evidence.map((cited) => cited.evidence),
  );
  note(writing, claim.id, 'CREATED');
  if (claim.retraction !== null) note(writing, claim.id, 'RETRACTED');
}
