import { emptyChange } from '../domain/change.ts';
import { HearsayError } from '../domain/errors.ts';
import type { Instant } from '../domain/time.ts';
import type { GraphStore, OnProgress } from '../ports/graph-store.ts';
import { sha256 } from './content-id.ts';
import { BEGINNING, MOVED_BY, readProgress, writeProgress, type MoveProgress } from './migrate-progress.ts';
import { slicesFrom } from './store-slices.ts';
import { comesAgain, digestStore, DIGESTED_TYPES, type Digest, type DigestedType } from './store-digest.ts';

/** What is to be moved, and how. */
export interface Move {
  readonly from: GraphStore;
  readonly to: GraphStore;
  readonly at: Instant;
  /** Records in one transaction. */
  readonly batch: number;
  /** Shows how far a part of it is while it runs. */
  readonly whileShown: <T>(
    part: 'moving' | 'verifying',
    work: (onProgress: OnProgress) => Promise<T>,
  ) => Promise<T>;
}

/** What became of a move. */
export interface MoveReport {
  /** True: both stores hold the same, to the bit. */
  readonly ok: boolean;
  /** True: an earlier run had moved some of it. */
  readonly resumed: boolean;
  /** Records that this run has brought, or added something to. */
  readonly moved: number;
  readonly checks: readonly MoveCheck[];
}

/** One type of record, or the relationships, in both stores. */
export interface MoveCheck {
  readonly type: DigestedType;
  readonly ok: boolean;
  readonly from: Digest;
  readonly to: Digest;
}

/**
 * Copies everything on file from one store into another that is empty, and compares the two. How far it came is
 * noted in the target after each batch, and a batch that is applied twice is applied once: a move that was killed
 * goes on where it was. Throws TARGET_NOT_EMPTY for a target that holds anything else, and STORE_… errors.
 */
export async function migrate(move: Move): Promise<MoveReport> {
  const source = await identityOf(move.from);
  if (source === (await identityOf(move.to))) {
    throw new HearsayError('INVALID_ARGUMENT', 'Expected two stores, but got one twice, or a copy of it');
  }
  const before = await readProgress(move.to, source);
  if (before.state === 'moved') {
    const checks = await compare(move);
    if (checks.every(({ ok }) => ok)) return { ok: true, resumed: true, moved: 0, checks };
  }
  // What was moved and has grown since at its source is walked again; what is there already is not written again.
  const start: MoveProgress = before.state === 'moved' ? { ...before, ...BEGINNING } : before;
  const { moved, last } = await move.whileShown('moving', (onProgress) => walk(move, start, onProgress));
  const checks = await compare(move);
  const ok = checks.every(({ ok: same }) => same);
  // After a failure the next run begins at the beginning: something came in behind the walk.
  await writeProgress(move.to, ok ? { ...last, state: 'moved' } : { ...last, ...BEGINNING });
  return { ok, resumed: before.state !== 'new', moved, checks };
}

/** Names a store without telling its key. A copy of a file is the same store. */
async function identityOf(store: GraphStore): Promise<string> {
  return sha256(`hearsay store ${await store.feedKey()}`).slice(0, 32);
}

async function walk(
  { from, to, at, batch }: Move,
  start: MoveProgress,
  onProgress: OnProgress,
): Promise<{ readonly moved: number; readonly last: MoveProgress }> {
  const total = await sizeOf(from);
  let last: MoveProgress = { ...start, state: 'moving' };
  let moved = 0;
  // Noted before the first record, so that a target with some of them is known for what it is.
  await writeProgress(to, last);
  if (start.isWalked) return { moved, last };
  for await (const { after, slice } of slicesFrom(start.cursor, (place) => from.records(place, batch))) {
    const { records, next } = slice;
    const size = Object.values(records).flat().length;
    const receipt = size === 0 ? null : await to.apply({ ...emptyChange(at, MOVED_BY), ...records });
    const isAgain = comesAgain(after);
    const done = last.done + (isAgain ? 0 : size);
    if (!isAgain && receipt !== null) moved += receipt.created.length + receipt.updated.length;
    last = {
      ...last,
      cursor: next,
      isWalked: next === null,
      done,
      sequence: receipt?.sequence ?? last.sequence,
    };
    if (receipt !== null || next === null) await writeProgress(to, last);
    onProgress(Math.min(done, total), total);
  }
  return { moved, last };
}

/** How many records there are, nearly: on-screen relationships and outcomes are not counted. */
async function sizeOf(store: GraphStore): Promise<number> {
  return Object.values(await store.counts()).reduce((sum, count) => sum + count, 0);
}

/** Reads both stores from end to end. */
async function compare({ from, to, at, batch, whileShown }: Move): Promise<readonly MoveCheck[]> {
  // In a cluster a read may be answered by a machine that has not heard of the last batch yet.
  const { bookmark } = await to.apply(emptyChange(at, MOVED_BY));
  const arrived = bookmark === null ? to : to.seeing(bookmark);
  return whileShown('verifying', async (onProgress) => {
    const total = (await sizeOf(from)) + (await sizeOf(arrived));
    let read = 0;
    const onRead = (count: number): void => {
      onProgress(Math.min((read += count), total), total);
    };
    const [one, other] = await Promise.all([
      digestStore(from, batch, onRead),
      digestStore(arrived, batch, onRead),
    ]);
    return DIGESTED_TYPES.map((type) => ({
      type,
      ok: one[type].digest === other[type].digest,
      from: one[type],
      to: other[type],
    }));
  });
}
