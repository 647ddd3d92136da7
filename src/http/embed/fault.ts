import type { Logger } from 'pino';
import { BUSY_FOR_S, HearsayError, type ErrorCode } from '../../domain/errors.ts';
import { wrongNotice } from '../../embed/notice.ts';
import { LOCALES } from '../../embed/words/words.ts';
import { attributeNamed } from './parameters.ts';
import { json, type Reply } from '../reply.ts';

/** The attribute that a fault is about; messages begin with the name of the parameter, where they know it. */
function attributeOf({ code, message }: HearsayError): string | null {
  if (code === 'INVALID_DATE') return 'as-of';
  if (code === 'SAME_PERSON') return 'b';
  const name = /^Expected (?:the parameter )?(\w+) (?:to|from|once|of at most) /.exec(message)?.[1];
  if (name === undefined) return null;
  return name === 'root' ? 'person' : attributeNamed(name);
}

const WRONG: readonly ErrorCode[] = [
  'INVALID_ARGUMENT',
  'INVALID_DATE',
  'INVALID_INSTANT',
  'INVALID_ID',
  'INVALID_NAME',
  'SAME_PERSON',
];

/** A fault as a page elsewhere is told: what was wrong with the address, or only that something is wrong with us. */
export function faultReply(
  error: unknown,
  requestId: string,
  log: Logger,
  search = new URLSearchParams(),
): Reply {
  if (error instanceof HearsayError && WRONG.includes(error.code)) {
    const { code, hint, message } = error;
    const notice = wrongNotice(
      attributeOf(error),
      LOCALES.find((one) => one === search.get('locale')) ?? 'en',
    );
    return json(400, {
      type: 'Wrong',
      ...notice,
      hint: hint === null ? `${message}.` : `${message}. ${hint}`,
      errors: [{ message, extensions: { code, hint, requestId } }],
    });
  }
  if (error instanceof HearsayError && error.code === 'BUSY') {
    const { code, hint, message } = error;
    return json(
      503,
      { errors: [{ message, extensions: { code, hint, requestId } }] },
      { 'retry-after': String(BUSY_FOR_S) },
    );
  }
  log.error({ requestId, err: error }, 'fault');
  const isStore = error instanceof HearsayError && error.code.startsWith('STORE_');
  const [status, code] = isStore ? [503, error.code] : [500, 'INTERNAL'];
  // Its own message may name files and hosts.
  const message = 'Expected an answer, but something failed on our side';
  const hint = 'It has been logged. Ask again later, or report it with the request id.';
  return json(status, { errors: [{ message, extensions: { code, hint, requestId } }] });
}
