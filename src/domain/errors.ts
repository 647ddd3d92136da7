/** Stable codes of everything that can go wrong; they are part of the public contract. */
export type ErrorCode =
  | 'INVALID_DATE'
  | 'INVALID_INSTANT'
  | 'INVALID_ID'
  | 'INVALID_NAME'
  | 'INVALID_ARGUMENT'
  | 'INVALID_CURSOR'
  | 'INVALID_PAGE_SIZE'
  | 'INVALID_BOOKMARK'
  | 'INVALID_CLAIM'
  | 'INVALID_RECORD'
  | 'SAME_PERSON'
  | 'SPECIAL_CATEGORY'
  | 'CONFLICT'
  | 'NOT_FOUND'
  | 'SETTING_INVALID'
  | 'TARGET_NOT_EMPTY'
  | 'STORE_NEWER'
  | 'STORE_CORRUPT'
  | 'STORE_UNWRITABLE'
  | 'STORE_FULL'
  | 'STORE_UNAVAILABLE'
  | 'STORE_UNAUTHORIZED'
  | 'FILE_UNREADABLE'
  | 'PORT_IN_USE'
  | 'BUSY'
  | 'INTERNAL';

/** Seconds after which whoever was refused with BUSY may ask again: a full line is worked off in about these. */
export const BUSY_FOR_S = 5;

/** A fault with a stable code, a message that says what was wanted and what came, and a hint what to do. */
export class HearsayError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | null;

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly hint?: string; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'HearsayError';
    this.code = code;
    this.hint = options.hint ?? null;
  }
}

/** `value` as a reader may see it in an error: quoted, cut, and without control characters. */
export function shown(value: unknown): string {
  // Of a function or undefined JSON has nothing to say, whatever its type declares.
  const json = JSON.stringify(outlined(value, { parts: SHOWN })) as string | undefined;
  // Control, format and separator characters could rewrite the line they are quoted in.
  const safe = (json ?? String(value)).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return safe.length > SHOWN ? `${safe.slice(0, SHOWN - 3)}…` : safe;
}

/** Characters of a value that are shown, and so parts of it that are worth looking at. */
const SHOWN = 80;

/** The beginning of a value: as much as can be shown of it, so that nobody's nesting or length is walked to its end. */
function outlined(value: unknown, left: { parts: number }): unknown {
  left.parts -= 1;
  if (typeof value === 'string') return value.slice(0, SHOWN);
  if (typeof value !== 'object' || value === null) return value;
  if (typeof (value as { readonly toJSON?: unknown }).toJSON === 'function') return value;
  if (left.parts < 0) return '…';
  if (Array.isArray(value)) {
    return value.slice(0, SHOWN).map((item: unknown) => outlined(item, left));
  }
  const fields: [string, unknown][] = [];
  for (const key in value) {
    if (left.parts < 0) break;
    fields.push([key.slice(0, SHOWN), outlined((value as Readonly<Record<string, unknown>>)[key], left)]);
  }
  return Object.fromEntries(fields);
}

/** Marks a branch that the types say cannot be reached. Throws when it is. */
export function unreachable(value: never): never {
  throw new HearsayError('INTERNAL', `Expected every case to be handled, but got ${shown(value)}`);
}
