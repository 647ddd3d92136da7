import { describe, expect, test } from 'vitest';
import {
  layOutCostars,
  MAX_LABELS,
  type CostarLayout,
  type LayoutEdge,
  type LayoutPerson,
} from '../../../src/application/layout/costar-layout.ts';
import { cutToWidth, textWidth } from '../../../src/application/layout/text-width.ts';

const GIVEN = ['Ann', 'Benedict', 'Maximiliano José', 'Никита', '周潤發', '봉준호', 'عمر', 'Γιώργος'];
const FAMILY = ['Lee', 'Featherstonehaugh', 'Fitzwilliam-Cholmondeley', 'O’Brien', 'Михалков'];

/** A crowd around one root; everybody in a clique shares a work with everybody else. */
function crowd(size: number, shape: 'star' | 'clique'): [LayoutPerson[], LayoutEdge[]] {
  const people = Array.from({ length: size + 1 }, (_, index) => ({
    id: `person/p${index}`,
    name: `${GIVEN[index % GIVEN.length]} ${FAMILY[index % FAMILY.length]}`,
    depth: index === 0 ? 0 : 1,
    sharedWorks: index === 0 ? 0 : 1 + (index % 5),
  }));
  const edges = people.flatMap(({ id }, index) =>
    people
      .slice(0, shape === 'star' ? Math.min(index, 1) : index)
      .map((other) => ({ a: other.id, b: id, sharedWorks: 1 + (index % 3) })),
  );
  return [people, edges];
}

interface Box {
  readonly of: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxesOf({ people }: CostarLayout): readonly Box[] {
  return people.flatMap(({ id, x, y, radius, label }) => [
    { of: id, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius },
    ...(label === null
      ? []
      : [
          {
            of: id,
            left: x - label.width / 2,
            right: x + label.width / 2,
            top: label.top,
            bottom: label.top + label.height,
          },
        ]),
  ]);
}

function overlaps(layout: CostarLayout): readonly string[] {
  const boxes = boxesOf(layout);
  return boxes.flatMap((one, index) =>
    boxes
      .slice(0, index)
      .filter(
        (other) =>
          other.of !== one.of &&
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other) => `${one.of} over ${other.of}`),
  );
}

describe.each(['star', 'clique'] as const)('a %s', (shape) => {
  test.each([0, 1, 2, 7, 25, 60])(
    'of %i co-stars has every name beside its point and none over another',
    (size) => {
      const layout = layOutCostars(...crowd(size, shape));
      expect(layout.people.filter(({ label }) => label === null)).toEqual([]);
      expect(overlaps(layout)).toEqual([]);
    },
  );

  test('of 150 has the names of those who are connected best, and none over another', () => {
    const [people, edges] = crowd(150, shape);
    const layout = layOutCostars(people, edges);
    expect(overlaps(layout)).toEqual([]);
    expect(layout.people.filter(({ label }) => label !== null)).toHaveLength(MAX_LABELS + 1);
    expect(layout.people[0]?.label?.text).toBe('Ann Lee');
  });

  test('lies within its frame', () => {
    const layout = layOutCostars(...crowd(60, shape));
    for (const { left, right, top, bottom } of boxesOf(layout)) {
      expect(Math.min(left, top)).toBeGreaterThan(0);
      expect(right).toBeLessThan(layout.width);
      expect(bottom).toBeLessThan(layout.height);
    }
  });

  test('is the same every time, in whichever order its edges come', () => {
    const [people, edges] = crowd(40, shape);
    const layout = layOutCostars(people, edges);
    expect(layOutCostars(people, edges)).toEqual(layout);
    expect(layOutCostars(people, [...edges].reverse())).toEqual(layout);
  });
});

test('a crowd of 150 without any edge is laid out too', () => {
  expect(overlaps(layOutCostars(crowd(150, 'star')[0], []))).toEqual([]);
});

describe('the width of a text', () => {
  test.each([
    ['Éva', 'Eva'],
    ['Zoë', 'Zoe'],
  ])('is that of its base letters: %s', (accented, plain) => {
    expect(textWidth(accented, 10)).toBe(textWidth(plain, 10));
  });

  test('counts a square for each sign of East Asia', () => {
    expect(textWidth('周潤發', 20)).toBe(60);
    expect(textWidth('봉준호', 20)).toBe(60);
    expect(textWidth('のん', 20)).toBe(40);
  });

  test('bounds what is kept of a text, and letters stay whole', () => {
    const family = '👩‍👩‍👧‍👦';
    const cut = cutToWidth(`${family}${'W'.repeat(200)}`, 13, 150);
    expect(textWidth(cut, 13)).toBeLessThanOrEqual(150);
    expect(cut.startsWith(`${family}W`)).toBe(true);
    expect(cut.endsWith('…')).toBe(true);
    expect(cutToWidth(family.repeat(9), 13, 40).replaceAll(family, '')).toBe('…');
    expect(cutToWidth('Ann Lee', 13, 150)).toBe('Ann Lee');
  });
});
