import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { HearsayError, shown } from './domain/errors.ts';
import { POLICY_PROFILES, type PolicyProfile } from './domain/policy.ts';

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
/** How much is logged, from nothing to everything. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings, parsed once at start. */
export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** The path of the SQLite file. */
  readonly database: string;
  readonly policy: PolicyProfile;
  readonly logLevel: LogLevel;
}

type Environment = Readonly<Record<string, string | undefined>>;

const MAX_PORT = 65_535;

// One folder below the root both in src and in dist, so that every command finds the same file from anywhere.
const DEFAULT_DATABASE = fileURLToPath(new URL('../data/hearsay.sqlite', import.meta.url));

/** The settings by name: how each is read, or refused with words for what was wanted. */
const SETTINGS = {
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
  HEARSAY_POLICY: setting(z.enum(POLICY_PROFILES).default('cautious'), oneOf(POLICY_PROFILES)),
  // A line for every request would bury what `npm start` says; a service sets info.
  LOG_LEVEL: setting(z.enum(LOG_LEVELS).default('warn'), oneOf(LOG_LEVELS)),
} as const;

function setting<T>(schema: z.ZodType<T, string | undefined>, wanted: string) {
  return (name: string, environment: Environment): T => {
    const result = schema.safeParse(environment[name]);
    if (result.success) return result.data;
    throw invalid(
      name,
      wanted,
      environment[name],
      'Leave it unset for the default; see docs/configuration.md.',
    );
  };
}

/** Settings of stores that are not there yet. Ignoring one would serve other data than was asked for. */
const NOT_YET: readonly string[] = ['NEO4J_URL', 'NEO4J_USER', 'NEO4J_PASSWORD', 'NEO4J_DATABASE'];

/** Reads the settings. Throws `SETTING_INVALID` for a wrong one, and for one that is not known. */
export function loadConfig(environment: Environment): Config {
  refuseUnknown(environment);
  return {
    port: SETTINGS.PORT('PORT', environment),
    host: SETTINGS.HOST('HOST', environment),
    database: SETTINGS.HEARSAY_DB('HEARSAY_DB', environment),
    policy: SETTINGS.HEARSAY_POLICY('HEARSAY_POLICY', environment),
    logLevel: SETTINGS.LOG_LEVEL('LOG_LEVEL', environment),
  };
}

function refuseUnknown(environment: Environment): void {
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue;
    if (NOT_YET.includes(name)) {
      throw invalid(
        name,
        'unset',
        undefined,
        'Neo4j is not supported yet. Data is kept in the file HEARSAY_DB.',
      );
    }
    if (name.startsWith('HEARSAY_') && !Object.hasOwn(SETTINGS, name)) {
      const known = Object.keys(SETTINGS).join(', ');
      throw invalid(name, 'unset, since there is no such setting', value, `The settings are ${known}.`);
    }
  }
}

/** A value that may be a secret is passed as undefined: it is not repeated. */
function invalid(name: string, wanted: string, came: string | undefined, hint: string): HearsayError {
  const but = came === undefined ? 'but it is set' : `but got ${shown(came)}`;
  return new HearsayError('SETTING_INVALID', `Expected ${name} to be ${wanted}, ${but}`, { hint });
}

function oneOf(words: readonly string[]): string {
  return `one of ${words.join(', ')}`;
}
