import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What a column holds, as neo4j-admin names it. */
type ColumnType = 'string' | 'long' | 'double' | 'boolean' | 'string[]';

const TYPES: Readonly<Record<string, ColumnType>> = {
  reliability: 'double',
  confidence: 'double',
  citesHearsay: 'boolean',
  anonymousInsider: 'boolean',
  hard: 'boolean',
  held: 'boolean',
  isHandle: 'boolean',
  aliases: 'string[]',
  derivedFrom: 'string[]',
  basedOn: 'string[]',
  publishedDay: 'long',
  premieredDay: 'long',
  saidDay: 'long',
  firstDay: 'long',
  rank: 'long',
  showOpen: 'long',
  showCautious: 'long',
  showStrict: 'long',
  knownSince: 'long',
  episodes: 'long',
  billing: 'long',
  billingRank: 'long',
  step: 'long',
  independentSources: 'long',
  sequence: 'long',
  position: 'long',
  last: 'long',
  settled: 'long',
  version: 'long',
};

/** Nothing here has a semicolon in it. */
const BETWEEN_ITEMS = ';';
const BUFFER = 1_000_000;

export type CsvRecord = Readonly<Record<string, unknown>>;

/** Files for neo4j-admin, one for each kind of node and relationship; a kind begins with its first record. */
export interface CsvFiles {
  /** `key` is the property by which relationships find the node. */
  node(label: string, key: string | null, record: CsvRecord): void;
  relationship(type: string, from: End, to: End, record: CsvRecord): void;
  /** Writes what is left and gives the arguments of neo4j-admin. */
  close(): readonly string[];
}

/** One end of a relationship. */
export interface End {
  readonly label: string;
  readonly id: string;
}

interface CsvFile {
  readonly argument: string;
  readonly handle: number;
  readonly columns: readonly string[];
  pending: string;
}

/** Starts files in a folder. */
export function csvFiles(folder: string): CsvFiles {
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, CsvFile>();
  const begin = (name: string, argument: string, header: string, columns: readonly string[]): CsvFile => {
    const path = join(folder, `${name}.csv`);
    const file = { argument: `${argument}=${path}`, handle: openSync(path, 'w'), columns, pending: header };
    files.set(name, file);
    return file;
  };
  const add = (file: CsvFile, ends: string, record: CsvRecord): void => {
    const cells = file.columns.map((column) => cell(record[column]));
    file.pending += `${ends}${cells.join()}\n`;
    if (file.pending.length > BUFFER) flush(file);
  };
  return {
    node: (label, key, record) => {
      const file = files.get(label) ?? beginNodes(begin, label, key, record);
      add(file, '', record);
    },
    relationship: (type, from, to, record) => {
      const name = `${from.label}-${type}-${to.label}`;
      const file = files.get(name) ?? beginRelationships(begin, name, type, from, to, record);
      add(file, `${cell(from.id)},${cell(to.id)}${file.columns.length > 0 ? ',' : ''}`, record);
    },
    close: () =>
      [...files.values()].map((file) => {
        flush(file);
        closeSync(file.handle);
        return file.argument;
      }),
  };
}

type Begin = (name: string, argument: string, header: string, columns: readonly string[]) => CsvFile;

function beginNodes(begin: Begin, label: string, key: string | null, record: CsvRecord): CsvFile {
  const columns = Object.keys(record);
  const header = columns.map((column) => (column === key ? `${column}:ID(${label})` : typed(column, label)));
  return begin(label, `--nodes=${label}`, `${header.join()}\n`, columns);
}

function beginRelationships(
  begin: Begin,
  name: string,
  type: string,
  from: End,
  to: End,
  record: CsvRecord,
): CsvFile {
  const columns = Object.keys(record);
  const ends = [`:START_ID(${from.label})`, `:END_ID(${to.label})`];
  const header = [...ends, ...columns.map((column) => typed(column, type))];
  return begin(name, `--relationships=${type}`, `${header.join()}\n`, columns);
}

function typed(column: string, kind: string): string {
  // The names that a document lists are a list; a trigram's are counted.
  if (column === 'names') return `names:${kind === 'Trigram' ? 'long' : 'string[]'}`;
  return `${column}:${TYPES[column] ?? 'string'}`;
}

/** An empty list is left out like a null; who loads puts it back. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '' : quoted(value.join(BETWEEN_ITEMS));
  if (typeof value === 'string') return quoted(value);
  throw new Error(`Expected something for a cell, but got ${typeof value}`);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function flush(file: CsvFile): void {
  writeSync(file.handle, file.pending);
  file.pending = '';
}
