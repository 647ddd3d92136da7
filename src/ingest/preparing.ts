import type { InputRecord, PreparedRecords, Rejection } from '../application/import-format.ts';
import type { GraphRecords } from '../domain/change.ts';
import { HearsayError, type ErrorCode } from '../domain/errors.ts';

type Writable = { -readonly [K in keyof GraphRecords]: GraphRecords[K][number][] };

/** What is being made of some records. */
export interface Preparing {
  readonly out: Writable;
  readonly mainOf: Map<string, InputRecord>;
  /** Counts a part that is left out of a record. */
  leaveOut(what: string, error?: unknown): void;
  reject(record: InputRecord, code: ErrorCode, message: string): void;
  /** Runs `read` for a record; what it throws rejects the record. Records with a fault are rejected before. */
  take<T>(record: InputRecord, read: (record: InputRecord) => T): T | null;
  done(): PreparedRecords;
}

/** An empty beginning. */
export function preparing(): Preparing {
  const out: Writable = {
    ...{ people: [], sources: [], documents: [], evidence: [], works: [], characters: [], credits: [] },
    ...{ onScreen: [], claims: [], retractions: [], outcomes: [] },
  };
  const rejected: Rejection[] = [];
  const leftOut = new Map<string, number>();
  const mainOf = new Map<string, InputRecord>();
  const reject = (record: InputRecord, code: ErrorCode, message: string): void => {
    rejected.push({ record, code, message });
  };
  return {
    out,
    mainOf,
    reject,
    leaveOut(what, error) {
      const why = error instanceof HearsayError ? ` [${error.code}]` : '';
      leftOut.set(`${what}${why}`, (leftOut.get(`${what}${why}`) ?? 0) + 1);
    },
    take(record, read) {
      if (record.fault !== null) {
        reject(record, 'INVALID_RECORD', record.fault);
        return null;
      }
      try {
        return read(record);
      } catch (error) {
        if (!(error instanceof HearsayError)) throw error;
        reject(record, error.code, error.message);
        return null;
      }
    },
    done: () => ({ records: out, rejected, leftOut, mainOf }),
  };
}
