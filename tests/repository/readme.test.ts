import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ask } from '../support/graphql-client.ts';
import { startServer } from '../support/start-server.ts';

const readme = readFileSync('README.md', 'utf8');

function block(language: string): string {
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1];
  if (found === undefined) throw new Error(`Expected a ${language} block in README.md, but got none`);
  return found;
}

test('the query of the README gets the answer of the README', async () => {
  const server = await startServer(['seeds/heartstopper.yaml']);
  const { data } = await ask(server.base, block('graphql'));
  await server.stop();
  expect({ data }).toEqual(JSON.parse(block('json')));
});

test('every file that the README points at is there', () => {
  const targets = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] as string);
  expect(targets.length).toBeGreaterThan(10);
  expect(targets.filter((path) => !exists(path))).toEqual([]);
});

function exists(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EISDIR';
  }
}
