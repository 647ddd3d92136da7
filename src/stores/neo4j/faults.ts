import neo4j, { type Neo4jError } from 'neo4j-driver';
import { HearsayError, type ErrorCode } from '../../domain/errors.ts';

interface Fault {
  readonly code: ErrorCode;
  readonly expected: string;
  readonly hint: string;
}

const UNAVAILABLE: Fault = {
  code: 'STORE_UNAVAILABLE',
  expected: 'Expected Neo4j to answer in time',
  hint: 'Check that it runs at NEO4J_URL.',
};

/** Why nobody was reached, by what the driver passes on of it, in words for whoever has set NEO4J_URL. */
const UNREACHED: readonly { readonly sign: RegExp; readonly got: string; readonly hint: string }[] = [
  {
    sign: /ECONNREFUSED/,
    got: 'nobody who listens there',
    hint: 'Start it, or check host and port in NEO4J_URL.',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN/,
    got: 'a host name that is not known',
    hint: 'Check the host in NEO4J_URL.',
  },
  {
    sign: /responded HTTP/,
    got: 'an answer in HTTP',
    hint: 'NEO4J_URL needs the port for Bolt, usually 7687, not that of Neo4j Browser.',
  },
  {
    sign: /SSL|TLS|certificate/i,
    got: 'no encrypted connection',
    hint: 'Write bolt:// or neo4j:// for a server without encryption, +ssc for a certificate that it has signed itself.',
  },
];

// The first that fits; codes are Neo4j's own, and the driver's for what never reached a server.
const FAULTS: readonly (readonly [RegExp, Fault])[] = [
  [
    /^Neo\.ClientError\.Security\.Forbidden/,
    {
      code: 'STORE_UNAUTHORIZED',
      expected: 'Expected to be allowed to read, write and make indexes',
      hint: 'Give the user of NEO4J_USER the rights of a publisher and of schema changes.',
    },
  ],
  [
    /^Neo\.ClientError\.Security\./,
    {
      code: 'STORE_UNAUTHORIZED',
      expected: 'Expected Neo4j to accept the user and password',
      hint: 'Check NEO4J_USER and NEO4J_PASSWORD.',
    },
  ],
  [
    /^Neo\.ClientError\.Transaction\.InvalidBookmark/,
    {
      code: 'INVALID_BOOKMARK',
      expected: 'Expected a bookmark that this database gave',
      hint: 'Hand on the bookmark of a write as it came.',
    },
  ],
  [
    /ReadOnly/,
    {
      code: 'STORE_UNWRITABLE',
      expected: 'Expected a database that can be written',
      hint: 'The database or the server is set to be read only.',
    },
  ],
  [
    /Corrupt/,
    {
      code: 'STORE_CORRUPT',
      expected: 'Expected a sound database',
      hint: 'Check it with neo4j-admin database check, and restore it from a dump if need be.',
    },
  ],
  [
    /^Neo\.ClientError\.Database\./,
    {
      ...UNAVAILABLE,
      expected: 'Expected the database to exist and to run',
      hint: 'Check NEO4J_DATABASE, or leave it out for the default.',
    },
  ],
  [/^Neo\.ClientError\.Transaction\.(TransactionTimedOut|Terminated|LockClientStopped)/, UNAVAILABLE],
  [/^Neo\.(TransientError|DatabaseError\.(Transaction|Database|General))\./, UNAVAILABLE],
  [/^(ServiceUnavailable|SessionExpired|ProtocolError|N\/A)$/, UNAVAILABLE],
];

const FULL: Fault = {
  code: 'STORE_FULL',
  expected: 'Expected room for the write',
  hint: 'Nothing of this write was stored. Free some disk space and try again; reads go on.',
};

/** Any error of the driver or the server as a HearsayError; what is none of their making stays as it is. */
export function asStoreError(error: unknown): unknown {
  if (!isNeo4jError(error)) return error;
  const fault = /no space left/i.test(error.message)
    ? FULL
    : FAULTS.find(([pattern]) => pattern.test(error.code))?.[1];
  if (fault === undefined) {
    return new HearsayError('INTERNAL', `Expected a statement to run, but got ${error.code}`, {
      cause: error,
    });
  }
  const told = messagesOf(error);
  const unreached = fault === UNAVAILABLE ? UNREACHED.find(({ sign }) => sign.test(told)) : undefined;
  const got = unreached?.got ?? `${error.code} (${error.message})`;
  return new HearsayError(fault.code, `${fault.expected}, but got ${got}`, {
    hint: unreached?.hint ?? fault.hint,
    cause: error,
  });
}

function messagesOf(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${messagesOf(error.cause)}` : '';
}

/** The fault of a write, which may have been stored although nothing was heard of it. */
export function asWriteError(error: unknown): unknown {
  if (!(error instanceof HearsayError) || error.code !== 'STORE_UNAVAILABLE') return error;
  const hint = `${error.hint ?? ''} The write may or may not have been stored; sent again, it changes nothing twice.`;
  return new HearsayError(error.code, error.message, { hint: hint.trim(), cause: error.cause });
}

/** The fault of a server that is not heard from. */
export function storeUnavailable(got: string): HearsayError {
  return new HearsayError(UNAVAILABLE.code, `${UNAVAILABLE.expected}, but got ${got}`, {
    hint: UNAVAILABLE.hint,
  });
}

/** True for what may go well at the next attempt: the server was away, busy, or changed its leader. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof HearsayError) return error.code === 'STORE_UNAVAILABLE';
  if (!isNeo4jError(error)) return false;
  return error.retryable || neo4j.isRetryableError(error) || NO_THREADS.test(error.message);
}

// What the server says while a new connection is greeted reaches us as a ProtocolError, without its own code.
const NO_THREADS = /no available threads/i;

/** True for an index or constraint that somebody else has made meanwhile. */
export function isThereAlready(error: unknown): boolean {
  return isNeo4jError(error) && /^Neo\.ClientError\.Schema\.\w*AlreadyExists$/.test(error.code);
}

function isNeo4jError(error: unknown): error is Neo4jError {
  return error instanceof neo4j.Neo4jError;
}
