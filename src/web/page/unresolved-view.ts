import { el, isolated, joined, sentence } from './element.ts';
import type { Played } from './played-by.ts';
import { addressOf, withPerson, type Question } from './question.ts';
import type { AmbiguousParts, UnknownParts, WithheldParts } from './results.ts';
import { WITHHELD_WORD } from './words.ts';

/** An outcome that is no answer, and no fault either. */
export type Unresolved =
  | ({ readonly __typename: 'AmbiguousPerson' } & AmbiguousParts)
  | ({ readonly __typename: 'UnknownPerson' } & UnknownParts)
  | ({ readonly __typename: 'Withheld' } & WithheldParts);

/** What is shown in place of an answer; inside a section it has a smaller heading, which takes no focus. */
export function unresolved(
  outcome: Unresolved,
  question: Question,
  place: 'page' | 'section' = 'page',
  played: readonly Played[] = [],
): HTMLElement {
  const heading = (...words: readonly (Node | string)[]): HTMLElement =>
    place === 'page'
      ? el('h2', { class: 'verdict', tabindex: -1 }, ...words)
      : el('p', { class: 'answer-word small' }, ...words);
  switch (outcome.__typename) {
    case 'AmbiguousPerson':
      return ambiguous(outcome, question, heading);
    case 'UnknownPerson':
      return unknown(outcome, question, heading, played);
    case 'Withheld':
      return withheld(outcome, heading);
  }
}

type Suggested = UnknownParts['suggestions'][number];
type Heading = (...words: readonly (Node | string)[]) => HTMLElement;

function ambiguous(outcome: AmbiguousParts, question: Question, heading: Heading): HTMLElement {
  const choices = outcome.candidates.map(({ person, distinguishedBy }) => {
    const marks = distinguishedBy.map((mark) => isolated(mark));
    return el(
      'li',
      {},
      el('a', { href: addressOf(withPerson(question, outcome.argument, person.id)) }, isolated(person.name)),
      el('span', { class: 'aside' }, ...(marks.length === 0 ? [person.id] : joined(marks, ' · '))),
    );
  });
  return el(
    'article',
    { class: 'answer' },
    heading('Which ', isolated(outcome.given), '?'),
    el('p', {}, 'Several people on file go by that name, and no guess is made.'),
    el('ul', { class: 'choices' }, ...choices),
  );
}

function unknown(
  outcome: UnknownParts,
  question: Question,
  heading: Heading,
  played: readonly Played[],
): HTMLElement {
  const near = outcome.suggestions.map((person) =>
    el(
      'li',
      {},
      el('a', { href: addressOf(withPerson(question, outcome.argument, person.id)) }, isolated(person.name)),
      el('span', { class: 'aside' }, ...marksOf(person, outcome.suggestions)),
    ),
  );
  return el(
    'article',
    { class: 'answer' },
    heading('Nobody on file goes by “', isolated(outcome.given), '”'),
    ...played.map((each) => playedLine(each, outcome, question)),
    near.length === 0
      ? el('p', {}, 'No name of a person on file is close to it. That says nothing about the person.')
      : el('p', {}, 'Names on file that are close to it:'),
    near.length === 0 ? null : el('ul', { class: 'choices' }, ...near),
  );
}

/** Whoever asks about a character may mean who plays them; the two are never taken for one. */
function playedLine(
  { character, work, person }: Played,
  { argument }: UnknownParts,
  question: Question,
): HTMLElement {
  return el(
    'p',
    {},
    isolated(character),
    ' is a character in ',
    isolated(work),
    ', played by ',
    el('a', { href: addressOf(withPerson(question, argument, person.id)) }, isolated(person.name)),
    '.',
  );
}

/** What helps to recognize somebody: a work, and the id where somebody else has the same name. */
function marksOf(person: Suggested, all: readonly Suggested[]): readonly (Node | string)[] {
  const works = person.credits.nodes.map(({ work }) => isolated(work.title));
  const isAlone = all.filter(({ name }) => name === person.name).length === 1;
  return isAlone ? works : joined([...works, isolated(person.id)], ' · ');
}

function withheld(outcome: WithheldParts, heading: Heading): HTMLElement {
  return el(
    'article',
    { class: 'answer' },
    heading('Not answered'),
    el('p', { class: 'status-line' }, el('span', { class: 'tag' }, WITHHELD_WORD[outcome.reason])),
    sentence(outcome.hint, 'summary'),
    el(
      'p',
      { class: 'aside' },
      'This depends on the people and the date alone. It does not say whether anything is on file.',
    ),
  );
}
