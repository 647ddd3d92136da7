import type { Force, SimulationNodeDatum } from 'd3-force';

/** A box around a point: it reaches as far to the left as to the right, but not as far up as down. */
export interface Rectangle {
  x: number;
  y: number;
  readonly halfWidth: number;
  readonly above: number;
  readonly below: number;
  /** Set for a point that does not move. */
  readonly fx?: number | null | undefined;
}

/** Empty space that stays between two boxes once they are separated; rounding takes at most a tenth of it. */
const CLEARANCE = 1;
/** Boxes that are moved apart go this much further than they must, so that a crowd comes to rest after a few passes. */
const MORE = 2;
/** Boxes move apart sideways even where up or down is a little shorter: pictures are wider than high. */
const WIDER = 2.2;
/** Passes after which boxes have always been apart in practice: 200 people need about 100. */
const MOST_PASSES = 2_000;

/** A force of d3-force that moves boxes which overlap half of the way apart at each step. */
export function keepRectanglesApart<Point extends Rectangle & SimulationNodeDatum>(): Force<
  Point,
  undefined
> {
  let points: readonly Point[] = [];
  const force = (): void => {
    pushAll(points, 0.5, 0);
  };
  return Object.assign(force, {
    initialize: (given: Point[]) => {
      points = given;
    },
  });
}

/** Moves boxes until no two overlap. The plane is without borders, so that there is always room. */
export function separate(points: readonly Rectangle[]): void {
  for (let pass = 0; pass < MOST_PASSES; pass += 1) if (!pushAll(points, 1, MORE)) return;
}

function pushAll(points: readonly Rectangle[], part: number, more: number): boolean {
  let pushed = false;
  points.forEach((one, index) => {
    for (let next = index + 1; next < points.length; next += 1) {
      pushed = push(one, points[next] as Rectangle, part, more) || pushed;
    }
  });
  return pushed;
}

/** Pushes two boxes apart the shorter way, if they overlap. */
function push(one: Rectangle, other: Rectangle, part: number, more: number): boolean {
  const across = one.halfWidth + other.halfWidth + CLEARANCE - Math.abs(other.x - one.x);
  if (across <= 0) return false;
  const otherIsBelow = middle(other) >= middle(one);
  const along = otherIsBelow
    ? one.y + one.below + CLEARANCE - (other.y - other.above)
    : other.y + other.below + CLEARANCE - (one.y - one.above);
  if (along <= 0) return false;
  const sign = (positive: boolean): number => (positive ? 1 : -1);
  if (along * WIDER <= across) move(one, other, 'y', sign(otherIsBelow) * (along * part + more));
  else move(one, other, 'x', sign(other.x >= one.x) * (across * part + more));
  return true;
}

function middle({ y, above, below }: Rectangle): number {
  return y + (below - above) / 2;
}

function move(one: Rectangle, other: Rectangle, axis: 'x' | 'y', by: number): void {
  // Who is fixed leaves the whole way to the other.
  const share = one.fx != null ? 0 : other.fx != null ? 1 : 0.5;
  one[axis] -= by * share;
  other[axis] += by * (1 - share);
}
