import type { IncomingHttpHeaders } from 'node:http';

/** A whole answer over HTTP, before it is written. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Codes of what is refused before it reaches GraphQL; they are part of the public contract. */
export type HttpCode =
  | 'BAD_REQUEST'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'NOT_READY'
  | 'INTERNAL';

const STATUSES: Readonly<Record<HttpCode, number>> = {
  BAD_REQUEST: 400,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INTERNAL: 500,
  NOT_READY: 503,
};

/** Whether a client takes an encoding. */
export function accepts(headers: IncomingHttpHeaders, encoding: 'br' | 'gzip'): boolean {
  const taken = new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0+)?\\s*(?:,|$))`);
  return taken.test(headers['accept-encoding']?.toString() ?? '');
}

/** An answer in JSON. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: `${JSON.stringify(value)}\n`,
  };
}

/** A refusal, shaped like an error of GraphQL, so that clients read one shape only. */
export class Refusal extends Error {
  readonly code: HttpCode;
  readonly hint: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: HttpCode, message: string, hint: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.hint = hint;
    this.headers = headers;
  }

  /** The answer that says so. */
  reply(requestId: string): Reply {
    const extensions = { code: this.code, hint: this.hint, requestId };
    return json(STATUSES[this.code], { errors: [{ message: this.message, extensions }] }, this.headers);
  }
}
