import type { GraphChange } from '../domain/change.ts';
import { HearsayError } from '../domain/errors.ts';
import type { NodeId } from '../domain/ids.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import type { Recording } from './assemble-claim.ts';
import { nodesOf } from './on-file.ts';
import { recordChange, type RecordReceipt } from './record.ts';

/** What a file says, and which ids it uses without defining them. */
export interface SeedContents {
  readonly change: GraphChange;
  readonly outside: readonly { readonly id: NodeId; readonly place: string }[];
}

/** Reads one file of a format; throws `INVALID_RECORD` or `SPECIAL_CATEGORY`. `ingest/seed/load.ts` has one. */
export type SeedReader = (text: string, file: string, recording: Recording) => SeedContents;

export interface SeedFile {
  readonly name: string;
  readonly text: string;
}

/** What became of one file: recorded whole, or refused whole. */
export type SeedFileReport =
  | { readonly file: string; readonly outcome: 'RECORDED'; readonly receipt: RecordReceipt }
  | { readonly file: string; readonly outcome: 'REFUSED'; readonly error: HearsayError };

/** What became of all files, and what was written in sum. */
export interface SeedReport {
  readonly files: readonly SeedFileReport[];
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly dropped: number;
  /** Claims that the default profile never shows. */
  readonly hidden: number;
  readonly refused: number;
}

/**
 * Loads files in order, each whole or not at all; a refused one does not stop the next. A fault of the store is
 * thrown: what was recorded before it stays.
 */
export async function seedFiles(
  store: GraphStore,
  files: readonly SeedFile[],
  context: Recording & { readonly read: SeedReader },
): Promise<SeedReport> {
  const reports: SeedFileReport[] = [];
  for (const file of files) reports.push(await seedFile(store, file, context));
  const receipts = reports.flatMap((report) => (report.outcome === 'RECORDED' ? [report.receipt] : []));
  const sum = (count: (receipt: RecordReceipt) => number) =>
    receipts.reduce((total, receipt) => total + count(receipt), 0);
  return {
    files: reports,
    created: sum(({ created }) => created.length),
    updated: sum(({ updated }) => updated.length),
    unchanged: sum(({ unchanged }) => unchanged),
    dropped: sum(({ dropped }) => dropped.length),
    hidden: sum(({ hidden }) => hidden.reduce((total, { claims }) => total + claims, 0)),
    refused: reports.length - receipts.length,
  };
}

async function seedFile(
  store: GraphStore,
  { name, text }: SeedFile,
  { at, by, read }: Recording & { readonly read: SeedReader },
): Promise<SeedFileReport> {
  try {
    const contents = read(text, name, { at, by });
    await checkOutside(store, name, contents);
    return { file: name, outcome: 'RECORDED', receipt: await recordNaming(name, store, contents.change) };
  } catch (error) {
    if (error instanceof HearsayError && !isFault(error)) return { file: name, outcome: 'REFUSED', error };
    throw error;
  }
}

/** Records a change; what is wrong beyond the file's own text is said with its name. */
async function recordNaming(file: string, store: GraphStore, change: GraphChange): Promise<RecordReceipt> {
  try {
    return await recordChange(store, change);
  } catch (error) {
    if (!(error instanceof HearsayError) || isFault(error)) throw error;
    throw new HearsayError(error.code, `${file}: ${error.message}`, {
      ...(error.hint === null ? {} : { hint: error.hint }),
      cause: error,
    });
  }
}

function isFault({ code }: HearsayError): boolean {
  return code.startsWith('STORE_') || code === 'INTERNAL';
}

const MAX_LISTED = 20;

/** Throws `INVALID_RECORD` when a file refers to something that neither it nor the store has. */
async function checkOutside(store: GraphStore, file: string, { outside }: SeedContents): Promise<void> {
  const known = await nodesOf(
    store,
    outside.map(({ id }) => id),
  );
  const missing = outside.filter(({ id }) => !known.has(id));
  if (missing.length === 0) return;
  const lines = missing
    .slice(0, MAX_LISTED)
    .map(
      ({ id, place }) => `${place}: Expected something in this file or on file, but got ${id} [NOT_FOUND]`,
    );
  const rest = missing.length > MAX_LISTED ? [`… and ${missing.length - MAX_LISTED} more`] : [];
  const heading = `Expected ${JSON.stringify(file)} to refer to what is known, but got ${missing.length} unknown:`;
  throw new HearsayError('INVALID_RECORD', [heading, ...lines, ...rest].join('\n'), {
    hint: 'Nothing of this file was stored. Load the file that defines them first.',
  });
}
