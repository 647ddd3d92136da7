import { el, glyph } from './element.ts';
import { dateInWords, instantInWords, longBefore, percent } from './figures.ts';
import type { RelationshipStatus } from './results.ts';
import { ignoranceInWords } from '../../words/ignorance.ts';
import { STATUS_SHAPE } from '../status-shapes.ts';
import { STATUS_MEANING, STATUS_WORD } from './words.ts';

/** A status as a word with its own shape and colour. */
export function statusMark(status: RelationshipStatus): HTMLElement {
  return el(
    'span',
    { class: 'status', 'data-status': status },
    glyph(STATUS_SHAPE[status]),
    el('span', {}, STATUS_WORD[status]),
  );
}

/**
 * The question, which stops before its question mark, with its date and its answer, as the heading that takes the
 * focus. No date means today.
 */
export function verdictHeading(
  question: readonly (Node | string)[],
  asOf: string | null,
  answer: string,
): HTMLElement {
  const date = asOf === null ? 'as of today?' : `as of ${dateInWords(asOf)}?`;
  return el(
    'h2',
    { class: 'verdict', tabindex: -1 },
    el('span', { class: 'question' }, ...question, ' ', el('span', { class: 'as-of' }, date)),
    ' ',
    el('span', { class: 'answer-word' }, answer),
  );
}

/** The status, spelt out. */
export function statusLine(status: RelationshipStatus): HTMLElement {
  return el(
    'p',
    { class: 'status-line' },
    statusMark(status),
    el('span', { class: 'meaning' }, STATUS_MEANING[status]),
  );
}

/**
 * The confidence as a bar and in words. `holds` says what is probable, so that the number cannot be read as
 * how sure the answer is.
 */
export function confidenceBar(confidence: number | null, holds: readonly (Node | string)[]): HTMLElement {
  if (confidence === null) {
    return el(
      'p',
      { class: 'confidence none' },
      'There is no number: nobody on file has said anything, and silence is neither a yes nor a no.',
    );
  }
  const fill = el('div', { class: 'fill' });
  fill.style.setProperty('--part', String(confidence));
  const text = el('p', { class: 'likelihood' });
  text.append(el('strong', {}, percent(confidence)), ' is the probability that ', ...holds);
  text.append(', going by what is on file. ');
  text.append(el('span', { class: 'aside' }, 'It is not how sure the answer is.'));
  const meter = {
    class: 'bar',
    role: 'meter',
    'aria-label': 'Probability that it holds',
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-valuenow': Math.round(confidence * 1000) / 10,
    'aria-valuetext': percent(confidence),
  };
  const scale = el(
    'div',
    { class: 'scale', 'aria-hidden': 'true' },
    el('span', {}, '0%'),
    el('span', {}, '100%'),
  );
  return el('div', { class: 'confidence' }, el('div', meter, fill), scale, text);
}

/** A row of a list of facts: its name and what to say; null leaves the row out. */
export type Fact = readonly [name: string, value: string | Node] | null;

/** Facts as a definition list. */
export function facts(rows: readonly Fact[]): HTMLElement {
  const list = el('dl', { class: 'facts' });
  for (const row of rows) {
    if (row !== null) list.append(el('div', {}, el('dt', {}, row[0]), el('dd', {}, row[1])));
  }
  return list;
}

/** The facts that every answer has: its date, the last word, how little is known, what it rests on. */
export function standingFacts(answer: {
  readonly asOf: string;
  readonly lastHeard: string | null;
  readonly ignorance: number;
  readonly knownAt: string;
}): readonly Fact[] {
  return [
    ['As of', el('strong', {}, dateInWords(answer.asOf))],
    answer.lastHeard === null ? null : ['Last heard', lastHeard(answer.lastHeard, answer.asOf)],
    ['How little is known', ignoranceInWords(answer.ignorance)],
    ['On file at', instantInWords(answer.knownAt)],
  ];
}

function lastHeard(date: string, asOf: string): Node {
  const before = longBefore(date, asOf);
  if (before === null) return el('span', {}, dateInWords(date));
  return el('span', { class: 'old' }, `${dateInWords(date)}, ${before}. Nothing that counts was said since.`);
}
