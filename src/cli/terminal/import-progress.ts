import type { Io } from '../io.ts';

/** What is known of a file that is being read. */
export interface ReadSoFar {
  readonly bytes: number;
  readonly size: number;
  readonly records: number;
}

const TERMINAL_EVERY_MS = 100;
const LOG_EVERY_MS = 5_000;
const BAR = 24;

/** Shows how far a file is read, how fast, and how long it will take: a bar on a terminal, a line now and then elsewhere. */
export function importProgress(io: Pick<Io, 'err' | 'elapsed'>, label: string) {
  const { isTerminal } = io.err;
  const start = io.elapsed();
  const every = isTerminal ? TERMINAL_EVERY_MS : LOG_EVERY_MS;
  let shownAt = start;
  return {
    report(read: ReadSoFar): void {
      const now = io.elapsed();
      if (now - shownAt < every) return;
      shownAt = now;
      const line = lineOf(label, read, (now - start) / 1_000, isTerminal);
      io.err.write(isTerminal ? `\r\u001b[K${line.slice(0, io.err.columns - 1)}` : `${line}\n`);
    },
    end(): void {
      if (isTerminal) io.err.write('\r\u001b[K');
    },
  };
}

function lineOf(
  label: string,
  { bytes, size, records }: ReadSoFar,
  seconds: number,
  withBar: boolean,
): string {
  const share = size === 0 ? 1 : Math.min(1, bytes / size);
  const rate = seconds === 0 ? 0 : Math.round(records / seconds);
  const left = share === 0 ? '' : `, ${duration((seconds / share) * (1 - share))} left`;
  const full = Math.round(share * BAR);
  const bar = withBar ? ` [${'='.repeat(full)}${' '.repeat(BAR - full)}]` : '';
  return `${label}:${bar} ${Math.floor(share * 100)}%, ${grouped(records)} records, ${grouped(rate)}/s${left}`;
}

function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

/** Seconds as somebody waits for them: 45 s, 3 min, 2.5 h. */
function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}
