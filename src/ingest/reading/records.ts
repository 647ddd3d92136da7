import type { ImportFormat, InputRecord } from '../../application/import-format.ts';
import { csvRecords } from './csv.ts';
import { jsonRecords } from './json.ts';
import { linesOf } from './lines.ts';

/** The records of a file of a format. */
export function recordsOf(
  chunks: AsyncIterable<Buffer>,
  { layout, maxLine }: Pick<ImportFormat, 'layout' | 'maxLine'>,
): AsyncIterable<readonly InputRecord[]> {
  const lines = linesOf(chunks, maxLine);
  switch (layout) {
    case 'LINES':
      return lines;
    case 'CSV':
      return csvRecords(lines, maxLine);
    case 'JSON':
      return jsonRecords(lines, maxLine);
  }
}
