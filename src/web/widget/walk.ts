import type { Line, Placed } from './views.ts';

const WAYS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};
/** Who has no line to the one who has the focus counts as this many times as far away. */
const STRANGER = 1.6;

/** True for the keys that walk. */
export function isWay(key: string): boolean {
  return key in WAYS;
}

/**
 * Who is next in the direction of an arrow key: the nearest within 60° to both sides of it, neighbours by a line
 * before others. Null where nobody is.
 */
export function nextPerson(
  from: Placed,
  key: string,
  people: readonly Placed[],
  lines: readonly Line[],
): Placed | null {
  const [dx, dy] = WAYS[key] ?? [0, 0];
  const joined = (id: string): boolean =>
    lines.some(({ a, b }) => (a === from.id && b === id) || (b === from.id && a === id));
  let best: Placed | null = null;
  let least = Infinity;
  for (const person of people) {
    const [x, y] = [person.x - from.x, person.y - from.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (person === from || ahead <= 0 || aside > ahead * 1.75) continue;
    const far = (ahead + 2 * aside) * (joined(person.id) ? 1 : STRANGER);
    if (far < least) [best, least] = [person, far];
  }
  return best;
}

/** A line between two people, which bends to one side by so much. */
export function pathOf({ a, b }: Line, people: ReadonlyMap<string, Placed>, bend: number): string {
  const [from, to] = [people.get(a), people.get(b)];
  if (from === undefined || to === undefined) return '';
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const [bx, by] = [((from.y - to.y) / length) * bend, ((to.x - from.x) / length) * bend];
  return `M${from.x} ${from.y}Q${x + bx} ${y + by} ${to.x} ${to.y}`;
}
