import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { HearsayError, shown } from './domain/errors.ts';
import { POLICY_PROFILES } from './domain/policy.ts';

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
/** How much is logged, from nothing to everything. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Settings as they come, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

const MAX_PORT = 65_535;
const SCHEMES = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'] as const;
/** Milliseconds. A shorter deadline would refuse a healthy server, a longer one would hold requests for nothing. */
const MIN_DEADLINE = 100;
const MAX_DEADLINE = 600_000;

// One folder below the root both in src and in dist, so that every command finds the same file from anywhere.
const DEFAULT_DATABASE = fileURLToPath(new URL('../data/hearsay.sqlite', import.meta.url));

const HINT = 'What is unset has its default; see docs/configuration.md.';

/** The settings by name: how each is read, or refused with words for what was wanted. */
export const SETTINGS = {
  PORT: setting(
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= MAX_PORT)
      .default(4000),
    `a port from 0 to ${MAX_PORT}`,
  ),
  HOST: setting(
    z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/)
      .default('127.0.0.1'),
    'an address or host name to listen on',
  ),
  HEARSAY_DB: setting(
    // SQLite takes ":memory:" and "file:" for something else than a path, and a NUL ends one.
    z
      .string()
      .regex(/^(?!:memory:$|file:)[^\0]+$/)
      .default(DEFAULT_DATABASE),
    'the path of a file',
  ),
  HEARSAY_CACHE: setting(
    z
      .string()
      .regex(/^[^\0]+$/)
      .nullable()
      .default(null),
    'the path of a folder',
  ),
  HEARSAY_POLICY: setting(z.enum(POLICY_PROFILES).default('cautious'), oneOf(POLICY_PROFILES)),
  NEO4J_URL: setting(
    z
      .string()
      .refine(isNeo4jAddress)
      .transform((url) => url.replace(/\/$/, ''))
      .optional(),
    `an address like bolt://localhost:7687 or neo4j://example.org, without user and password, and with one of the schemes ${SCHEMES.join(', ')}`,
  ),
  NEO4J_USER: setting(
    z
      .string()
      .regex(/^[^\0]+$/)
      .default('neo4j'),
    'the name of a user',
  ),
  NEO4J_PASSWORD: setting(z.string().regex(/^[^\0]+$/), 'the password of that user', 'secret'),
  NEO4J_DATABASE: setting(
    // Neo4j's own rule for names. What "system" holds is the server's.
    z
      .string()
      .regex(/^(?!system$)[a-z][a-z0-9.-]{2,62}$/i)
      .nullable()
      .default(null),
    'the name of a database other than system, of 3 to 63 letters, digits, dots and dashes',
  ),
  HEARSAY_STORE_DEADLINE_MS: deadline(5_000),
  HEARSAY_STORE_WRITE_DEADLINE_MS: deadline(30_000),
  // A line for every request would bury what `npm start` says; a service sets info.
  LOG_LEVEL: setting(z.enum(LOG_LEVELS).default('warn'), oneOf(LOG_LEVELS)),
} as const;

/** A value that may hold a password is not repeated. */
type Discretion = 'open' | 'secret';

function setting<T>(
  schema: z.ZodType<T, string | null | undefined>,
  wanted: string,
  discretion: Discretion = 'open',
) {
  return (name: string, environment: Environment): T => {
    const came = environment[name];
    const result = schema.safeParse(came);
    if (result.success) return result.data;
    // An address with an @ may hold a password too.
    const isHidden = discretion === 'secret' || came?.includes('@') === true;
    throw refusal(`${name} to be ${wanted}, but got ${isHidden ? 'something else' : shown(came)}`, HINT);
  };
}

function deadline(fallback: number) {
  return setting(
    z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number)
      .refine((ms) => ms >= MIN_DEADLINE && ms <= MAX_DEADLINE)
      .default(fallback),
    `a number of milliseconds from ${MIN_DEADLINE} to ${MAX_DEADLINE}`,
  );
}

function isNeo4jAddress(text: string): boolean {
  const [, scheme, query] = /^([a-z0-9+]+):\/\/[^/?#@\s]+\/?(\?[^#\s]*)?$/.exec(text) ?? [];
  if (!SCHEMES.some((known) => known === scheme) || !URL.canParse(text)) return false;
  // Only addresses of clusters carry a routing context.
  return query === undefined || scheme?.startsWith('neo4j') === true;
}

/** The refusal of a setting: what was expected, and what is there. A value that may hold a secret is left out. */
export function refusal(text: string, hint: string): HearsayError {
  return new HearsayError('SETTING_INVALID', `Expected ${text}`, { hint });
}

function oneOf(words: readonly string[]): string {
  return `one of ${words.join(', ')}`;
}
