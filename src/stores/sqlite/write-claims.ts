import type { Claim } from '../../domain/claim.ts';
import { HearsayError } from '../../domain/errors.ts';
import * as merge from '../../domain/reconcile.ts';
import * as claimRows from './claim-rows.ts';
import * as parameters from './parameters.ts';
import * as sql from './write-queries.ts';
import { note, type Writing } from './writing.ts';

/** Puts claims aside to be stored; one on file under the same id must say the same. */
export function writeClaims(writing: Writing): void {
  for (const claim of writing.change.claims) {
    const existing = onFile(writing, claim.id);
    if (existing === null) insert(writing, claim);
    else store(writing, merge.reconcileClaim(existing, claim));
  }
}

/** Takes claims back. */
export function writeRetractions(writing: Writing): void {
  for (const { claim, retraction } of writing.change.retractions) {
    const existing = onFile(writing, claim);
    if (existing === null) throw unknownClaim(claim, 'a retraction');
    store(writing, merge.retract(existing, retraction));
  }
}

/** Writes what became of claims. */
export function writeOutcomes(writing: Writing): void {
  for (const outcome of writing.change.outcomes) {
    if (onFile(writing, outcome.claim) === null) throw unknownClaim(outcome.claim, 'an outcome');
    const row = writing.db.get(sql.ONE.outcome, { id: outcome.claim });
    const merged =
      row === undefined
        ? { value: outcome, changed: true }
        : merge.reconcileOutcome(claimRows.outcome(row), outcome);
    if (merged.changed) {
      writing.db.run(sql.PUT.outcome, parameters.outcome(merged.value));
      writing.judged.add(outcome.claim);
    }
    note(writing, outcome.claim, merged.changed ? 'OUTCOME' : 'UNCHANGED');
  }
}

function onFile(writing: Writing, id: Claim['id']): Claim | null {
  const fresh = writing.fresh.get(id);
  if (fresh !== undefined) return fresh;
  const row = writing.db.get(sql.ONE.claim, { id });
  return row === undefined ? null : claimRows.claim(row, null);
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
  if (changed && writing.fresh.has(value.id)) writing.fresh.set(value.id, value);
  else if (changed) {
    writing.db.run(sql.UPDATE_RETRACTION, parameters.retraction(value));
    writing.retracted.add(value.id);
  }
  note(writing, value.id, changed ? 'RETRACTED' : 'UNCHANGED');
}

function insert(writing: Writing, claim: Claim): void {
  const { references } = writing;
  writing.fresh.set(claim.id, claim);
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
