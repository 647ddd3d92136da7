import { expect, test } from 'vitest';
import type { InputRecord } from '../../src/application/import-format.ts';
import { csvRecords } from '../../src/ingest/reading/csv.ts';

const line = (text: string, at: number): InputRecord => ({ line: at + 1, text, fault: null });

async function recordsOf(lines: readonly string[], maxLength: number): Promise<readonly InputRecord[]> {
  const records: InputRecord[] = [];
  const groups = (async function* () {
    await Promise.resolve();
    yield lines.map(line);
  })();
  for await (const group of csvRecords(groups, maxLength)) records.push(...group);
  return records;
}

test('a quoted field may span lines', async () => {
  const read = await recordsOf(['a,"b', '""c', 'd",e', 'f'], 100);
  expect(read.map(({ line: at, text, fault }) => [at, text, fault])).toEqual([
    [1, 'a,"b\n""c\nd",e', null],
    [4, 'f', null],
  ]);
});

test('a quote that never ends takes one record with it, up to what a record may be', async () => {
  const read = await recordsOf(['ok', '"', ...Array.from({ length: 20 }, () => 'a'), 'last'], 30);
  expect(read.filter(({ fault }) => fault !== null).map(({ line: at }) => at)).toEqual([2]);
  expect(read.at(-1)?.text).toBe('last');
  const open = await recordsOf(['ok', '"', ...Array.from({ length: 5_000 }, () => 'a')], 1_000_000);
  expect(open.map(({ fault }) => fault)).toEqual([null, expect.stringContaining('end of the file')]);
  expect(open[1]?.text.length).toBeLessThan(2_001);
});

test('each line is looked at once, however many a field spans', async () => {
  let looks = 0;
  const lines = Array.from({ length: 2_000 }, (_, at) => (at === 0 ? '"' : 'a'));
  const counted = lines.map((text, at) => ({
    ...line(text, at),
    get text() {
      looks += 1;
      return text;
    },
  }));
  const groups = (async function* () {
    await Promise.resolve();
    yield counted;
  })();
  for await (const group of csvRecords(groups, 1_000_000)) expect(group).toHaveLength(1);
  expect(looks).toBeLessThan(3 * lines.length);
});
