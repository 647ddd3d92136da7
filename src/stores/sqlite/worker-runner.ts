import { Worker } from 'node:worker_threads';
import { HearsayError } from '../../domain/errors.ts';
import type { OnProgress } from '../../ports/graph-store.ts';
import type { OnStatement, Target } from './connection.ts';
import type { TaskRunner } from './task-runner.ts';
import { errorOf, type Reply } from './tasks.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: HearsayError) => void;
  readonly onProgress: OnProgress;
}

// From sources (tests, development) the thread first has to learn to read TypeScript.
const ENTRY = import.meta.url.endsWith('.ts') ? './worker-from-sources.mjs' : './worker.js';

/**
 * A runner on a thread and a connection of its own, started with its first task and kept from keeping the
 * process alive. `onStatement` is told what tasks have executed.
 */
export function workerRunner(target: Target, onStatement: OnStatement): TaskRunner {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;
  let isClosing = false;

  const fail = (thread: Worker, reason: string): void => {
    if (worker !== thread) return;
    worker = null;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const task of lost) task.reject(unavailable(reason));
  };
  const settle = (thread: Worker, reply: Reply): void => {
    const task = waiting.get(reply.id);
    if (reply.type === 'progress') return task?.onProgress(reply.done, reply.total);
    waiting.delete(reply.id);
    // An idle thread must not keep the process alive; one that is closing must, until somebody knows that it has.
    if (waiting.size === 0 && !isClosing) thread.unref();
    if (reply.type === 'failed') return task?.reject(errorOf(reply.fault));
    reply.statements.forEach(onStatement);
    task?.resolve(reply.value);
  };
  const start = (): Worker => {
    const thread = new Worker(new URL(ENTRY, import.meta.url), { workerData: target, execArgv: [] });
    thread.on('message', (reply: Reply) => {
      settle(thread, reply);
    });
    thread.on('error', (error: Error) => {
      fail(thread, error.message);
    });
    thread.on('exit', () => {
      fail(thread, 'the end of its thread');
    });
    return thread;
  };

  return {
    run(name, args, onProgress = () => undefined) {
      return new Promise((resolve, reject) => {
        worker ??= start();
        const id = ++lastId;
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, onProgress });
        worker.ref();
        worker.postMessage({ id, name, args });
      });
    },
    close() {
      const thread = worker;
      if (thread === null) return Promise.resolve();
      isClosing = true;
      return new Promise((resolve) => {
        thread.ref();
        thread.once('exit', () => {
          resolve();
        });
        thread.postMessage('close');
      });
    },
  };
}

function unavailable(reason: string): HearsayError {
  return new HearsayError('STORE_UNAVAILABLE', `Expected the store's worker to answer, but got ${reason}`, {
    hint: 'Whether the write was stored is not known. It can be sent again: replays change nothing.',
  });
}
