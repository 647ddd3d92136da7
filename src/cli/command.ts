import type { Command } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';

/** What every command gets. */
export interface CommandContext {
  readonly io: Io;
  /** Says what the process ends with. */
  readonly finish: (exit: ExitCode) => void;
}

/** Options that come before or after any command. */
export interface GlobalOptions {
  readonly db?: string;
}

/** Adds one command with its arguments, options and action to the program. */
export type AddCommand = (program: Command, context: CommandContext) => void;

/** Lines of an `Examples:` part of a help page. */
export function examples(...lines: readonly string[]): string {
  return ['', 'Examples:', ...lines.map((line) => `  $ hearsay ${line}`)].join('\n');
}
