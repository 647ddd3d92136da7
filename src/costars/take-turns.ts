import { setImmediate } from 'node:timers/promises';
import { waitingLine } from '../domain/waiting-line.ts';

/** Work that says where it may be interrupted. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Milliseconds for which others may have to wait while somebody searches. */
const SLICE_MS = 3;
/** Those who wait for their turn; most take a fraction of a millisecond, the longest some hundredths of a second. */
export const MOST_WAITING = 400;

/** Lets searches of one graph have it in turn. */
export interface Turns {
  /** Runs steps until they end; whoever else has something to do gets in between. Throws BUSY. */
  run<T>(begin: () => Steps<T>): Promise<T>;
  /** Something else that wants the graph for itself. Throws BUSY. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Turns at a graph, in the order in which they are asked for. */
export function takeTurns(): Turns {
  const inTurn = waitingLine(MOST_WAITING);
  let since = 0;
  const giveWay = async (): Promise<void> => {
    if (performance.now() - since < SLICE_MS) return;
    await setImmediate();
    since = performance.now();
  };
  return {
    run: (begin) =>
      inTurn(async () => {
        await giveWay();
        const steps = begin();
        for (;;) {
          const { done, value } = steps.next();
          if (done === true) return value;
          await giveWay();
        }
      }),
    alone: inTurn,
  };
}

/** Runs steps without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
