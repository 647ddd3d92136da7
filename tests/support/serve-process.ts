import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** `hearsay serve` in a process of its own. */
export interface ServeProcess {
  readonly child: ChildProcess;
  /** The address, once it listens. */
  readonly listening: Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
}

/** Starts `hearsay serve` from the sources with these settings and no others. */
export function startProcess(settings: Readonly<Record<string, string>>): ServeProcess {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'serve'], {
    env: { PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  const listening = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString();
      const url = /http:\/\/localhost:\d+/.exec(said.out)?.[0];
      if (url !== undefined) resolve(url);
    });
    void ended.then(({ code, err }) => {
      reject(new Error(`Expected the server to listen, but it ended with ${String(code)}: ${err}`));
    });
  });
  // Who only waits for the end does not look at it.
  listening.catch(() => undefined);
  return { child, ended, listening };
}
