import { BADGE_SIZE, picture } from './badge-svg.ts';
import { lines } from './paragraph.ts';
import { line, tag, type Svg } from './svg.ts';

/** A sentence as a picture, where there is nothing else to draw. */
export function noticeSvg(
  text: string,
  language: string,
  size: { readonly width: number; readonly height: number } = BADGE_SIZE,
): string {
  const { width, height } = size;
  const inner: readonly [number, number] = [width, height];
  const fontSize = Math.max(13, Math.round(width / 34));
  const said = lines(text, fontSize, width - 48, 4);
  const top = height / 2 - ((said.length - 1) * fontSize * 1.4) / 2;
  const parts: Svg[] = [
    tag('rect', { class: 'paper', width, height }),
    ...said.map((each, index) =>
      line(each, width / 2, top + index * fontSize * 1.4, fontSize, { 'text-anchor': 'middle' }),
    ),
    line('Hearsay', width / 2, height - fontSize, fontSize * 0.85, {
      class: 'brand',
      'text-anchor': 'middle',
    }),
  ];
  return picture({ width, height, inner }, text, language, parts);
}
