import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { HearsayError, type ErrorCode } from '../domain/errors.ts';

/** Codes of requests that are refused before anything is asked of the graph. */
export type RefusalCode =
  | 'DOCUMENT_TOO_LONG'
  | 'QUERY_TOO_DEEP'
  | 'QUERY_TOO_COSTLY'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'TOO_MANY_ROOT_FIELDS'
  | 'BATCHING_NOT_SUPPORTED'
  | 'OPERATION_NOT_SUPPORTED'
  | 'INVALID_BOOKMARK';

/** A request that is refused with status 400: what was wanted, what came, and what to do instead. */
export function refusal(code: RefusalCode, message: string, hint: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, hint, http: { status: 400 } } });
}

/** Hints for the codes that GraphQL and Apollo Server give themselves. */
const HINTS: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL; locations say where reading it stopped.',
  GRAPHQL_VALIDATION_FAILED:
    'The document does not fit the schema. Open /graphql in a browser to explore the schema.',
  BAD_USER_INPUT: 'A variable or an argument does not fit its type in the schema.',
  BAD_REQUEST:
    'POST a JSON object with "query" and, if needed, "variables", as content-type application/json.',
  OPERATION_RESOLUTION_FAILURE: 'Name one of the operations of the document in "operationName".',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Send the whole document in "query".',
};

// GraphQL.js has no code for an argument that a variable made null where null is not allowed.
const ARGUMENT_FAULT = /^Argument "\w+" (of (required|non-null) type|has invalid value)/;

/** A fault as a client may see it. */
export interface PublicFault {
  readonly message: string;
  readonly code: string;
  readonly hint: string | null;
  /** True when the fault is on our side: logged in full, answered without details. */
  readonly ours: boolean;
}

/** The one place where faults are mapped: what a client is told about any error. */
export function publicFault(error: unknown): PublicFault {
  const chain = causes(error);
  const own = chain.find((link) => link instanceof HearsayError);
  if (own !== undefined) return fromHearsay(own);
  const known = chain.find((link) => link instanceof GraphQLError && isKnown(link.extensions['code']));
  if (known instanceof GraphQLError) return fromGraphQL(known);
  const last = chain.at(-1);
  const argument = last instanceof GraphQLError && ARGUMENT_FAULT.test(last.message);
  return argument ? { ...fault('BAD_USER_INPUT'), message: last.message } : OURS.INTERNAL;
}

/** An error and the errors it wraps, outermost first. */
function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  let link = error;
  while (link !== undefined && link !== null && !chain.includes(link)) {
    chain.push(link);
    link = link instanceof GraphQLError ? link.originalError : undefined;
  }
  return chain;
}

function isKnown(code: unknown): boolean {
  return typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR';
}

function fromHearsay(error: HearsayError): PublicFault {
  const { code, message, hint } = error;
  return isOurs(code) ? OURS[code] : { message, code, hint, ours: false };
}

/** GraphQL.js and Apollo Server write messages for clients; only the hint is ours. */
function fromGraphQL(error: GraphQLError): PublicFault {
  const hint = error.extensions['hint'];
  const known = fault(String(error.extensions['code']));
  return { ...known, message: error.message, hint: typeof hint === 'string' ? hint : known.hint };
}

function fault(code: string): PublicFault {
  return { message: '', code, hint: HINTS[code] ?? null, ours: false };
}

type OurCode = Extract<ErrorCode, 'INTERNAL' | `STORE_${string}`>;

function ourFault(code: OurCode, message: string, hint: string): PublicFault {
  return { message, code, hint, ours: true };
}

const LOGGED = 'It has been logged. Ask again later, or report it with the request id.';
const STORE_DOWN = 'Expected the store to answer, but it cannot just now';

/** Faults on our side. Their own messages may name files and hosts, so that clients get these instead. */
const OURS: Readonly<Record<OurCode, PublicFault>> = {
  INTERNAL: ourFault('INTERNAL', 'Expected an answer, but something failed on our side', LOGGED),
  STORE_UNAVAILABLE: ourFault('STORE_UNAVAILABLE', STORE_DOWN, LOGGED),
  STORE_UNAUTHORIZED: ourFault('STORE_UNAUTHORIZED', STORE_DOWN, LOGGED),
  STORE_CORRUPT: ourFault('STORE_CORRUPT', STORE_DOWN, LOGGED),
  STORE_NEWER: ourFault('STORE_NEWER', STORE_DOWN, LOGGED),
  STORE_UNWRITABLE: ourFault(
    'STORE_UNWRITABLE',
    'Expected to write, but the store can only be read just now',
    LOGGED,
  ),
  STORE_FULL: ourFault('STORE_FULL', 'Expected to write, but there is no space left', LOGGED),
};

function isOurs(code: string): code is OurCode {
  return Object.hasOwn(OURS, code);
}

/** The status of an answer without data, from the codes of its errors; null where GraphQL over HTTP decides. */
export function statusOfFaults(codes: readonly string[]): number | null {
  if (codes.includes('INTERNAL')) return 500;
  // It came in a header, so that the whole request is at fault.
  if (codes.includes('INVALID_BOOKMARK')) return 400;
  return codes.some((code) => isOurs(code) || code === 'BUSY') ? 503 : null;
}

/** An error as it goes into the response. `formatted` is what GraphQL.js made of it; its places are kept. */
export function formatFault(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { message, code, hint } = publicFault(error);
  const requestId = formatted.extensions?.['requestId'];
  return {
    message,
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    extensions: {
      code,
      ...(hint === null ? {} : { hint }),
      ...(typeof requestId === 'string' ? { requestId } : {}),
    },
  };
}
