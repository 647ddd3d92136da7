import edtf from 'edtf';
import { HearsayError, shown } from './errors.ts';

/** A day as a count from 1970-01-01, in UTC: day 0. Times of day do not exist in valid time. */
export type EpochDay = number;

/** An EDTF date (a day, month, year, decade, or approximate one) with the days it may mean. */
export interface EdtfDate {
  /** As it was written. */
  readonly text: string;
  /** The first day it may mean. */
  readonly firstDay: EpochDay;
  /** The last day it may mean. */
  readonly lastDay: EpochDay;
}

/** A moment in transaction time: ISO 8601 in UTC with milliseconds, so that text order is time order. */
export type Instant = string & { readonly __instant: never };

const MS_PER_DAY = 86_400_000;
const DATE_HINT =
  'Write a date as EDTF: 2022-04-29, 2022-04, 2022, 2022~ (about), 201X (some year of the decade).';

// Dates repeat within a graph and parsing one costs microseconds; the bound keeps hostile input from growing it.
const MEMO_LIMIT = 10_000;
const memo = new Map<string, EdtfDate>();

/**
 * Reads an EDTF date of level 0 to 2 that means one day or one stretch of days.
 * Throws `INVALID_DATE` for anything else: intervals, sets, seasons (which half of the earth?), times of day, years outside 1000–9999.
 */
export function parseDate(text: string): EdtfDate {
  const known = memo.get(text);
  if (known !== undefined) return known;
  const date = readDate(text);
  if (memo.size >= MEMO_LIMIT) memo.clear();
  memo.set(text, date);
  return date;
}

function readDate(text: string): EdtfDate {
  const parsed = parseEdtf(text);
  if (parsed === null || parsed.type !== 'Date') throw invalidDate(text);
  const firstDay = Math.floor(parsed.min / MS_PER_DAY);
  const lastDay = Math.floor(parsed.max / MS_PER_DAY);
  if (!(firstDay >= FIRST_YEAR && lastDay <= LAST_YEAR)) throw invalidDate(text);
  return { text, firstDay, lastDay };
}

const FIRST_YEAR = Math.floor(Date.UTC(1000, 0, 1) / MS_PER_DAY);
const LAST_YEAR = Math.floor(Date.UTC(9999, 11, 31) / MS_PER_DAY);

// A year of four digits, a month and a day, any of them partly unknown, with a mark of doubt on any part. EDTF has
// more (years of five digits, exponents), and every mistyped year would be one of them.
const SHAPE = /^[?~%]?[\dX]{4}[?~%]?(?:-[?~%]?[\dX]{2}[?~%]?(?:-[?~%]?[\dX]{2}[?~%]?)?)?$/;

function parseEdtf(text: string): { type: string; min: number; max: number } | null {
  if (!SHAPE.test(text)) return null;
  try {
    return edtf(text);
  } catch {
    return null;
  }
}

function invalidDate(text: string): HearsayError {
  return new HearsayError('INVALID_DATE', `Expected a date (EDTF), but got ${shown(text)}`, {
    hint: DATE_HINT,
  });
}

/** The middle of what a date may mean, in days; half days are possible. */
export function middleDay(date: EdtfDate): number {
  return (date.firstDay + date.lastDay) / 2;
}

/** The date of one day. */
export function dateOfDay(day: EpochDay): EdtfDate {
  return parseDate(new Date(day * MS_PER_DAY).toISOString().slice(0, 10));
}

/** The same calendar day `years` later; 29 February becomes 1 March where there is none. */
export function addYears(day: EpochDay, years: number): EpochDay {
  const date = new Date(day * MS_PER_DAY);
  return Math.floor(
    Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / MS_PER_DAY,
  );
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Reads an RFC 3339 date-time with its zone. Throws `INVALID_INSTANT`. */
export function parseInstant(text: string): Instant {
  const ms = INSTANT.test(text) ? Date.parse(text) : NaN;
  const iso = Number.isNaN(ms) ? null : new Date(ms).toISOString();
  // Date.parse rolls 30 February over into March; the wall date that was written must survive the trip.
  if (iso === null || iso.length !== 24 || !isCalendarDay(text.slice(0, 10))) {
    throw new HearsayError(
      'INVALID_INSTANT',
      `Expected a date-time with a zone (RFC 3339), but got ${shown(text)}`,
      {
        hint: 'Write it like 2022-04-29T16:09:00Z or 2022-04-29T16:09:00-04:00.',
      },
    );
  }
  return iso as Instant;
}

/** The last millisecond before a moment. */
export function justBefore(instant: Instant): Instant {
  return new Date(Date.parse(instant) - 1).toISOString() as Instant;
}

function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
