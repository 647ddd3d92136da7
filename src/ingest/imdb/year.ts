import { HearsayError } from '../../domain/errors.ts';
import { parseDate, type EdtfDate } from '../../domain/time.ts';
import type { Preparing } from '../preparing.ts';
import type { Row } from './columns.ts';

/** A year, or null for `\N`. One that cannot be a year is left out: what is not known harms nobody. */
export function yearOf(row: Row, column: string, making: Preparing): EdtfDate | null {
  const year = row(column);
  if (year === null) return null;
  try {
    if (/^\d{4}$/.test(year)) return parseDate(year);
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error;
  }
  making.leaveOut(`${column} [INVALID_DATE]`);
  return null;
}
