// Everything that moves the cursor, recolours, or changes the writing direction of what follows it.
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;
const ESCAPE = /\p{Cc}\[\d+m/gu;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;
// Blocks that terminals show two columns wide (Unicode Standard Annex 11, W and F), coarsely.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** Text from the graph as it may be sent to a terminal: control characters and line breaks become blanks. */
export function plain(text: string): string {
  return text.replace(UNSAFE, ' ');
}

/** How many columns a text takes; colours take none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text.replace(ESCAPE, '')) {
    width += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** Lines of at most `width` columns, broken at blanks; a word that is longer is broken anywhere. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/\s+/)
    .filter((part) => part !== '')
    .flatMap((part) => broken(part, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function broken(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (widthOf(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** `text` in lines of `width` columns, the first after `first`, the others after as many blanks or `rest`. */
export function indented(
  text: string,
  width: number,
  first: string,
  rest = ' '.repeat(widthOf(first)),
): readonly string[] {
  const lines = wrap(text, width - Math.max(widthOf(first), widthOf(rest)));
  return lines.map((line, index) => (index === 0 ? first : rest) + line);
}

/** `text` followed by blanks up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** `text` after blanks up to `width` columns. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** What stands at the two ends of a line, and how each is painted. */
export interface TwoEnds {
  /** What the line begins with; further lines are indented by as much. */
  readonly first: string;
  readonly left: string;
  readonly right: string;
  readonly paintLeft: (text: string) => string;
  readonly paintRight: (text: string) => string;
}

/** `left` and `right` at the two ends of a line; where they do not fit on one, `right` follows below. */
export function spread(
  { first, left, right, paintLeft, paintRight }: TwoEnds,
  width: number,
): readonly string[] {
  const indent = ' '.repeat(widthOf(first));
  const lines = wrap(left, width - indent.length);
  const painted = lines.map((line, index) => (index === 0 ? first : indent) + paintLeft(line));
  if (right === '') return painted;
  const gap = width - indent.length - widthOf(lines[0] ?? '') - widthOf(right);
  if (lines.length <= 1 && gap >= 2) return [`${painted[0] ?? first}${' '.repeat(gap)}${paintRight(right)}`];
  return [...painted, ...wrap(right, width - indent.length).map((line) => indent + paintRight(line))];
}

/** `text` cut to `width` columns. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return `${wrap(text, 1_000_000)[0] === undefined ? '' : (broken(text, width - 3)[0] ?? '')}...`;
}
