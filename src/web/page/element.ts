type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | boolean | number>>;

/**
 * An HTML element with attributes and children. Strings become text nodes, so that whatever a name or title
 * holds stays text; `false` leaves an attribute out.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A name or title, isolated so that its writing direction cannot rearrange the words around it. */
export function isolated(text: string): HTMLElement {
  return el('bdi', {}, text);
}

/** A sentence from the server, which starts in whatever direction its own text has. */
export function sentence(text: string, className = ''): HTMLParagraphElement {
  return el('p', { dir: 'auto', class: className === '' ? false : className }, text);
}

/** `text`, as a link that leaves this site when `url` is a web address, else as it is. */
export function outwardLink(text: string, url: string | null): HTMLElement {
  if (url === null || !/^https?:\/\//i.test(url)) return isolated(text);
  return el('a', { href: url, rel: 'noopener noreferrer nofollow external' }, isolated(text));
}

/** `parts` with a separator between them. */
export function joined(parts: readonly Node[], separator: string): readonly (Node | string)[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

/** An element of the page that index.html promises. */
export function required<Kind extends Element>(id: string, kind: abstract new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind))
    throw new Error(
      `Expected #${id} to be a ${kind.name}, but got ${found === null ? 'nothing' : found.tagName}`,
    );
  return found;
}

/** A small drawing from one path on a 16 × 16 grid; decoration only, the words beside it say the same. */
export function glyph(path: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'glyph');
  const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  drawn.setAttribute('d', path);
  svg.append(drawn);
  return svg;
}
