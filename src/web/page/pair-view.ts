import { claimSection, type NextClaims } from './claim-view.ts';
import { el, isolated, joined, sentence } from './element.ts';
import { explanationDetails } from './explanation-view.ts';
import { counted, dateInWords, whenInWords } from './figures.ts';
import type { AnswerParts, PairKind } from './results.ts';
import {
  confidenceBar,
  facts,
  standingFacts,
  statusLine,
  statusMark,
  verdictHeading,
} from './verdict-view.ts';
import { ANSWER_WORD, ARE, ASKED, ON_SCREEN_ARE } from './words.ts';

/** How to get more of the claims on either side. */
export interface MoreClaims {
  readonly supporting: NextClaims;
  readonly denying: NextClaims;
}

/** The answer about two people. */
export function pairAnswer(answer: AnswerParts, asked: PairKind, more: MoreClaims): HTMLElement {
  return el(
    'article',
    { class: 'answer' },
    verdictHeading(questionWords(answer, asked), answer.asOf, ANSWER_WORD[answer.answer]),
    statusLine(answer.status),
    sentence(answer.summary, 'summary'),
    answer.kind === asked
      ? null
      : el(
          'p',
          { class: 'aside' },
          `Asked was ${ASKED[asked]}; what is on file goes further: ${ASKED[answer.kind]}.`,
        ),
    confidenceBar(answer.confidence, holds(answer, asked)),
    pairFacts(answer),
    onScreen(answer),
    sides(answer, more),
    wouldChange(answer),
    explanationDetails(answer),
  );
}

function names(answer: AnswerParts): readonly (Node | string)[] {
  return joined(
    answer.people.map((person) => isolated(person.name)),
    ' and ',
  );
}

function questionWords(answer: AnswerParts, asked: PairKind): readonly (Node | string)[] {
  const [parent, child] = answer.people;
  if (asked === 'PARENT_OF' && parent !== undefined && child !== undefined) {
    return ['Is ', isolated(parent.name), ' a parent of ', isolated(child.name)];
  }
  return ['Are ', ...names(answer), ` ${ASKED[asked]}`];
}

function holds(answer: AnswerParts, asked: PairKind): readonly (Node | string)[] {
  return [...names(answer), ` ${ARE[asked]} ${whenInWords(answer.asOf)}`];
}

function pairFacts(answer: AnswerParts): HTMLElement {
  const [asOf = null, ...rest] = standingFacts(answer);
  return facts([
    asOf,
    answer.since === null ? null : ['Said to have begun', dateInWords(answer.since)],
    answer.until === null ? null : ['Said to have ended', dateInWords(answer.until)],
    ['Independent origins for it', String(answer.independentSources)],
    ...rest,
    answer.truncated
      ? ['Left out', 'There were more claims than one answer may read; the latest were used.']
      : null,
  ]);
}

function onScreen(answer: AnswerParts): HTMLElement | null {
  if (answer.onScreen.length === 0) return null;
  const relations = answer.onScreen.map((relation) =>
    el(
      'p',
      {},
      ...joined(
        relation.characters.map((character) => isolated(character.name)),
        ' and ',
      ),
      ` ${ON_SCREEN_ARE[relation.kind]} in `,
      el('cite', {}, isolated(relation.work.title)),
      '.',
    ),
  );
  return el(
    'aside',
    { class: 'fiction', 'aria-label': 'Fiction' },
    el('h3', { class: 'tag' }, 'Fiction'),
    ...relations,
    el(
      'p',
      { class: 'aside' },
      'These are characters that the two play. It says nothing about the two themselves.',
    ),
  );
}

function sides(answer: AnswerParts, more: MoreClaims): HTMLElement {
  return el(
    'div',
    { class: 'sides' },
    claimSection('for', 'Who says so', 'Nobody on file says so.', answer.supporting, more.supporting),
    claimSection(
      'against',
      'Who says otherwise',
      'Nobody on file says otherwise.',
      answer.denying,
      more.denying,
    ),
  );
}

function wouldChange(answer: AnswerParts): HTMLElement | null {
  if (answer.wouldChange.length === 0) return null;
  const items = answer.wouldChange.map((event) =>
    el(
      'li',
      {},
      el('span', { dir: 'auto', class: 'event' }, event.text),
      el('span', { class: 'effect' }, statusMark(event.status)),
    ),
  );
  return el(
    'section',
    { class: 'changes' },
    el('h3', {}, 'What would change it'),
    el('p', { class: 'aside' }, `${counted(items.length, 'event')}, each tried on what is on file.`),
    el('ul', {}, ...items),
  );
}
