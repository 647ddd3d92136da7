import { pairOf, type Pair } from '../domain/claim.ts';
import type { Character, OnScreenRelationship, Work } from '../domain/entities.ts';
import { unreachable } from '../domain/errors.ts';
import type { NodeId } from '../domain/ids.ts';
import type { GraphNode } from '../ports/graph-store.ts';
import type { Answer, PairKind, RelationshipStatus } from '../domain/kinds.ts';
import type { RelationshipAnswerModel } from '../application/models.ts';
import type { EmbedOptions, Said } from './options.ts';
import { statementsOf, type Statement } from './statements.ts';
import { dateInWords, percentInWords } from './words/figures.ts';
import { fill, fillCounted, wordsOf, type Labels, type VerdictCode } from './words/words.ts';

/** Somebody in an embedded view, with the page about them. */
export interface ShownPerson {
  readonly id: string;
  readonly name: string;
}

/** What `<relationship-badge>`, its picture and `relationship.json` show. */
export interface BadgeView {
  readonly type: 'Relationship';
  readonly locale: string;
  readonly people: readonly ShownPerson[];
  readonly kind: PairKind;
  readonly status: RelationshipStatus;
  readonly answer: Answer;
  readonly confidence: number | null;
  readonly asOf: Said;
  /** The status in a word. */
  readonly label: Said;
  readonly verdict: Said;
  readonly statements: readonly Statement[];
  readonly more: Said | null;
  readonly likelihood: Said | null;
  /** What their characters are to each other: fiction, and never mixed with the rest. */
  readonly fiction: readonly Said[];
  /** The page with every source and document, from the root of the server. */
  readonly page: string;
  readonly labels: Labels;
}

/** A fictional relation with what is needed to name it. */
export interface NamedFiction {
  readonly relation: OnScreenRelationship;
  readonly characters: readonly Character[];
  readonly work: Work | null;
}

/** Statements that a badge has room for. */
const MOST_STATEMENTS = 4;

/** The answer about two people as a page elsewhere shows it. */
export function badgeView(
  answer: RelationshipAnswerModel,
  onScreen: readonly NamedFiction[],
  options: EmbedOptions,
): BadgeView {
  const { locale } = options;
  const words = wordsOf(locale);
  const shown = shownVerdict(answer, options);
  const statements = shown.code === 'NOTHING' ? [] : statementsOf(answer, locale, options.rumors);
  const kind =
    shown.code === 'NOTHING' || shown.code === 'DENIED' ? answer.question.kind : answer.verdict.kind;
  const more = statements.length - MOST_STATEMENTS;
  return {
    type: 'Relationship',
    locale,
    people: answer.people.map(({ person }) => ({ id: person.id, name: person.name })),
    kind,
    status: shown.status,
    answer: shown.answer,
    confidence: shown.confidence,
    asOf: asOfSaid(answer.reader.asOf.text, options),
    label: { code: shown.code, parameters: {}, text: words.verdictLabels[shown.code] },
    verdict: verdictSaid(shown.code, kind, answer, options),
    statements: statements.slice(0, MOST_STATEMENTS),
    more:
      more > 0
        ? { code: 'MORE', parameters: { count: more }, text: fillCounted(locale, words.moreStatements, more) }
        : null,
    likelihood: likelihoodSaid(shown.confidence, options),
    fiction: options.fiction ? onScreen.map((each) => fictionSaid(each, options)) : [],
    page: pageOf(answer),
    labels: words.labels,
  };
}

interface ShownVerdict {
  readonly code: VerdictCode;
  readonly status: RelationshipStatus;
  readonly answer: Answer;
  readonly confidence: number | null;
}

const NOTHING: ShownVerdict = { code: 'NOTHING', status: 'NO_EVIDENCE', answer: 'UNKNOWN', confidence: null };

/** Where a site does not ask for rumors, a pair that is only rumored cannot be told from one nobody spoke of. */
function shownVerdict({ verdict }: RelationshipAnswerModel, { rumors }: EmbedOptions): ShownVerdict {
  const { status, answer, confidence } = verdict;
  switch (status) {
    case 'NO_EVIDENCE':
      return NOTHING;
    case 'RUMORED':
      return rumors ? { code: 'RUMORED', status, answer, confidence } : NOTHING;
    case 'CONFIRMED':
    case 'REPORTED':
    case 'DISPUTED':
    case 'DENIED':
    case 'ENDED':
      return { code: status, status, answer, confidence };
    default:
      return unreachable(status);
  }
}

function verdictSaid(
  code: VerdictCode,
  kind: PairKind,
  answer: RelationshipAnswerModel,
  { locale }: EmbedOptions,
): Said {
  const words = wordsOf(locale);
  const [a, b] = answer.people.map(({ person }) => person.name) as [string, string];
  const relation = fill(words.relations[kind], { a, b });
  return { code, parameters: { a, b, kind }, text: fill(words.verdicts[code], { relation }) };
}

/** The date that an answer is for, in words. */
export function asOfSaid(date: string, { locale }: EmbedOptions): Said {
  const text = fill(wordsOf(locale).asOf, { date: dateInWords(locale, date) });
  return { code: 'AS_OF', parameters: { date }, text };
}

function likelihoodSaid(confidence: number | null, { locale }: EmbedOptions): Said | null {
  if (confidence === null) return null;
  const percent = percentInWords(locale, confidence);
  const text = fill(wordsOf(locale).likelihood, { percent });
  return { code: 'LIKELIHOOD', parameters: { probability: confidence }, text };
}

/** What two characters are to each other, in words that say that it is fiction. */
export function fictionSaid({ relation, characters, work }: NamedFiction, { locale }: EmbedOptions): Said {
  const [a = '…', b = '…'] = characters.map(({ name }) => name);
  const parameters = { kind: relation.kind, a, b, work: work?.title ?? '…' };
  const text = fill(wordsOf(locale).onScreen[relation.kind], parameters);
  return { code: 'ON_SCREEN', parameters, text };
}

/** The page with every source and document of an answer, from the root of the server. */
export function pageOf({ question, reader }: RelationshipAnswerModel): string {
  const search = new URLSearchParams({ a: question.a, b: question.b });
  if (question.kind !== 'DATING') search.set('kind', question.kind);
  search.set('asOf', reader.asOf.text);
  return `/?${search.toString().replaceAll('%2F', '/')}`;
}

/** Fictional relations with the names of what they are about; one whose characters are not on file is left out. */
export function namedFiction(
  relations: readonly OnScreenRelationship[],
  nodes: ReadonlyMap<NodeId, GraphNode>,
): readonly NamedFiction[] {
  return relations.flatMap((relation) => {
    const characters = relation.characters.flatMap((id) => {
      const node = nodes.get(id);
      return node?.type === 'character' ? [node.value] : [];
    });
    const work = nodes.get(relation.work);
    if (characters.length < relation.characters.length) return [];
    return [{ relation, characters, work: work?.type === 'work' ? work.value : null }];
  });
}

/** The pair of an answer. */
export function pairOfAnswer({ question }: RelationshipAnswerModel): Pair {
  return pairOf(question.a, question.b);
}
