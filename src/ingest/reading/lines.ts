import { isUtf8 } from 'node:buffer';
import type { InputRecord } from '../../application/import-format.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** As much of a line as is kept of one that cannot be read, in bytes. */
const KEPT = 2_000;
const BOM = '\ufeff';

/**
 * The lines of a text, in groups as they come: without their ends, without a byte order mark, without blank ones.
 * A line that is longer than `maxLine` bytes, or no UTF-8, or holds a NUL has a fault; so has what is left of the
 * last one when the stream breaks off. No more than one line is held in memory.
 */
export async function* linesOf(
  chunks: AsyncIterable<Buffer>,
  maxLine: number,
): AsyncGenerator<readonly InputRecord[]> {
  const splitter = lineSplitter(maxLine);
  try {
    for await (const chunk of chunks) {
      const records = splitter.push(chunk);
      if (records.length > 0) yield records;
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    yield [splitter.broken(error)];
    return;
  }
  const last = splitter.end();
  if (last !== null) yield [last];
}

interface Splitter {
  push(chunk: Buffer): readonly InputRecord[];
  end(): InputRecord | null;
  broken(error: Error): InputRecord;
}

function lineSplitter(maxLine: number): Splitter {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let line = 0;
  const hold = (bytes: Buffer): void => {
    heldBytes += bytes.length;
    // Of a line that is too long already, only the beginning is of any use.
    if (heldBytes <= maxLine || held.length === 0) held.push(Buffer.from(bytes.subarray(0, maxLine + 1)));
  };
  const release = (): Buffer => {
    const bytes = held.length === 1 ? (held[0] as Buffer) : Buffer.concat(held);
    held = [];
    return bytes;
  };
  /** The line that is held, with its own number. */
  const finished = (): InputRecord | null => {
    const length = heldBytes;
    heldBytes = 0;
    line += 1;
    return recordOf(release(), length, line, maxLine);
  };
  return {
    push(chunk) {
      const records: InputRecord[] = [];
      let start = 0;
      if (heldBytes > 0) {
        const end = chunk.indexOf(LINE_FEED);
        if (end < 0) {
          hold(chunk);
          return records;
        }
        hold(chunk.subarray(0, end));
        const record = finished();
        if (record !== null) records.push(record);
        start = end + 1;
      }
      const last = chunk.lastIndexOf(LINE_FEED);
      if (last >= start) {
        const whole = chunk.subarray(start, last);
        line = splitWhole(whole, line, maxLine, records);
        start = last + 1;
      }
      if (start < chunk.length) hold(chunk.subarray(start));
      return records;
    },
    end: () => (heldBytes === 0 ? null : finished()),
    broken(error) {
      const text = heldBytes === 0 ? '' : release().subarray(0, KEPT).toString('utf8');
      const came = 'code' in error ? String(error.code) : error.message;
      return { line: line + 1, text, fault: `Expected the file to go on to its end, but got ${came}` };
    },
  };
}

/** Splits bytes that end where a line ends. Nearly always they are clean, and are then turned into text at once. */
function splitWhole(bytes: Buffer, before: number, maxLine: number, into: InputRecord[]): number {
  let line = before;
  if (bytes.length <= maxLine && isUtf8(bytes) && !bytes.includes(0)) {
    for (const text of bytes.toString('utf8').split('\n')) {
      line += 1;
      const plain = withoutMarks(text, line);
      if (plain !== '') into.push({ line, text: plain, fault: null });
    }
    return line;
  }
  for (let start = 0; start <= bytes.length;) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    line += 1;
    const record = recordOf(bytes.subarray(start, end), end - start, line, maxLine);
    if (record !== null) into.push(record);
    start = end + 1;
  }
  return line;
}

function recordOf(bytes: Buffer, length: number, line: number, maxLine: number): InputRecord | null {
  const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
  const fault = faultOf(bytes, length, maxLine);
  const text = withoutMarks(
    bytes.subarray(0, fault === null ? end : Math.min(end, KEPT)).toString('utf8'),
    line,
  );
  return text === '' && fault === null ? null : { line, text, fault };
}

function faultOf(bytes: Buffer, length: number, maxLine: number): string | null {
  if (length > maxLine) return `Expected a line of at most ${maxLine} bytes, but got ${length}`;
  if (!isUtf8(bytes)) return 'Expected text in UTF-8, but got other bytes';
  if (bytes.includes(0)) return 'Expected text, but got a NUL';
  return null;
}

function withoutMarks(text: string, line: number): string {
  const plain = line === 1 && text.startsWith(BOM) ? text.slice(1) : text;
  const visible = plain.endsWith('\r') ? plain.slice(0, -1) : plain;
  return visible.trim() === '' ? '' : visible;
}
