import Database from 'better-sqlite3';
import { asStoreError } from './faults.ts';

/** An SQL statement with the name it is counted by. */
export interface Statement {
  readonly name: string;
  readonly sql: string;
}

/** Names a statement; the name goes into the text as well, for whoever reads a trace. */
export function statement(name: string, sql: string): Statement {
  return { name, sql: `/* ${name} */ ${sql}` };
}

export type Value = string | number | Uint8Array | null;
export type Parameters = Readonly<Record<string, Value>>;

/** Told the name of each statement that a read executes, so that tests can count them. */
export type OnStatement = (name: string) => void;

/** One connection to the file: prepared statements by name, rows still unparsed. */
export interface Connection {
  all(statement: Statement, parameters: Parameters): readonly unknown[];
  get(statement: Statement, parameters: Parameters): unknown;
  run(statement: Statement, parameters: Parameters): void;
  /** Runs SQL text that takes no parameters. */
  exec(sql: string): void;
  /** What a pragma says. */
  pragma(text: string): unknown;
  /** Runs `body` so that it reads one state of the data throughout. */
  snapshot<T>(body: () => T): T;
  /** Runs `body` in a write transaction, or in a savepoint when one is open: whole or not at all. */
  write<T>(body: () => T): T;
  close(): void;
}

/** How long a statement waits for another process's write. */
const BUSY_TIMEOUT_MS = 5_000;

/** Which file a connection is to. */
export interface Target {
  readonly path: string;
  /** The pages of 4 KB that the file may grow to; null leaves it to the disk. */
  readonly maxPages: number | null;
}

/** Opens an existing or new file with the settings that every connection needs. Throws STORE_… errors. */
export function connect({ path, maxPages }: Target, onStatement: OnStatement = () => undefined): Connection {
  return guarded(() => {
    const db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
    db.pragma('journal_mode = WAL');
    // FULL: an acknowledged claim survives a power cut, not only a killed process. It is per connection.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    if (maxPages !== null) db.pragma(`max_page_count = ${maxPages}`);
    return wrap(db, onStatement);
  });
}

/** Runs `body`, turning the database's own errors into HearsayErrors. */
export function guarded<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    throw asStoreError(error);
  }
}

function wrap(db: Database.Database, onStatement: OnStatement): Connection {
  const prepared = new Map<string, Database.Statement>();
  const prepare = (statement: Statement): Database.Statement => {
    onStatement(statement.name);
    const known = prepared.get(statement.name);
    if (known !== undefined) return known;
    const fresh = db.prepare(statement.sql);
    prepared.set(statement.name, fresh);
    return fresh;
  };
  // better-sqlite3 makes a savepoint of a transaction inside a transaction.
  const transaction = db.transaction((body: () => unknown) => body());
  return {
    all: (statement, parameters) => guarded(() => prepare(statement).all(parameters)),
    get: (statement, parameters) => guarded(() => prepare(statement).get(parameters)),
    run: (statement, parameters) => {
      guarded(() => void prepare(statement).run(parameters));
    },
    exec: (sql) => {
      guarded(() => void db.exec(sql));
    },
    pragma: (text) => guarded(() => db.pragma(text)),
    snapshot: (body) => guarded(() => transaction.deferred(body) as ReturnType<typeof body>),
    write: (body) => guarded(() => transaction.immediate(body) as ReturnType<typeof body>),
    close: () => {
      guarded(() => void db.close());
    },
  };
}
