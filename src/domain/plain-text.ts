// Controls, bidi controls, separators, invisible characters and halves of surrogate pairs rewrite what a reader
// sees. Joiners stay: emoji and several scripts are spelled with them.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** True when a text shows a reader exactly what it holds: one line without control or invisible characters. */
export function isPlainText(text: string): boolean {
  return !UNPRINTABLE.test(text);
}
