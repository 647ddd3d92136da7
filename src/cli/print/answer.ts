import type { AnswerParts, ClaimParts } from '../results.ts';
import type { Style } from '../terminal/style.ts';
import { indented, plain, spread, wrap } from '../terminal/text.ts';
import { ignoranceInWords } from '../../words/ignorance.ts';
import { bar } from './bar.ts';
import { claimsByDocument, type Sign } from './claims.ts';
import { numberLines } from './number.ts';
import {
  answerWord,
  asked,
  capitalized,
  counted,
  evidenceNoun,
  lowered,
  statusWords,
  uncapitalized,
  when,
} from './words.ts';

/** How many cells the bar of a probability has. */
const BAR_CELLS = 40;

/** The whole answer about two people. */
export function relationshipPage(answer: AnswerParts, style: Style): string {
  const sections = [
    heading(answer, style),
    wrap(plain(answer.summary), style.width - 2).map((line) => `  ${line}`),
    gauge(answer, style),
    sides(answer, style),
    fiction(answer, style),
    changes(answer, style),
    answer.explanation === null
      ? []
      : numberLines(answer.explanation, answer.confidence, evidenceNames(answer), style),
    footer(answer, style),
  ];
  return joinSections(sections);
}

/** Sections with an empty line between them; sections without a line are left out. */
export function joinSections(sections: readonly (readonly string[])[]): string {
  return sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n');
}

/** The first line of a page: what was asked, and for which date. */
export function headline(left: string, asOf: string, style: Style): readonly string[] {
  const right = asOf === '' ? '' : `as of ${asOf}`;
  return spread({ first: '', left, right, paintLeft: style.bold, paintRight: style.dim }, style.width);
}

/** The title of a section. */
export function titled(title: string, lines: readonly string[], style: Style): readonly string[] {
  return [style.bold(title), ...lines];
}

function heading(answer: AnswerParts, style: Style): readonly string[] {
  const namesakes = new Set(answer.people.map((person) => person.name)).size < answer.people.length;
  const names = answer.people
    .map((person) => plain(namesakes ? `${person.name} (${person.id})` : person.name))
    .join(' and ');
  const word = `${answerWord(answer.answer, style)} ${style.glyphs.dot} ${statusWords(answer.status)}`;
  return [...headline(`${names}: ${asked(answer.kind)}?`, answer.asOf, style), word];
}

function gauge(answer: AnswerParts, style: Style): readonly string[] {
  if (answer.confidence === null) return [];
  const sources = counted(answer.independentSources, 'independent origin');
  const basis = `${sources} in support ${style.glyphs.dot} ${uncapitalized(ignoranceInWords(answer.ignorance))}`;
  return [
    `  Probability that they are ${asked(answer.kind)}`,
    `  ${bar(answer.confidence, Math.min(BAR_CELLS, style.width - 14), style)}`,
    ...indented(basis, style.width, '  ').map(style.dim),
  ];
}

function sides(answer: AnswerParts, style: Style): readonly string[] {
  const supporting = side('Who says so', 'for', answer.supporting, style);
  const denying = side('Who says otherwise', 'against', answer.denying, style);
  if (answer.supporting.totalCount + answer.denying.totalCount === 0) return [];
  return [...supporting, '', ...denying];
}

function side(
  title: string,
  sign: Sign,
  claims: { readonly totalCount: number; readonly nodes: readonly ClaimParts[] },
  style: Style,
): readonly string[] {
  const hidden = claims.totalCount - claims.nodes.length;
  const lines = claimsByDocument(claims.nodes, () => ({ sign, names: false, id: false }), style);
  if (claims.totalCount === 0) return titled(title, ['  Nobody on file.'], style);
  const more = hidden > 0 ? [`  And ${counted(hidden, 'lighter claim')}.`] : [];
  return titled(`${title} (${claims.totalCount})`, [...lines, ...more], style);
}

function fiction(answer: AnswerParts, style: Style): readonly string[] {
  if (answer.onScreen.length === 0) return [];
  const lines = answer.onScreen.flatMap(({ characters, kind, work }) => {
    const names = characters.map((character) => character.name).join(' and ');
    return indented(plain(`${names}: ${lowered(kind)} in ${work.title}`), style.width, '  ');
  });
  return titled('Fiction, not fact: characters that they play', lines, style);
}

function changes(answer: AnswerParts, style: Style): readonly string[] {
  if (answer.wouldChange.length === 0) return [];
  const lines = answer.wouldChange.flatMap((change) =>
    indented(plain(change.text), style.width, `  ${style.glyphs.dot} `),
  );
  return titled('What would change it', lines, style);
}

/** What pieces of evidence are called, by id. */
function evidenceNames({ supporting, denying }: AnswerParts): ReadonlyMap<string, string> {
  const cited = [...supporting.nodes, ...denying.nodes].flatMap((claim) => claim.evidence);
  return new Map(
    cited.map(({ evidence: { id, kind, description } }) => [
      id,
      description === null ? evidenceNoun(kind) : `${evidenceNoun(kind)} (${description})`,
    ]),
  );
}

function footer(answer: AnswerParts, style: Style): readonly string[] {
  const since = answer.since === null ? [] : [`said to have begun ${when(answer.since)}`];
  const until = answer.until === null ? [] : [`said to have ended ${when(answer.until)}`];
  const heard = answer.lastHeard === null ? [] : [`last heard ${when(answer.lastHeard)}`];
  const cut = answer.truncated ? ['only the latest claims were weighed'] : [];
  const parts = [...since, ...until, ...heard, `known at ${answer.knownAt.slice(0, 16)}Z`, ...cut];
  const text = [...parts, `engine ${answer.engineVersion}`].join(` ${style.glyphs.dot} `);
  return wrap(plain(capitalized(text)), style.width).map(style.dim);
}
