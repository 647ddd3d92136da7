import type { GraphRecords } from './change.ts';
import type { Claim, Outcome } from './claim.ts';
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

/** What each step of a walk reads, by id. */
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
  readonly claims: Claim;
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
  outcomes: (outcomes) => ({ outcomes }),
};
/** The steps of a walk, in order. */
export const RECORD_STEPS = Object.keys(STEPS) as readonly RecordStep[];

/** A step of a walk and the id that it stands after; '' is its beginning. */
export interface RecordPlace {
  readonly step: RecordStep;
  readonly after: string;
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
  const next = last === undefined ? (following ?? null) : `${step}:${'id' in last ? last.id : last.claim}`;
  return { records: { ...NO_RECORDS, ...STEPS[step](found) }, next };
}

const NO_RECORDS: GraphRecords = {
  people: [],
  sources: [],
  documents: [],
  evidence: [],
  works: [],
  characters: [],
  credits: [],
  onScreen: [],
  claims: [],
  retractions: [],
  outcomes: [],
};

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
