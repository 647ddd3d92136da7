import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IS_DATING } from '../../src/cli/documents.ts';
import { widthOf } from '../../src/cli/terminal/text.ts';
import { hearsay } from './hearsay.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-serve-'));
const database = join(folder, 'hearsay.sqlite');

/** The command line in a process of its own, from the sources. */
function start(argv: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...argv], {
    env: { PATH, HEARSAY_DB: database, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A server and what it says until it listens. */
async function serve(): Promise<{ readonly child: ChildProcess; readonly banner: string }> {
  const child = start(['serve'], { PORT: '0' });
  const banner = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Ctrl-C')) resolve(said);
    });
    child.once('close', () => {
      reject(new Error(`Expected a banner, but got ${said}`));
    });
  });
  return { child, banner };
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a server on an empty store', () => {
  let child: ChildProcess | null = null;
  let banner = '';
  let url = '';
  beforeAll(async () => {
    ({ child, banner } = await serve());
    url = /http:\/\/localhost:\d+/.exec(banner)?.[0] ?? '';
  });
  afterAll(async () => {
    if (child === null) return;
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    expect((await closed)[0]).toBe(0);
  });

  test('loads the seeds that come with it, and says what is there', () => {
    expect(banner).toMatch(/^Hearsay is listening on http:\/\/localhost:\d+\n/);
    expect(banner).toMatch(/Loaded {3}[1-9]\d* people, /);
    expect(banner).toMatch(/First start: seeds\/.+ loaded\./);
    expect(banner).toContain(database);
  });

  test('gives a question to try that has an answer with a number', async () => {
    const query = /(\{ isDating\(.*?\} \} \})/s.exec(banner)?.[1] ?? '';
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(await response.json()).toMatchObject({
      data: { isDating: { confidence: expect.any(Number) as number, summary: expect.any(String) as string } },
    });
    const address = /(http\S+\?\S+)/.exec(banner)?.[1] ?? '';
    expect(new URL(address).searchParams.get('a')).not.toBe('');
  });

  test('is asked by the command line at the same time, with the same answer to the letter', async () => {
    const [, a = '', b = '', asOf = ''] =
      /isDating\(\s*a: "([^"]+)", b: "([^"]+)", asOf: "([^"]+)"/.exec(banner) ?? [];
    const knownAt = '2100-01-01T00:00:00.000Z';
    const variables = { a, b, asOf, knownAt };
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: print(IS_DATING), variables }),
    });
    const { out } = await hearsay(['ask', a, b, '--as-of', asOf, '--known-at', knownAt, '--json'], {
      env: { HEARSAY_DB: database },
    });
    expect(JSON.parse(out)).toEqual(await response.json());
  });

  test('keeps its port: a second one ends with one clear line, and makes no store', async () => {
    const other = join(folder, 'never', 'other.sqlite');
    const { exit, out, err } = await hearsay(['serve'], {
      env: { PORT: new URL(url).port, HEARSAY_DB: other },
    });
    expect({ exit, out }).toEqual({ exit: 8, out: '' });
    expect(err).toMatch(/^error PORT_IN_USE: [^\n]+\nhint: [^\n]+\n$/);
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });
});

describe('a server on a store with data', () => {
  test('loads nothing, and says what is there within the width of a terminal', async () => {
    const { child, banner } = await serve();
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    await closed;
    expect(banner).toMatch(/Loaded {3}[1-9]\d* people, /);
    expect(banner).not.toContain('First start');
    const lines = banner.split('\n').filter((line) => !line.includes('://') && !line.includes(folder));
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(80);
  });
});

describe('a reader that goes away', () => {
  test('ends the command quietly', async () => {
    const child = start(['claims', '--source', 'source/nobody', '--json'], {});
    let err = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.stdout?.destroy();
    const [code] = (await once(child, 'close')) as [number | null];
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('a server that cannot start', () => {
  test.each([
    [
      'a folder that is a file',
      { HEARSAY_DB: 'package.json/hearsay.sqlite', PORT: '0' },
      7,
      'STORE_UNWRITABLE',
    ],
    ['a store that is none', { HEARSAY_DB: 'package.json', PORT: '0' }, 7, 'STORE_CORRUPT'],
    ['a port that is none', { HEARSAY_DB: database, PORT: 'http' }, 8, 'SETTING_INVALID'],
    ['an address that is not ours', { HEARSAY_DB: database, HOST: '192.0.2.1' }, 8, 'SETTING_INVALID'],
    ['a setting that is not known', { HEARSAY_DB: database, HEARSAY_DATABASE: 'x' }, 8, 'SETTING_INVALID'],
  ])('says so in one line: %s', async (_, env, exit, code) => {
    const ran = await hearsay(['serve'], { env });
    expect(ran).toMatchObject({ exit, out: '' });
    expect(ran.err).toMatch(new RegExp(`^error ${code}: [^\\n]+\\nhint: [^\\n]+\\n$`));
  });
});
