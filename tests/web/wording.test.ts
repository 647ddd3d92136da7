import { describe, expect, test } from 'vitest';
import { dateInWords, longBefore, percent, signed, whenInWords } from '../../src/web/page/figures.ts';
import { ignoranceInWords } from '../../src/words/ignorance.ts';
import { addressOf, inAskedOrder, questionIn, titleOf } from '../../src/web/page/question.ts';

describe('dates in words', () => {
  test.each([
    ['2022-04-29', 'on 29 April 2022'],
    ['2022-04', 'in April 2022'],
    ['2022', 'in 2022'],
    ['2022~', 'in about 2022'],
    ['2022-04?', 'in April 2022 (uncertain)'],
    ['201X', 'in the 2010s'],
    ['2022-21', 'in 2022-21'],
  ])('%s is read "%s"', (edtf, words) => {
    expect(whenInWords(edtf)).toBe(words);
  });

  test('what is not understood stays as it is', () => {
    expect(dateInWords('Y-17E7')).toBe('Y-17E7');
  });

  test.each([
    ['2022-04-29', '2023-04-01', null],
    ['2022-04-29', '2023-05-01', 'more than a year earlier'],
    ['2022-04-29', '2026-11-22', '4 years earlier'],
    ['2022-04-29', '2021', null],
  ])('%s is long before %s only from a year on', (earlier, asOf, words) => {
    expect(longBefore(earlier, asOf)).toBe(words);
  });
});

describe('how little is known', () => {
  test.each([
    [1, 'Nothing is known (ignorance 1.00 of 1)'],
    [0.6, 'Very little is known (ignorance 0.60 of 1)'],
    [0.49, 'Little is known (ignorance 0.49 of 1)'],
    [0.15, 'A fair amount is known (ignorance 0.15 of 1)'],
    [0.1, 'Much is known (ignorance 0.10 of 1)'],
  ])('%d has one name wherever it is shown', (ignorance, words) => {
    expect(ignoranceInWords(ignorance)).toBe(words);
  });
});

describe('numbers in words', () => {
  test.each([
    [0.0532, '5.3%'],
    [0.01, '1%'],
    [0.28, '28%'],
    [0.99, '99%'],
    [0.994, '99.4%'],
  ])('%d is %s', (probability, words) => {
    expect(percent(probability)).toBe(words);
  });

  test('carry their sign where they are added up', () => {
    expect([signed(-3.8918), signed(0.05)]).toEqual(['−3.892', '+0.050']);
  });
});

describe('the address of a question', () => {
  test.each([
    ['/?a=Ada+Quill&b=Ben+Ortiz', 'names'],
    ['/?a=person/ada-quill&b=@ben', 'an id and a handle, readable'],
    ['/?a=A%26B&b=C%3DD%23', 'letters that mean something in addresses'],
    ['/?a=Ada&b=Ben&kind=MARRIED&asOf=2022-04', 'a kind and a date'],
    ['/?a=Ada', 'one name'],
    ['/?a=Ada&kind=FRIENDS', 'one name and a kind'],
    ['/', 'nobody'],
  ])('%s says the same when read and written again: %s', (address) => {
    expect(addressOf(questionIn(address.slice(1)))).toBe(address);
  });

  test('takes one name in the second box for the only one, and an unknown kind for the usual one', () => {
    expect(questionIn('?a=&b=Ada&kind=WHATEVER&asOf=')).toEqual({
      a: 'Ada',
      b: '',
      kind: 'DATING',
      asOf: '',
    });
  });

  test('gives the window its title', () => {
    const question = questionIn('?a=person/ada&b=ben&kind=ENGAGED');
    expect(titleOf(question, ['Ada', 'Ben'])).toBe('Ada and Ben: engaged? · Hearsay');
    expect(titleOf({ ...question, b: '' }, ['Ada'])).toBe('Who is Ada engaged to? · Hearsay');
  });
});

describe('the order of the two', () => {
  const ada = { id: 'person/ada', name: 'Ada', handles: [{ name: 'ada.q' }] };
  const ben = { id: 'person/ben', name: 'Ben', handles: [] };

  test.each([
    ['Ben', 'Ada'],
    ['person/ben', 'an alias'],
    ['an alias', '@ADA.Q'],
  ])('is that of the question: %s and %s', (a, b) => {
    expect(inAskedOrder({ a, b, kind: 'DATING', asOf: '' }, [ada, ben])).toEqual([ben, ada]);
  });

  test('stays as answered where nothing tells', () => {
    expect(inAskedOrder({ a: 'one', b: 'other', kind: 'DATING', asOf: '' }, [ada, ben])).toEqual([ada, ben]);
  });
});
