import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { byCodeUnit } from '../../domain/ids.ts';
import { keepRectanglesApart, separate, type Rectangle } from './rectangles.ts';
import { cutToWidth, textWidth } from './text-width.ts';

/** What a layout needs to know of a person. The first of a list is the root, the others come by rank. */
export interface LayoutPerson {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly sharedWorks: number;
}

/** What a layout needs to know of two people who share works. */
export interface LayoutEdge {
  readonly a: string;
  readonly b: string;
  readonly sharedWorks: number;
}

/** The name beside a point: its middle is at x, its box reaches from top to top + height. */
export interface PlacedLabel {
  /** The name, cut where it is very long. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly fontSize: number;
}

/** A person as a point in the picture. */
export interface PlacedPerson {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Null where there is no room for one more name. */
  readonly label: PlacedLabel | null;
}

/** Where everybody stands. Coordinates start at the upper left corner; y grows downwards. */
export interface CostarLayout {
  readonly width: number;
  readonly height: number;
  /** In the order in which the people were given. */
  readonly people: readonly PlacedPerson[];
}

/** So many people have their name beside them; of a larger crowd those who are connected best. */
export const MAX_LABELS = 60;
/** The smallest picture, so that two people are not drawn as large as sixty. */
const SMALLEST = { width: 400, height: 320 } as const;
/** Empty space at the border. */
const MARGIN = 20;
const FONT_SIZE = 13;
const ROOT_FONT_SIZE = 17;
const WIDEST_LABEL = 150;
const WIDEST_ROOT_LABEL = 240;
/** Between a point and its name, and around both. */
const GAP = 3;
/** Steps of the simulation; d3's own 300 change nothing that can be seen any more. */
const STEPS = 180;
/** Links in the simulation for each person: everybody who was in one large cast would pull at everybody. */
const LINKS_A_PERSON = 4;

type Point = SimulationNodeDatum &
  Rectangle & {
    readonly id: string;
    readonly person: LayoutPerson;
    readonly radius: number;
    readonly label: Omit<PlacedLabel, 'top'> | null;
  };

/**
 * Places people so that no two names or points overlap: springs between those who share works, repulsion between
 * all, and rectangles around points and names that push each other away. The same people and edges give the same
 * places to a tenth of a unit: nothing in it is left to chance, to the clock or to the order of edges.
 */
export function layOutCostars(people: readonly LayoutPerson[], edges: readonly LayoutEdge[]): CostarLayout {
  const degrees = degreesOf(edges);
  const labelled = new Set(
    [...people]
      .sort((one, other) =>
        one.depth === 0 || other.depth === 0
          ? one.depth - other.depth
          : (degrees.get(other.id) ?? 0) - (degrees.get(one.id) ?? 0) || byCodeUnit(one.id, other.id),
      )
      .slice(0, MAX_LABELS + 1)
      .map(({ id }) => id),
  );
  const points = people.map((person, index) => pointOf(person, index, labelled.has(person.id)));
  settle(points, strongest(edges, people.length * LINKS_A_PERSON));
  separate(points);
  return framed(points);
}

function degreesOf(edges: readonly LayoutEdge[]): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const { a, b } of edges) for (const id of [a, b]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return degrees;
}

function strongest(edges: readonly LayoutEdge[], most: number): readonly LayoutEdge[] {
  return [...edges]
    .sort((x, y) => y.sharedWorks - x.sharedWorks || byCodeUnit(x.a, y.a) || byCodeUnit(x.b, y.b))
    .slice(0, most);
}

function pointOf(person: LayoutPerson, index: number, labelled: boolean): Point {
  const isRoot = person.depth === 0;
  const radius = isRoot ? 18 : Math.min(14, 6 + 2 * Math.sqrt(person.sharedWorks));
  const fontSize = isRoot ? ROOT_FONT_SIZE : FONT_SIZE;
  const text = cutToWidth(person.name, fontSize, isRoot ? WIDEST_ROOT_LABEL : WIDEST_LABEL);
  const size = { width: Math.ceil(textWidth(text, fontSize)), height: Math.ceil(fontSize * 1.35) };
  const label = labelled ? { text, fontSize, ...size } : null;
  // Everybody starts on a spiral around the root, by rank.
  const [angle, distance] = [index * 2.399963, 46 * Math.sqrt(index)];
  return {
    id: person.id,
    person,
    radius,
    label,
    x: distance * Math.cos(angle),
    y: distance * Math.sin(angle) * 0.8,
    halfWidth: Math.max(radius, (size.width / 2) * (labelled ? 1 : 0)) + GAP,
    above: radius + GAP,
    below: radius + GAP + (labelled ? GAP + size.height : 0),
    ...(isRoot ? { fx: 0, fy: 0 } : {}),
  };
}

function settle(points: readonly Point[], edges: readonly LayoutEdge[]): void {
  const links: (SimulationLinkDatum<Point> & LayoutEdge)[] = edges.map((edge) => ({
    ...edge,
    source: edge.a,
    target: edge.b,
  }));
  forceSimulation([...points])
    .force(
      'together',
      forceLink<Point, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(distanceOf)
        .strength(0.12),
    )
    .force('apart', forceManyBody<Point>().strength(-80).distanceMax(420))
    .force('across', forceX<Point>(0).strength(0.02))
    .force('up-and-down', forceY<Point>(0).strength(0.13))
    .force('names', keepRectanglesApart())
    .stop()
    .tick(STEPS);
}

/** Those who share much stand closer. */
function distanceOf({ sharedWorks }: LayoutEdge): number {
  return 55 + 70 / Math.sqrt(sharedWorks);
}

function framed(points: readonly Point[]): CostarLayout {
  const left = Math.min(...points.map(({ x, halfWidth }) => x - halfWidth)) - MARGIN;
  const right = Math.max(...points.map(({ x, halfWidth }) => x + halfWidth)) + MARGIN;
  const top = Math.min(...points.map(({ y, above }) => y - above)) - MARGIN;
  const bottom = Math.max(...points.map(({ y, below }) => y + below)) + MARGIN;
  const width = Math.max(SMALLEST.width, Math.ceil(right - left));
  const height = Math.max(SMALLEST.height, Math.ceil(bottom - top));
  const [dx, dy] = [(width - (left + right)) / 2, (height - (top + bottom)) / 2];
  return { width, height, people: points.map((point) => placed(point, dx, dy)) };
}

function placed({ id, x, y, radius, label }: Point, dx: number, dy: number): PlacedPerson {
  const at = { x: tenth(x + dx), y: tenth(y + dy) };
  const top = tenth(at.y + radius + GAP);
  return { id, ...at, radius: tenth(radius), label: label === null ? null : { ...label, top } };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
