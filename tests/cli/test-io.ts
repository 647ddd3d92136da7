import { Readable } from 'node:stream';
import type { Io } from '../../src/cli/io.ts';
import { parseInstant } from '../../src/domain/time.ts';

/** What one command line printed and ended with. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Surroundings that a test may change. */
export interface TestSurroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly terminal?: boolean;
  readonly columns?: number;
  readonly now?: string;
  /** Milliseconds that pass between two looks at the clock. */
  readonly step?: number;
}

/** Streams that are kept instead of shown. */
export function testIo(around: TestSurroundings = {}): {
  readonly io: Io;
  readonly text: () => Omit<Ran, 'exit'>;
} {
  const written = { out: '', err: '' };
  const output = (name: 'out' | 'err') => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTerminal: around.terminal ?? false,
    columns: around.columns ?? 80,
  });
  let elapsed = 0;
  const io: Io = {
    out: output('out'),
    err: output('err'),
    input: () => Readable.from([Buffer.from(around.input ?? '')]),
    env: around.env ?? {},
    clock: { now: () => parseInstant(around.now ?? new Date().toISOString()) },
    elapsed: () => (elapsed += around.step ?? 0),
  };
  return { io, text: () => ({ ...written }) };
}
