import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const run = promisify(execFile);

let house: string;
beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), 'hearsay-house-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    await copyFile(file, join(house, file));
  await symlink(resolve('node_modules'), join(house, 'node_modules'));
});
afterEach(() => rm(house, { recursive: true }));

async function brokenRules(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(house, path)), { recursive: true });
    await writeFile(join(house, path), text);
  }
  const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = await run(
    process.execPath,
    [cruiser, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', '--no-cache'],
    { cwd: house },
  ).catch((error: unknown) => error as { stdout: string });
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return summary.violations.map((violation) => violation.rule.name);
}

test.each([
  ['domain', 'ports'],
  ['application', 'graphql'],
  ['ports', 'application'],
  ['stores', 'application'],
  ['graphql', 'stores'],
  ['http', 'stores'],
  ['ingest', 'graphql'],
  ['web', 'domain'],
])('an arrow from %s to %s is refused', async (from, to) => {
  const broken = await brokenRules({
    [`src/${to}/b.ts`]: 'export const b = 1;\n',
    [`src/${from}/a.ts`]: `export { b } from '../${to}/b.ts';\n`,
  });
  expect(broken).toEqual([expect.stringMatching(`^${from}-imports-only`)]);
});

test('the domain may not read files', async () => {
  expect(await brokenRules({ 'src/domain/a.ts': "export { readFileSync } from 'node:fs';\n" })).toEqual([
    'domain-is-pure',
  ]);
});

test('an arrow that the table has is accepted', async () => {
  expect(
    await brokenRules({
      'src/domain/b.ts': 'export const b = 1;\n',
      'src/application/a.ts': "export { b } from '../domain/b.ts';\n",
    }),
  ).toEqual([]);
});

test('every folder of src is in the table', async () => {
  const table = await readFile('docs/architecture.md', 'utf8');
  const { stdout } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src']);
  const folders = new Set(
    stdout
      .split('\n')
      .filter((path) => path.split('/').length > 2)
      .map((path) => path.split('/')[1] as string),
  );
  expect([...folders].filter((folder) => !table.includes(`\`src/${folder}/`))).toEqual([]);
});
