import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a program said, or null when there is no such program or it failed. */
export async function outputOf(
  program: string,
  args: readonly string[],
  options: { readonly timeout?: number; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string | null> {
  try {
    return (await run(program, args, { timeout: 20_000, ...options })).stdout;
  } catch {
    return null;
  }
}

/** The command line of a process with its arguments in one text; null when there is no such process. */
export async function commandLine(pid: number): Promise<string | null> {
  try {
    // Linux without the ps program, as in slim containers. A process that has ended but is not collected has none.
    const text = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
    return text === '' ? null : text;
  } catch {
    const text = (await outputOf('ps', ['-ww', '-o', 'args=', '-p', String(pid)]))?.trim();
    return text === undefined || text === '' ? null : text;
  }
}

/** Sends a signal; a process that is gone already is left so. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
