import { randomUUID } from 'node:crypto';

// What a proxy or a trace id looks like. It is logged and sent back, so nothing that could be more than an id.
const SANE = /^[A-Za-z0-9._-]{8,64}$/;

/** The id under which a request is logged and answered: the client's when it is a plain one, else a new one. */
export function requestIdOf(given: string | readonly string[] | undefined): string {
  return typeof given === 'string' && SANE.test(given) ? given : randomUUID();
}
