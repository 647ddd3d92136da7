import { asStoreError, isWorthRetrying, storeUnavailable } from './faults.ts';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/** Repeats what failed for a passing reason, with growing pauses, until the time is up. Throws STORE_… errors. */
export async function trying<T>(
  limit: number,
  attempt: (until: number, isFirst: boolean) => Promise<T>,
): Promise<T> {
  const until = performance.now() + limit;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await attempt(until, pause === FIRST_PAUSE_MS);
    } catch (error) {
      if (!isWorthRetrying(error) || remaining(until) <= pause) throw asStoreError(error);
      // Up to twice as long, so that those who failed together do not come back together.
      await delay(Math.min(pause * (1 + Math.random()), remaining(until) / 2));
    }
  }
}

/** `body`, or STORE_UNAVAILABLE once `limit` has passed since it last said that it is alive. */
export function untilSilent<T>(limit: number, body: (alive: () => void) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(storeUnavailable('no answer in time'));
    }, limit);
    body(() => timer.refresh())
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
      });
  });
}

/** Waits for `what`, but no longer than `limit` milliseconds; then does something otherwise. */
export async function within<T>(limit: number, what: Promise<T>, otherwise: () => void): Promise<void> {
  let isDone = false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      if (!isDone) otherwise();
      resolve();
    }, limit);
    timer.unref();
  });
  await Promise.race([what, late]);
  isDone = true;
  clearTimeout(timer);
}

/** The end of `what`, good or bad. */
export function settled(what: Promise<unknown>): Promise<unknown> {
  return what.catch(() => undefined);
}

/** The milliseconds until a time, at least one. */
export function remaining(until: number): number {
  return Math.max(1, until - performance.now());
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
