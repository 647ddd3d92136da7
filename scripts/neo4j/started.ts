import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isOurContainer, stopContainer } from './docker.ts';
import { endServer, isServerOf } from './server.ts';

/** What `start` has started, as `status` and `stop` find it again. */
export interface Started {
  readonly by: { readonly pid: number; readonly home: string } | { readonly container: string };
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

function fileIn(cache: string): string {
  return join(cache, 'started.json');
}

/** What was started, or null when nothing was. It need not run any more. */
export async function readStarted(cache: string): Promise<Started | null> {
  try {
    return JSON.parse(await readFile(fileIn(cache), 'utf8')) as Started;
  } catch {
    return null;
  }
}

/** Remembers what was started. The file holds the password, so nobody else may read it. */
export async function writeStarted(cache: string, started: Started): Promise<void> {
  await mkdir(dirname(fileIn(cache)), { recursive: true });
  await writeFile(fileIn(cache), JSON.stringify(started, null, 2), { mode: 0o600 });
}

/** Forgets what was started. */
export async function forgetStarted(cache: string): Promise<void> {
  await rm(fileIn(cache), { force: true });
}

/** Whether it runs and is ours: its process id may belong to another program by now. */
export function isRunning({ by }: Started): Promise<boolean> {
  return 'pid' in by ? isServerOf(by.pid, by.home) : isOurContainer(by.container);
}

/** Ends it, and resolves when it has ended. */
export function end({ by }: Started): Promise<void> {
  return 'pid' in by ? endServer(by.pid, by.home) : stopContainer(by.container);
}
