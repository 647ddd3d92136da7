import { randomUUID } from 'node:crypto';
import type { ChangeReceipt, GraphChange } from '../../domain/change.ts';
import { HearsayError } from '../../domain/errors.ts';
import type { Connection } from './connection.ts';
import { asWriteError, storeUnavailable } from './faults.ts';
import type { Applied, NamedChange } from './work-out.ts';
import { applyChanges } from './writes.ts';

/** As many waiting changes, and records of theirs, as share one commit, and so one wait for the server's disk. */
const MAX_GROUP = 64;
const MAX_GROUP_RECORDS = 2_000;
/** What each record of a change adds to the time that it is given: a file may bring ten thousand at once. */
const MS_PER_RECORD = 20;

interface Waiting extends NamedChange {
  readonly resolve: (receipt: ChangeReceipt) => void;
  readonly reject: (error: unknown) => void;
  /** True once its time was up: nobody waits for it. */
  isOver: boolean;
}

/** Writers of this process in one line, so that they do not all hold connections while they wait. */
export interface WriteQueue {
  apply(change: GraphChange): Promise<ChangeReceipt>;
  /** Lets what is in the line be stored, or fail. */
  drain(): Promise<void>;
}

/** An empty line. A change that is not stored within `deadlineMs`, and its share for its size, fails. */
export function writeQueue(db: Connection, deadlineMs: number): WriteQueue {
  const waiting: Waiting[] = [];
  let working: Promise<void> | null = null;
  const work = async (): Promise<void> => {
    while (waiting.length > 0) await applyGroup(db, nextGroup(waiting));
    working = null;
  };
  return {
    apply: (change) =>
      new Promise((resolve, reject) => {
        const one = { id: randomUUID(), change, resolve, reject, isOver: false };
        const timer = setTimeout(
          () => {
            one.isOver = true;
            reject(unanswered('no answer in time'));
          },
          deadlineMs + extraMs([{ change }]),
        );
        one.resolve = (receipt) => {
          clearTimeout(timer);
          resolve(receipt);
        };
        one.reject = (error) => {
          clearTimeout(timer);
          reject(error as Error);
        };
        waiting.push(one);
        working ??= work();
      }),
    drain: async () => {
      await working;
    },
  };
}

/** Takes those that can go together from the front of the line; whose time is up is left behind. */
function nextGroup(waiting: Waiting[]): readonly Waiting[] {
  const group: Waiting[] = [];
  let records = 0;
  for (let one = waiting[0]; one !== undefined && group.length < MAX_GROUP; one = waiting[0]) {
    records += sizeOf(one.change);
    if (group.length > 0 && records > MAX_GROUP_RECORDS) break;
    waiting.shift();
    if (!one.isOver) group.push(one);
  }
  return group;
}

function extraMs(group: readonly { readonly change: GraphChange }[]): number {
  return group.reduce((sum, { change }) => sum + sizeOf(change), 0) * MS_PER_RECORD;
}

function sizeOf(change: GraphChange): number {
  return Object.values(change).reduce<number>(
    (sum, part) => sum + (Array.isArray(part) ? part.length : 0),
    0,
  );
}

async function applyGroup(db: Connection, group: readonly Waiting[]): Promise<void> {
  if (group.length === 0) return;
  try {
    const { value, bookmark } = await db.write(
      (transaction) => applyChanges(transaction, group),
      extraMs(group),
    );
    group.forEach((one, at) => {
      settle(one, value[at], bookmark);
    });
  } catch (error) {
    if (group.length === 1 || isUnavailable(error)) {
      for (const one of group) one.reject(error);
      return;
    }
    // Each tries alone and answers for itself: one that the server cannot take must not take the others along.
    for (const one of group) await applyGroup(db, [one]);
  }
}

function unanswered(got: string): Error {
  return asWriteError(storeUnavailable(got)) as Error;
}

function isUnavailable(error: unknown): boolean {
  return error instanceof HearsayError && error.code === 'STORE_UNAVAILABLE';
}

function settle(one: Waiting, applied: Applied | undefined, bookmark: string | null): void {
  if (applied === undefined) {
    one.reject(unanswered('no receipt'));
  } else if ('refused' in applied) {
    one.reject(applied.refused);
  } else {
    one.resolve({ ...applied.receipt, bookmark });
  }
}
