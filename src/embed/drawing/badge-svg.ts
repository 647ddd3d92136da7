import type { BadgeView } from '../badge-view.ts';
import { textWidth } from '../../application/layout/text-width.ts';
import { addressLines, addressLink } from './address.ts';
import { drawnAs, lines } from './paragraph.ts';
import { STYLE_ELEMENT } from './style.ts';
import { line, tag, written, type Svg } from './svg.ts';

/** How large a picture is, and how large the space is that it is drawn in. */
interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly inner: readonly [width: number, height: number];
}

/** A card in a page, and what is shown where a link to it is shared. */
const CANVASES = {
  card: { width: 360, height: 300, inner: [360, 300] },
  preview: { width: 1200, height: 630, inner: [480, 252] },
} as const satisfies Readonly<Record<string, Canvas>>;
export type BadgeCanvas = keyof typeof CANVASES;

/** The size of the card. */
export const BADGE_SIZE = { width: CANVASES.card.width, height: CANVASES.card.height } as const;

const PADDING = 16;

/** A line that comes this near to the full width is drawn no wider, whatever font there is. */
const NEARLY = 0.75;

/** The answer about two people as a picture that says everything by itself. `host` is whom it comes from. */
export function badgeSvg(view: BadgeView, canvas: BadgeCanvas, host: string | null): string {
  const { width, height, inner } = CANVASES[canvas];
  const [w, h] = inner;
  const names = view.people.map(({ name }) => name).join(' · ');
  const room = w - 2 * PADDING;
  const parts: Svg[] = [tag('rect', { class: 'paper', width: w, height: h })];
  if (canvas === 'card')
    parts.push(tag('rect', { class: 'frame', x: 0.5, y: 0.5, width: w - 1, height: h - 1, rx: 8 }));
  let y = 32;
  const write = (text: string, size: number, most: number, gap: number, cls: string | null): void => {
    for (const each of lines(text, size, room, most)) {
      // What runs from right to left starts at the left border too, like the rest of the card.
      const nearly = textWidth(each, size) > room * NEARLY;
      parts.push(line(each, PADDING, y, size, { class: cls, ...(nearly ? drawnAs(each, size) : {}) }));
      y += size * 1.32;
    }
    y += gap;
  };
  write(names, 17, 2, 3, null);
  parts.push(tag('circle', { class: view.label.code, cx: PADDING + 5, cy: y - 4.5, r: 5 }));
  parts.push(
    line(`${view.label.text} · ${view.asOf.text}`, PADDING + 16, y, 12.5, { class: view.label.code }),
  );
  y += 20;
  write(view.verdict.text, 12.5, 3, 3, null);
  const address = addressLines(view, host, 9.5, room, 2);
  const footer = h - 12 - address.length * 12.5;
  const texts = [
    ...view.statements.map(({ text }) => [text, 'soft'] as const),
    ...view.fiction.map(({ text }) => [text, 'fiction'] as const),
  ];
  for (const [text, cls] of texts)
    if (y + 11.5 * 1.3 < footer - 8) write(text, 11.5, y + 11.5 * 3 < footer - 12 ? 2 : 1, 2, cls);
  parts.push(line('Hearsay', PADDING, footer, 11.5, { class: 'brand' }));
  parts.push(...addressLink(view, host, address, { x: PADDING, y: footer + 14, size: 9.5 }));
  if (view.likelihood !== null)
    parts.push(
      line(view.likelihood.text, w - PADDING, footer, 10.5, { class: 'soft', 'text-anchor': 'end' }),
    );
  return picture(
    { width, height, inner },
    `${names}. ${view.verdict.text} ${view.asOf.text}`,
    view.locale,
    parts,
  );
}

/** A picture with its name, in a language. */
export function picture(
  { width, height, inner: [w, h] }: Canvas,
  title: string,
  language: string,
  parts: readonly Svg[],
): string {
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${w} ${h}`,
      role: 'img',
      'aria-label': title,
      'xml:lang': language,
    },
    tag('title', {}, written(title)),
    STYLE_ELEMENT,
    ...parts,
  );
}
