// Advances of Noto Sans from space to tilde, in hundredths of the font size, rounded up. Most fonts that browsers
// fall back to are narrower; what draws a label squeezes it into its width where one is not.
const ASCII =
  '26 27 41 65 58 84 74 23 30 30 56 58 27 33 27 38 58 58 58 58 58 58 58 58 58 58 27 27 58 58 58 44 90 64 65 64 73 56 52 73 75 34 28 62 53 91 76 79 61 79 63 55 56 74 60 93 59 57 58 33 38 33 58 45 29 57 62 48 62 57 35 62 62 26 26 54 26 94 62 61 62 62 42 48 37 62 51 79 53 51 47 38 56 38 58'
    .split(' ')
    .map(Number);
const FIRST = 32;

const SQUARE = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uff60]/u;
const NARROW = /[\p{sc=Arabic}\p{sc=Hebrew}]/u;
const UPPER = /\p{Lu}/u;
const EMOJI = /\p{Extended_Pictographic}/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The advance of what counts as one letter: an accented one is as wide as its base. */
function advance(letter: string): number {
  if (SQUARE.test(letter)) return 100;
  const base = letter.normalize('NFD').codePointAt(0) ?? 0;
  const known = ASCII[base - FIRST];
  if (known !== undefined) return known;
  if (NARROW.test(letter)) return 62;
  if (EMOJI.test(letter)) return 130;
  return UPPER.test(letter) ? 76 : 64;
}

/** How wide a text is about, in the unit of the font size; rather too wide than too narrow. */
export function textWidth(text: string, fontSize: number): number {
  const letters = [...graphemes.segment(text)];
  return letters.reduce((total, { segment }) => total + advance(segment), 0) * (fontSize / 100);
}

/** The text, or as much of its beginning as fits, with an ellipsis. Whatever counts as one letter stays whole. */
export function cutToWidth(text: string, fontSize: number, widest: number): string {
  if (textWidth(text, fontSize) <= widest) return text;
  let kept = '';
  let width = textWidth('…', fontSize);
  for (const { segment } of graphemes.segment(text)) {
    width += advance(segment) * (fontSize / 100);
    if (width > widest) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
