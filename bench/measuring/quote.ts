import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from './machine.ts';
import { targetTable, type BenchResult, type Table } from './result.ts';

/** Where results are quoted. */
export const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

/** What the page says of a result, between the two comments that name it. */
export function quoted(result: BenchResult): string {
  const { name, day, machine, remarks, tables, targets } = result;
  const parts = [
    `<!-- from bench/results/${name}.json -->`,
    [`Measured on ${day}: ${describe(machine)}.`, ...remarks].join(' '),
    ...[targetTable(targets), ...tables].map((table) => `**${table.title}**\n\n${markdown(table)}`),
    `<!-- to here -->`,
  ];
  return parts.join('\n\n');
}

/** Puts a result into the page in place of the one of the last run. */
export function quoteInPage(result: BenchResult): void {
  const page = readFileSync(PAGE, 'utf8');
  const block = new RegExp(`<!-- from bench/results/${result.name}\\.json -->[\\s\\S]*?<!-- to here -->`);
  if (!block.test(page)) throw new Error(`Expected a place for ${result.name} in the page, but got none`);
  writeFileSync(
    PAGE,
    page.replace(block, () => quoted(result)),
  );
}

/** A table in Markdown as Prettier writes it, the first column to the left and the others to the right. */
function markdown({ columns, rows }: Table): string {
  const widths = columns.map((_, at) =>
    Math.max(3, ...[columns, ...rows].map((cells) => (cells[at] ?? '').length)),
  );
  const line = (cells: readonly string[]): string => {
    const padded = cells.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    );
    return `| ${padded.join(' | ')} |`;
  };
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(columns), line(rule), ...rows.map(line)].join('\n');
}
