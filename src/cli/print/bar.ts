import type { Style } from '../terminal/style.ts';
import { percent } from './words.ts';

/** A probability as a bar of `cells` with its number; an empty bar where there is none. */
export function bar(probability: number | null, cells: number, style: Style): string {
  const { glyphs } = style;
  if (probability === null) return `${style.dim(glyphs.empty.repeat(cells))}  no number`;
  const steps = glyphs.partial.length;
  const eighths = Math.round(probability * cells * steps);
  const full = Math.floor(eighths / steps);
  const partial = glyphs.partial[eighths % steps] ?? '';
  const rest = cells - full - (partial === '' ? 0 : 1);
  const filled = glyphs.full.repeat(full) + partial;
  return `${filled}${style.dim(glyphs.empty.repeat(rest))}  ${style.bold(percent(probability))}`;
}
