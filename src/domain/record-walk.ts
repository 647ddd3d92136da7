import { NO_RECORDS, type GraphRecords } from './change.ts';
import { pairOf, type Claim, type Outcome } from './claim.ts';
import type {
  Character,
  Credit,
  Document,
  Evidence,
  OnScreenRelationship,
  Person,
  Source,
  Work,
} from './entities.ts';
import { HearsayError, shown } from './errors.ts';
import type { DerivedRelationship } from './verdict.ts';

/** Where a walk through everything on file stands. It means the same to every store. */
export type RecordCursor = string;

/** Some of what is on file, in an order in which it can be recorded, and where to go on; null: that was all. */
export interface RecordSlice {
  readonly records: GraphRecords;
  readonly next: RecordCursor | null;
}

/** Some of the stored relationships, and where to go on; null: that was all. */
export interface EdgeSlice {
  readonly edges: readonly DerivedRelationship[];
  readonly next: RecordCursor | null;
}

/** What each step of a walk reads, in the order of ids. */
export interface RecordOf {
  readonly people: Person;
  readonly sources: Source;
  readonly documents: Document;
  readonly evidence: Evidence;
  readonly works: Work;
  readonly characters: Character;
  readonly credits: Credit;
  readonly onScreen: OnScreenRelationship;
  /** People again, of those whose birth date a document states. */
  readonly birthDates: Person;
  /** Documents again, of those that are derived from others. */
  readonly origins: Document;
  /** Works again, of those that are based on others. */
  readonly bases: Work;
  /**
   * Claims about two, in the order of these (the smaller id first), the latest said first, then by id: what is
   * derived for a pair is derived anew with each change about it, so that its claims had better come together.
   */
  readonly claims: Claim;
  /** Claims about one. */
  readonly singles: Claim;
  readonly outcomes: Outcome;
}
export type RecordStep = keyof RecordOf;

// What points comes after what it points at. Where records point in a circle (a person's birth date at a document
// that names the person, documents at each other) the pointer is left out at first and filled in by a later step.
const STEPS: { readonly [S in RecordStep]: (found: readonly RecordOf[S][]) => Partial<GraphRecords> } = {
  people: (found) => ({ people: found.map((person) => ({ ...person, birthDateDocument: null })) }),
  sources: (sources) => ({ sources }),
  documents: (found) => ({ documents: found.map((document) => ({ ...document, derivedFrom: [] })) }),
  evidence: (evidence) => ({ evidence }),
  works: (found) => ({ works: found.map((work) => ({ ...work, basedOn: [] })) }),
  characters: (characters) => ({ characters }),
  credits: (credits) => ({ credits }),
  onScreen: (onScreen) => ({ onScreen }),
  birthDates: (people) => ({ people }),
  origins: (documents) => ({ documents }),
  bases: (works) => ({ works }),
  claims: (claims) => ({ claims }),
  singles: (claims) => ({ claims }),
  outcomes: (outcomes) => ({ outcomes }),
};
// In order.
const RECORD_STEPS = Object.keys(STEPS) as readonly RecordStep[];

/** A step of a walk and what it stands after: an id, for `claims` the text of a ClaimPlace; '' is its beginning. */
export interface RecordPlace {
  readonly step: RecordStep;
  readonly after: string;
}

/** The claim that a walk through those about two stands after. */
export interface ClaimPlace {
  readonly a: string;
  readonly b: string;
  readonly saidDay: number;
  readonly id: string;
}

/** What a cursor means; null is the beginning. Throws INVALID_CURSOR. */
export function recordPlace(cursor: RecordCursor | null): RecordPlace {
  if (cursor === null) return { step: 'people', after: '' };
  const [name, ...rest] = cursor.split(':');
  const step = RECORD_STEPS.find((known) => known === name);
  if (step === undefined) throw invalidCursor(cursor);
  return { step, after: rest.join(':') };
}

/** The slice that a step's records make, which are at most `limit`: fewer end the step. */
export function recordSlice<S extends RecordStep>(
  step: S,
  found: readonly RecordOf[S][],
  limit: number,
): RecordSlice {
  const last = found.length < limit ? undefined : found.at(-1);
  const following = RECORD_STEPS[RECORD_STEPS.indexOf(step) + 1];
  const next = last === undefined ? (following ?? null) : `${step}:${placeOf(step, last)}`;
  return { records: { ...NO_RECORDS, ...STEPS[step](found) }, next };
}

function placeOf(step: RecordStep, record: RecordOf[RecordStep]): string {
  if (!('id' in record)) return record.claim;
  if (step !== 'claims' || !('object' in record) || record.object === null) return record.id;
  const { a, b } = pairOf(record.subject, record.object);
  return [a, b, record.assertedAt.firstDay, record.id].join(' ');
}

/** What `after` means in the step `claims`. Throws INVALID_CURSOR. */
export function claimPlace(after: string): ClaimPlace {
  if (after === '') return { a: '', b: '', saidDay: 0, id: '' };
  const [a, b, saidDay, id, ...rest] = after.split(' ');
  if (
    a === undefined ||
    b === undefined ||
    !/^-?\d{1,9}$/.test(saidDay ?? '') ||
    id === undefined ||
    rest.length > 0
  )
    throw invalidCursor(after);
  return { a, b, saidDay: Number(saidDay), id };
}

/** The edge that a cursor of edges stands after. */
export type EdgePlace = readonly [a: string, b: string, family: string];

/** What a cursor of edges means; null is the beginning. Throws INVALID_CURSOR. */
export function edgePlace(cursor: RecordCursor | null): EdgePlace {
  const [a = '', b = '', family = '', ...rest] = (cursor ?? '').split(' ');
  if (rest.length > 0) throw invalidCursor(cursor);
  return [a, b, family];
}

/** The slice that edges in the order of their people and family make; fewer than `limit` are the last. */
export function edgeSlice(edges: readonly DerivedRelationship[], limit: number): EdgeSlice {
  const last = edges.length < limit ? undefined : edges.at(-1);
  return { edges, next: last === undefined ? null : `${last.a} ${last.b} ${last.family}` };
}

function invalidCursor(cursor: RecordCursor | null): HearsayError {
  return new HearsayError('INVALID_CURSOR', `Expected a place in a walk, but got ${shown(cursor)}`);
}
