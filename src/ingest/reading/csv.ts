import type { InputRecord } from '../../application/import-format.ts';
import { HearsayError, shown } from '../../domain/errors.ts';

/** As much of a record as is kept of one that cannot be read, in characters. */
const KEPT = 2_000;

/** Records of CSV: lines, joined where a quoted field goes on behind the end of one, up to `maxLength` characters. */
export async function* csvRecords(
  lines: AsyncIterable<readonly InputRecord[]>,
  maxLength: number,
): AsyncGenerator<readonly InputRecord[]> {
  const open = openRecord();
  for await (const group of lines) {
    const records: InputRecord[] = [];
    for (const line of group) {
      const isOpen = open.add(line);
      if (line.fault !== null) records.push(open.end(line.fault));
      else if (!isOpen) records.push(open.end(null));
      else if (open.length() > maxLength) records.push(open.end('Expected a quote to end, but got none'));
    }
    if (records.length > 0) yield records;
  }
  if (open.length() > 0) yield [open.end('Expected a quote to end, but got the end of the file')];
}

/** A record that is being read: each line is looked at once, and they are joined once. */
function openRecord() {
  let first = 0;
  let lines: string[] = [];
  let length = 0;
  let isOpen = false;
  return {
    length: (): number => length,
    /** True when the record goes on behind this line. */
    add({ line, text }: InputRecord): boolean {
      if (lines.length === 0) first = line;
      lines.push(text);
      length += text.length + 1;
      if (hasOddQuotes(text)) isOpen = !isOpen;
      return isOpen;
    },
    end(fault: string | null): InputRecord {
      const whole = lines.join('\n');
      lines = [];
      length = 0;
      isOpen = false;
      return { line: first, text: fault === null ? whole : whole.slice(0, KEPT), fault };
    },
  };
}

function hasOddQuotes(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}

/** The fields of a record by the names of their columns, without blanks around; '' for a column that is not there. */
export type CsvRow<Column extends string> = (column: Column) => string;

/**
 * How to read the records that follow a header, which must have these columns and may have others. Throws
 * INVALID_RECORD for another header, and so does what is returned for a record of another length.
 */
export function csvTable<Column extends string>(
  { text, fault }: InputRecord,
  columns: readonly Column[],
  file: string,
): (text: string) => CsvRow<Column> {
  const header = fault === null ? csvFields(text) : [];
  if (!columns.every((column) => header.includes(column))) {
    throw new HearsayError(
      'INVALID_RECORD',
      `Expected ${shown(file)} to begin with the columns ${columns.join(',')}, but got ${shown(fault ?? text)}`,
    );
  }
  return (row) => {
    const fields = csvFields(row);
    if (fields.length !== header.length) {
      throw new HearsayError('INVALID_RECORD', `Expected ${header.length} columns, but got ${fields.length}`);
    }
    return (column) => (fields[header.indexOf(column)] ?? '').trim();
  };
}

/** The fields of a record (RFC 4180). Throws INVALID_RECORD. */
function csvFields(text: string): readonly string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const { field, end } = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
    fields.push(field);
    if (end >= text.length) return fields;
    at = end + 1;
  }
}

interface Field {
  readonly field: string;
  /** Where its comma stands, or the end of the text. */
  readonly end: number;
}

function plainField(text: string, at: number): Field {
  const comma = text.indexOf(',', at);
  const end = comma < 0 ? text.length : comma;
  return { field: text.slice(at, end), end };
}

function quotedField(text: string, start: number): Field {
  let field = '';
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0)
      throw new HearsayError('INVALID_RECORD', 'Expected a quote to end, but got the end of the record');
    field += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const end = quote + 1;
      if (end < text.length && text[end] !== ',') {
        throw new HearsayError(
          'INVALID_RECORD',
          'Expected a comma behind a quoted field, but got something else',
        );
      }
      return { field, end };
    }
    field += '"';
    at = quote + 2;
  }
}
