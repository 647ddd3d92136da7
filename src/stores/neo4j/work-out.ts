import type { ChangeReceipt, GraphChange } from '../../domain/change.ts';
import { HearsayError } from '../../domain/errors.ts';
import type { OnFile } from './on-file.ts';
import { writeClaims, writeOutcomes, writeRetractions } from './write-claims.ts';
import { writeNodes } from './write-nodes.ts';
import { begin, type RecordsById, type Writing } from './writing.ts';

/** A change under a name of its own, so that the repetition of a commit is known for what it is. */
export interface NamedChange {
  readonly id: string;
  readonly change: GraphChange;
}

/** What a change did, but for the mark of its commit. */
export type Receipt = Omit<ChangeReceipt, 'bookmark'>;

/** What became of a change: its receipt, or why it was refused. */
export type Applied = { readonly receipt: Receipt } | { readonly refused: HearsayError };

/** A change that has something to store. */
export interface WorkedOut {
  readonly id: string;
  readonly writing: Writing;
  readonly receipt: Receipt;
}

/**
 * Works out what changes do one after the other, the next on what the one before has left, before anything is
 * written: so one that is refused leaves nothing behind, and the rest is stored at once. Those of which there are
 * receipts were stored before. `last` is the last entry of the feed.
 */
export function workOut(
  changes: readonly NamedChange[],
  earlier: ReadonlyMap<string, Receipt>,
  onFile: OnFile,
  last: number,
): { readonly applied: readonly Applied[]; readonly workedOut: readonly WorkedOut[] } {
  const applied: Applied[] = [];
  const workedOut: WorkedOut[] = [];
  let [state, sequence] = [onFile, last];
  for (const { id, change } of changes) {
    const before = earlier.get(id);
    if (before !== undefined) {
      applied.push({ receipt: before });
      continue;
    }
    const copy = changes.length === 1 ? state : copyOf(state);
    const writing = begin(change, copy.records, copy.creditOfPart);
    const refused = refusalOf(writing, onFile.missing);
    if (refused !== null) {
      applied.push({ refused });
      continue;
    }
    state = copy;
    sequence += writing.events.length;
    const receipt = receiptOf(writing, sequence);
    applied.push({ receipt });
    if (writing.events.length > 0) workedOut.push({ id, writing, receipt });
  }
  return { applied, workedOut };
}

/** Works a change out, and tells why it must not be stored, if so. */
function refusalOf(writing: Writing, missing: OnFile['missing']): HearsayError | null {
  try {
    writeNodes(writing);
    writeClaims(writing);
    writeRetractions(writing);
    writeOutcomes(writing);
    writing.references.check(
      (type, to) => missing[type].has(to) && !writing.onFile[RECORDS_OF[type]].has(to),
    );
    return null;
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}

const RECORDS_OF = {
  person: 'people',
  source: 'sources',
  document: 'documents',
  evidence: 'evidence',
  work: 'works',
  character: 'characters',
} as const satisfies Record<string, keyof RecordsById>;

function isRefusal(error: unknown): error is HearsayError {
  return error instanceof HearsayError && !error.code.startsWith('STORE_') && error.code !== 'INTERNAL';
}

function receiptOf({ created, updated, unchanged }: Writing, sequence: number): Receipt {
  return {
    created: [...created],
    updated: [...updated].filter((node) => !created.has(node)),
    unchanged,
    sequence,
  };
}

function copyOf({ records, creditOfPart, missing }: OnFile): OnFile {
  return {
    records: {
      people: new Map(records.people),
      sources: new Map(records.sources),
      documents: new Map(records.documents),
      evidence: new Map(records.evidence),
      works: new Map(records.works),
      characters: new Map(records.characters),
      credits: new Map(records.credits),
      onScreen: new Map(records.onScreen),
      claims: new Map(records.claims),
      outcomes: new Map(records.outcomes),
    },
    creditOfPart: new Map(creditOfPart),
    missing,
  };
}
