import {
  ApolloServer,
  type HeaderMap,
  type HTTPGraphQLRequest,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { admission } from './admission.ts';
import { chooseStatus, logFaults, REQUEST_ID_HEADER, withoutDefaults } from './apollo-plugins.ts';
import { DocumentCache } from './document-cache.ts';
import { formatFault } from './errors.ts';
import { LIMITS } from './limits.ts';
import { withBookmark } from './bookmark.ts';

/** What a GraphQL server is made of. */
export interface GraphQLServerOptions<C extends object> {
  readonly schema: GraphQLSchema;
  /** Makes what resolvers get, anew for every request. */
  readonly context: (requestId: string, bookmark: string | null) => C;
  readonly log: Logger;
}

/** Answers GraphQL requests whatever they come by. */
export interface GraphQLServer {
  /** Never throws: faults become answers. The request id comes in the x-request-id header. */
  readonly execute: (request: HTTPGraphQLRequest) => Promise<HTTPGraphQLResponse>;
  readonly stop: () => Promise<void>;
}

// About two thousand documents as clients write them.
const CACHE_CAPACITY = 20_000_000;

/** Starts Apollo Server with our limits before it and our errors behind it. */
export async function startGraphQL<C extends object>(
  options: GraphQLServerOptions<C>,
): Promise<GraphQLServer> {
  const aboutTheDocument = new WeakSet<HeaderMap>();
  const apollo = apolloServer(options, aboutTheDocument);
  const admit = admission(options.schema);
  await apollo.start();
  return {
    execute: async (request) => {
      const response = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: request,
        // Apollo Server asks for the context once CSRF is ruled out and nothing has been parsed yet.
        context: () => {
          admit(request);
          const requestId = request.headers.get(REQUEST_ID_HEADER) ?? '';
          return Promise.resolve(
            withBookmark(request.headers, (bookmark) => options.context(requestId, bookmark)),
          );
        },
      });
      return withStatus(response, aboutTheDocument.has(response.headers));
    },
    stop: () => apollo.stop(),
  };
}

function apolloServer<C extends object>(
  { schema, log }: GraphQLServerOptions<C>,
  aboutTheDocument: WeakSet<HeaderMap>,
): ApolloServer<C> {
  return new ApolloServer<C>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // A hash instead of a document would go past the limits.
    persistedQueries: false,
    documentStore: new DocumentCache(CACHE_CAPACITY),
    parseOptions: { maxLexicalTokens: LIMITS.tokens },
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger: apolloLog(log),
    formatError: formatFault,
    plugins: [...withoutDefaults(), logFaults<C>(log), chooseStatus<C>(aboutTheDocument)],
  });
}

function apolloLog(log: Logger): NonNullable<ConstructorParameters<typeof ApolloServer>[0]['logger']> {
  return {
    debug: (message) => {
      log.debug(String(message));
    },
    info: (message) => {
      log.info(String(message));
    },
    warn: (message) => {
      log.warn(String(message));
    },
    error: (message) => {
      log.error(String(message));
    },
  };
}

/** GraphQL over HTTP: under application/json a document that does not parse or validate is answered with 200. */
function withStatus(response: HTTPGraphQLResponse, aboutTheDocument: boolean): HTTPGraphQLResponse {
  const plainJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return aboutTheDocument && plainJson && response.status === 400 ? { ...response, status: 200 } : response;
}
