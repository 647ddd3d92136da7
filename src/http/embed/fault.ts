import type { Logger } from 'pino';
import { HearsayError, type ErrorCode } from '../../domain/errors.ts';
import { json, type Reply } from '../reply.ts';

const WRONG: readonly ErrorCode[] = [
  'INVALID_ARGUMENT',
  'INVALID_DATE',
  'INVALID_INSTANT',
  'INVALID_ID',
  'INVALID_NAME',
  'SAME_PERSON',
];

/** A fault as a page elsewhere is told: what was wrong with the address, or only that something is wrong with us. */
export function faultReply(error: unknown, requestId: string, log: Logger): Reply {
  if (error instanceof HearsayError && WRONG.includes(error.code)) {
    const { code, hint } = error;
    return json(400, { errors: [{ message: error.message, extensions: { code, hint, requestId } }] });
  }
  log.error({ requestId, err: error }, 'fault');
  const isStore = error instanceof HearsayError && error.code.startsWith('STORE_');
  const [status, code] = isStore ? [503, error.code] : [500, 'INTERNAL'];
  // Its own message may name files and hosts.
  const message = 'Expected an answer, but something failed on our side';
  const hint = 'It has been logged. Ask again later, or report it with the request id.';
  return json(status, { errors: [{ message, extensions: { code, hint, requestId } }] });
}
