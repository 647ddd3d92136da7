/** A piece of SVG that is well-formed: made by `tag` and `written` only. */
export type Svg = string & { readonly __svg: never };

type Value = string | number;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as XML writes it. What XML cannot hold at all (control characters, halves of a pair) is left out. */
export function written(text: string): Svg {
  const holdable = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
  return holdable.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign) as Svg;
}

/** An element with its attributes, of which null leaves one out, and what is in it. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, Value | null>>,
  ...content: readonly Svg[]
): Svg {
  const own = Object.entries(attributes)
    .filter((entry): entry is [string, Value] => entry[1] !== null)
    .map(([key, value]) => ` ${key}="${written(String(value))}"`)
    .join('');
  return (content.length === 0 ? `<${name}${own}/>` : `<${name}${own}>${content.join('')}</${name}>`) as Svg;
}

/** A line of text. */
export function line(
  text: string,
  x: number,
  y: number,
  size: number,
  more: Readonly<Record<string, Value | null>> = {},
): Svg {
  return tag('text', { x, y, 'font-size': size, ...more }, written(text));
}
