import type { InputRecord } from '../../application/import-format.ts';

/**
 * Records of JSON that come one a line, with or without the brackets and commas of an array around them, as dumps
 * do; or one alone in any number of lines, as a single entity does.
 */
export async function* jsonRecords(
  lines: AsyncIterable<readonly InputRecord[]>,
  maxLength: number,
): AsyncGenerator<readonly InputRecord[]> {
  let open = null as InputRecord | null;
  let isFirst = true;
  for await (const group of lines) {
    const records: InputRecord[] = [];
    for (const line of group) {
      const text = line.text.trim();
      if (open === null && isFirst && line.fault === null && isBeginning(text)) {
        open = line;
      } else if (open !== null) {
        open = { ...open, text: `${open.text}\n${line.text}`, fault: line.fault };
        if (open.fault === null && open.text.length <= maxLength) continue;
        records.push({ ...open, text: open.text.slice(0, 2_000), fault: open.fault ?? tooLong(maxLength) });
        open = null;
      } else if (line.fault !== null) {
        records.push(line);
      } else if (text !== '[' && text !== ']') {
        records.push({ ...line, text: text.replace(/,$/, '') });
      }
      isFirst &&= text === '[';
    }
    if (records.length > 0) yield records;
  }
  if (open !== null) yield [open];
}

/** True for a line that opens an object which goes on. */
function isBeginning(text: string): boolean {
  if (text === '[' || !text.startsWith('{')) return false;
  try {
    JSON.parse(text.replace(/,$/, ''));
    return false;
  } catch {
    // A line of a dump ends where its object ends, so that what is damaged there is damaged by itself.
    return !text.endsWith('}') && !text.endsWith('},');
  }
}

function tooLong(maxLength: number): string {
  return `Expected an object of at most ${maxLength} characters, but got more`;
}
