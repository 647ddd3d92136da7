import type {
  FileReader,
  ImportFormat,
  InputRecord,
  PreparedRecords,
} from '../../application/import-format.ts';
import { LINE_TYPES, LINES_VERSION, type LineType } from '../../application/record-lines.ts';
import { HearsayError, shown } from '../../domain/errors.ts';
import { specialCategoryOf } from '../../domain/special-categories.ts';
import type { Instant } from '../../domain/time.ts';
import { isObject, jsonObject } from '../json.ts';
import { preparing } from '../preparing.ts';
import { RECORD } from './schema.ts';

/** What `hearsay export` writes: one record a line, which keep their ids, sources, and when they were recorded. */
export const hearsay: ImportFormat = {
  name: 'hearsay',
  dataset: {
    key: 'hearsay-export',
    name: 'Hearsay',
    url: null,
    domain: null,
    licence: 'as stated by its documents',
  },
  bringsSources: true,
  maxLine: 4_000_000,
  layout: 'LINES',
  passes: (first, file) => [readerOf(first, file)],
};

/** Names that hold a word of the list are few; more of them are no list of people. */
const MAX_HARMLESS = 10_000;

function readerOf(first: InputRecord, file: string): FileReader {
  checkHeader(first, file);
  const harmless = new Set<string>();
  return {
    hasHeader: true,
    onConflict: 'REFUSE',
    batch: 2_000,
    looksUpNames: false,
    skim: (record) => {
      // Only people come first, and only their names count.
      noteNames([record], harmless);
    },
    harmless: () => [...harmless],
    prepare: (records, { at }) => {
      noteNames(records, harmless);
      return Promise.resolve(prepare(records, at));
    },
  };
}

function checkHeader({ text, fault }: InputRecord, file: string): void {
  const header = fault === null ? jsonObject(text) : {};
  if (header['hearsay'] !== 'records') {
    throw new HearsayError(
      'INVALID_RECORD',
      `Expected ${shown(file)} to be written by hearsay export, but got ${shown(fault ?? text)}`,
    );
  }
  const version = header['version'];
  if (version === LINES_VERSION) return;
  throw new HearsayError(
    'INVALID_RECORD',
    `Expected version ${LINES_VERSION} of exported records, but got ${shown(version)}`,
    {
      hint: 'Import it with the version of Hearsay that wrote it, or a later one.',
    },
  );
}

// A look before it is read, however it is spaced and ordered: a claim never holds this.
const IS_PERSON = /"type"\s*:\s*"people"/;

function noteNames(records: readonly InputRecord[], harmless: Set<string>): void {
  for (const { text, fault } of records) {
    if (fault !== null || !IS_PERSON.test(text) || harmless.size > MAX_HARMLESS) continue;
    try {
      const { record } = jsonObject(text);
      if (!isObject(record)) continue;
      const names = [
        record['name'],
        ...(Array.isArray(record['aliases']) ? (record['aliases'] as unknown[]) : []),
      ];
      for (const name of names)
        if (typeof name === 'string' && specialCategoryOf(name) !== null) harmless.add(name);
    } catch (error) {
      // What cannot be read is rejected where it is read.
      if (!(error instanceof HearsayError)) throw error;
    }
  }
}

function prepare(records: readonly InputRecord[], at: Instant): PreparedRecords {
  const making = preparing();
  for (const record of records) {
    making.take(record, ({ text }) => {
      const line = jsonObject(text);
      const type = LINE_TYPES.find((known) => known === line['type']);
      if (type === undefined) {
        throw new HearsayError('INVALID_RECORD', `Expected a type of record, but got ${shown(line['type'])}`);
      }
      const value = readRecord(type, line['record']);
      checkTimes(value, at);
      checkPointers(value);
      (making.out[type] as unknown[]).push(value);
      making.mainOf.set('id' in value ? value.id : value.claim, record);
    });
  }
  return making.done();
}

/** Nothing was recorded, or taken back, after it is imported: it would not be known yet, and count already. */
function checkTimes(value: ReadRecord, at: Instant): void {
  const { id, recordedAt, retraction } = value as {
    readonly id?: string;
    readonly recordedAt?: Instant;
    readonly retraction?: { readonly at: Instant } | null;
  };
  const late = [recordedAt, retraction?.at].find((time) => time !== undefined && time > at);
  if (late === undefined) return;
  throw new HearsayError(
    'INVALID_RECORD',
    `Expected a time not after the import (${at})${id === undefined ? '' : ` in ${id}`}, but got ${late}`,
  );
}

/** What is derived from itself, or based on itself, says nothing. */
function checkPointers(value: ReadRecord): void {
  const { id, derivedFrom, basedOn } = value as {
    readonly id?: string;
    readonly derivedFrom?: readonly string[];
    readonly basedOn?: readonly string[];
  };
  if (id === undefined || ![...(derivedFrom ?? []), ...(basedOn ?? [])].includes(id)) return;
  throw new HearsayError('INVALID_RECORD', `Expected ${id} to be taken from something else, but got itself`);
}

type ReadRecord = { readonly id: string } | { readonly claim: string };

function readRecord(type: LineType, record: unknown): ReadRecord {
  const read = RECORD[type].safeParse(record);
  if (read.success) return read.data;
  const [problem] = read.error.issues;
  const field = problem?.path.join('.') ?? '';
  throw new HearsayError(
    'INVALID_RECORD',
    `${type}, ${field === '' ? 'record' : field}: ${problem?.message ?? 'not as it should be'}`,
  );
}
