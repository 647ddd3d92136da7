import { el, isolated } from './element.ts';
import { dateInWords } from './figures.ts';
import { addressOf } from './question.ts';
import { talkedAbout, type TalkedAbout } from './talked-about.ts';
import { statusMark } from './verdict-view.ts';
import { STATUS_MEANING, STATUSES } from './words.ts';

const EXAMPLES = 4;

/** Whoever waits longer than this sees the page without examples: none may push it about later. Milliseconds. */
const PATIENCE = 1500;

/** The start page: what this is, questions that something is on file for, and what an answer may say. */
export async function startPage(): Promise<HTMLElement> {
  const late = new Promise<readonly TalkedAbout[]>((resolve) =>
    setTimeout(() => {
      resolve([]);
    }, PATIENCE),
  );
  const pairs = await Promise.race([talkedAbout(EXAMPLES), late]);
  return el(
    'div',
    { class: 'start' },
    el('h2', { class: 'verdict' }, 'Is it true, or does somebody just say so?'),
    el(
      'p',
      { class: 'summary' },
      'Ask about two people. You get what is on file: who says so, who denies it, on what evidence, from whom ',
      'they have it, and how far all that carries.',
    ),
    pairs.length === 0 ? null : examples(pairs),
    legend(),
  );
}

function examples(pairs: readonly TalkedAbout[]): HTMLElement {
  const [first] = pairs;
  return el(
    'section',
    {},
    el('h3', {}, 'Somebody has spoken about these'),
    el(
      'ul',
      { class: 'choices' },
      ...pairs.map(pairExample),
      first === undefined ? null : personExample(first),
    ),
  );
}

function pairExample({ a, b, said }: TalkedAbout): HTMLElement {
  const address = addressOf({ a: a.name, b: b.name, kind: 'DATING', asOf: said });
  const question = el(
    'a',
    { href: address },
    'Are ',
    isolated(a.name),
    ' and ',
    isolated(b.name),
    ' dating?',
  );
  return el(
    'li',
    {},
    question,
    el('span', { class: 'aside' }, `as of ${dateInWords(said)}, when it was said`),
  );
}

function personExample({ a, said }: TalkedAbout): HTMLElement {
  const address = addressOf({ a: a.name, b: '', kind: 'DATING', asOf: said });
  const question = el('a', { href: address }, 'Who is ', isolated(a.name), ' dating?');
  return el('li', {}, question, el('span', { class: 'aside' }, 'one name alone'));
}

function legend(): HTMLElement {
  const rows = STATUSES.map((status) =>
    el('div', {}, el('dt', {}, statusMark(status)), el('dd', {}, STATUS_MEANING[status])),
  );
  return el('section', { class: 'legend' }, el('h3', {}, 'What an answer may say'), el('dl', {}, ...rows));
}
