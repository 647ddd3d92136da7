import type { OnScreenKind } from '../../domain/entities.ts';
import type { PairKind } from '../../domain/kinds.ts';
import type { WithheldReason } from '../../domain/policy.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export const LOCALES = ['en', 'es', 'fr', 'de'] as const;
/** A language that pages elsewhere can ask for. */
export type Locale = (typeof LOCALES)[number];

/** What a verdict on a page elsewhere says. NOTHING also stands for rumors where a site does not ask for them. */
export type VerdictCode = 'CONFIRMED' | 'REPORTED' | 'RUMORED' | 'DISPUTED' | 'DENIED' | 'ENDED' | 'NOTHING';

/** What somebody said, as its own code. */
export type StatementCode =
  | 'CONFIRMED'
  | 'REPORTED'
  | 'RUMORED'
  | 'SPECULATED'
  | 'DENIED'
  | 'OVER'
  | 'SINGLE'
  | 'NOT_SINGLE'
  | 'FRIENDS';

/** What was not put as a fact; some statements carry it as a hedge behind them. */
export type Hedge = 'RUMORED' | 'SPECULATED';

/** A text that is counted: for one, and for all other numbers. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

/** What the elements and pictures say by themselves. */
export interface Labels {
  readonly list: string;
  readonly map: string;
  readonly wrong: string;
  readonly wrongWhy: string;
  readonly fiction: string;
  readonly reality: string;
  readonly more: string;
  readonly fewer: string;
  readonly whole: string;
  readonly close: string;
  readonly open: string;
  readonly sources: string;
  readonly truncated: string;
  readonly keys: string;
  readonly position: string;
  readonly sharedWith: string;
  readonly noCostars: string;
  readonly permalink: string;
  readonly unknownPerson: string;
  readonly ambiguousPerson: string;
}

/** Everything that is said in one language. Braces hold the place of a parameter. */
export interface Words {
  readonly verdicts: Readonly<Record<VerdictCode, string>>;
  readonly verdictLabels: Readonly<Record<VerdictCode, string>>;
  /** {a} and {b} are names; of PARENT_OF, {a} is the parent. */
  readonly relations: Readonly<Record<PairKind, string>>;
  readonly statements: Readonly<Record<StatementCode, string>>;
  /** The same where it is not about what the verdict is about: {relation} says about what. */
  readonly statementsAbout: Readonly<
    Record<Exclude<StatementCode, 'SINGLE' | 'NOT_SINGLE' | 'FRIENDS'>, string>
  >;
  /** What keeps a guess a guess in a statement whose verb does not say so. */
  readonly hedges: Readonly<Record<Hedge, string>>;
  readonly citing: string;
  readonly onRecord: string;
  readonly representative: string;
  readonly and: string;
  readonly moreStatements: Counted;
  readonly likelihood: string;
  readonly lessThan: string;
  readonly moreThan: string;
  readonly asOf: string;
  readonly onScreen: Readonly<Record<OnScreenKind, string>>;
  readonly withheld: Readonly<Record<WithheldReason, string>>;
  readonly costars: Counted;
  /** The same where not all of them are shown. */
  readonly costarsOf: string;
  readonly sharedWorks: Counted;
  readonly sharedList: string;
  /** Behind the notice that a name means nobody, or several. */
  readonly meant: string;
  readonly wrongAttribute: string;
  readonly labels: Labels;
}

const WORDS: Readonly<Record<Locale, Words>> = { en, es, fr, de };

/** The words of a language. */
export function wordsOf(locale: Locale): Words {
  return WORDS[locale];
}

/** A template with its places filled in. */
export function fill(template: string, parameters: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(parameters, name) ? String(parameters[name]) : whole,
  );
}

/** The right one of two templates for a number, filled in. {count} is the number. */
export function fillCounted(
  locale: Locale,
  { one, other }: Counted,
  count: number,
  parameters: Readonly<Record<string, string | number>> = {},
): string {
  // French counts 0 with 1, the others do not.
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? one : other;
  return fill(form, { ...parameters, count: new Intl.NumberFormat(locale).format(count) });
}
