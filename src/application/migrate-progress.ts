import { HearsayError } from '../domain/errors.ts';
import type { RecordCursor } from '../domain/record-walk.ts';
import type { GraphStore } from '../ports/graph-store.ts';

/** How far a move into a store has come, as it is noted in that store. */
export interface MoveProgress {
  readonly state: 'new' | 'moving' | 'moved';
  /** Names the store that it is moved from. */
  readonly source: string;
  /** Where the walk through the source stands; null is its beginning, or its end when it is walked. */
  readonly cursor: RecordCursor | null;
  readonly isWalked: boolean;
  /** Records so far. */
  readonly done: number;
  /** The target's sequence number after the last batch. */
  readonly sequence: number;
}

/** Who the feed of the target names for what was moved; records keep when and by whom they were recorded. */
export const MOVED_BY = 'migrate';
/** A walk that has not begun. */
export const BEGINNING = { state: 'moving', cursor: null, isWalked: false, done: 0 } as const;

const NOTE = 'migrate';
/** More entries than one batch can add to the feed. */
const MANY = 100_000;

/** What a target holds of a move from `source`. Throws TARGET_NOT_EMPTY when it holds anything else. */
export async function readProgress(target: GraphStore, source: string): Promise<MoveProgress> {
  const note = await target.readNote(NOTE);
  if (note === null) {
    await requireEmpty(target);
    return { ...BEGINNING, state: 'new', source, sequence: 0 };
  }
  const progress = JSON.parse(note) as MoveProgress;
  if (progress.source !== source) throw notEmpty('one into which another store was moved');
  // A batch that was stored and not noted is ours; what others have written since is not to be mixed with it.
  const isMoved = progress.state === 'moved';
  const since = await target.changesAfter(progress.sequence, isMoved ? 1 : MANY, null);
  if (isMoved ? since.length > 0 : since.some(({ by }) => by !== MOVED_BY)) {
    throw notEmpty('one that has been written to since');
  }
  return progress;
}

/** Notes how far it is. */
export function writeProgress(target: GraphStore, progress: MoveProgress): Promise<void> {
  return target.writeNote(NOTE, JSON.stringify(progress));
}

async function requireEmpty(target: GraphStore): Promise<void> {
  const counts = Object.entries(await target.counts()).filter(([, count]) => count > 0);
  if (counts.length === 0) return;
  throw notEmpty(`one with ${counts.map(([type, count]) => `${count} ${type}`).join(', ')}`);
}

function notEmpty(got: string): HearsayError {
  return new HearsayError('TARGET_NOT_EMPTY', `Expected an empty store to move into, but got ${got}`, {
    hint: 'Nothing was changed. Move into a new file or an empty database, or go on with the move that began there.',
  });
}
