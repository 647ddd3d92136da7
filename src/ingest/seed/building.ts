import type { Recording } from '../../application/assemble-claim.ts';
import { parseDate, type EdtfDate } from '../../domain/time.ts';
import { problemOfPastDate } from '../../domain/validate-dates.ts';
import type { Mistakes } from './mistakes.ts';
import type { Scope } from './scope.ts';
import type { Path } from './yaml-source.ts';

/** What turning a file's records into domain types needs. */
export interface Building {
  readonly scope: Scope;
  readonly mistakes: Mistakes;
  readonly recording: Recording;
}

/** A date that the schema has checked already, or null. */
export function dateOf(written: string | number | null | undefined): EdtfDate | null {
  return written === null || written === undefined ? null : parseDate(String(written));
}

/** The same for the date of something that has happened by the time of recording. */
export function pastDateOf(
  written: string | number | null | undefined,
  path: Path,
  { mistakes, recording }: Pick<Building, 'mistakes' | 'recording'>,
): EdtfDate | null {
  const date = dateOf(written);
  const problem = problemOfPastDate(date, recording.at);
  if (problem !== null) mistakes.add(path, problem);
  return date;
}

/** The results of `read` for each item of a list, without those that came to nothing. */
export function readEach<W, T>(
  written: readonly W[] | null | undefined,
  path: Path,
  read: (item: W, path: Path) => T | null,
): readonly T[] {
  return (written ?? []).flatMap((item, index) => read(item, [...path, index]) ?? []);
}
