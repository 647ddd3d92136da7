import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasDocker, isOurContainer, runContainer, stopContainer } from '../../scripts/neo4j/docker.ts';

// No engine runs where tests do. What is tested is which commands a client would be given, and what is made of its
// answers; a stand-in for the client writes them down.
const CLIENT = `#!/bin/sh
echo "$*" >> "$FAKE_DOCKER/calls"
case "$1" in
  info) [ -e "$FAKE_DOCKER/engine" ] ;;
  run) echo "$NEO4J_AUTH" > "$FAKE_DOCKER/auth"; echo abc123 ;;
  port) echo 127.0.0.1:49999 ;;
  inspect) cat "$FAKE_DOCKER/inspected" ;;
  stop) ;;
  *) exit 1 ;;
esac
`;

let folder: string;
const path = process.env['PATH'];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-docker-'));
  await writeFile(join(folder, 'docker'), CLIENT);
  await chmod(join(folder, 'docker'), 0o755);
  process.env['PATH'] = `${folder}${delimiter}${path ?? ''}`;
  process.env['FAKE_DOCKER'] = folder;
});
afterEach(async () => {
  process.env['PATH'] = path;
  delete process.env['FAKE_DOCKER'];
  await rm(folder, { recursive: true });
});

function calls(): Promise<string> {
  return readFile(join(folder, 'calls'), 'utf8');
}

test('a client without an engine is no Docker', async () => {
  expect(await hasDocker()).toBe(false);
  await writeFile(join(folder, 'engine'), '');
  expect(await hasDocker()).toBe(true);
});

test('a container gets a password by its environment, and is reached on this machine alone', async () => {
  const container = await runContainer(() => undefined);
  expect(container).toMatchObject({ id: 'abc123', url: 'bolt://127.0.0.1:49999' });
  expect(container.password).toMatch(/^[0-9a-f]{32}$/);
  expect(await readFile(join(folder, 'auth'), 'utf8')).toBe(`neo4j/${container.password}\n`);
  expect(await calls()).toContain('--publish 127.0.0.1::7687');
  expect(await calls()).not.toContain(container.password);
});

test('only a container that was started here and still runs is ours to stop', async () => {
  const answers = {
    'true started-by-npm-run-neo4j': true,
    'false started-by-npm-run-neo4j': false,
    'true ': false,
  };
  for (const [inspected, isOurs] of Object.entries(answers)) {
    await writeFile(join(folder, 'inspected'), `${inspected}\n`);
    expect(await isOurContainer('abc123')).toBe(isOurs);
  }
  await stopContainer('abc123');
  expect(await calls()).toMatch(/^stop --time 30 abc123$/m);
});
