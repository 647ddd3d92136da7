import type { IncomingMessage } from 'node:http';
import { Refusal } from './reply.ts';

/** The longest body that is read, in bytes. */
export const BODY_LIMIT = 100 * 1024;

// Who sends more than this after having been refused is cut off; until then they get to read why.
const PATIENCE = 10 * BODY_LIMIT;

/** The body of a request as text. Throws a Refusal for one that is too long, compressed, or not UTF-8. */
export async function readText(request: IncomingMessage): Promise<string> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Refusal(
      'UNSUPPORTED_MEDIA_TYPE',
      'Expected a plain body, but got a compressed one',
      'Send it as it is.',
    );
  }
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) throw tooLarge(request, 0);
  const bytes = await readBytes(request);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('BAD_REQUEST', 'Expected a body in UTF-8, but got other bytes', 'Encode it as UTF-8.');
  }
}

function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= BODY_LIMIT) return;
      request.off('data', onData);
      reject(tooLarge(request, length));
    };
    request.on('data', onData);
    request.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.once('error', () => {
      reject(new Refusal('BAD_REQUEST', 'Expected a whole body, but the connection ended', 'Send it again.'));
    });
  });
}

/** Reads on for a while without keeping anything: a client that is still sending does not see an answer. */
function tooLarge(request: IncomingMessage, soFar: number): Refusal {
  let length = soFar;
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > PATIENCE) request.destroy();
  });
  return new Refusal(
    'PAYLOAD_TOO_LARGE',
    `Expected a body of at most ${BODY_LIMIT} bytes, but got more`,
    'Ask in several requests.',
    { connection: 'close' },
  );
}
