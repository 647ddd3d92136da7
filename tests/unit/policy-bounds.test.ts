import { expect, test } from 'vitest';
import { ALWAYS, showableFrom } from '../../src/domain/policy.ts';
import { parseDate } from '../../src/domain/time.ts';
import { claim, document, person, source } from '../support/builders.ts';

const outlet = source('outlet');
const adult = person('adult', 'Adult', { birthDate: parseDate('1990-05-10') });
const other = person('other', 'Other', { birthDate: parseDate('1985-01-01') });
const people = new Map([adult, other].map((one) => [one.id, { person: one, knownSince: null }]));
const eighteenth = parseDate('2008-05-10').firstDay;

function shownFrom(on: string, about: Parameters<typeof claim>[1], rest: Parameters<typeof claim>[3] = {}) {
  const said = document('d', outlet, { published: parseDate(on) });
  const voices = { documents: new Map([[said.id, said]]), sources: new Map([[outlet.id, outlet]]) };
  return showableFrom(claim('c', about, said, rest), people, voices, 'cautious');
}

test('a claim of the eighteenth birthday itself may be shown, one of the day before may not', () => {
  expect(shownFrom('2008-05-10', [adult, other])).toBe(eighteenth);
  expect(shownFrom('2008-05-09', [adult, other])).toBeNull();
});

test('that somebody is single names one person, and is shown by that one’s age', () => {
  expect(shownFrom('2020-01-01', [adult, null], { kind: 'SINGLE' })).toBe(eighteenth);
  expect(shownFrom('2020-01-01', [adult, other], { kind: 'FRIENDS' })).toBe(ALWAYS);
});
