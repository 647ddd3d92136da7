import { Worker } from 'node:worker_threads';
import { HearsayError } from '../../domain/errors.ts';
import type { Drawer, Report, TaskName, Tasks } from './tasks.ts';

// From sources (tests, development) the thread first has to learn to read TypeScript.
const ENTRY = import.meta.url.endsWith('.ts') ? './drawing-worker-from-sources.mjs' : './drawing-worker.js';

/** Draws on a thread of its own, started with the first task. Idle, it does not keep the process alive. */
export function drawingThread(): Drawer {
  let worker: Worker | null = null;
  let waiting: ((report: Report) => void) | null = null;
  const settle = (report: Report): void => {
    const tell = waiting;
    waiting = null;
    tell?.(report);
  };
  const start = (): Worker => {
    const started = new Worker(new URL(ENTRY, import.meta.url), { execArgv: [] });
    started.on('message', (report: Report) => {
      started.unref();
      settle(report);
    });
    const lost = (reason: string): void => {
      if (worker !== started) return;
      // The next task starts another.
      worker = null;
      settle({ type: 'failed', reason });
    };
    started.on('error', (error: Error) => {
      lost(error.message);
    });
    started.on('exit', () => {
      lost('the end of its thread');
    });
    return started;
  };
  return {
    draw: <Name extends TaskName>(name: Name, given: Tasks[Name]['given']) =>
      new Promise<Tasks[Name]['made']>((resolve, reject) => {
        worker ??= start();
        waiting = (report) => {
          if (report.type === 'made') resolve(report.made);
          else reject(failed(name, report.reason));
        };
        worker.ref();
        worker.postMessage({ name, given });
      }),
    close: async () => {
      await worker?.terminate();
    },
  };
}

function failed(name: TaskName, reason: string): HearsayError {
  return new HearsayError('INTERNAL', `Expected a ${name} to be made, but got ${reason}`);
}
