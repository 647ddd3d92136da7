import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const NAMING_KEYS = ['name', 'title', 'aliases', 'handles', 'key', 'id', 'url'];

/** Every name, title, alias, handle and key in a seed, at any depth. */
function namesIn(value: unknown, naming = false): string[] {
  if (typeof value === 'string') return naming ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => namesIn(item, naming));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => namesIn(part, NAMING_KEYS.includes(key)));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

// Names of one common word ("fans") say nothing about an article.
const isTelling = (name: string): boolean =>
  name.length > 5 && (/\s|[A-Z].*[A-Z]|[-.\d]/.test(name) || name.length > 8);

const names = [
  ...new Set(
    readdirSync('seeds')
      .filter((file) => file.endsWith('.yaml'))
      .flatMap((file) => namesIn(parse(readFileSync(join('seeds', file), 'utf8'))))
      .filter(isTelling)
      .map((name) => name.toLowerCase()),
  ),
];

// The importer of a dataset names who publishes it, whoever else cites them.
const PUBLISHERS = ['src/ingest/films/format.ts: wikipedia'];

test('no name from the seeds occurs in the code', () => {
  expect(names.length).toBeGreaterThan(8);
  const found = filesBelow('src').flatMap((file) => {
    const text = readFileSync(file, 'utf8').toLowerCase();
    return names.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`);
  });
  expect(found.filter((each) => !PUBLISHERS.includes(each))).toEqual([]);
});
