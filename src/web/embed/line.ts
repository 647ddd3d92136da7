/** Where the script is, as /embed/v1/script.json says. */
export interface ScriptAddress {
  readonly path: string;
  readonly integrity: string;
}

/** What somebody wants on their page. */
export interface Wanted {
  readonly what: 'costars' | 'relationship';
  /** By id. */
  readonly people: readonly string[];
  readonly names: readonly string[];
  readonly locale: string;
  readonly fiction: boolean;
  readonly rumors: boolean;
}

/** The attributes of the element, with their defaults left out. */
export function attributesOf({
  what,
  people,
  locale,
  fiction,
  rumors,
}: Wanted): readonly (readonly [string, string])[] {
  const [a = '', b = ''] = people;
  return [
    ...(what === 'costars' ? [['person', a] as const] : [['a', a] as const, ['b', b] as const]),
    ...(locale === 'en' ? [] : [['locale', locale] as const]),
    ...(fiction ? [] : [['fiction', 'false'] as const]),
    ...(rumors ? [['rumors', 'true'] as const] : []),
  ];
}

/** The address of the picture that says the same without a script. */
export function pictureOf(wanted: Wanted): string {
  const search = new URLSearchParams(attributesOf(wanted).map(([name, value]) => [name, value]));
  return `/embed/v1/${wanted.what}.svg?${search.toString().replaceAll('%2F', '/')}`;
}

/** The name of the element. */
export function elementOf({ what }: Wanted): string {
  return what === 'costars' ? 'costar-graph' : 'relationship-badge';
}

/**
 * The one line of HTML: the script, and the element around a picture that holds its place. The picture stands in an
 * svg, which keeps its size and shows its words where the picture cannot be loaded; an img would do neither.
 */
export function lineOf(wanted: Wanted, script: ScriptAddress, origin: string): string {
  const height = wanted.what === 'costars' ? 640 : 300;
  const attributes = attributesOf(wanted).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const name = elementOf(wanted);
  const alt = escaped(wanted.names.join(', '));
  return (
    `<script type="module" src="${origin}${script.path}" integrity="${script.integrity}" crossorigin="anonymous"></script>` +
    `<${name}${attributes.join('')}><svg width="100%" height="${height}" role="img" aria-label="${alt}">` +
    `<text y="1.5em" fill="currentColor">${alt}</text>` +
    `<image href="${origin}${escaped(pictureOf(wanted))}" width="100%" height="100%" preserveAspectRatio="xMinYMin"/></svg></${name}>`
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
