import type { GraphRecords } from '../domain/change.ts';
import type { EdtfDate } from '../domain/time.ts';

/** Types of records that a line can hold. */
export const LINE_TYPES = [
  'people',
  'sources',
  'documents',
  'evidence',
  'works',
  'characters',
  'credits',
  'onScreen',
  'claims',
  'outcomes',
] as const satisfies readonly (keyof GraphRecords)[];
export type LineType = (typeof LINE_TYPES)[number];

/** The version of the format: a reader refuses a later one. */
export const LINES_VERSION = 1;

/** The first line of a file of records. */
export interface LinesHeader {
  readonly hearsay: 'records';
  readonly version: number;
  /** Everything on file, or what the policy shows. */
  readonly contents: 'everything' | 'public';
}

/** A record as a line of JSON. Dates are their text. */
export function lineOf(type: LineType, record: GraphRecords[LineType][number]): string {
  const fields = Object.entries(record).map(([name, value]: [string, unknown]) => [
    name,
    isDate(value) ? value.text : value,
  ]);
  return `${JSON.stringify({ type, record: Object.fromEntries(fields) as unknown })}\n`;
}

function isDate(value: unknown): value is EdtfDate {
  return typeof value === 'object' && value !== null && 'firstDay' in value && 'text' in value;
}
