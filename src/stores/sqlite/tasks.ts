import type { Batch, BatchReceipt } from '../../domain/bulk.ts';
import type { ChangeReceipt, GraphChange } from '../../domain/change.ts';
import { HearsayError, type ErrorCode } from '../../domain/errors.ts';
import type { OnProgress, StoreReport } from '../../ports/graph-store.ts';
import type { Connection } from './connection.ts';
import { creditColumns } from './credit-columns.ts';
import * as dossiers from './dossiers.ts';
import * as feed from './feed.ts';
import { inBulk, loadBatch } from './load.ts';
import { rebuild, verify } from './maintenance.ts';
import { indexPendingNames } from './name-maintenance.ts';
import { searchNames } from './name-search.ts';
import { idsByExternal } from './node-reads.ts';
import * as reads from './reads.ts';
import * as records from './records.ts';
import { applyChange } from './writes.ts';

/** What is run off the main thread. Reads among them are those whose cost grows with what is on file. */
const TASKS = {
  apply: (db: Connection, _progress: OnProgress, change: GraphChange): ChangeReceipt =>
    applyChange(db, change),
  load: (db: Connection, _progress: OnProgress, batch: Batch): BatchReceipt => loadBatch(db, batch),
  indexNames: (db: Connection, progress: OnProgress): number =>
    inBulk(db, () => indexPendingNames(db, progress)),
  rebuild: (db: Connection, progress: OnProgress): number => rebuild(db, progress),
  verify: (db: Connection, progress: OnProgress): StoreReport => verify(db, progress),
  writeNote: (db: Connection, _progress: OnProgress, name: string, text: string | null): void => {
    feed.writeNote(db, name, text);
  },
  searchNames: withoutProgress(searchNames),
  claims: withoutProgress(reads.claims),
  credits: withoutProgress(reads.credits),
  counts: withoutProgress(reads.counts),
  idsByExternal: withoutProgress(idsByExternal),
  changesAfter: withoutProgress(feed.changesAfter),
  records: withoutProgress(records.records),
  edges: withoutProgress(records.edges),
  creditColumns: withoutProgress(creditColumns),
  relationshipsOf: withoutProgress(reads.relationshipsOf),
  pairDossier: withoutProgress(dossiers.pairDossier),
  personDossier: withoutProgress(dossiers.personDossier),
} as const;

function withoutProgress<A extends readonly unknown[], R>(
  read: (db: Connection, ...args: A) => R,
): (db: Connection, progress: OnProgress, ...args: A) => R {
  return (db, _progress, ...args) => db.snapshot(() => read(db, ...args));
}

export type TaskName = keyof typeof TASKS;
type Rest<F> = F extends (db: Connection, progress: OnProgress, ...args: infer A) => unknown ? A : never;
export type TaskArguments<K extends TaskName> = Rest<(typeof TASKS)[K]>;
export type TaskResult<K extends TaskName> = ReturnType<(typeof TASKS)[K]>;

/** A task on its way to a worker. */
export interface Request<K extends TaskName = TaskName> {
  readonly id: number;
  readonly name: K;
  readonly args: TaskArguments<K>;
}

/** What is sent to a worker; several at a time. */
export type Message = Request | 'close';

/** What comes back. */
export type Reply =
  | { readonly id: number; readonly type: 'progress'; readonly done: number; readonly total: number }
  | {
      readonly id: number;
      readonly type: 'done';
      readonly value: unknown;
      readonly statements: readonly string[];
    }
  | { readonly id: number; readonly type: 'failed'; readonly fault: Fault };

/** A HearsayError in a form that survives the trip between threads. */
export interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string | null;
}

/** Runs a task on a connection. */
export function runTask(db: Connection, request: Request, progress: OnProgress): unknown {
  const task = TASKS[request.name] as (
    db: Connection,
    progress: OnProgress,
    ...args: readonly unknown[]
  ) => unknown;
  return task(db, progress, ...request.args);
}

/** An error as it is sent; whatever is no HearsayError is a defect of ours. */
export function faultOf(error: unknown): Fault {
  if (error instanceof HearsayError) return { code: error.code, message: error.message, hint: error.hint };
  return { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error), hint: null };
}

/** The error that was sent. */
export function errorOf(fault: Fault): HearsayError {
  return new HearsayError(fault.code, fault.message, fault.hint === null ? {} : { hint: fault.hint });
}
