import type { Claim, Outcome, Retraction } from './claim.ts';
import type {
  Character,
  Credit,
  Document,
  Evidence,
  ExternalIds,
  OnScreenRelationship,
  Person,
  Source,
  Work,
} from './entities.ts';
import { HearsayError, shown } from './errors.ts';
import * as rules from './merge-rules.ts';
import type { Rule, Rules } from './merge-rules.ts';
import type { EdtfDate } from './time.ts';

/** What is on file once an incoming record was added to it, and whether that changed anything. */
export interface Reconciled<T> {
  readonly value: T;
  readonly changed: boolean;
}

/** A person on file and what is said of them now. Throws CONFLICT where the two contradict each other. */
export function reconcilePerson(existing: Person, incoming: Person): Reconciled<Person> {
  return reconcile(existing.id, rules.PERSON, existing, incoming);
}

/** A source on file and what is said of it now. Throws CONFLICT. */
export function reconcileSource(existing: Source, incoming: Source): Reconciled<Source> {
  return reconcile(existing.id, rules.SOURCE, existing, incoming);
}

/** A document on file and what is said of it now. Throws CONFLICT. */
export function reconcileDocument(existing: Document, incoming: Document): Reconciled<Document> {
  return reconcile(existing.id, rules.DOCUMENT, existing, incoming);
}

/** A piece of evidence on file and what is said of it now. Throws CONFLICT. */
export function reconcileEvidence(existing: Evidence, incoming: Evidence): Reconciled<Evidence> {
  return reconcile(existing.id, rules.EVIDENCE, existing, incoming);
}

/** A work on file and what is said of it now. Throws CONFLICT. */
export function reconcileWork(existing: Work, incoming: Work): Reconciled<Work> {
  return reconcile(existing.id, rules.WORK, existing, incoming);
}

/** A character on file and what is said of it now. Throws CONFLICT. */
export function reconcileCharacter(existing: Character, incoming: Character): Reconciled<Character> {
  return reconcile(existing.id, rules.CHARACTER, existing, incoming);
}

/** An on-screen relationship on file and what is said of it now. Throws CONFLICT. */
export function reconcileOnScreen(
  existing: OnScreenRelationship,
  incoming: OnScreenRelationship,
): Reconciled<OnScreenRelationship> {
  return reconcile(existing.id, rules.ON_SCREEN, existing, incoming);
}

/** Whoever states a credit first is kept; the same id for another part is a CONFLICT. */
export function reconcileCredit(existing: Credit, incoming: Credit): Reconciled<Credit> {
  // A null character is a part without one, not an unknown one: it is never filled in.
  if (existing.character !== incoming.character) throw conflict(existing.id, 'character', existing, incoming);
  return reconcile(existing.id, rules.CREDIT, existing, incoming);
}

/** An outcome on file and another statement of it. Throws CONFLICT. */
export function reconcileOutcome(existing: Outcome, incoming: Outcome): Reconciled<Outcome> {
  return reconcile(`the outcome of ${existing.claim}`, rules.OUTCOME, existing, incoming, OUTCOME_HINT);
}

/** Takes a claim back. What was taken back once stays so, as it was. */
export function retract(existing: Claim, retraction: Retraction): Reconciled<Claim> {
  if (existing.retraction !== null) return { value: existing, changed: false };
  return { value: { ...existing, retraction }, changed: true };
}

/**
 * A claim on file that is recorded again. Its content must be the same (CONFLICT); when and by whom it was
 * first recorded stays, and so do the names as they were first written; a retraction can only be added.
 */
export function reconcileClaim(existing: Claim, incoming: Claim): Reconciled<Claim> {
  for (const field of CLAIM_CONTENT) {
    if (!same(existing[field], incoming[field])) throw conflict(existing.id, field, existing, incoming);
  }
  return incoming.retraction === null
    ? { value: existing, changed: false }
    : retract(existing, incoming.retraction);
}

const CLAIM_CONTENT = [
  'kind',
  'subject',
  'object',
  'stance',
  'modality',
  'document',
  'attributedTo',
  'anonymousInsider',
  'onRecord',
  'evidence',
  'locator',
  'quote',
  'validFrom',
  'validTo',
  'assertedAt',
] as const satisfies readonly (keyof Claim)[];

const RECORD_HINT = 'What is on file is never overwritten. Use another id, or leave the field out.';
const OUTCOME_HINT =
  'A claim has one outcome, and the first that was recorded stays. If it is wrong, retract the claim and record it under an id of its own.';

function reconcile<T extends object>(
  id: string,
  of: Rules<T>,
  existing: T,
  incoming: T,
  hint = RECORD_HINT,
): Reconciled<T> {
  const merged: Partial<T> = {};
  let changed = false;
  for (const field of Object.keys(of) as (keyof T & string)[]) {
    const value = together(of[field], existing[field], incoming[field]);
    if (value === undefined) throw conflict(id, field, existing, incoming, hint);
    merged[field] = value;
    changed ||= value !== existing[field];
  }
  return { value: changed ? (merged as T) : existing, changed };
}

/** The field's value after the merge, the very same object when nothing was added; undefined: a contradiction. */
function together<V>(rule: Rule, existing: V, incoming: V): V | undefined {
  switch (rule) {
    case 'kept':
      return existing;
    case 'list':
      return united(existing as readonly unknown[], incoming as readonly unknown[]) as V;
    case 'ids':
      return filledIds(existing as ExternalIds, incoming as ExternalIds) as V | undefined;
    case 'date':
      return sameDate(existing as EdtfDate | null, incoming as EdtfDate | null)
        ? existing
        : filled(existing, incoming);
    case 'advances':
      return ADVANCE.indexOf(incoming) > ADVANCE.indexOf(existing) ? incoming : existing;
    case 'fact':
      return filled(existing, incoming);
  }
}

// Each value of a field that advances stands after those that it may follow.
const ADVANCE: readonly unknown[] = [false, true, 'UNKNOWN', 'LIVE', 'DELETED', 'PUBLIC_FIGURE', 'PRIVATE'];

function filled<V>(existing: V, incoming: V): V | undefined {
  if (incoming === null || same(existing, incoming)) return existing;
  return existing === null ? incoming : undefined;
}

function sameDate(x: EdtfDate | null, y: EdtfDate | null): boolean {
  return x?.text === y?.text;
}

function united(existing: readonly unknown[], incoming: readonly unknown[]): readonly unknown[] {
  const known = new Set(existing.map(canonical));
  const added = incoming.filter((item) => {
    const key = canonical(item);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  return added.length === 0 ? existing : [...existing, ...added];
}

function filledIds(existing: ExternalIds, incoming: ExternalIds): ExternalIds | undefined {
  const wikidata = filled(existing.wikidata, incoming.wikidata);
  const imdb = filled(existing.imdb, incoming.imdb);
  const tmdb = filled(existing.tmdb, incoming.tmdb);
  if (wikidata === undefined || imdb === undefined || tmdb === undefined) return undefined;
  const merged = { wikidata, imdb, tmdb };
  return same(merged, existing) ? existing : merged;
}

function same(x: unknown, y: unknown): boolean {
  return x === y || canonical(x) === canonical(y);
}

/** JSON with sorted keys, so that equal content has equal text whoever built the object. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([x], [y]) => (x < y ? -1 : 1)))
      : item,
  );
}

function conflict<T extends object>(
  id: string,
  field: keyof T & string,
  existing: T,
  incoming: T,
  hint = RECORD_HINT,
): HearsayError {
  const [kept, came] = [existing[field], incoming[field]].map((value) =>
    shown(isDate(value) ? value.text : value),
  );
  return new HearsayError('CONFLICT', `Expected ${field} of ${id} to stay ${kept}, but got ${came}`, {
    hint,
  });
}

function isDate(value: unknown): value is EdtfDate {
  return typeof value === 'object' && value !== null && 'text' in value && 'firstDay' in value;
}
