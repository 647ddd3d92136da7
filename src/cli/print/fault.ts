import type { Fault } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { plain } from '../terminal/text.ts';

/** Writes `error CODE: message` and `hint: …` on standard error. Only our own line breaks stay. */
export function printFault({ code, message, hint }: Omit<Fault, 'exit'>, io: Pick<Io, 'err'>): void {
  const lines = [`error ${code}: ${message}`, ...(hint === null ? [] : [`hint: ${hint}`])];
  io.err.write(`${lines.join('\n').split('\n').map(plain).join('\n')}\n`);
}
