import type { CostarLayout, PlacedLabel } from '../application/layout/costar-layout.ts';
import type { Drawn } from '../application/layout/layouts.ts';
import type { CostarEdgeModel, CostarGraphAnswer, CostarNodeModel } from '../application/costar-graph.ts';
import type { RelationshipAnswerModel } from '../application/models.ts';
import { pairOf } from '../domain/claim.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Work } from '../domain/entities.ts';
import {
  asOfSaid,
  badgeView,
  fictionSaid,
  pageOf,
  type NamedFiction,
  type ShownPerson,
} from './badge-view.ts';
import type { EmbedOptions, Said } from './options.ts';
import { joinedInWords } from './words/figures.ts';
import { fill, fillCounted, wordsOf, type Labels } from './words/words.ts';

/** Somebody in a picture of co-stars. */
export interface CostarView extends ShownPerson {
  readonly depth: number;
  readonly sharedWorks: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly label: PlacedLabel | null;
  /** Two steps away: on whose account they are there. They are folded away under that person at first. */
  readonly under: string | null;
  /** Who they are in words: with whom they share what. */
  readonly text: string;
}

/** A line between two people: works that both are in. */
export interface CostarLine {
  readonly a: string;
  readonly b: string;
  readonly sharedWorks: number;
  readonly works: readonly { readonly id: string; readonly title: string }[];
  readonly text: string;
  /** The page about the two, from the root of the server. */
  readonly page: string;
}

/** A line that is fiction, or one that is said of the two themselves. */
export interface SaidLine {
  readonly a: string;
  readonly b: string;
  readonly said: Said;
  readonly page: string;
}

/** What `<costar-graph>`, its picture and `costars.json` show. */
export interface CostarsView {
  readonly type: 'Costars';
  readonly locale: string;
  readonly root: ShownPerson;
  readonly title: Said;
  readonly asOf: Said;
  readonly width: number;
  readonly height: number;
  readonly people: readonly CostarView[];
  readonly lines: readonly CostarLine[];
  /** What characters that they play are to each other: fiction. */
  readonly fiction: readonly SaidLine[];
  /** What is said of the people themselves, with its standing. */
  readonly said: readonly SaidLine[];
  /** How many co-stars more there are, and whether that is the least; null when all are shown. */
  readonly more: Said | null;
  readonly truncated: boolean;
  readonly page: string;
  readonly labels: Labels;
}

/** What a picture of co-stars is made of. */
export interface CostarsParts {
  readonly answer: CostarGraphAnswer;
  /** Those of the answer who are shown, and where they stand. */
  readonly drawn: Drawn;
  readonly layout: CostarLayout;
  readonly fiction: readonly { readonly a: PersonId; readonly b: PersonId; readonly named: NamedFiction }[];
  readonly said: readonly RelationshipAnswerModel[];
}

/** Lines that a picture has room for; those from the root always come first. */
const MOST_LINES = 600;

/** As much of an answer as is shown when `limit` people beside the root are wanted. */
export function drawnOf(answer: CostarGraphAnswer, limit: number): Drawn {
  const people = answer.people.slice(0, limit + 1);
  const ids = new Set(people.map(({ person }) => person.person.id));
  const edges = answer.edges
    .filter(({ a, b }) => ids.has(a.person.id) && ids.has(b.person.id))
    .slice(0, MOST_LINES);
  return { people, edges };
}

/** A person's co-stars as a page elsewhere shows them, laid out. */
export function costarsView(
  { answer, drawn: { people: nodes, edges }, layout, fiction, said }: CostarsParts,
  options: EmbedOptions,
): CostarsView {
  const { locale } = options;
  const words = wordsOf(locale);
  const ids = new Set<string>(nodes.map(({ person }) => person.person.id));
  const root = shown(answer.root.person);
  const left = answer.people.length - nodes.length;
  const date = answer.reader.asOf.text;
  const people = nodes.map((node, index): CostarView => {
    const place = layout.people[index];
    if (place === undefined) throw new Error('Expected a place for everybody, but got one less');
    return { ...place, ...describe(node, edges, root, options) };
  });
  const count = nodes.filter(({ depth }) => depth === 1).length;
  const { total, isAll } = costarsIn(answer);
  const pair = (a: string, b: string): boolean => ids.has(a) && ids.has(b);
  return {
    type: 'Costars',
    locale,
    root,
    title: {
      code: count === 0 ? 'NO_COSTARS' : 'COSTARS',
      parameters: { name: root.name, count, total },
      text:
        count === 0
          ? fill(words.labels.noCostars, { name: root.name })
          : isAll && total === count
            ? fillCounted(locale, words.costars, count, { name: root.name })
            : fill(words.costarsOf, { name: root.name, count, total: isAll ? total : `${total}+` }),
    },
    asOf: asOfSaid(date, options),
    width: layout.width,
    height: layout.height,
    people,
    lines: edges.map((edge) => lineOf(edge, date, options)),
    fiction: fiction
      .filter(({ a, b }) => pair(a, b))
      .map(({ a, b, named }) => ({ a, b, said: fictionSaid(named, options), page: pageOfTwo(a, b, date) })),
    said: said
      .filter(({ question: { a, b } }) => pair(a, b))
      .flatMap((relation) => saidLine(relation, options)),
    more:
      left <= 0
        ? null
        : { code: 'MORE', parameters: { count: left }, text: fill(words.labels.more, { count: left }) },
    truncated: answer.truncated || left > 0,
    page: `/?${query({ a: root.id, asOf: date })}`,
    labels: words.labels,
  };
}

/** How many co-stars there are, those of co-stars left aside; not all where the answer was cut among them. */
function costarsIn({ people, truncated }: CostarGraphAnswer): {
  readonly total: number;
  readonly isAll: boolean;
} {
  const total = people.filter(({ depth }) => depth === 1).length;
  return { total, isAll: !truncated || total < people.length - 1 };
}

function shown({ id, name }: ShownPerson): ShownPerson {
  return { id, name };
}

function describe(
  { person: { person }, depth, sharedWorks }: CostarNodeModel,
  edges: readonly CostarEdgeModel[],
  root: ShownPerson,
  { locale }: EmbedOptions,
) {
  const { id, name } = person;
  const over =
    depth === 0 ? null : (edges.find(({ a, b }) => otherOf(a.person.id, b.person.id, id) !== null) ?? null);
  const other = over === null ? null : over.a.person.id === id ? over.b.person : over.a.person;
  const text =
    over === null || other === null
      ? name
      : `${name}: ${fill(wordsOf(locale).sharedList, { works: worksInWords(over, locale), name: other.name })}`;
  const under = depth === 2 && other !== null && other.id !== root.id ? other.id : null;
  return { id, name, depth, sharedWorks, under, text };
}

function otherOf(a: string, b: string, id: string): string | null {
  return a === id ? b : b === id ? a : null;
}

/** Titles, and how many there are beside those that are named. */
function worksInWords({ works, sharedWorks }: CostarEdgeModel, locale: EmbedOptions['locale']): string {
  const words = wordsOf(locale);
  const titles = works.slice(0, 3).map(titleOf);
  const rest = sharedWorks - titles.length;
  return rest > 0
    ? `${titles.join(', ')} ${fill(words.labels.more, { count: rest })}`
    : joinedInWords(locale, titles);
}

function titleOf({ title, premiered }: Work): string {
  const year = premiered?.text.slice(0, 4);
  return year !== undefined && /^\d{4}$/.test(year) ? `${title} (${year})` : title;
}

function lineOf(edge: CostarEdgeModel, date: string, { locale }: EmbedOptions): CostarLine {
  const { a, b, sharedWorks, works } = edge;
  return {
    a: a.person.id,
    b: b.person.id,
    sharedWorks,
    works: works.map((work) => ({ id: work.id, title: titleOf(work) })),
    text: `${fillCounted(locale, wordsOf(locale).sharedWorks, sharedWorks)}: ${worksInWords(edge, locale)}`,
    page: pageOfTwo(a.person.id, b.person.id, date),
  };
}

/** Standings that a picture of co-stars shows: something that is said to hold or to have held. */
function saidLine(answer: RelationshipAnswerModel, options: EmbedOptions): readonly SaidLine[] {
  const { verdict, label } = badgeView(answer, [], options);
  const { a, b } = pairOf(answer.question.a, answer.question.b);
  const telling = ['CONFIRMED', 'REPORTED', 'RUMORED', 'DISPUTED', 'ENDED'].includes(label.code);
  return telling ? [{ a, b, said: verdict, page: pageOf(answer) }] : [];
}

function pageOfTwo(a: string, b: string, date: string): string {
  return `/?${query({ a, b, asOf: date })}`;
}

function query(parameters: Readonly<Record<string, string>>): string {
  return new URLSearchParams(parameters).toString().replaceAll('%2F', '/');
}
