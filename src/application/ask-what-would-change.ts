import { setImmediate as nextTurn } from 'node:timers/promises';
import { wouldChangeByEvent } from '../domain/confidence/would-change.ts';
import type { WouldChange } from '../domain/verdict.ts';
import type { RelationshipAnswerModel } from './models.ts';

/** For how long at most, in milliseconds, other requests wait while events are tried one after the other. */
const MAX_HOLD = 2;

/**
 * What one more event would make of an answer. Trying ten of them takes a tenth of a second where thousands of claims
 * are on file: others are answered in between.
 */
export async function askWhatWouldChange({
  question,
  dossier,
}: RelationshipAnswerModel): Promise<readonly WouldChange[]> {
  const changes: WouldChange[] = [];
  let since = performance.now();
  for (const change of wouldChangeByEvent(question, dossier)) {
    if (change !== null) changes.push(change);
    if (performance.now() - since < MAX_HOLD) continue;
    await nextTurn();
    since = performance.now();
  }
  return changes;
}
