import { expect, test } from 'vitest';
import { isPlainText } from '../../src/domain/plain-text.ts';

test.each(['they are dating', 'Zoë & 李', '👩‍❤️‍👩', 'نامه‌ای', ''])('%j is plain', (text) => {
  expect(isPlainText(text)).toBe(true);
});

test.each([
  'a\u0000b',
  'a\nb',
  'a\u202eb',
  'a\u2067b',
  'a\u200bb',
  '\ufeffa',
  'a\ud800b',
  'a\u2028b',
  'a\u0085b',
])('%j is not', (text) => {
  expect(isPlainText(text)).toBe(false);
});
