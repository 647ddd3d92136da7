import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGE, quoted } from '../../bench/measuring/quote.ts';
import { readResult } from '../../bench/measuring/result.ts';

test.each(['fold', 'ask'])('the page about performance quotes the last written result of %s', (name) => {
  expect(readFileSync(PAGE, 'utf8')).toContain(quoted(readResult(name)));
});
