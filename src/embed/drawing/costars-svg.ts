import type { CostarsView, CostarView, SaidLine } from '../costars-view.ts';
import { addressLines, addressLink } from './address.ts';
import { drawnAs, lines } from './paragraph.ts';
import { picture } from './badge-svg.ts';
import { line, tag, written, type Svg } from './svg.ts';

/** A picture in a page, and what is shown where a link to it is shared. */
export type CostarsCanvas = 'card' | 'preview';

/** The size of the picture in a page. */
export const COSTARS_SIZE = { width: 720, height: 640 } as const;
const PREVIEW = { width: 1200, height: 630 } as const;
/** The column of words beside the picture in the preview. */
const COLUMN = 380;
const PADDING = 20;

/** A person's co-stars as a picture: no script, nothing loaded. `host` is whom it comes from. */
export function costarsSvg(view: CostarsView, canvas: CostarsCanvas, host: string | null): string {
  return canvas === 'card' ? card(view, host) : preview(view, host);
}

function card(view: CostarsView, host: string | null): string {
  const { width, height } = COSTARS_SIZE;
  const header = 58;
  const footer = view.fiction.length + view.said.length > 0 ? 52 : 34;
  const parts: Svg[] = [
    tag('rect', { class: 'paper', width, height }),
    tag('rect', { class: 'frame', x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 10 }),
    ...lines(view.title.text, 19, width - 2 * PADDING, 1).map((each) => line(each, PADDING, 32, 19)),
    line(view.asOf.text, PADDING, 51, 13, { class: 'soft' }),
    graph(view, { x: 8, y: header, width: width - 16, height: height - header - footer }),
    ...legend(view, PADDING, height - 32),
    line('Hearsay', width - PADDING, height - 14, 13, { class: 'brand', 'text-anchor': 'end' }),
    ...left(view).map((each) => line(each, PADDING, height - 14, 13, { class: 'soft' })),
    ...addressLink(view, host, addressLines(view, host, 11, width - 2 * PADDING - 70 - 200, 1), {
      ...{ x: width - PADDING - 70, y: height - 14, size: 11, end: true },
    }),
  ];
  return picture({ width, height, inner: [width, height] }, titleOf(view), view.locale, parts);
}

function preview(view: CostarsView, host: string | null): string {
  const { width, height } = PREVIEW;
  const room = COLUMN - 2 * PADDING - 20;
  const parts: Svg[] = [tag('rect', { class: 'paper', width, height })];
  let y = 120;
  for (const each of lines(view.root.name, 44, room + 10, 4)) {
    parts.push(line(each, 40, y, 44));
    y += 56;
  }
  y += 4;
  for (const each of lines(view.title.text, 23, room, 4)) {
    parts.push(line(each, 40, y, 23, { class: 'soft' }));
    y += 32;
  }
  for (const each of lines(view.asOf.text, 20, room, 2)) {
    parts.push(line(each, 40, y + 8, 20, { class: 'soft' }));
    y += 28;
  }
  parts.push(...legend(view, 40, height - 130, 20, true));
  parts.push(line('Hearsay', 40, height - 82, 26, { class: 'brand' }));
  const address = addressLines(view, host, 15, room + 10, 3);
  parts.push(...addressLink(view, host, address, { x: 40, y: height - 54, size: 15 }));
  parts.push(graph(view, { x: COLUMN, y: 16, width: width - COLUMN - 16, height: height - 32 }));
  return picture({ width, height, inner: [width, height] }, titleOf(view), view.locale, parts);
}

function titleOf({ title, asOf }: CostarsView): string {
  return `${title.text}, ${asOf.text}`;
}

function left(view: CostarsView): readonly string[] {
  return view.more === null ? (view.truncated ? [view.labels.truncated] : []) : [view.more.text];
}

/** What the bent lines mean: side by side, or one above the other. */
function legend(view: CostarsView, x: number, bottom: number, size = 13, stacked = false): readonly Svg[] {
  const entries = [
    ...(view.said.length > 0 ? [[view.labels.reality, 'said'] as const] : []),
    ...(view.fiction.length > 0 ? [[view.labels.fiction, 'fiction-line'] as const] : []),
  ];
  let at = x;
  return entries.flatMap(([text, cls], index) => {
    const start = stacked ? x : at;
    const y = stacked ? bottom - index * size * 1.6 : bottom;
    at += 40 + text.length * size * 0.56 + 20;
    return [
      tag('path', {
        class: cls,
        d: `M${start} ${y - size / 3}h28`,
        'stroke-width': 3,
        'stroke-dasharray': cls === 'said' ? null : '3 5',
      }),
      line(text, start + 36, y, size, { class: 'soft' }),
    ];
  });
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The points, lines and names, in the middle of an area; never larger than they were laid out, but for little. */
function graph(view: CostarsView, area: Area): Svg {
  const scale = Math.min(area.width / view.width, area.height / view.height, 1.7);
  const x = area.x + (area.width - view.width * scale) / 2;
  const y = area.y + (area.height - view.height * scale) / 2;
  const at = new Map(view.people.map((person) => [person.id, person]));
  const ends = (a: string, b: string): readonly [CostarView, CostarView] | null => {
    const [from, to] = [at.get(a), at.get(b)];
    return from === undefined || to === undefined ? null : [from, to];
  };
  const straight = view.lines.flatMap(({ a, b, sharedWorks }) => {
    const both = ends(a, b);
    return both === null
      ? []
      : [
          tag('path', {
            class: 'edge',
            d: straightPath(both),
            'stroke-width': Math.min(4, 0.8 + sharedWorks / 2),
          }),
        ];
  });
  const bent = (said: readonly SaidLine[], cls: string, by: number, dash: string | null): readonly Svg[] =>
    said.flatMap(({ a, b, said: { text } }) => {
      const both = ends(a, b);
      if (both === null) return [];
      return [
        tag(
          'path',
          { class: cls, d: bentPath(both, by), 'stroke-width': 2.4, 'stroke-dasharray': dash },
          tag('title', {}, written(text)),
        ),
      ];
    });
  return tag(
    'g',
    { transform: `translate(${round(x)} ${round(y)}) scale(${round(scale)})` },
    ...straight,
    ...bent(view.said, 'said', 18, null),
    ...bent(view.fiction, 'fiction-line', -18, '3 5'),
    ...view.people.flatMap(point),
  );
}

function straightPath([from, to]: readonly [CostarView, CostarView]): string {
  return `M${from.x} ${from.y}L${to.x} ${to.y}`;
}

/** A line that bends to one side, so that it lies beside the straight one. */
function bentPath([from, to]: readonly [CostarView, CostarView], by: number): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const middle = {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * by,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * by,
  };
  return `M${from.x} ${from.y}Q${round(middle.x)} ${round(middle.y)} ${to.x} ${to.y}`;
}

function point({ x, y, radius, label, depth, text }: CostarView): readonly Svg[] {
  const cls = depth === 0 ? 'point root' : depth === 1 ? 'point' : 'point far';
  const dot = tag(
    'circle',
    { class: cls, cx: x, cy: y, r: radius, 'stroke-width': 1.5 },
    tag('title', {}, written(text)),
  );
  if (label === null) return [dot];
  const name = line(label.text, x, round(label.top + label.fontSize), label.fontSize, {
    class: 'name',
    'text-anchor': 'middle',
    ...drawnAs(label.text, label.fontSize),
  });
  return [dot, name];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
