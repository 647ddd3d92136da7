import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXIT, exitCodeOf } from '../../src/cli/exit-codes.ts';
import { hearsay } from './hearsay.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-process-'));
const env = { HEARSAY_DB: join(folder, 'pier.sqlite') };

beforeAll(async () => {
  expect(await hearsay(['seed', 'tests/cli/worlds/pier.yaml'], { env })).toMatchObject({ exit: 0 });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a refusal while another look-up is under way is told, and ends the process as it should', () => {
  const { PATH = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', 'record', '-'],
    {
      env: { PATH, ...env },
      encoding: 'utf8',
      input: 'kind: DATING\npeople: [Ada Ahs, Bo Brich]\nmodality: REPORTED\ndocument: document/gazette-1\n',
    },
  );
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toMatch(/^error NOT_FOUND: .*people\[\d\].*\nhint: .*\n$/);
});

test('a request that is refused for its size is a misuse, not a defect', () => {
  expect(['QUERY_TOO_COSTLY', 'TOO_MANY_ALIASES'].map(exitCodeOf)).toEqual([EXIT.USAGE, EXIT.USAGE]);
  expect(exitCodeOf('GRAPHQL_VALIDATION_FAILED')).toBe(EXIT.INTERNAL);
});
