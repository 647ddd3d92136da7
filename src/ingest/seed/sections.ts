import { shown } from '../../domain/errors.ts';
import { KEYS_WANTED } from './fields.ts';
import type { Mistakes } from './mistakes.ts';
import { KEYED_SECTIONS, LISTED_SECTIONS, SECTIONS, type Section, type Written } from './schema.ts';
import { noteUnknownKey, readShape } from './shape.ts';
import type { Path } from './yaml-source.ts';

/** One record of a file: where it stands, its key (a list's index), and what it says unless it is malformed. */
export interface SeedRecord<S extends Section> {
  readonly path: Path;
  readonly key: string;
  /** As it stands in the file, whatever it is. */
  readonly raw: unknown;
  readonly written: Written<S> | null;
}

/** All records of a file by section. */
export type SeedRecords = { readonly [S in Section]: readonly SeedRecord<S>[] };

const ROOT_KEYS = `${KEYS_WANTED}${['version', ...KEYED_SECTIONS, ...LISTED_SECTIONS].join(', ')}`;

/** Takes a file apart into records, each read on its own, so that one mistake does not hide the next. */
export function readSections(data: unknown, mistakes: Mistakes): SeedRecords {
  if (!isMapping(data)) {
    mistakes.add([], `Expected ${ROOT_KEYS}, but got ${data === null ? 'nothing' : shown(data)}`);
    return { people: [], works: [], sources: [], documents: [], evidence: [], credits: [], claims: [] };
  }
  const known: readonly string[] = ['version', ...KEYED_SECTIONS, ...LISTED_SECTIONS];
  for (const key of Object.keys(data)) {
    if (!known.includes(key)) noteUnknownKey(key, ROOT_KEYS, [key], mistakes);
  }
  if (data['version'] !== undefined && data['version'] !== 1) {
    mistakes.add(['version'], `Expected version 1, but got ${shown(data['version'])}`);
  }
  return {
    people: keyedRecords('people', data, mistakes),
    works: keyedRecords('works', data, mistakes),
    sources: keyedRecords('sources', data, mistakes),
    documents: keyedRecords('documents', data, mistakes),
    evidence: keyedRecords('evidence', data, mistakes),
    credits: listedRecords('credits', data, mistakes),
    claims: listedRecords('claims', data, mistakes),
  };
}

function keyedRecords<S extends Section>(
  section: S,
  data: Readonly<Record<string, unknown>>,
  mistakes: Mistakes,
): readonly SeedRecord<S>[] {
  const records = data[section] ?? {};
  if (!isMapping(records)) {
    mistakes.add([section], `Expected ${section} by key, but got ${shown(records)}`);
    return [];
  }
  return Object.entries(records).map(([key, value]) =>
    recordOf(section, [section, key], key, value, mistakes),
  );
}

function listedRecords<S extends Section>(
  section: S,
  data: Readonly<Record<string, unknown>>,
  mistakes: Mistakes,
): readonly SeedRecord<S>[] {
  const records = data[section] ?? [];
  if (!Array.isArray(records)) {
    mistakes.add([section], `Expected a list of ${section}, but got ${shown(records)}`);
    return [];
  }
  return records.map((value: unknown, index) =>
    recordOf(section, [section, index], String(index), value, mistakes),
  );
}

function recordOf<S extends Section>(
  section: S,
  path: Path,
  key: string,
  value: unknown,
  mistakes: Mistakes,
): SeedRecord<S> {
  // The schema of a section reads exactly what its records are written as.
  return {
    path,
    key,
    raw: value,
    written: readShape(SECTIONS[section], value, path, mistakes) as Written<S> | null,
  };
}

/** True for what YAML calls a mapping. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
