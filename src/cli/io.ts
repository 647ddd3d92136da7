import type { Clock } from '../ports/clock.ts';

/** A stream that text is written to. */
export interface Output {
  /** Text once its reader has gone away is dropped. */
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number;
}

/** Everything that a command touches outside of the graph, passed in so that tests can run commands in process. */
export interface Io {
  readonly out: Output;
  readonly err: Output;
  /** Standard input, in pieces as they come. */
  readonly input: () => AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Milliseconds of a clock that never jumps, to know what takes long. */
  readonly elapsed: () => number;
}
