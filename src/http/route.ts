import type { IncomingMessage } from 'node:http';
import type { Reply } from './reply.ts';
import type { Trust } from './security-headers.ts';

/** What a route needs to know of a request. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly path: string;
  /** With its question mark; empty without a query string. */
  readonly search: string;
  readonly requestId: string;
}

/** An answer with what it may do in a browser. */
export interface Answer {
  readonly reply: Reply;
  readonly trust: Trust;
}

/** What is served at a path. */
export interface Route {
  /** What the log calls it: a path may hold names of people, this does not. */
  readonly name: string;
  readonly methods: readonly string[];
  /** True for what pages of any origin may read; it is answered without looking at credentials. */
  readonly shared?: boolean;
  readonly answer: (exchange: Exchange) => Answer | Promise<Answer>;
}

/** The methods of what is only read. */
export const READING: readonly string[] = ['GET', 'HEAD'];

/** An answer that may do nothing in a browser. */
export function plain(reply: Reply): Answer {
  return { reply, trust: 'nothing' };
}
