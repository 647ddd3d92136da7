/**
 * How many insertions, deletions, substitutions and swaps of neighbours turn `a` into `b` (optimal string
 * alignment, Damerau 1964); Infinity as soon as it must be more than `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      current.push(cheapest(a, b, row, column, current, last, before));
    }
    if (Math.min(...current) > most) return Infinity;
    before = last;
    last = current;
  }
  const distance = last[b.length] ?? Infinity;
  return distance > most ? Infinity : distance;
}

function cheapest(
  a: string,
  b: string,
  row: number,
  column: number,
  current: readonly number[],
  last: readonly number[],
  before: readonly number[],
): number {
  const same = a[row - 1] === b[column - 1] ? 0 : 1;
  const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return Math.min(
    (current[column - 1] ?? Infinity) + 1,
    (last[column] ?? Infinity) + 1,
    (last[column - 1] ?? Infinity) + same,
    swapped ? (before[column - 2] ?? Infinity) + 1 : Infinity,
  );
}
