import { describe, expect, test } from 'vitest';
import { readSeed } from '../../../src/ingest/seed/load.ts';
import { seedJsonSchema } from '../../../src/ingest/seed/schema.ts';
import { fileText, load, recording, testedExample } from './written.ts';

test('the JSON Schema beside the seeds is up to date (npx tsx scripts/seed-schema.ts)', () => {
  expect(JSON.parse(fileText('seeds/seed.schema.json'))).toEqual(JSON.parse(seedJsonSchema()));
});

test('every field in the JSON Schema of a claim is described in the documentation', () => {
  const schema: unknown = JSON.parse(seedJsonSchema());
  const documentation = fileText('docs/seed-format.md');
  const missing = [...fieldsIn(schema)].filter((field) => !new RegExp(`\\b${field}\\b`).test(documentation));
  expect(missing).toEqual([]);
});

function fieldsIn(schema: unknown): Set<string> {
  if (typeof schema !== 'object' || schema === null) return new Set();
  const properties = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return new Set([...properties, ...Object.values(schema).flatMap((part) => [...fieldsIn(part)])]);
}

describe('the worked example of the documentation', () => {
  test('loads, stands on its own and says what the text beside it says', () => {
    const { change, outside } = readSeed(testedExample('docs/seed-format.md', 0), 'example.yaml', recording);
    expect(outside).toEqual([]);
    expect(change.claims.map(({ kind, stance }) => `${stance} ${kind}`)).toEqual([
      'SUPPORTS DATING',
      'SUPPORTS FRIENDS',
      'DENIES DATING',
    ]);
  });
});

test('the first seed names its schema, and every address in it is one that its sources give', () => {
  const text = fileText('seeds/heartstopper.yaml');
  expect(text.startsWith('# yaml-language-server: $schema=./seed.schema.json\n')).toBe(true);
  const { documents, evidence, claims } = load(text);
  const addresses = [...documents, ...evidence].flatMap(({ url }) => url ?? []);
  expect(addresses).toHaveLength(4);
  expect(
    claims.every(({ locator, quote }) => /^p\d+$/.test(locator ?? '') && (quote?.length ?? 0) < 70),
  ).toBe(true);
});
