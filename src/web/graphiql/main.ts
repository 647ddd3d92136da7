import { GraphiQL } from 'graphiql';
import 'graphiql/setup-workers/vite';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { talkedAbout } from '../page/talked-about.ts';
import { askGraphql } from './ask-graphql.ts';
import { examplesFor, type Example } from './examples.ts';

/** The query that a link of the page carries behind the #, where no server sees it. */
function linkedQuery(): Example | null {
  const given = new URLSearchParams(window.location.hash.slice(1));
  const query = given.get('query');
  return query === null ? null : { query, variables: given.get('variables') ?? '' };
}

/** Where GraphiQL keeps the tabs of earlier visits. */
const KEPT_TABS = 'graphiql:tabState';

function hasKeptTabs(): boolean {
  try {
    return window.localStorage.getItem(KEPT_TABS) !== null;
  } catch {
    // A browser that keeps nothing for this site.
    return false;
  }
}

async function start(place: HTMLElement): Promise<void> {
  const linked = linkedQuery();
  const [pair] = await talkedAbout(1);
  const examples = examplesFor(pair ?? null);
  const tabs = linked === null ? examples : [linked, ...examples];
  // Kept tabs win over these; GraphiQL adds a linked query to them. Without any, it takes the variables of the
  // first tab only from here.
  const first = linked ?? (hasKeptTabs() ? undefined : tabs[0]);
  const home = createElement('a', { href: '/', className: 'home' }, 'Hearsay');
  createRoot(place).render(
    createElement(
      GraphiQL,
      {
        fetcher: askGraphql,
        defaultTabs: [...tabs],
        ...(first === undefined ? {} : { initialQuery: first.query, initialVariables: first.variables }),
        defaultEditorToolsVisibility: 'variables',
        isHeadersEditorEnabled: false,
      },
      createElement(GraphiQL.Logo, null, home),
    ),
  );
}

const place = document.getElementById('graphiql');
if (place !== null) void start(place);
