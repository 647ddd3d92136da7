import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import { BUSY_FOR_S } from '../domain/errors.ts';
import { publicFault, statusOfFaults } from './errors.ts';

/** The header by which the HTTP layer hands over the id of a request. */
export const REQUEST_ID_HEADER = 'x-request-id';

/**
 * What Apollo Server would install by itself: cache control wraps every resolver, the landing page loads from
 * outside, and the reporting ones send what is asked to Apollo as soon as its variables are set.
 */
export function withoutDefaults(): ApolloServerPlugin[] {
  return [
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
  ];
}

/** Logs faults on our side in full and marks them with the id of the request, which the client gets. */
export function logFaults<C extends BaseContext>(log: Logger): ApolloServerPlugin<C> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, request, operationName }) => {
          const requestId = request.http?.headers.get(REQUEST_ID_HEADER) ?? null;
          for (const error of errors) {
            if (!publicFault(error).ours) continue;
            log.error(
              { requestId, operationName, path: error.path, err: error.originalError ?? error },
              'fault',
            );
            error.extensions['requestId'] = requestId;
          }
          return Promise.resolve();
        },
      }),
  };
}

/** Codes of requests that were well-formed over HTTP and whose document or variables were not. */
const ABOUT_THE_DOCUMENT: readonly string[] = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
];

/**
 * Chooses the status of answers without data: 5xx for faults on our side. Of the others it notes in
 * `aboutTheDocument`, by their headers, those that GraphQL over HTTP wants to have status 200 when the answer
 * is application/json; only after this hook does Apollo Server choose the media type.
 */
export function chooseStatus<C extends BaseContext>(
  aboutTheDocument: WeakSet<HeaderMap>,
): ApolloServerPlugin<C> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response }) => {
          const codes = codesWithoutData(response);
          const status = statusOfFaults(codes);
          if (codes.includes('BUSY')) response.http.headers.set('retry-after', String(BUSY_FOR_S));
          if (status !== null) response.http.status = status;
          else if (isAboutTheDocument(codes)) aboutTheDocument.add(response.http.headers);
          return Promise.resolve();
        },
      }),
  };
}

function isAboutTheDocument(codes: readonly string[]): boolean {
  return codes.length > 0 && codes.every((code) => ABOUT_THE_DOCUMENT.includes(code));
}

function codesWithoutData(response: GraphQLRequestContext<BaseContext>['response']): readonly string[] {
  const body = response.body;
  if (body?.kind !== 'single' || (body.singleResult.data ?? null) !== null) return [];
  return (body.singleResult.errors ?? []).map((error) => String(error.extensions?.['code']));
}
