import { describe } from './machine.ts';
import { targetTable, type BenchResult, type Table } from './result.ts';

/** Prints a result as tables of text. */
export function print(result: BenchResult): void {
  console.log(`\n${result.name}, ${result.day}: ${describe(result.machine)}`);
  for (const remark of result.remarks) console.log(remark);
  for (const table of [...result.tables, targetTable(result.targets)]) console.log(textOf(table));
}

function textOf({ title, columns, rows }: Table): string {
  const widths = columns.map((_, at) =>
    Math.max(...[columns, ...rows].map((cells) => (cells[at] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return `\n${title}\n${[columns, ...rows].map(line).join('\n')}`;
}

/** Says on one line of standard error how far something long is. */
export function progress(what: string): (done: number, total: number) => void {
  const start = performance.now();
  let said = 0;
  return (done, total) => {
    const now = performance.now();
    if (now - said < 1_000 && done < total) return;
    said = now;
    const seconds = Math.round((now - start) / 1_000);
    const line = `${what}: ${Math.floor((100 * done) / total)}% of ${total}, ${seconds} s`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}${done >= total ? '\n' : ''}`);
    else if (done >= total || seconds % 10 === 0) process.stderr.write(`${line}\n`);
  };
}
