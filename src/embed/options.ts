import type { Locale } from './words/words.ts';

/** What a site asks of everything that it embeds. */
export interface EmbedOptions {
  readonly locale: Locale;
  /** False: what is only rumored looks like what nobody has said. */
  readonly rumors: boolean;
  /** False: nothing of what characters are to each other. */
  readonly fiction: boolean;
}

/** Something said, as a code with its parameters for machines and as a text for people. */
export interface Said {
  readonly code: string;
  readonly parameters: Readonly<Record<string, string | number | readonly string[]>>;
  readonly text: string;
}
