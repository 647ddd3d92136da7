import type { GraphChange } from './change.ts';
import { HearsayError } from './errors.ts';
import type { EdtfDate, EpochDay, Instant } from './time.ts';

const DAY_IN_MS = 86_400_000;
// Where the recorder's calendar is ahead of UTC, tomorrow has begun already.
const DAYS_AHEAD: EpochDay = 1;

/** What is wrong with the date of something that has happened, as "Expected …, but got …"; else null. */
export function problemOfPastDate(date: EdtfDate | null, recordedAt: Instant): string | null {
  const today = Math.floor(Date.parse(recordedAt) / DAY_IN_MS);
  if (date === null || date.firstDay <= today + DAYS_AHEAD) return null;
  return `Expected a date not after the day of recording (${recordedAt.slice(0, 10)}), but got ${date.text}`;
}

/**
 * Throws `INVALID_RECORD` when somebody was born, a document published or a claim made after the change is
 * recorded. Since when and until when something is said to hold may lie ahead: engagements and farewells do.
 */
export function validateDates({ people, documents, claims, at }: GraphChange): void {
  const dates = [
    ...people.map(({ id, birthDate }) => ({ id, field: 'birthDate', date: birthDate })),
    ...documents.map(({ id, published }) => ({ id, field: 'published', date: published })),
    ...claims.map(({ id, assertedAt }) => ({ id, field: 'assertedAt', date: assertedAt })),
  ];
  for (const { id, field, date } of dates) {
    const problem = problemOfPastDate(date, at);
    if (problem !== null) throw new HearsayError('INVALID_RECORD', `${id}, ${field}: ${problem}`);
  }
}
