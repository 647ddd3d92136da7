/** An answer of GraphQL over HTTP, read as far as tests need it. */
export interface GraphQLAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly hint?: string; readonly requestId?: string };
  }[];
}

/** Asks as a program does: a POST of JSON. */
export async function ask(
  base: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphQLAnswer> {
  return post(base, JSON.stringify({ query, variables }), headers);
}

/** Posts any text as the body of a GraphQL request. */
export async function post(
  base: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphQLAnswer> {
  const response = await fetch(`${base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const json = (await response.json()) as Pick<GraphQLAnswer, 'data' | 'errors'>;
  return { ...json, status: response.status, headers: response.headers };
}

/** The codes of an answer's errors. */
export function codes(answer: GraphQLAnswer): readonly string[] {
  return (answer.errors ?? []).map((error) => error.extensions.code);
}
