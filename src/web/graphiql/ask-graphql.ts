/** What GraphiQL asks for. */
interface GraphqlParameters {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: unknown;
}

/** Sends what GraphiQL asks for to our own server, and says what went wrong where GraphiQL shows answers. */
export async function askGraphql(parameters: GraphqlParameters): Promise<object> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(withFittingName(parameters)),
    });
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? body : { errors: [{ message: 'An empty answer.' }] };
  } catch {
    return { errors: [{ message: 'The server does not answer. Is it still running?' }] };
  }
}

/** For a moment after a change of tabs GraphiQL still names the operation of the tab before. */
function withFittingName({ operationName, ...rest }: GraphqlParameters): GraphqlParameters {
  const fits = typeof operationName === 'string' && rest.query.includes(operationName);
  return fits ? { ...rest, operationName } : rest;
}
