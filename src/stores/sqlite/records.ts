import {
  claimPlace,
  edgePlace,
  edgeSlice,
  recordPlace,
  recordSlice,
  type EdgeSlice,
  type RecordCursor,
  type RecordOf,
  type RecordSlice,
  type RecordStep,
} from '../../domain/record-walk.ts';
import * as claimRows from './claim-rows.ts';
import type { Connection } from './connection.ts';
import { EDGES, RECORDS } from './record-queries.ts';
import * as rows from './rows.ts';

const READ: { readonly [S in RecordStep]: (row: unknown) => RecordOf[S] } = {
  people: (row) => rows.personFacts(row).person,
  sources: rows.source,
  documents: rows.document,
  evidence: rows.evidence,
  works: rows.work,
  characters: rows.character,
  credits: rows.credit,
  onScreen: rows.onScreen,
  birthDates: (row) => rows.personFacts(row).person,
  origins: rows.document,
  bases: rows.work,
  claims: (row) => claimRows.claim(row, null),
  singles: (row) => claimRows.claim(row, null),
  outcomes: claimRows.outcome,
};

/** A slice of everything that is on file. */
export function records(db: Connection, after: RecordCursor | null, limit: number): RecordSlice {
  const { step, after: last } = recordPlace(after);
  const parameters = step === 'claims' ? { ...claimPlace(last), limit } : { after: last, limit };
  const read: (row: unknown) => RecordOf[RecordStep] = READ[step];
  return recordSlice(step, db.all(RECORDS[step], parameters).map(read), limit);
}

/** A slice of all stored relationships. */
export function edges(db: Connection, after: RecordCursor | null, limit: number): EdgeSlice {
  const [a, b, family] = edgePlace(after);
  return edgeSlice(db.all(EDGES, { a, b, family, limit }).map(claimRows.relationship), limit);
}
