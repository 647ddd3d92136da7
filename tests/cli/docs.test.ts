import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { EXIT_MEANINGS } from '../../src/cli/exit-codes.ts';
import { hearsay } from './hearsay.ts';

const DOCS = 'docs/cli.md';
const text = readFileSync(DOCS, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'hearsay-docs-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The words of a command line; double quotes keep blanks. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}

/** What a terminal shows for a command line. */
async function session(line: string, input: string): Promise<string> {
  const argv = words(line.replace(/ < \S+$/, '')).slice(1);
  const { exit, out, err } = await hearsay(argv, {
    env: { HEARSAY_DB: join(folder, 'docs.sqlite'), LANG: 'C.UTF-8' },
    input,
    now: '2026-11-22T12:00:00Z',
  });
  return `$ ${line}\n${out}${err}${exit === 0 ? '' : `[exit code ${exit}]\n`}`;
}

/** The document with what its commands print now. What is read from standard input comes from the block above. */
async function rerun(): Promise<string> {
  let input = '';
  let result = '';
  for (const part of text.split(/(?<=^```\n)|(?=^```(?:console|yaml|json)\n)/m)) {
    const [, language, body = ''] = /^```(console|yaml|json)\n(.*)```\n$/s.exec(part) ?? [];
    if (language === 'yaml' || language === 'json') input = body;
    const lines = body.split('\n').flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : []));
    if (language === 'console') {
      const sessions: string[] = [];
      for (const line of lines) sessions.push(await session(line, input));
      result += `\`\`\`console\n${sessions.join('\n')}\`\`\`\n`;
    } else {
      result += part;
    }
  }
  return result;
}

describe('docs/cli.md', () => {
  test('shows what the commands print', async () => {
    await expect(await rerun()).toMatchFileSnapshot(`../../${DOCS}`);
  });

  test('lists the exit codes', () => {
    const rows = [...text.matchAll(/^\| (\d) +\| (.*?) +\|$/gm)].map(([, code, meaning]) => [
      Number(code),
      meaning,
    ]);
    expect(rows).toEqual(EXIT_MEANINGS);
  });

  test('has a section for every command', async () => {
    const { out } = await hearsay(['--help']);
    const commands = /Commands:\n(.*?)\n\n/s.exec(out)?.[1] ?? '';
    const names = [...commands.matchAll(/^ {2}([a-z]+)/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== 'help');
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(text).toMatch(new RegExp(`^## ${name}`, 'm'));
  });
});
