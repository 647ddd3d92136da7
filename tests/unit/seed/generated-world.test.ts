import { describe, expect, test } from 'vitest';
import { generateSeed } from '../../worlds/generate-seed.ts';
import { fileText, load } from './written.ts';

const SEEDS = Array.from({ length: 25 }, (_, index) => index * 7919 + 1);

describe('a generated world', () => {
  test.each(SEEDS)('%i loads', (seed) => {
    const { yaml, names } = generateSeed(seed);
    const change = load(yaml);
    expect(change.people.map(({ name }) => name)).toEqual([
      names.single.name,
      names.friend.name,
      names.rumored.name,
      names.creator.name,
    ]);
    expect(change.claims.length).toBeGreaterThan(10);
  });

  test('is the same for the same number and another for another', () => {
    expect(generateSeed(1)).toEqual(generateSeed(1));
    expect(generateSeed(1).yaml).not.toBe(generateSeed(2).yaml);
  });

  test('shares no name with the first seed', () => {
    const first = load(fileText('seeds/heartstopper.yaml'));
    const words = [...first.people, ...first.sources, ...first.characters].flatMap(({ name }) =>
      name.split(' ').filter((word) => /^[A-Z]/.test(word)),
    );
    const { yaml } = generateSeed(3);
    expect(words.filter((word) => new RegExp(`\\b${word}\\b`).test(yaml))).toEqual([]);
  });
});
