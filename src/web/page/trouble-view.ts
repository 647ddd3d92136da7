import type { ServerFault } from './ask-server.ts';
import { el, sentence } from './element.ts';

/** Codes of faults that no other question would have avoided. */
const SERVER_FAULT = /^(INTERNAL|STORE_|NOT_READY)/;

/** What the server refused and what it wanted instead, or that it failed by itself. */
export function refused(faults: readonly ServerFault[]): HTMLElement {
  const broken = faults.some(({ code }) => code !== null && SERVER_FAULT.test(code));
  const items = faults
    .slice(0, 3)
    .map((fault) =>
      el(
        'div',
        { class: 'fault' },
        sentence(fault.message),
        fault.hint === null ? null : sentence(fault.hint, 'aside'),
        fault.code === null ? null : el('p', {}, el('code', {}, fault.code)),
      ),
    );
  return el(
    'article',
    { class: 'answer' },
    el(
      'h2',
      { class: 'verdict', tabindex: -1 },
      broken ? 'The server could not answer' : 'That cannot be asked',
    ),
    ...items,
  );
}

/** The page itself failed on an answer: said plainly, since waiting would not help. */
export function unshowable(): HTMLElement {
  return el(
    'article',
    { class: 'answer' },
    el('h2', { class: 'verdict', tabindex: -1 }, 'This answer cannot be shown'),
    el(
      'p',
      {},
      'The server answered, but in a way that this page does not know. It may be newer: reload the page.',
    ),
  );
}

/** Nothing came back: said once, quietly, with a way to try again. */
export function unreachable(retry: () => void): HTMLElement {
  const button = el('button', { type: 'button', class: 'quiet' }, 'Try again');
  button.addEventListener('click', retry);
  return el(
    'article',
    { class: 'answer' },
    el('h2', { class: 'verdict', tabindex: -1 }, 'The server does not answer'),
    el('p', {}, 'It may have been stopped, or the connection is gone. Your question is kept in the address.'),
    button,
  );
}
