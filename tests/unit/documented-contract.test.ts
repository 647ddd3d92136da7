import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/graphql/limits.ts';

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

/** The members of a union of string literals, as the source has it. */
function union(path: string, type: string): readonly string[] {
  const body = new RegExp(`export type ${type} =([^;]+);`).exec(read(path))?.[1] ?? '';
  return [...body.matchAll(/'([A-Z_]+)'/g)].map((match) => match[1] ?? '');
}

describe('what clients rely on is written down', () => {
  const codes = [
    ...union('src/domain/errors.ts', 'ErrorCode'),
    ...union('src/graphql/errors.ts', 'RefusalCode'),
    ...union('src/http/reply.ts', 'HttpCode'),
  ];

  test('every code of an error', () => {
    expect(codes.length).toBeGreaterThan(30);
    const documented = read('docs/errors.md');
    expect(codes.filter((code) => !documented.includes(`\`${code}\``))).toEqual([]);
  });

  test('no code that is not there', () => {
    const graphqls = read('src/graphql/errors.ts');
    const documented = [...read('docs/errors.md').matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(
      (match) => match[1] ?? '',
    );
    expect(documented.filter((code) => !codes.includes(code) && !graphqls.includes(code))).toEqual([]);
  });

  test('every limit with its number', () => {
    const documented = read('docs/limits.md');
    const numbers = Object.values(LIMITS).map((limit) => limit.toLocaleString('en'));
    expect(numbers.filter((number) => !documented.includes(`| ${number} `))).toEqual([]);
  });

  test('every setting', () => {
    const documented = read('docs/configuration.md');
    const names = [...read('src/settings.ts').matchAll(/^ {2}([A-Z\d_]+): (?:setting|deadline)\(/gm)].map(
      (match) => match[1] ?? '',
    );
    expect(names).toEqual(expect.arrayContaining(['HEARSAY_DB', 'NEO4J_URL', 'HEARSAY_STORE_DEADLINE_MS']));
    expect(names.filter((name) => !documented.includes(`| \`${name}\``))).toEqual([]);
  });
});
