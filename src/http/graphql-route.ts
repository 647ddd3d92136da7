import { HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { readText } from './body.ts';
import { Refusal, type Reply } from './reply.ts';

/** Answers a GraphQL request; see startGraphQL. */
export type ExecuteGraphQL = (request: HTTPGraphQLRequest) => Promise<HTTPGraphQLResponse>;

/** The adapter between node:http and Apollo Server: nothing but reading and writing. */
export async function answerGraphQL(
  execute: ExecuteGraphQL,
  request: IncomingMessage,
  search: string,
  requestId: string,
): Promise<Reply> {
  const response = await execute({
    // Node leaves out the body of an answer to HEAD by itself.
    method: request.method === 'HEAD' ? 'GET' : (request.method ?? ''),
    headers: headerMap(request.headers, requestId),
    search,
    body: request.method === 'POST' ? await readJson(request) : undefined,
  });
  if (response.body.kind !== 'complete') throw new Error('Expected a whole answer, but got one in parts');
  return {
    status: response.status ?? 200,
    headers: { 'cache-control': 'no-store', ...Object.fromEntries(response.headers) },
    body: response.body.string,
  };
}

function headerMap(headers: IncomingHttpHeaders, requestId: string): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  map.set('x-request-id', requestId);
  return map;
}

/** The body as JSON; undefined for other media types, which Apollo Server refuses with what it wants. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  const [essence = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (essence.trim() !== 'application/json') return undefined;
  const charset = parameters.map((parameter) => parameter.trim()).find((name) => name.startsWith('charset='));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) {
    throw new Refusal(
      'UNSUPPORTED_MEDIA_TYPE',
      'Expected JSON in UTF-8, but got another charset',
      'Send UTF-8.',
    );
  }
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(
      'BAD_REQUEST',
      'Expected a body in JSON, but got something else',
      'POST a JSON object with "query" and, if needed, "variables".',
    );
  }
}

/** True for a browser that opens an address: it asks for HTML, other clients do not. */
export function wantsPage(headers: IncomingHttpHeaders): boolean {
  return (headers.accept ?? '').split(',').some((range) => range.split(';')[0]?.trim() === 'text/html');
}
