import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { HearsayError, shown } from '../../domain/errors.ts';
import { guarded } from './connection.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './migrations.ts';

// https://www.sqlite.org/fileformat.html, section 1.3
const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
const PAGE_SIZE_AT = 16;
const FRACTIONS_AT = 21;
const CHANGES_AT = 24;
const PAGES_AT = 28;
const USER_VERSION_AT = 60;
const VALID_FOR_AT = 92;
/** Files up to this size are checked page by page before they are opened; it takes about 10 ms. */
const QUICK_CHECK_BYTES = 16 * 1024 * 1024;

/**
 * Refuses a file that this program must not open: a newer one, one that is no database, a damaged one, one that
 * cannot be written. Nothing is written to it. Makes the folder of a file that is not there yet.
 */
export function inspectFile(path: string): void {
  const bytes = sizeOf(path);
  requireWritable(path, bytes);
  if (bytes === null || bytes === 0) return;
  const header = readHeader(path);
  if (bytes < HEADER_BYTES || !isHeader(header)) {
    throw corrupt(path, 'something that is no SQLite database');
  }
  if (header.readUInt32BE(USER_VERSION_AT) > SCHEMA_VERSION)
    throw newer(path, header.readUInt32BE(USER_VERSION_AT));
  if (isCutShort(path, header, bytes)) throw corrupt(path, 'one that is cut short');
  inspectContent(path, bytes);
}

function sizeOf(path: string): number | null {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw unwritable(path, 'something that is no file');
    return stats.size;
  } catch (error) {
    if (error instanceof HearsayError) throw error;
    if (isErrno(error) && error.code === 'ENOENT') return null;
    throw unwritable(path, reasonOf(error));
  }
}

function requireWritable(path: string, bytes: number | null): void {
  const folder = dirname(path);
  try {
    if (bytes === null) makeFolder(folder);
    else accessSync(path, constants.R_OK | constants.W_OK);
    // The write-ahead log is a file beside the database.
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unwritable(path, reasonOf(error));
  }
}

// Not by the recursive option: under /proc, where nothing can be made, Node 20 tries for ever.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  return header;
}

function isHeader(header: Buffer): boolean {
  // Maximum, minimum and leaf payload fractions: the format fixes all three.
  const fractions = header.toString('hex', FRACTIONS_AT, FRACTIONS_AT + 3);
  return header.toString('latin1', 0, MAGIC.length) === MAGIC && fractions === '402020';
}

/** True when the file has fewer pages than its header says; with a log beside it, that may hold the rest. */
function isCutShort(path: string, header: Buffer, bytes: number): boolean {
  if ((sizeOf(`${path}-wal`) ?? 0) > 0) return false;
  if (header.readUInt32BE(CHANGES_AT) !== header.readUInt32BE(VALID_FOR_AT)) return false;
  const size = header.readUInt16BE(PAGE_SIZE_AT);
  return bytes < header.readUInt32BE(PAGES_AT) * (size === 1 ? 65_536 : size);
}

function inspectContent(path: string, bytes: number): void {
  guarded(() => {
    const db = new Database(path, { readonly: true, fileMustExist: true });
    try {
      const version = Number(db.pragma('user_version', { simple: true }));
      if (version > SCHEMA_VERSION) throw newer(path, version);
      const application = db.pragma('application_id', { simple: true });
      const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
      if (application !== APPLICATION_ID && !isEmpty) throw corrupt(path, 'a database of another program');
      if (bytes > QUICK_CHECK_BYTES) return;
      const found = db.pragma('quick_check(1)', { simple: true });
      if (found !== 'ok') throw corrupt(path, `a damaged one (${shown(found)})`);
    } finally {
      db.close();
    }
  });
}

function isErrno(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}

function reasonOf(error: unknown): string {
  return isErrno(error) && error.code !== undefined ? error.code : String(error);
}

function unwritable(path: string, got: string): HearsayError {
  return new HearsayError(
    'STORE_UNWRITABLE',
    `Expected ${path} to be a file that can be written, but got ${got}`,
    {
      hint: 'Check the path and its permissions, or point HEARSAY_DB at another place.',
    },
  );
}

function corrupt(path: string, got: string): HearsayError {
  return new HearsayError(
    'STORE_CORRUPT',
    `Expected ${path} to be a sound Hearsay database, but got ${got}`,
    {
      hint: 'The file was not touched. Restore it from a backup, or point HEARSAY_DB at another place.',
    },
  );
}

function newer(path: string, version: number): HearsayError {
  return new HearsayError(
    'STORE_NEWER',
    `Expected ${path} to have schema version ${SCHEMA_VERSION} or less, but got version ${version}`,
    { hint: 'The file was written by a newer Hearsay and was not touched. Update this one.' },
  );
}
