import { z } from 'zod';
import { HearsayError } from '../../domain/errors.ts';
import { checkName } from '../../domain/names.ts';
import { isPlainText } from '../../domain/plain-text.ts';
import { parseDate, parseInstant } from '../../domain/time.ts';

/** The words in which a mapping's keys are listed in an error begin with this. */
export const KEYS_WANTED = 'one of the keys ';

/** A mapping with these keys and no others; `wanted` completes "Expected …". */
export function mapping<S extends z.ZodRawShape>(wanted: string, shape: S) {
  const keys = `${KEYS_WANTED}${Object.keys(shape).join(', ')}`;
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? keys : wanted) });
}

/** One of a closed set of words. */
export function oneOf<const V extends readonly [string, ...string[]]>(values: V) {
  return z.enum(values, { error: `one of ${values.join(', ')}` });
}

/** A list; `wanted` names what it lists. */
export function listOf<T extends z.ZodType>(item: T, wanted: string) {
  return z.array(item, { error: `a list of ${wanted}` });
}

/** A field that may be missing or null, which mean the same: it is not known. */
export function optional<T extends z.ZodType>(field: T, description: string) {
  return field.nullish().describe(description);
}

/** Plain text of one line. */
export function text(wanted: string, max: number) {
  const error = `${wanted} (text of 1 to ${max} characters; numbers and the like in quotes)`;
  return z
    .string({ error })
    .min(1, { error })
    .max(max, { error })
    .refine((value) => isPlainText(value) && value.trim() !== '', {
      error: `${wanted} without control or invisible characters`,
    });
}

/** A name that people can be found by. */
export function name(wanted: string) {
  const error = 'a name (text; a number in quotes)';
  return z.string({ error }).check((context) => {
    report(context, () => checkName(context.value, wanted));
  });
}

/** A date as `domain/time.ts` reads it; a year may be written without quotes. */
export const date = z
  .union([z.string(), z.int()], { error: 'a date (EDTF) such as 2022-04-29, 2022-04 or 2022' })
  .check((context) => {
    report(context, () => parseDate(String(context.value)));
  });

/** A date-time with its zone. */
export const instant = z
  .string({ error: 'a date-time with a zone such as 2022-04-29T16:09:00Z' })
  .check((context) => {
    report(context, () => parseInstant(context.value));
  });

/** The address of a page. */
export const webAddress = z
  .string({ error: 'an http(s) address or null' })
  .max(2000, { error: 'an address of at most 2000 characters' })
  .refine((value) => isPlainText(value) && /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value), {
    error: 'an http(s) address or null',
  })
  .refine((value) => !hasCredentials(value), { error: 'an address without a user name or password' });

/** A probability above 0 and below 1. */
export const probability = z
  .number({ error: 'a probability above 0 and below 1' })
  .gt(0, { error: 'a probability above 0 and below 1' })
  .lt(1, { error: 'a probability above 0 and below 1' });

/** A count from 1 on. */
export const count = z
  .int({ error: 'a whole number from 1 on' })
  .min(1, { error: 'a whole number from 1 on' })
  .max(999_999_999, { error: 'a whole number of at most nine digits' });

/** A key of this file, or an id. */
export function reference(wanted: string) {
  return z.string({ error: `${wanted} (a key of this file or an id)` }).min(1, { error: wanted });
}

interface CheckContext {
  readonly value: unknown;
  readonly issues: z.core.$ZodRawIssue[];
}

function report(context: CheckContext, read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error;
    context.issues.push({ code: 'custom', message: error.message, input: context.value, continue: true });
  }
}

// They would be shown to every reader, and followed by some.
function hasCredentials(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username !== '' || password !== '';
}
