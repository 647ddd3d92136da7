import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HearsayError } from '../../src/domain/errors.ts';
import { addYears, dateOfDay, middleDay, parseDate, parseInstant } from '../../src/domain/time.ts';

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof HearsayError ? `${error.code} ${String(error.hint !== null)}` : String(error);
  }
  return 'nothing thrown';
}

describe('parseDate', () => {
  test.each([
    ['2022-04-29', '2022-04-29', '2022-04-29'],
    ['2022-04', '2022-04-01', '2022-04-30'],
    ['2022', '2022-01-01', '2022-12-31'],
    ['2022~', '2022-01-01', '2022-12-31'],
    ['2022-04?', '2022-04-01', '2022-04-30'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['~2004', '2004-01-01', '2004-12-31'],
    ['2004-02-XX', '2004-02-01', '2004-02-29'],
  ])('reads %s', (text, first, last) => {
    const date = parseDate(text);
    expect([date.text, iso(date.firstDay), iso(date.lastDay)]).toEqual([text, first, last]);
  });
  test.each([
    '',
    ' ',
    'yesterday',
    '2022-13',
    '2022-02-30',
    '2022/2023',
    '../2023',
    '2023/..',
    '[2004,2005]',
    '2024-21',
    '20120',
    '20224',
    '99999',
    '1e9',
    'Y2012',
    '2012-1-1',
    '2022-04-29T16:09:00Z',
    'Y12345',
    '0000',
    '-0044',
    '0999',
    '29.4.2022',
    '２０２２',
    '2022-04-29 ',
    `2${'0'.repeat(50)}`,
  ])('refuses %j with a code and a hint', (text) => {
    expect(codeOf(() => parseDate(text))).toBe('INVALID_DATE true');
  });
  test('gives the same for the same text, however many others were read', () => {
    const first = parseDate('2001-02-03');
    for (let year = 1000; year < 9999; year += 1) parseDate(String(year));
    for (let day = 0; day < 2_000; day += 1) dateOfDay(day);
    expect(parseDate('2001-02-03')).toEqual(first);
  });
});

test('middleDay is halfway between the first and the last day', () => {
  expect(middleDay(parseDate('2022-04-29'))).toBe(parseDate('2022-04-29').firstDay);
  expect(middleDay(parseDate('2022-04'))).toBe(parseDate('2022-04-15').firstDay + 0.5);
});

test('dateOfDay undoes firstDay', () => {
  fc.assert(
    fc.property(fc.integer({ min: -350_000, max: 2_900_000 }), (day) => {
      expect(dateOfDay(day).firstDay).toBe(day);
    }),
  );
});

test('addYears keeps the calendar day', () => {
  expect(iso(addYears(parseDate('2004-03-08').firstDay, 18))).toBe('2022-03-08');
  expect(iso(addYears(parseDate('2004-02-29').firstDay, 18))).toBe('2022-03-01');
  expect(iso(addYears(parseDate('2004-02-29').firstDay, 20))).toBe('2024-02-29');
});

describe('parseInstant', () => {
  test.each([
    ['2022-04-29T16:09:00-04:00', '2022-04-29T20:09:00.000Z'],
    ['2022-04-29T16:09Z', '2022-04-29T16:09:00.000Z'],
    ['2022-04-29T16:09:00.123456Z', '2022-04-29T16:09:00.123Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('reads %s', (text, wanted) => {
    expect(parseInstant(text)).toBe(wanted);
  });
  test.each([
    '',
    '2022',
    '2022-04-29',
    '2022-04-29T16:09:00',
    '2022-02-30T00:00:00Z',
    '2022-13-01T00:00:00Z',
    '2022-04-29T25:00:00Z',
    '0000-01-01T00:00:00+23:00',
    'now',
  ])('refuses %j with a code and a hint', (text) => {
    expect(codeOf(() => parseInstant(text))).toBe('INVALID_INSTANT true');
  });
  test('keeps order as text', () => {
    const some = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [x, y] = [parseInstant(a.toISOString()), parseInstant(b.toISOString())];
        expect(x < y).toBe(a.getTime() < b.getTime());
      }),
    );
  });
});
