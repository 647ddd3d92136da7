import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { talkedAbout } from '../page/talked-about.ts';
import { examplesFor, type Example } from './examples.ts';
import './style.css';
import { provideWorkers } from './workers.ts';

/** The query that a link of the page carries behind the #, where no server sees it. */
function linkedQuery(): Example | null {
  const given = new URLSearchParams(window.location.hash.slice(1));
  const query = given.get('query');
  return query === null ? null : { query, variables: given.get('variables') ?? '' };
}

async function start(place: HTMLElement): Promise<void> {
  provideWorkers();
  const linked = linkedQuery();
  const [pair] = await talkedAbout(1);
  const examples = examplesFor(pair ?? null);
  createRoot(place).render(
    createElement(GraphiQL, {
      fetcher: createGraphiQLFetcher({ url: '/graphql' }),
      defaultTabs: [...(linked === null ? [] : [linked]), ...examples],
      ...(linked === null ? {} : { initialQuery: linked.query, initialVariables: linked.variables }),
      defaultEditorToolsVisibility: 'variables',
      isHeadersEditorEnabled: false,
    }),
  );
}

const place = document.getElementById('graphiql');
if (place !== null) void start(place);
