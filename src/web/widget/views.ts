/** What the server says, as a code for machines and as a text in the language asked for. */
export interface Said {
  readonly code: string;
  readonly text: string;
}

export interface Source {
  readonly source: string;
  readonly title: string | null;
  readonly url: string | null;
}

/** Texts of the elements themselves, in the language asked for. */
export type Labels = Readonly<
  Record<
    | 'list'
    | 'map'
    | 'wrong'
    | 'wrongWhy'
    | 'fiction'
    | 'reality'
    | 'more'
    | 'fewer'
    | 'whole'
    | 'close'
    | 'open'
    | 'sources'
    | 'truncated'
    | 'keys'
    | 'position',
    string
  >
>;

interface View {
  readonly locale: string;
  readonly labels: Labels;
}

/** relationship.json, as far as it is shown. */
export interface Badge extends View {
  readonly type: 'Relationship';
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly asOf: Said;
  readonly label: Said;
  readonly verdict: Said;
  readonly statements: readonly (Said & { readonly sources: readonly Source[] })[];
  readonly more: Said | null;
  readonly likelihood: Said | null;
  readonly fiction: readonly Said[];
  readonly page: string;
}

export interface Placed {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly depth: number;
  readonly under: string | null;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly label: {
    readonly text: string;
    readonly width: number;
    readonly height: number;
    readonly top: number;
    readonly fontSize: number;
  } | null;
}

export interface Line {
  readonly a: string;
  readonly b: string;
  readonly page: string;
}

/** costars.json, as far as it is shown. */
export interface Costars extends View {
  readonly type: 'Costars';
  readonly root: { readonly id: string; readonly name: string };
  readonly title: Said;
  readonly asOf: Said;
  readonly width: number;
  readonly height: number;
  readonly people: readonly Placed[];
  readonly lines: readonly (Line & { readonly sharedWorks: number; readonly text: string })[];
  readonly fiction: readonly (Line & { readonly said: Said })[];
  readonly said: readonly (Line & { readonly said: Said })[];
  readonly more: Said | null;
  readonly truncated: boolean;
  readonly page: string;
}

/** What is said where there is nothing to show. */
export interface Notice extends View {
  readonly type: 'UnknownPerson' | 'AmbiguousPerson' | 'Withheld' | 'Wrong';
  readonly notice: Said;
  /** What whoever embeds should look at, and what was wanted there; null where nothing is wrong. */
  readonly attribute: string | null;
  readonly hint: string | null;
}
