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

/** The one line of HTML: the script, and the element around a picture that holds its place. */
export function lineOf(wanted: Wanted, script: ScriptAddress, origin: string): string {
  const [width, height] = wanted.what === 'costars' ? [720, 640] : [360, 220];
  const attributes = attributesOf(wanted).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const name = elementOf(wanted);
  const alt = wanted.names.join(wanted.what === 'costars' ? '' : ', ');
  return (
    `<script type="module" src="${origin}${script.path}" integrity="${script.integrity}" crossorigin="anonymous"></script>` +
    `<${name}${attributes.join('')}><img src="${origin}${escaped(pictureOf(wanted))}" width="${width}" height="${height}" alt="${escaped(alt)}"></${name}>`
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
