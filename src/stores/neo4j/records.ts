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
import type { Connection, Parameters } from './connection.ts';
import { EDGES, RECORDS } from './record-queries.ts';
import * as rows from './rows.ts';

const READ: { readonly [S in RecordStep]: (properties: unknown) => RecordOf[S] } = {
  people: (record) => rows.personFacts(record).person,
  sources: rows.source,
  documents: rows.document,
  evidence: rows.evidence,
  works: rows.work,
  characters: rows.character,
  credits: rows.credit,
  onScreen: rows.onScreen,
  birthDates: (record) => rows.personFacts(record).person,
  origins: rows.document,
  bases: rows.work,
  claims: (record) => claimRows.claim(record, null),
  singles: (record) => claimRows.claim(record, null),
  outcomes: claimRows.outcome,
};

/** A slice of everything that is on file. */
export async function records(
  db: Connection,
  after: RecordCursor | null,
  limit: number,
): Promise<RecordSlice> {
  const { step, after: last } = recordPlace(after);
  const parameters = step === 'claims' ? { ...pairPlace(last), limit } : { after: last, limit };
  const read: (properties: unknown) => RecordOf[RecordStep] = READ[step];
  const found = await db.read(RECORDS[step], parameters);
  return recordSlice(
    step,
    found.map((row) => read(row['record'])),
    limit,
  );
}

function pairPlace(after: string): Parameters {
  const { a, b, saidDay, id } = claimPlace(after);
  return { pair: a === '' ? '' : `${a} ${b}`, rank: -saidDay, id };
}

/** A slice of all stored relationships. */
export async function edges(db: Connection, after: RecordCursor | null, limit: number): Promise<EdgeSlice> {
  const [a, b, family] = edgePlace(after);
  const found = await db.read(EDGES, { a, b, family, limit });
  return edgeSlice(
    found.map((row) => claimRows.relationship(row['record'])),
    limit,
  );
}
