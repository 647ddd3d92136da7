import { cutToWidth, textWidth } from '../../application/layout/text-width.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

const MEASURED = /^[\p{sc=Latin}\p{sc=Common}]+$/u;

/**
 * How a line is drawn as wide as it was measured, whatever font there is. Of scripts other than Latin the width is an
 * estimate, which would stretch them.
 */
export function drawnAs(text: string, fontSize: number): Readonly<Record<string, string | number>> {
  if (!MEASURED.test(text)) return {};
  const width = Math.round(textWidth(text, fontSize) * 100) / 100;
  return { textLength: width, lengthAdjust: 'spacingAndGlyphs' };
}

/** A text in at most `most` lines that are at most so wide; what does not fit ends in an ellipsis. */
export function lines(text: string, fontSize: number, widest: number, most: number): readonly string[] {
  const done: string[] = [];
  let current = '';
  for (const { segment } of segmenter.segment(text)) {
    if (current !== '' && textWidth((current + segment).trimEnd(), fontSize) > widest) {
      done.push(current.trimEnd());
      current = segment.trimStart();
    } else current += segment;
  }
  if (current.trim() !== '') done.push(current.trimEnd());
  if (done.length > most) done.splice(most - 1, done.length, done.slice(most - 1).join(' '));
  return done.map((each) => cutToWidth(each, fontSize, widest));
}
