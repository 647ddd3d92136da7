import type { OnProgress } from '../../ports/graph-store.ts';
import { connect, type Connection, type OnStatement, type Target } from './connection.ts';
import { runTask, type TaskArguments, type TaskName, type TaskResult } from './tasks.ts';

/** Runs tasks in the order in which they are given. */
export interface TaskRunner {
  run<K extends TaskName>(name: K, args: TaskArguments<K>, onProgress?: OnProgress): Promise<TaskResult<K>>;
  /** Lets what is under way finish, then gives everything back. */
  close(): Promise<void>;
}

/** A runner on the calling thread, which it blocks, on a connection that it opens with its first task. */
export function inlineRunner(target: Target, onStatement: OnStatement): TaskRunner {
  let db: Connection | null = null;
  return {
    run: (name, args, onProgress = () => undefined) =>
      new Promise((resolve) => {
        db ??= connect(target, onStatement);
        resolve(runTask(db, { id: 0, name, args }, onProgress) as TaskResult<typeof name>);
      }),
    close: () => {
      db?.close();
      db = null;
      return Promise.resolve();
    },
  };
}
