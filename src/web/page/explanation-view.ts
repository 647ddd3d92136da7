import { el, isolated } from './element.ts';
import { logit, percent, sigmoid, signed } from './figures.ts';
import type { AnswerParts, ExplanationParts } from './results.ts';
import { CAP_WORD, TERM_STANCE_WORD } from './words.ts';

/** The term that carries what many weak origins lose together (schema.graphql, `Term.group`). */
const SATURATION = 'saturation';

/** The sum behind the number, folded away, in enough detail to do it by hand. */
export function explanationDetails(answer: AnswerParts): HTMLElement | null {
  const explanation = answer.explanation;
  if (explanation === null) return null;
  const ending = explanation.ending;
  return el(
    'details',
    { class: 'fold' },
    el('summary', {}, 'How the number came about'),
    el(
      'p',
      { class: 'aside' },
      'Each independent origin adds to, or takes from, the log-odds; copies and relays add nothing. ',
      'The sum gives the probability, and some bounds may apply afterwards.',
    ),
    el(
      'p',
      { class: 'aside' },
      'Weight × kept × share = adds. Kept is what time and rules leave of the weight. Share is 1 for the heaviest ',
      'origin of a side and less for each that follows; for denials it is a part of that, and negative.',
    ),
    sumTable(explanation, 'What speaks for and against it', answer),
    ending === null ? null : el('p', { class: 'aside' }, 'The same sum for “it has ended”:'),
    ending === null ? null : sumTable(ending, 'What says that it has ended', answer),
    el('p', { class: 'aside' }, `Computed by the rules of version ${answer.engineVersion}.`),
  );
}

function sumTable(explanation: ExplanationParts, caption: string, answer: AnswerParts): HTMLElement {
  const { prior, logOdds, calibration, caps, terms } = explanation;
  const raw = sigmoid(calibration.a * logOdds + calibration.b);
  const plain = calibration.a === 1 && calibration.b === 0;
  const line = plain
    ? 'sum'
    : `(${calibration.a} × sum ${calibration.b < 0 ? '−' : '+'} ${Math.abs(calibration.b)})`;
  const table = el('table', { class: 'sum' }, el('caption', {}, caption), header());
  const body = el('tbody', {}, startRow(prior), ...terms.map((term) => termRow(term, answer)));
  const foot = el(
    'tfoot',
    {},
    totalRow('Sum', signed(logOdds)),
    totalRow(`Probability: 1 / (1 + e^−${line})`, percent(raw)),
  );
  let bounded = raw;
  for (const cap of caps) {
    bounded = cap.code === 'FLOOR' ? Math.max(bounded, cap.limit) : Math.min(bounded, cap.limit);
    const bound = cap.code === 'FLOOR' ? 'at least' : 'at most';
    foot.append(
      totalRow(`${CAP_WORD[cap.code]}: ${bound} ${percent(cap.limit)}. ${cap.because}`, percent(bounded)),
    );
  }
  table.append(body, foot);
  const scroller = { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': caption };
  return el('div', scroller, table);
}

function header(): HTMLElement {
  const names = ['Origin', 'Counts', 'Claims', 'Weight', 'Kept', 'Share', 'Adds'];
  const cells = names.map((name, at) => el('th', { scope: 'col', class: at > 1 && 'number' }, name));
  return el('thead', {}, el('tr', {}, ...cells));
}

function startRow(prior: number): HTMLElement {
  const what = `Before anything was said: ${percent(prior)}`;
  return el(
    'tr',
    {},
    el('th', { scope: 'row', colspan: 6 }, what),
    el('td', { class: 'number' }, signed(logit(prior))),
  );
}

function termRow(term: ExplanationParts['terms'][number], answer: AnswerParts): HTMLElement {
  const number = (text: string): HTMLElement => el('td', { class: 'number' }, text);
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, isolated(originOf(term, answer))),
    el('td', {}, TERM_STANCE_WORD[term.stance]),
    number(String(term.claims.totalCount)),
    ...factorsOf(term).map(number),
    number(signed(term.contribution)),
  );
}

/** What is multiplied; saturation is what it is, and has no factors. */
function factorsOf({ group, weight, discount, share }: ExplanationParts['terms'][number]): readonly string[] {
  if (group === SATURATION) return ['', '', ''];
  const signedShare = `${share < 0 ? '−' : ''}${Math.abs(share).toFixed(3)}`;
  return [weight.toFixed(3), `× ${discount.toFixed(3)}`, `× ${signedShare}`];
}

/** The source's name; for evidence what it shows; else the group as the server names it. */
function originOf(term: ExplanationParts['terms'][number], answer: AnswerParts): string {
  if (term.source !== null) return term.source.name;
  if (term.group === SATURATION) return 'What many weak origins lose together';
  const cited = [...answer.supporting.nodes, ...answer.denying.nodes].flatMap((claim) => claim.evidence);
  return cited.find(({ evidence }) => evidence.id === term.group)?.evidence.description ?? term.group;
}

function totalRow(name: string, value: string): HTMLElement {
  return el('tr', {}, el('th', { scope: 'row', colspan: 6 }, name), el('td', { class: 'number' }, value));
}
