import { claimSection } from './claim-view.ts';
import { el, isolated, sentence } from './element.ts';
import { counted, dateInWords, percent, whenInWords } from './figures.ts';
import { addressOf, type Question } from './question.ts';
import type { PairKind, WhoIsWithData } from './results.ts';
import { unresolved } from './unresolved-view.ts';
import {
  confidenceBar,
  facts,
  standingFacts,
  statusLine,
  statusMark,
  verdictHeading,
} from './verdict-view.ts';
import { ANSWER_WORD, ASKED, RELATED_TO, ROMANCE_KINDS } from './words.ts';

type FoundPerson = Extract<WhoIsWithData['person'], { readonly __typename: 'Person' }>;
type Relationship = FoundPerson['relationships']['nodes'][number];
type SingleResult = WhoIsWithData['relationshipStatus'];

/** The answer about one person: with whom they are said to be, and whether they are said to be single. */
export function personAnswer(person: FoundPerson, single: SingleResult, question: Question): HTMLElement {
  const { nodes, totalCount, truncated } = person.relationships;
  const isRomance = ROMANCE_KINDS.includes(question.kind);
  // That nobody is listed says nothing then, and must not be said. Only romance is withheld because of age.
  const isWithheld = single.__typename === 'Withheld' && (isRomance || single.reason === 'PRIVATE_PERSON');
  if (isWithheld && totalCount === 0) return unresolved(single, question);
  return el(
    'article',
    { class: 'answer' },
    personHeading(person, question, dateOf(person, single, question)),
    nodes.length === 0
      ? el(
          'p',
          { class: 'empty' },
          `Nobody on file is said to be, or to have been, ${withWhom(question.kind)} `,
          isolated(person.name),
          '.',
        )
      : el('ul', { class: 'partners' }, ...nodes.map((node) => partner(person, node, question))),
    truncated || totalCount > nodes.length
      ? el('p', { class: 'aside' }, `The ${nodes.length} most recent are shown; there are more.`)
      : null,
    isRomance ? singleSection(single, question) : null,
  );
}

/** Who asks about dating gets every kind of romance, so that nobody is "with" them. */
function withWhom(kind: PairKind): string {
  return kind === 'DATING' ? 'with' : RELATED_TO[kind];
}

function personHeading(person: FoundPerson, { kind }: Question, asOf: string | null): HTMLElement {
  const count = person.relationships.totalCount;
  const word = count === 0 ? 'No name on file' : `${counted(count, 'name')} on file`;
  return verdictHeading(['Who is ', isolated(person.name), ` ${RELATED_TO[kind]}`], asOf, word);
}

/** The date that the answer is about, as any part of it says it; the question's own when none does. */
function dateOf(person: FoundPerson, single: SingleResult, question: Question): string | null {
  if (single.__typename === 'RelationshipStatusAnswer') return single.asOf;
  return person.relationships.nodes[0]?.asOf ?? (question.asOf === '' ? null : question.asOf);
}

function partner(person: FoundPerson, relationship: Relationship, question: Question): HTMLElement {
  const other = relationship.people.find(({ id }) => id !== person.id) ?? person;
  const kind: PairKind = relationship.kind;
  const address = addressOf({ ...question, a: question.a, b: other.id, kind });
  const confidence = relationship.confidence;
  return el(
    'li',
    { class: 'partner' },
    el(
      'p',
      { class: 'partner-name' },
      el('a', { href: address }, isolated(other.name)),
      el('span', { class: 'aside' }, `${ASKED[kind]}: ${ANSWER_WORD[relationship.answer].toLowerCase()}`),
    ),
    el(
      'p',
      { class: 'effect' },
      statusMark(relationship.status),
      confidence === null ? null : el('span', {}, `probability that it holds: ${percent(confidence)}`),
    ),
    sentence(relationship.summary, 'partner-summary'),
    relationship.lastHeard === null
      ? null
      : el('p', { class: 'where' }, `Last heard ${whenInWords(relationship.lastHeard)}`),
  );
}

function singleSection(single: SingleResult, question: Question): HTMLElement {
  const title = el('h3', {}, 'Said to be single?');
  if (single.__typename !== 'RelationshipStatusAnswer') {
    return el('section', { class: 'single' }, title, unresolved(single, question, 'section'));
  }
  const asOf = dateInWords(single.asOf);
  const holds = [isolated(single.person.name), ` is single ${whenInWords(single.asOf)}`];
  return el(
    'section',
    { class: 'single' },
    title,
    el('p', { class: 'answer-word small' }, ANSWER_WORD[single.answer]),
    statusLine(single.status),
    sentence(single.summary, 'summary'),
    confidenceBar(single.confidence, holds),
    facts(standingFacts(single)),
    claimSection('either', 'Claims that decided it', `There are none as of ${asOf}.`, single.claims, null),
  );
}
