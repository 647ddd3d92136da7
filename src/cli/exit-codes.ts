import { HearsayError, type ErrorCode } from '../domain/errors.ts';
import type { RefusalCode } from '../graphql/errors.ts';

/** What the process ends with; docs/cli.md and `hearsay --help` explain each. */
export const EXIT = {
  OK: 0,
  /** The command ran and the result is bad: a store that is not whole, a scenario that was missed. */
  NEGATIVE: 1,
  USAGE: 2,
  UNKNOWN: 3,
  AMBIGUOUS: 4,
  WITHHELD: 5,
  REFUSED: 6,
  STORE: 7,
  ENVIRONMENT: 8,
  INTERNAL: 9,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One line a code, as help and documentation list them. */
export const EXIT_MEANINGS: readonly (readonly [ExitCode, string])[] = [
  [EXIT.OK, 'done; an answer was given, whatever it says'],
  [EXIT.NEGATIVE, 'a check failed: a store is not whole, two differ, a scenario missed'],
  [EXIT.USAGE, 'the command, an option, a name or a date was not understood'],
  [EXIT.UNKNOWN, 'nobody, or nothing, on file goes by that name or id'],
  [EXIT.AMBIGUOUS, 'a name fits several people; candidates are listed'],
  [EXIT.WITHHELD, 'not answered because of who the people are and of the date'],
  [EXIT.REFUSED, 'a record, or a store to move into, was refused; nothing of it was stored'],
  [EXIT.STORE, 'the database cannot be read or written'],
  [EXIT.ENVIRONMENT, 'a setting, a file or the port is not usable'],
  [EXIT.INTERNAL, 'a defect of Hearsay itself'],
];

const EXIT_BY_CODE: Readonly<Record<ErrorCode, ExitCode>> = {
  INVALID_DATE: EXIT.USAGE,
  INVALID_INSTANT: EXIT.USAGE,
  INVALID_ID: EXIT.USAGE,
  INVALID_NAME: EXIT.USAGE,
  INVALID_ARGUMENT: EXIT.USAGE,
  INVALID_CURSOR: EXIT.USAGE,
  INVALID_PAGE_SIZE: EXIT.USAGE,
  INVALID_BOOKMARK: EXIT.USAGE,
  SAME_PERSON: EXIT.USAGE,
  NOT_FOUND: EXIT.UNKNOWN,
  INVALID_CLAIM: EXIT.REFUSED,
  INVALID_RECORD: EXIT.REFUSED,
  SPECIAL_CATEGORY: EXIT.REFUSED,
  CONFLICT: EXIT.REFUSED,
  TARGET_NOT_EMPTY: EXIT.REFUSED,
  STORE_NEWER: EXIT.STORE,
  STORE_CORRUPT: EXIT.STORE,
  STORE_UNWRITABLE: EXIT.STORE,
  STORE_FULL: EXIT.STORE,
  STORE_UNAVAILABLE: EXIT.STORE,
  STORE_UNAUTHORIZED: EXIT.STORE,
  SETTING_INVALID: EXIT.ENVIRONMENT,
  FILE_UNREADABLE: EXIT.ENVIRONMENT,
  PORT_IN_USE: EXIT.ENVIRONMENT,
  BUSY: EXIT.ENVIRONMENT,
  INTERNAL: EXIT.INTERNAL,
};

/** More was asked for than one request may (docs/limits.md). */
const REFUSALS: Readonly<Record<RefusalCode, true>> = {
  DOCUMENT_TOO_LONG: true,
  QUERY_TOO_DEEP: true,
  QUERY_TOO_COSTLY: true,
  TOO_MANY_ALIASES: true,
  TOO_MANY_DIRECTIVES: true,
  TOO_MANY_ROOT_FIELDS: true,
  BATCHING_NOT_SUPPORTED: true,
  OPERATION_NOT_SUPPORTED: true,
  INVALID_BOOKMARK: true,
};

/** The exit code of an error code; what is none of ours is a misuse of GraphQL, and so a defect here. */
export function exitCodeOf(code: string): ExitCode {
  if (Object.hasOwn(EXIT_BY_CODE, code)) return EXIT_BY_CODE[code as ErrorCode];
  return Object.hasOwn(REFUSALS, code) ? EXIT.USAGE : EXIT.INTERNAL;
}

/** The command line could not be understood. It is no HearsayError, since no client of the graph can cause it. */
export class UsageError extends Error {
  readonly hint: string | null;

  constructor(message: string, hint: string | null = null) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/** A fault as it is printed, and what the process ends with. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly exit: ExitCode;
}

/** Any error as something that can be printed; the inner workings of unexpected ones stay out of it. */
export function faultOf(error: unknown): Fault {
  if (error instanceof UsageError) {
    return { code: 'USAGE', message: error.message, hint: error.hint, exit: EXIT.USAGE };
  }
  if (error instanceof HearsayError) {
    return { code: error.code, message: error.message, hint: error.hint, exit: exitCodeOf(error.code) };
  }
  return {
    code: 'INTERNAL',
    message: `Expected the command to finish, but got ${error instanceof Error ? error.message : String(error)}`,
    hint: 'This is a defect in Hearsay. Please report it with the command that you ran.',
    exit: EXIT.INTERNAL,
  };
}
