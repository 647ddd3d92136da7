import { makeExecutableSchema } from '@graphql-tools/schema';
import { gql } from 'graphql-tag';
import { pino, type Logger } from 'pino';
import { HearsayError } from '../../src/domain/errors.ts';
import { scalars } from '../../src/graphql/scalars.ts';
import { startGraphQL } from '../../src/graphql/server.ts';
import { createHttpServer, type HttpServerOptions } from '../../src/http/server.ts';
import { serve, type Servable, type Serving } from '../../src/http/serve.ts';
import { webFiles } from '../../src/http/web-files.ts';

/** A schema with one field for every way in which things go well or wrong, to test the plumbing by itself. */
const TYPES = gql`
  scalar EDTF
  scalar DateTime
  enum Locale {
    en
  }
  input Ref @oneOf {
    id: ID
    name: String
  }
  type Query {
    echo(text: String!): String!
    requestId: String!
    date(on: EDTF): String
    moment(at: DateTime): String
    localized(locale: Locale! = en): String!
    find(ref: Ref!): String!
    fault(code: String!): String!
    nullableFault: String
    crash: String!
    slow: String!
  }
`;

interface TinyContext {
  readonly requestId: string;
}

/** Things that tests of the plumbing hold in their hands. */
export interface TinyServer extends Serving {
  /** By address, not by name, so that nothing depends on how names resolve. */
  readonly base: string;
  readonly port: number;
  readonly logged: readonly Readonly<Record<string, unknown>>[];
  /** Lets `slow` answer. */
  readonly release: () => void;
  /** Resolves when `slow` is being answered. */
  readonly slowAsked: Promise<void>;
  readonly closed: () => boolean;
  /** A second server of the same make that does not listen yet. */
  readonly spare: Servable;
}

interface TinyOptions extends Partial<Pick<HttpServerOptions, 'ready' | 'timeouts' | 'web'>> {
  readonly patience?: number;
  readonly notice?: number;
  readonly onSignals?: boolean;
}

/** Starts the plumbing on a port of its own, with the tiny schema behind it. */
export async function startTiny(options: TinyOptions = {}): Promise<TinyServer> {
  const slow = gate();
  const asked = gate();
  const { log, logged } = collectingLog();
  const graphql = await startGraphQL<TinyContext>({
    schema: tinySchema(slow.passed, asked.open),
    context: (requestId) => ({ requestId }),
    log,
  });
  const httpOptions = {
    execute: graphql.execute,
    ready: options.ready ?? (() => Promise.resolve()),
    web: options.web ?? webFiles(new URL('./no-such-folder/', import.meta.url)),
    log,
    ...(options.timeouts === undefined ? {} : { timeouts: options.timeouts }),
  };
  let closed = false;
  const close = async (): Promise<void> => {
    await graphql.stop();
    closed = true;
  };
  const app = { http: createHttpServer(httpOptions), log, close };
  const spare = { ...app, http: createHttpServer(httpOptions) };
  const serving = await serve(app, {
    port: 0,
    host: '127.0.0.1',
    onSignals: options.onSignals ?? false,
    notice: options.notice ?? 0,
    patience: options.patience ?? 1_000,
  });
  const port = Number(new URL(serving.url).port);
  const base = `http://127.0.0.1:${port}`;
  return {
    ...serving,
    base,
    port,
    logged,
    release: slow.open,
    slowAsked: asked.passed,
    closed: () => closed,
    spare,
  };
}

function tinySchema(slow: Promise<void>, onSlow: () => void): ReturnType<typeof makeExecutableSchema> {
  return makeExecutableSchema<TinyContext>({
    typeDefs: TYPES,
    resolvers: {
      ...scalars,
      Query: {
        echo: (_: unknown, { text }: { text: string }) => text,
        requestId: (_: unknown, _arguments: unknown, context: TinyContext) => context.requestId,
        date: (_: unknown, { on }: { on?: string }) => on ?? null,
        moment: (_: unknown, { at }: { at?: string }) => at ?? null,
        localized: (_: unknown, { locale }: { locale: string }) => locale,
        find: (_: unknown, { ref }: { ref: object }) => Object.keys(ref).join(),
        fault: (_: unknown, { code }: { code: 'INVALID_NAME' }) => {
          throw new HearsayError(code, 'Expected one thing at /secret/path, but got another', {
            hint: 'Try.',
          });
        },
        nullableFault: () => {
          throw new Error('a detail of ours');
        },
        crash: () => {
          throw new Error('a detail of ours');
        },
        slow: async () => {
          onSlow();
          await slow;
          return 'done';
        },
      },
    },
  });
}

function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    passed,
    open: () => {
      open();
    },
  };
}

function collectingLog(): {
  readonly log: Logger;
  readonly logged: readonly Readonly<Record<string, unknown>>[];
} {
  const logged: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'trace' },
    { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) },
  );
  return { log, logged };
}
