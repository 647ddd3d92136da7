import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluatePair } from '../../../src/domain/confidence/evaluate-pair.ts';
import { asked, worldOf, X } from './worlds.ts';

test('the example in docs/confidence.md is what the engine computes', () => {
  const verdict = evaluatePair(
    asked(),
    worldOf([
      { by: 'magazine', on: '2024-05-02' },
      { by: 'tabloid', on: '2024-05-22' },
      { by: 'gazette', on: '2024-05-30', via: ['tabloid'] },
      { by: 'paper', stance: 'DENIES', modality: 'CONFIRMED', on: '2024-05-12', onRecord: X },
    ]),
  );
  const text = readFileSync(new URL('../../../docs/confidence.md', import.meta.url), 'utf8');
  const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
  for (const { contribution } of verdict.explanation?.terms ?? [])
    expect(text).toContain(signed(contribution));
  expect(text).toContain(`**${signed(verdict.explanation?.logOdds ?? 0)}**`);
  expect(text).toContain(`= ${(verdict.confidence ?? 0).toFixed(3).slice(1)}`);
  expect(verdict).toMatchObject({ status: 'DENIED', answer: 'PROBABLY_NOT', independentSources: 2 });
  expect(verdict.explanation?.caps).toEqual([]);
});
