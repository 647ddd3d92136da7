import Database from 'better-sqlite3';
import { HearsayError, type ErrorCode } from '../../domain/errors.ts';

interface Fault {
  readonly code: ErrorCode;
  readonly expected: string;
  readonly hint: string;
}

const FAULTS: readonly (readonly [RegExp, Fault])[] = [
  [
    /^SQLITE_FULL/,
    {
      code: 'STORE_FULL',
      expected: 'Expected room for the write',
      hint: 'Nothing of this write was stored. Free some disk space and try again; reads go on.',
    },
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    {
      code: 'STORE_CORRUPT',
      expected: 'Expected a sound database file',
      hint: 'Restore the file from a backup, or move it away to start with an empty one.',
    },
  ],
  [
    /^SQLITE_(CANTOPEN|READONLY|PERM|AUTH)/,
    {
      code: 'STORE_UNWRITABLE',
      expected: 'Expected a database file that can be written',
      hint: 'Check the permissions of the file and of its folder.',
    },
  ],
  [
    /^SQLITE_(BUSY|LOCKED|IOERR|PROTOCOL|NOMEM|INTERRUPT)/,
    {
      code: 'STORE_UNAVAILABLE',
      expected: 'Expected the database to answer in time',
      hint: 'Another process may be writing, or the disk may be failing. Try again.',
    },
  ],
];

/** Any error of the database as a HearsayError; what is none of its making stays as it is. */
export function asStoreError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const fault = FAULTS.find(([pattern]) => pattern.test(error.code))?.[1];
  if (fault === undefined) {
    return new HearsayError('INTERNAL', `Expected a statement to run, but got ${error.code}`, {
      cause: error,
    });
  }
  return new HearsayError(fault.code, `${fault.expected}, but got ${error.code} (${error.message})`, {
    hint: fault.hint,
    cause: error,
  });
}
