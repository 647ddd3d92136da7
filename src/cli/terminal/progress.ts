import type { OnProgress } from '../../ports/graph-store.ts';
import type { Io } from '../io.ts';

/** Progress of something that may take long. */
export interface Progress {
  readonly report: OnProgress;
  /** Clears what a terminal shows of it. */
  end(): void;
}

// What is done within a second needs no explanation; more often than this a log only scrolls.
const QUIET_MS = 1_000;
const TERMINAL_EVERY_MS = 100;
const LOG_EVERY_MS = 5_000;

/** Shows on standard error how far `label` is: one line that is rewritten on a terminal, else a line now and then. */
export function startProgress(io: Pick<Io, 'err' | 'elapsed'>, label: string): Progress {
  const start = io.elapsed();
  const { isTerminal } = io.err;
  let shownAt: number | null = null;
  return {
    report(done, total) {
      const now = io.elapsed();
      const due =
        shownAt === null ? start + QUIET_MS : shownAt + (isTerminal ? TERMINAL_EVERY_MS : LOG_EVERY_MS);
      if (now < due) return;
      shownAt = now;
      const line = `${label}: ${done} of ${total}${total > 0 ? ` (${Math.floor((100 * done) / total)}%)` : ''}`;
      io.err.write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end() {
      if (isTerminal && shownAt !== null) io.err.write('\r\u001b[K');
    },
  };
}

/** Runs `work` with its progress shown. */
export async function withProgress<T>(
  io: Pick<Io, 'err' | 'elapsed'>,
  label: string,
  work: (onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  const progress = startProgress(io, label);
  try {
    return await work(progress.report);
  } finally {
    progress.end();
  }
}

/** Names on a terminal what is being done while nothing can be said of how far it is. */
export async function showWhile<T>(io: Pick<Io, 'err'>, label: string, work: () => Promise<T>): Promise<T> {
  if (!io.err.isTerminal) return work();
  io.err.write(`\r\u001b[K${label} ...`);
  try {
    return await work();
  } finally {
    io.err.write('\r\u001b[K');
  }
}
