import { el, isolated } from './element.ts';
import { whenInWords } from './figures.ts';
import { addressOf } from './question.ts';
import { talkedAbout, type TalkedAbout } from './talked-about.ts';

const EXAMPLES = 4;

/** The start page: what this is, and questions that something is on file for, once the server has said which. */
export function startPage(): HTMLElement {
  const examples = el('div', { class: 'examples' });
  void talkedAbout(EXAMPLES).then((pairs) => {
    if (pairs.length > 0) examples.append(exampleList(pairs));
  });
  return el(
    'div',
    { class: 'start' },
    el('h2', { class: 'verdict' }, 'Is it true, or does somebody just say so?'),
    el(
      'p',
      { class: 'summary' },
      'Ask about two people. You get what is on file: who says so, who denies it, on what evidence, whom they have it ',
      'from, and how far all that carries.',
    ),
    examples,
  );
}

function exampleList(pairs: readonly TalkedAbout[]): HTMLElement {
  const items = pairs.map(({ a, b, said }) =>
    el(
      'li',
      {},
      el(
        'a',
        { href: addressOf({ a: a.name, b: b.name, kind: 'DATING', asOf: said }) },
        'Are ',
        isolated(a.name),
        ' and ',
        isolated(b.name),
        ' dating?',
      ),
      el('span', { class: 'aside' }, `somebody spoke about it ${whenInWords(said)}`),
    ),
  );
  const first = pairs[0];
  const one =
    first === undefined
      ? null
      : el(
          'li',
          {},
          el(
            'a',
            { href: addressOf({ a: first.a.name, b: '', kind: 'DATING', asOf: first.said }) },
            'Who is ',
            isolated(first.a.name),
            ' dating?',
          ),
          el('span', { class: 'aside' }, 'one name alone'),
        );
  return el(
    'section',
    {},
    el('h3', {}, 'Questions that something is on file for'),
    el('ul', { class: 'choices' }, ...items, one),
  );
}
