import { isatty } from 'node:tty';
import { parseInstant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Io, Output } from './io.ts';

const DEFAULT_COLUMNS = 80;

const systemClock: Clock = { now: () => parseInstant(new Date().toISOString()) };

/** The streams and the environment of this process. */
export function processIo(): Io {
  return {
    out: outputTo(process.stdout),
    err: outputTo(process.stderr),
    input: () => process.stdin,
    env: process.env,
    clock: systemClock,
    elapsed: () => performance.now(),
  };
}

function outputTo(stream: NodeJS.WriteStream & { readonly fd: number }): Output {
  let open = true;
  // `hearsay … | head` closes the pipe early. What is left to say has no reader then, which is no fault.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    open = false;
  });
  const isTerminal = isatty(stream.fd);
  return {
    write: (message) => {
      if (open) stream.write(message);
    },
    isTerminal,
    // A terminal that does not know its width says 0.
    columns: isTerminal && stream.columns > 0 ? stream.columns : DEFAULT_COLUMNS,
  };
}
