import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layOutCostars } from '../../src/application/layout/costar-layout.ts';
import { MOST_WAITING, openStudio } from '../../src/embed/studio/studio.ts';
import type { Drawer } from '../../src/embed/studio/tasks.ts';
import { createContext } from '../../src/graphql/context.ts';
import { resolvers } from '../../src/graphql/resolvers/index.ts';
import { executableSchema } from '../../src/graphql/schema.ts';
import { startGraphQL } from '../../src/graphql/server.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { serve, type Serving } from '../../src/http/serve.ts';
import { webFiles } from '../../src/http/web-files.ts';
import { parseInstant } from '../../src/domain/time.ts';
import { change, credit, person, work } from '../support/builders.ts';
import { openGraph } from '../support/graph.ts';

// Everybody has one co-star of their own, so that each picture differs from every other.
const people = Array.from({ length: 2 * (MOST_WAITING + 2) }, (_, index) =>
  person(`p${index}`, `Person ${index}`),
);
const works = people
  .map((_, index) => work(`w${index >> 1}`, `Film ${index >> 1}`))
  .filter((_, at) => at % 2 === 0);
const CREDITS = people.flatMap((each, index) =>
  works.slice(index >> 1, (index >> 1) + 1).map((film) => credit(each, film)),
);

let serving: Serving;
let base: string;
let [wanted, layouts] = [0, 0];
let open = (): void => undefined;
const passed = new Promise<void>((resolve) => {
  open = resolve;
});

/** Lays nothing out until the gate is opened. */
const GATED: Drawer = {
  draw: async (_name, given) => {
    layouts += 1;
    await passed;
    if (typeof given === 'string') throw new Error('Expected nobody to ask for a PNG');
    return layOutCostars(given.people, given.edges);
  },
  close: () => Promise.resolve(),
};

beforeAll(async () => {
  const graph = await openGraph([change({ people, works, credits: CREDITS })]);
  const { store, costars } = graph;
  const asking = {
    store,
    costars,
    clock: { now: () => parseInstant('2024-06-01T12:00:00Z') },
    profile: 'cautious' as const,
  };
  const log = pino({ level: 'silent' });
  const gated = openStudio(GATED);
  const studio: typeof gated = {
    ...gated,
    layOut: (...graph) => {
      wanted += 1;
      return gated.layOut(...graph);
    },
  };
  const graphql = await startGraphQL({
    schema: executableSchema(resolvers),
    context: (requestId) => createContext({ ...asking, requestId, layOut: studio.layOut }),
    log,
  });
  const http = createHttpServer({
    execute: graphql.execute,
    ready: () => store.ping(),
    web: webFiles(),
    embedding: { asking: () => asking, studio },
    log,
  });
  const close = async (): Promise<void> => {
    await graphql.stop();
    await studio.close();
    await graph.close();
  };
  serving = await serve({ http, log, close }, { port: 0, host: '127.0.0.1', onSignals: false, notice: 0 });
  base = serving.url.replace('localhost', '127.0.0.1');
});
afterAll(() => serving.stop());

const picture = (index: number): Promise<Response> =>
  fetch(`${base}/embed/v1/costars.svg?person=person/p${2 * index}`);

describe('while pictures wait to be laid out', () => {
  test('others are answered, and what is beyond the bound is refused at once', async () => {
    const asked = Array.from({ length: MOST_WAITING }, (_, index) => picture(index));
    // The same again is no more work.
    asked.push(picture(0));
    while (wanted < asked.length) await new Promise(setImmediate);
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    const refused = await picture(MOST_WAITING);
    expect([
      refused.status,
      refused.headers.get('retry-after'),
      refused.headers.get('cache-control'),
    ]).toEqual([503, '5', 'no-store']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'BUSY' } }] });

    const body = JSON.stringify({
      query: '{ costarGraph(root: { id: "person/p1" }) { ... on CostarGraph { nodes { x } } } }',
    });
    const headers = { 'content-type': 'application/json' };
    const graphql = await fetch(`${base}/graphql`, { method: 'POST', body, headers });
    expect([graphql.status, graphql.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await graphql.json()).toMatchObject({ errors: [{ extensions: { code: 'BUSY' } }] });

    expect(layouts).toBe(1);
    open();
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(layouts).toBe(MOST_WAITING);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(texts.at(-1)).toBe(texts[0]);
  });
});
