import type { BatchOutcome, Refusal } from '../domain/bulk.ts';
import type { Document } from '../domain/entities.ts';
import { parseDate, type Instant } from '../domain/time.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { admit, type Admitted } from './import-door.ts';
import type {
  FileReader,
  ImportContext,
  ImportFormat,
  InputRecord,
  PreparedRecords,
  Rejection,
} from './import-format.ts';
import {
  added,
  counted,
  importNoteName,
  newState,
  readState,
  writeState,
  type ImportState,
  type NotedState,
} from './import-state.ts';

/** Where rejected records go. */
export interface Quarantine {
  /** Cuts off what belongs to no batch that was stored, as a killed run leaves it. */
  readonly cutTo: (bytes: number) => Promise<void>;
  /** Adds records, on the disk when it resolves. Returns the size of the file in bytes. */
  readonly add: (rejected: readonly Rejection[]) => Promise<number>;
}

/** A file to import. */
export interface ImportFile {
  readonly name: string;
  /** SHA-256 of its bytes. */
  readonly digest: string;
  /** Its records from the beginning; each call reads it anew. */
  readonly read: () => AsyncIterable<readonly InputRecord[]>;
  readonly quarantine: Quarantine;
}

/** How a file is imported. */
export interface ImportRun {
  readonly store: GraphStore;
  readonly format: ImportFormat;
  readonly document: Document;
  readonly at: Instant;
  readonly by: string;
  /** Records to read at most; null: all. */
  readonly limit: number | null;
  /** Reports records so far. */
  readonly onRecords: (records: number) => void;
}

/** What became of a file. */
export interface ImportReport {
  readonly file: string;
  readonly total: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly batches: number;
  /** Records that an earlier run had read already; null when there was none. */
  readonly resumedAfter: number | null;
  /** False when the limit ended it. */
  readonly isWhole: boolean;
}

/**
 * Imports a file: in batches, each noted with its place in the same transaction, so that a run that was killed goes
 * on after the last one that was stored. A file that was imported to its end is not read again.
 */
export async function importFile(file: ImportFile, run: ImportRun): Promise<ImportReport> {
  const name = importNoteName(run.document.id, file.digest);
  const noted = await readState(run.store, name);
  const { state: start, again } = resumed(noted, run.at);
  if (!start.isDone) await file.quarantine.cutTo(start.quarantined);
  const state = start.isDone ? start : await readPasses({ file, run, name, again }, start);
  const { total, rejected, leftOut, created, updated, unchanged, batches, isDone } = state;
  return {
    ...{ file: file.name, total, accepted: total - rejected, rejected, leftOut },
    ...{ created, updated, unchanged, batches, isWhole: isDone },
    resumedAfter: noted === null ? null : start.total,
  };
}

interface Going {
  readonly file: ImportFile;
  readonly run: ImportRun;
  /** Of the note. */
  readonly name: string;
  /** A batch that was stored, and of which it is not known what had been done about the records it refused. */
  readonly again: { readonly after: ImportState; readonly outcome: BatchOutcome } | null;
}

/** Where to go on. A batch some of whose records were refused is stored again, which changes nothing but tells them. */
function resumed(
  noted: NotedState | null,
  at: Instant,
): { readonly state: ImportState; readonly again: Going['again'] } {
  if (noted === null) return { state: newState(at), again: null };
  const { before, after, outcome } = noted;
  if (outcome === null) return { state: after, again: null };
  if (outcome.refused.length === 0) return { state: counted(after, outcome), again: null };
  return { state: before, again: { after, outcome } };
}

async function readPasses(going: Going, start: ImportState): Promise<ImportState> {
  const { file, run, name } = going;
  const passes = await passesOf(file, run.format);
  let state = start;
  while (!state.isDone) {
    const reader = passes[state.pass];
    if (reader !== undefined) {
      const read = await readPass(going, state, reader);
      state = read.state;
      if (!read.isWhole) break;
    }
    const pass = state.pass + 1;
    state = { ...state, pass, line: 0, isDone: pass >= passes.length };
    await writeState(run.store, name, state);
  }
  return state;
}

async function passesOf(file: ImportFile, format: ImportFormat): Promise<readonly FileReader[]> {
  for await (const [first] of file.read()) if (first !== undefined) return format.passes(first, file.name);
  return [];
}

interface ReadBatch {
  readonly records: readonly InputRecord[];
  readonly prepared: PreparedRecords;
  readonly admitted: Admitted;
}

async function readPass(
  going: Going,
  start: ImportState,
  reader: FileReader,
): Promise<{ readonly state: ImportState; readonly isWhole: boolean }> {
  const { run } = going;
  const context: ImportContext = {
    ...{ store: run.store, at: start.at, by: run.by },
    ...{ document: run.document.id, source: run.document.source },
    saidOn: run.document.published ?? parseDate(start.at.slice(0, 10)),
  };
  if (reader.prelude !== undefined) for await (const records of going.file.read()) reader.prelude(records);
  const reading = { isCut: false };
  const batches = batchesOf(going, start, reader, reading);
  const next = async (): Promise<readonly InputRecord[] | null> => (await batches.next()).value ?? null;
  const prepare = async (records: readonly InputRecord[] | null): Promise<ReadBatch | null> => {
    if (records === null) return null;
    const prepared = await reader.prepare(records, context);
    return { records, prepared, admitted: await admit(prepared.records, context, reader.harmless?.()) };
  };
  let state = start;
  let again = going.again;
  let batch = await prepare(await next());
  while (batch !== null) {
    const stored = store(going, reader, state, batch, again);
    // Meanwhile the next records are read. What they are is told from what is on file, which includes this batch.
    const [after, ahead] = await Promise.all([
      stored,
      reader.isIndependent === true ? next().then(prepare) : next(),
    ]);
    state = after;
    again = null;
    run.onRecords(state.pass === 0 ? state.total : state.line);
    batch = isPrepared(ahead) ? ahead : await prepare(ahead);
  }
  return { state, isWhole: !reading.isCut };
}

function isPrepared(ahead: readonly InputRecord[] | ReadBatch | null): ahead is ReadBatch {
  return ahead !== null && 'prepared' in ahead;
}

/** Records in batches, from where the import stands. */
async function* batchesOf(
  { file, run, again }: Going,
  start: ImportState,
  reader: FileReader,
  reading: { isCut: boolean },
): AsyncGenerator<readonly InputRecord[], undefined> {
  let batch: InputRecord[] = [];
  let read = 0;
  let isHeader = reader.hasHeader;
  for await (const records of file.read()) {
    for (const record of records) {
      if (isHeader) {
        isHeader = false;
        continue;
      }
      if (run.limit !== null && read >= run.limit) {
        reading.isCut = true;
        if (batch.length > 0) yield batch;
        return;
      }
      read += 1;
      if (record.line <= start.line) {
        reader.skim?.(record);
        continue;
      }
      batch.push(record);
      if (batch.length < reader.batch && record.line !== again?.after.line) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Stores a batch, with where the import stands then. Returns that, with what became of the batch counted. */
async function store(
  { file, run, name }: Going,
  reader: FileReader,
  before: ImportState,
  { records, prepared, admitted }: ReadBatch,
  again: Going['again'],
): Promise<ImportState> {
  const isFirst = before.pass === 0;
  const atDoor = sorted(prepared, admitted.refused, isFirst);
  const refused = isFirst ? [...prepared.rejected, ...atDoor.rejected] : [];
  const rejected = refused.toSorted((one, other) => one.record.line - other.record.line);
  const dropped = admitted.dropped.map(({ field, category }) => [`${field} [${category}]`, 1] as const);
  const after: ImportState = {
    ...before,
    line: records.at(-1)?.line ?? before.line,
    total: before.total + (isFirst ? records.length : 0),
    rejected: before.rejected + rejected.length,
    leftOut: added(before.leftOut, [...prepared.leftOut, ...atDoor.leftOut, ...dropped]),
    batches: before.batches + 1,
    quarantined: rejected.length === 0 ? before.quarantined : await file.quarantine.add(rejected),
  };
  const receipt = await run.store.load({
    records: admitted.records,
    dataset: run.format.bringsSources === true ? null : run.document.id,
    ...{ at: before.at, by: run.by, onConflict: reader.onConflict },
    names: reader.looksUpNames ? 'NOW' : 'LATER',
    note: { name, state: { before, after } },
  });
  const inStore = sorted(prepared, receipt.refused, isFirst);
  const state = counted(after, again?.outcome ?? receipt);
  return {
    ...state,
    rejected: state.rejected + inStore.rejected.length,
    leftOut: added(state.leftOut, inStore.leftOut),
    quarantined:
      inStore.rejected.length === 0 ? state.quarantined : await file.quarantine.add(inStore.rejected),
  };
}

/** Refusals as rejections of the records that they undo, and as parts that are left out of the others. */
function sorted(
  { mainOf }: PreparedRecords,
  refused: readonly Refusal[],
  isFirst: boolean,
): { readonly rejected: readonly Rejection[]; readonly leftOut: readonly (readonly [string, number])[] } {
  const rejected: Rejection[] = [];
  const leftOut: (readonly [string, number])[] = [];
  for (const { id, code, message } of refused) {
    const record = mainOf.get(id);
    if (record !== undefined && isFirst) rejected.push({ record, code, message });
    else leftOut.push([`${id.split('/')[0] ?? ''} [${code}]`, 1]);
  }
  return { rejected, leftOut };
}
