import { Worker } from 'node:worker_threads';
import { HearsayError } from '../../domain/errors.ts';
import type { OnProgress } from '../../ports/graph-store.ts';
import type { OnStatement, Target } from './connection.ts';
import type { TaskRunner } from './task-runner.ts';
import { errorOf, type Message, type Reply } from './tasks.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: HearsayError) => void;
  readonly onProgress: OnProgress;
}

// From sources (tests, development) the thread first has to learn to read TypeScript.
const ENTRY = import.meta.url.endsWith('.ts') ? './worker-from-sources.mjs' : './worker.js';

interface Thread {
  readonly worker: Worker;
  readonly send: (message: Message) => void;
}

/**
 * A runner on a thread and a connection of its own, started with its first task and kept from keeping the
 * process alive. `onStatement` is told what tasks have executed.
 */
export function workerRunner(target: Target, onStatement: OnStatement): TaskRunner {
  const waiting = new Map<number, Waiting>();
  let thread: Thread | null = null;
  let lastId = 0;
  let isClosing = false;

  const fail = (worker: Worker, reason: string): void => {
    if (thread?.worker !== worker) return;
    thread = null;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const task of lost) task.reject(unavailable(reason));
  };
  const settle = (worker: Worker, reply: Reply): void => {
    const task = waiting.get(reply.id);
    if (reply.type === 'progress') return task?.onProgress(reply.done, reply.total);
    waiting.delete(reply.id);
    // An idle thread must not keep the process alive; one that is closing must, until somebody knows that it has.
    if (waiting.size === 0 && !isClosing) worker.unref();
    if (reply.type === 'failed') return task?.reject(errorOf(reply.fault));
    reply.statements.forEach(onStatement);
    task?.resolve(reply.value);
  };
  const start = (): Thread => {
    const worker = new Worker(new URL(ENTRY, import.meta.url), { workerData: target, execArgv: [] });
    worker.on('message', (replies: readonly Reply[]) => {
      for (const reply of replies) settle(worker, reply);
    });
    worker.on('error', (error: Error) => {
      fail(worker, error.message);
    });
    worker.on('exit', () => {
      fail(worker, 'the end of its thread');
    });
    return { worker, send: together((messages) => worker.postMessage(messages)) };
  };

  return {
    run(name, args, onProgress = () => undefined) {
      return new Promise((resolve, reject) => {
        thread ??= start();
        const id = ++lastId;
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, onProgress });
        thread.worker.ref();
        thread.send({ id, name, args });
      });
    },
    close() {
      const last = thread;
      if (last === null) return Promise.resolve();
      isClosing = true;
      return new Promise((resolve) => {
        last.worker.ref();
        last.worker.once('exit', () => {
          resolve();
        });
        last.send('close');
      });
    },
  };
}

/** Posts what is said within one turn of the event loop as one message, so that those writes share a commit. */
function together(post: (messages: readonly Message[]) => void): (message: Message) => void {
  let waiting: Message[] = [];
  return (message) => {
    waiting.push(message);
    if (waiting.length > 1) return;
    setImmediate(() => {
      const messages = waiting;
      waiting = [];
      post(messages);
    });
  };
}

function unavailable(reason: string): HearsayError {
  return new HearsayError('STORE_UNAVAILABLE', `Expected the store's worker to answer, but got ${reason}`, {
    hint: 'Whether the write was stored is not known. It can be sent again: replays change nothing.',
  });
}
