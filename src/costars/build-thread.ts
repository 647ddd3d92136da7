import { Worker } from 'node:worker_threads';
import type { CreditColumns } from '../domain/credit-columns.ts';
import { HearsayError } from '../domain/errors.ts';
import type { Building, Built, Keep } from './building.ts';

/** What is sent to the thread. */
export type Order =
  | { readonly type: 'add'; readonly slice: CreditColumns }
  | { readonly type: 'finish'; readonly keep: Keep | null };

/** What comes back, one for each order. */
export type Report =
  | { readonly type: 'added' }
  | { readonly type: 'built'; readonly built: Built }
  | { readonly type: 'failed'; readonly reason: string };

// From sources (tests, development) the thread first has to learn to read TypeScript.
const ENTRY = import.meta.url.endsWith('.ts') ? './build-worker-from-sources.mjs' : './build-worker.js';

/** On a thread of its own: millions of credits are put in order while others go on answering. */
export function buildInThread(): Building {
  const thread = new Worker(new URL(ENTRY, import.meta.url), { execArgv: [] });
  let waiting: { resolve(report: Report): void; reject(error: Error): void } | null = null;
  let failure: HearsayError | null = null;
  const fail = (reason: string): void => {
    failure = lost(reason);
    waiting?.reject(failure);
  };
  thread.on('message', (report: Report) => {
    // Only while somebody waits for it does it keep the process alive.
    thread.unref();
    if (report.type === 'failed') fail(report.reason);
    else waiting?.resolve(report);
  });
  thread.on('error', (error: Error) => {
    fail(error.message);
  });
  thread.on('exit', () => {
    fail('the end of its thread');
  });
  const order = (message: Order): Promise<Report> =>
    new Promise((resolve, reject) => {
      if (failure !== null) {
        reject(failure);
        return;
      }
      waiting = { resolve, reject };
      thread.ref();
      thread.postMessage(message);
    });
  return {
    add: async (slice) => {
      await order({ type: 'add', slice });
    },
    finish: async (keep) => {
      const report = await order({ type: 'finish', keep });
      await thread.terminate();
      if (report.type === 'built') return report.built;
      throw lost(report.type);
    },
    abandon: async () => {
      await thread.terminate();
    },
  };
}

function lost(reason: string): HearsayError {
  return new HearsayError('INTERNAL', `Expected the co-star graph to be built, but got ${reason}`);
}
