import { drawnAs, lines } from './paragraph.ts';
import { line, tag, type Svg } from './svg.ts';

/** What a picture says about where it comes from. */
interface Sourced {
  /** From the root of the server. */
  readonly page: string;
  readonly labels: { readonly wrong: string };
}

/**
 * "Something wrong?" and the address of the page with every source, in at most so many lines: the whole of it, or
 * else without its date, or else only the server. An address is never cut, since it would lead somewhere else.
 */
export function addressLines(
  { page, labels }: Sourced,
  host: string | null,
  size: number,
  room: number,
  most: number,
): readonly string[] {
  if (host === null) return [];
  const undated = page.replace(/&asOf=[^&]*/, '');
  const candidates = [page, undated, '/'].map((path) => `${labels.wrong} ${host}${path}`);
  return candidates.map((text) => lines(text, size, room, Infinity)).find((all) => all.length <= most) ?? [];
}

/** Those lines, as a link where pictures can have links: where they are not inside an img. */
export function addressLink(
  { page }: Sourced,
  host: string | null,
  texts: readonly string[],
  at: { readonly x: number; readonly y: number; readonly size: number; readonly end?: boolean },
): readonly Svg[] {
  if (host === null || texts.length === 0) return [];
  const { x, y, size, end = false } = at;
  const drawn = texts.map((text, index) =>
    line(text, x, y + index * size * 1.3, size, {
      class: 'soft',
      'text-anchor': end ? 'end' : null,
      ...drawnAs(text, size),
    }),
  );
  return [tag('a', { href: `//${host}${page}`, target: '_blank', rel: 'noopener' }, ...drawn)];
}
