import { shown, type HearsayError } from './domain/errors.ts';
import type { PolicyProfile } from './domain/policy.ts';
import { refusal, SETTINGS, type Environment, type LogLevel } from './settings.ts';

export type { LogLevel } from './settings.ts';

/** Which Neo4j keeps the graph, and how long it is waited for. */
export interface Neo4jConfig {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Null: the home database of the user. */
  readonly database: string | null;
  /** Within this many milliseconds a read answers or fails. */
  readonly deadlineMs: number;
  /** For this many milliseconds a write is tried before it fails. */
  readonly writeDeadlineMs: number;
}

/** The settings, parsed once at start. */
export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** The path of the SQLite file. It is not opened when there is a Neo4j. */
  readonly database: string;
  /** Null: the graph is kept in the file. */
  readonly neo4j: Neo4jConfig | null;
  /** The folder for what can be made anew from the store; null: that of the file. */
  readonly cache: string | null;
  readonly policy: PolicyProfile;
  readonly logLevel: LogLevel;
}

/** Settings that mean nothing without NEO4J_URL. Ignoring one would serve other data than was asked for. */
const OF_NEO4J = [
  'NEO4J_USER',
  'NEO4J_PASSWORD',
  'NEO4J_DATABASE',
  'HEARSAY_STORE_DEADLINE_MS',
  'HEARSAY_STORE_WRITE_DEADLINE_MS',
] as const;

/** What others call two of these settings. */
const MISNAMED: Readonly<Record<string, string>> = { NEO4J_URI: 'NEO4J_URL', NEO4J_USERNAME: 'NEO4J_USER' };

/** Reads the settings. Throws `SETTING_INVALID` for a wrong one, and for one that is not known. */
export function loadConfig(environment: Environment): Config {
  refuseUnknown(environment);
  return {
    port: SETTINGS.PORT('PORT', environment),
    host: SETTINGS.HOST('HOST', environment),
    database: SETTINGS.HEARSAY_DB('HEARSAY_DB', environment),
    neo4j: neo4jOf(environment),
    cache: SETTINGS.HEARSAY_CACHE('HEARSAY_CACHE', environment),
    policy: SETTINGS.HEARSAY_POLICY('HEARSAY_POLICY', environment),
    logLevel: SETTINGS.LOG_LEVEL('LOG_LEVEL', environment),
  };
}

/** Where the graph is kept, in words that hold no secret: the path of the file, or the address of the Neo4j. */
export function storeAddress({ database, neo4j }: Pick<Config, 'database' | 'neo4j'>): string {
  if (neo4j === null) return database;
  return neo4j.database === null ? neo4j.url : `${neo4j.url}, database ${neo4j.database}`;
}

/** The same environment with nothing in it about Neo4j, for whoever has named a file. */
export function withoutNeo4j(environment: Environment): Environment {
  const ofNeo4j: readonly string[] = ['NEO4J_URL', ...OF_NEO4J];
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ofNeo4j.includes(name)));
}

function neo4jOf(environment: Environment): Neo4jConfig | null {
  const url = SETTINGS.NEO4J_URL('NEO4J_URL', environment);
  if (url === undefined) {
    for (const name of OF_NEO4J) if (environment[name] !== undefined) throw withoutUrl(name);
    return null;
  }
  if (environment['NEO4J_PASSWORD'] === undefined) {
    throw refusal(
      'NEO4J_PASSWORD with NEO4J_URL, but it is not set',
      'There is no default password. A server without authentication takes any.',
    );
  }
  return {
    url,
    user: SETTINGS.NEO4J_USER('NEO4J_USER', environment),
    password: SETTINGS.NEO4J_PASSWORD('NEO4J_PASSWORD', environment),
    database: SETTINGS.NEO4J_DATABASE('NEO4J_DATABASE', environment),
    deadlineMs: SETTINGS.HEARSAY_STORE_DEADLINE_MS('HEARSAY_STORE_DEADLINE_MS', environment),
    writeDeadlineMs: SETTINGS.HEARSAY_STORE_WRITE_DEADLINE_MS('HEARSAY_STORE_WRITE_DEADLINE_MS', environment),
  };
}

function withoutUrl(name: string): HearsayError {
  return refusal(
    `${name} to be unset without NEO4J_URL, but it is set`,
    'Set NEO4J_URL to keep the graph in Neo4j, or unset this one to keep it in the file of HEARSAY_DB.',
  );
}

function refuseUnknown(environment: Environment): void {
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue;
    const meant = Object.hasOwn(MISNAMED, name) ? MISNAMED[name] : undefined;
    if (meant !== undefined) {
      throw refusal(
        `${name} to be unset, since there is no such setting, but it is set`,
        `It is called ${meant} here.`,
      );
    }
    if (name.startsWith('HEARSAY_') && !Object.hasOwn(SETTINGS, name)) {
      const known = Object.keys(SETTINGS).join(', ');
      throw refusal(
        `${name} to be unset, since there is no such setting, but got ${shown(value)}`,
        `The settings are ${known}.`,
      );
    }
  }
}
