import type { GraphChange } from '../domain/change.ts';
import { HearsayError } from '../domain/errors.ts';
import type { NodeId } from '../domain/ids.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import type { Recording } from './assemble-claim.ts';
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
    return { file: name, outcome: 'RECORDED', receipt: await recordChange(store, contents.change) };
  } catch (error) {
    if (error instanceof HearsayError && !isFault(error)) return { file: name, outcome: 'REFUSED', error };
    throw error;
  }
}

function isFault({ code }: HearsayError): boolean {
  return code.startsWith('STORE_') || code === 'INTERNAL';
}

const MAX_LISTED = 20;
// Ids are asked for in portions, so that one file does not make one endless statement.
const PORTION = 500;

/** Throws `INVALID_RECORD` when a file refers to something that neither it nor the store has. */
async function checkOutside(store: GraphStore, file: string, { outside }: SeedContents): Promise<void> {
  const ids = [...new Set(outside.map(({ id }) => id))];
  const known = new Set<NodeId>();
  for (let start = 0; start < ids.length; start += PORTION) {
    for (const id of (await store.nodes(ids.slice(start, start + PORTION), null)).keys()) known.add(id);
  }
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
