import { HearsayError } from './errors.ts';

/** Runs one piece of work after the other, in the order in which they came. */
export type WaitingLine = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * A line with room for `most`, the one whose turn it is included: who comes when it is full is refused with BUSY,
 * since they would have their answer long after they stopped waiting for it.
 */
export function waitingLine(most: number): WaitingLine {
  let length = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    if (length >= most) return Promise.reject(busy(length));
    length += 1;
    const done = last.then(work).finally(() => {
      length -= 1;
    });
    last = done.catch(() => undefined);
    return done;
  };
}

function busy(length: number): HearsayError {
  return new HearsayError(
    'BUSY',
    `Expected room for one more question, but got ${length} that wait already`,
    {
      hint: 'Ask again in some seconds.',
    },
  );
}
