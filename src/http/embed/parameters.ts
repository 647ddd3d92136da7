import { HearsayError, shown } from '../../domain/errors.ts';
import { PAIR_KINDS, type PairKind } from '../../domain/kinds.ts';
import { referenceFromText, type PersonReference } from '../../application/person-reference.ts';
import { MAX_COSTARS, within } from '../../application/costar-graph.ts';
import type { EmbedOptions } from '../../embed/options.ts';
import { LOCALES } from '../../embed/words/words.ts';

const OPTIONS = ['rumors', 'fiction', 'locale', 'asOf'] as const;

/** What may stand in the address of each thing that is embedded. */
const PARAMETERS = {
  relationship: ['a', 'b', 'kind', ...OPTIONS],
  costars: ['person', 'limit', 'depth', 'minShared', ...OPTIONS],
} as const;
export type Embedded = keyof typeof PARAMETERS;

/** A parameter of an address as the attribute of an element: the same name in HTML's spelling. */
export function attributeNamed(parameter: string): string {
  return parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const HINT = 'docs/embedding.md says what each parameter does.';
/** Longer than any name on file, and shorter than what a log should hold. */
const LONGEST = 300;

/** The parameters of a request, each at most once, none of them unknown. Throws INVALID_ARGUMENT. */
export function parametersOf(search: string, known: readonly string[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(search)) {
    if (!known.includes(name)) throw wrong(`one of the parameters ${known.join(', ')}`, name);
    if (given.has(name)) throw wrong(`the parameter ${name} once`, 'it twice');
    if (value.length > LONGEST) throw wrong(`${name} of at most ${LONGEST} characters`, 'a longer one');
    given.set(name, value);
  }
  return given;
}

/** The parameters of something embedded. */
export function embedParameters(what: Embedded, search: string): ReadonlyMap<string, string> {
  return parametersOf(search, PARAMETERS[what]);
}

function wrong(wanted: string, came: string): HearsayError {
  return new HearsayError('INVALID_ARGUMENT', `Expected ${wanted}, but got ${shown(came)}`, { hint: HINT });
}

/** How it is to be shown. Without rumors unless they are asked for, with fiction unless it is refused, in English. */
export function optionsOf(given: ReadonlyMap<string, string>): EmbedOptions {
  const locale = given.get('locale') ?? 'en';
  const known = LOCALES.find((one) => one === locale.toLowerCase().split('-')[0]);
  if (known === undefined) throw wrong(`locale to be one of ${LOCALES.join(', ')}`, locale);
  return { locale: known, rumors: flag(given, 'rumors', false), fiction: flag(given, 'fiction', true) };
}

const YES = ['', 'true', '1', 'yes', 'on', 'show'];
const NO = ['false', '0', 'no', 'off', 'hide'];

function flag(given: ReadonlyMap<string, string>, name: string, fallback: boolean): boolean {
  const value = given.get(name);
  if (value === undefined) return fallback;
  if (YES.includes(value.toLowerCase())) return true;
  if (NO.includes(value.toLowerCase())) return false;
  throw wrong(`${name} to be true or false`, value);
}

/** The person that a parameter names: by name, by id or by @handle. Throws INVALID_ARGUMENT where there is none. */
export function personOf(given: ReadonlyMap<string, string>, name: string): PersonReference {
  const value = given.get(name)?.trim();
  if (value === undefined || value === '') throw wrong(`${name} to name somebody`, value ?? 'nothing');
  return referenceFromText(value);
}

/** The kind asked about. */
export function kindOf(given: ReadonlyMap<string, string>): PairKind {
  const value = given.get('kind');
  if (value === undefined) return 'DATING';
  const kind = PAIR_KINDS.find((one) => one === value.toUpperCase());
  if (kind === undefined) throw wrong(`kind to be one of ${PAIR_KINDS.join(', ')}`, value);
  return kind;
}

/** A whole number, or what stands for none. */
export function numberOf<T>(given: ReadonlyMap<string, string>, name: string, fallback: T): number | T {
  const value = given.get(name);
  if (value === undefined) return fallback;
  if (!/^\d{1,6}$/.test(value)) throw wrong(`${name} to be a whole number`, value);
  return Number(value);
}

/** People beside the root that a picture shows when nobody says. */
const SHOWN = 60;

/** How many people beside the root. */
export function limitOf(given: ReadonlyMap<string, string>): number {
  return within('limit', numberOf(given, 'limit', SHOWN), 1, MAX_COSTARS);
}
