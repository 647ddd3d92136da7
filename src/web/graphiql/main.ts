import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import './style.css';
import { provideWorkers } from './workers.ts';

provideWorkers();
const place = document.getElementById('graphiql');
if (place !== null) {
  createRoot(place).render(createElement(GraphiQL, { fetcher: createGraphiQLFetcher({ url: '/graphql' }) }));
}
