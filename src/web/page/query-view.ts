import type { GraphqlRequest } from './ask-server.ts';
import { el } from './element.ts';

/** The query that gave the answer, for GraphiQL and for a shell, with buttons to copy either. */
export function queryDetails(request: GraphqlRequest): HTMLElement {
  const variables = JSON.stringify(request.variables, null, 2);
  const inGraphiql = new URLSearchParams({ query: request.query, variables });
  return el(
    'details',
    { class: 'fold' },
    el('summary', {}, 'The query that gave this'),
    el(
      'p',
      {},
      el('a', { href: `/graphql#${inGraphiql.toString()}` }, 'Open it in GraphiQL'),
      ', or copy it. Ask with fewer fields if you need fewer.',
    ),
    copyable('GraphQL', request.query),
    copyable('Variables', variables),
    copyable('curl', curlCommand(request)),
  );
}

function curlCommand(request: GraphqlRequest): string {
  // Between single quotes a POSIX shell takes everything as it is, but for the single quote itself.
  const body = JSON.stringify(request).replaceAll("'", `'\\''`);
  return `curl -s ${window.location.origin}/graphql \\\n  -H 'content-type: application/json' \\\n  --data-raw '${body}'`;
}

function copyable(label: string, text: string): HTMLElement {
  const button = el('button', { type: 'button', class: 'quiet', 'aria-label': `Copy ${label}` }, 'Copy');
  const said = el('span', { role: 'status', class: 'copied' });
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(text).then(
      () => (said.textContent = 'Copied.'),
      () => (said.textContent = 'The browser did not allow it; select the text instead.'),
    );
  });
  const block = el('pre', { tabindex: 0, role: 'region', 'aria-label': label }, el('code', {}, text));
  return el(
    'div',
    { class: 'copyable' },
    el('div', { class: 'bar-top' }, el('h3', {}, label), said, button),
    block,
  );
}
