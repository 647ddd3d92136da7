/** A fault as the server tells it. */
export interface ServerFault {
  readonly message: string;
  readonly code: string | null;
  readonly hint: string | null;
}

/** What came of sending a document to the server. */
export type Reply<Data> =
  | { readonly outcome: 'data'; readonly data: Data }
  | { readonly outcome: 'refused'; readonly faults: readonly ServerFault[] }
  | { readonly outcome: 'unreachable' };

/** A GraphQL document with its variables. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Sends a document to our own server. Rejects only when `signal` aborts it. */
export async function askServer<Data>(request: GraphqlRequest, signal?: AbortSignal): Promise<Reply<Data>> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
      },
      body: JSON.stringify(request),
      ...(signal === undefined ? {} : { signal }),
    });
    return replyOf<Data>(await response.json());
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return { outcome: 'unreachable' };
  }
}

function replyOf<Data>(body: unknown): Reply<Data> {
  if (!isRecord(body)) return { outcome: 'unreachable' };
  const errors = Array.isArray(body['errors']) ? body['errors'] : [];
  if (errors.length > 0) return { outcome: 'refused', faults: errors.map(faultOf) };
  // The documents are validated against the schema and the types are generated from both, so a server of this
  // schema answers in this shape.
  return isRecord(body['data'])
    ? { outcome: 'data', data: body['data'] as Data }
    : { outcome: 'unreachable' };
}

function faultOf(error: unknown): ServerFault {
  const fields = isRecord(error) ? error : {};
  const extensions = isRecord(fields['extensions']) ? fields['extensions'] : {};
  return {
    message: textOr(fields['message'], 'The server refused the question without saying why.'),
    code: textOr(extensions['code'], null),
    hint: textOr(extensions['hint'], null),
  };
}

function textOr<Fallback>(value: unknown, fallback: Fallback): string | Fallback {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
