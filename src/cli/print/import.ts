import type { FileResult, ImportResult } from '../commands/import.ts';
import { plain } from '../terminal/text.ts';
import { counted } from './words.ts';

/** What became of an import, file by file. */
export function importText({ dataset, dryRun, files }: ImportResult): string {
  const heading = `${dryRun ? 'Nothing was written. It would be recorded' : 'Recorded'} as ${dataset.document}: ${dataset.name}, licence ${dataset.licence}`;
  return plainLines([heading, ...files.flatMap(fileLines)]);
}

function fileLines(file: FileResult): readonly string[] {
  const { total, accepted, rejected, created, updated, unchanged, leftOut, resumedAfter, isWhole, seconds } =
    file;
  // What an earlier run read took none of these seconds.
  const read = total - (resumedAfter ?? 0);
  const rate =
    seconds > 0 && read > 0 ? `, ${Math.round(read / seconds).toLocaleString('en-US')} a second` : '';
  return [
    `${file.file}: ${counted(total, 'record')}, ${accepted} accepted, ${rejected} rejected (${seconds.toFixed(1)} s${rate})`,
    `  ${created} added, ${updated} added to, ${unchanged} there already`,
    ...Object.entries(leftOut).map(([what, count]) => `  left out: ${count} × ${what}`),
    ...(resumedAfter === null
      ? []
      : [`  went on after ${counted(resumedAfter, 'record')} of an earlier run`]),
    ...(isWhole ? [] : ['  ended at the limit; without it, the import goes on there']),
    ...(file.quarantine === null ? [] : [`  rejected records, with the reason for each: ${file.quarantine}`]),
  ];
}

function plainLines(lines: readonly string[]): string {
  return `${lines.map(plain).join('\n')}\n`;
}
