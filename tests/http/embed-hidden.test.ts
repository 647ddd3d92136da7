import { request } from 'node:http';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { GraphChange } from '../../src/domain/change.ts';
import { parseDate, parseInstant } from '../../src/domain/time.ts';
import { openStudio } from '../../src/embed/studio/studio.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { serve } from '../../src/http/serve.ts';
import { webFiles } from '../../src/http/web-files.ts';
import { change, claim, credit, document, person, source, work } from '../support/builders.ts';
import { openGraph } from '../support/graph.ts';

const ann = person('ann', 'Ann Archer', { birthDate: parseDate('1980-02-01') });
const bob = person('bob', 'Bob Baker', { birthDate: parseDate('1979') });
const cat = person('cat', 'Cat Carter', { birthDate: parseDate('2010-05') });
const dan = person('dan', 'Dan Draper', { birthDate: null });
const eve = person('eve', 'Eve Ellis', { privacy: 'PRIVATE' });
const people = [ann, bob, cat, dan, eve];
const tabloid = source('tabloid');
const story = document('story', tabloid, { title: 'A story', published: parseDate('2024-02-01') });
const film = work('film', 'The Film', { premiered: parseDate('2023-01-01') });

const VISIBLE = change({
  people,
  sources: [tabloid],
  documents: [story],
  works: [film],
  credits: people.map((each) => credit(each, film)),
  claims: [
    claim('friends', [ann, bob], story, { kind: 'FRIENDS' }),
    claim('denial', [ann, bob], story, { stance: 'DENIES' }),
  ],
});

/** What no reader under `cautious` may see: a minor, an unknown age, a private person, a past as a minor. */
const HIDDEN = change({
  claims: [
    claim('h1', [ann, cat], story),
    claim('h2', [bob, cat], story, { kind: 'MARRIED', modality: 'CONFIRMED' }),
    claim('h3', [ann, dan], story),
    claim('h4', [bob, eve], story, { kind: 'MARRIED' }),
    claim('h5', [ann, eve], story, { kind: 'FRIENDS' }),
    claim('h6', [ann, bob], story, { validFrom: parseDate('1995'), validTo: parseDate('1996') }),
  ],
});
const SHOWN = change({
  claims: [claim('shown', [ann, bob], story, { kind: 'MARRIED', modality: 'CONFIRMED' })],
});

interface Got {
  readonly status: number | undefined;
  readonly etag: string | undefined;
  readonly text: string;
}

/** Asks a server by one name: pictures say whom they come from, and no two servers have one port. */
function get(url: string, headers: Readonly<Record<string, string>>): Promise<Got> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { ...headers, host: 'hearsay.example' } }, (response) => {
      const { statusCode: status, headers: given } = response;
      response.toArray().then((parts) => {
        resolve({ status, etag: given.etag, text: Buffer.concat(parts as Buffer[]).toString() });
      }, reject);
    })
      .on('error', reject)
      .end();
  });
}

/** Everything that a page elsewhere can ask about these people, with its tag and its status. */
async function everyAnswer(changes: readonly GraphChange[]): Promise<readonly string[]> {
  const graph = await openGraph(changes);
  const { store, costars } = graph;
  const clock = { now: () => parseInstant('2024-06-01T12:00:00Z') };
  const studio = openStudio();
  const log = pino({ level: 'silent' });
  const http = createHttpServer({
    execute: () => Promise.reject(new Error('Expected nobody to ask GraphQL')),
    ready: () => store.ping(),
    web: webFiles(),
    embedding: { asking: () => ({ store, costars, clock, profile: 'cautious' }), studio },
    log,
  });
  const serving = await serve(
    { http, log, close: () => studio.close().then(graph.close) },
    { port: 0, host: '127.0.0.1', onSignals: false, notice: 0 },
  );
  const base = serving.url.replace('localhost', '127.0.0.1');
  try {
    const pairs = people.flatMap((a, index) => people.slice(index + 1).map((b) => `a=${a.id}&b=${b.id}`));
    const paths = ['json', 'svg', 'html', 'png'].flatMap((format) => [
      ...pairs.flatMap((pair) => [
        `/embed/v1/relationship.${format}?${pair}&rumors=1`,
        `/embed/v1/relationship.${format}?${pair}&kind=FRIENDS`,
      ]),
      ...people.flatMap(({ id }) => [
        `/embed/v1/costars.${format}?person=${id}&rumors=1`,
        `/embed/v1/costars.${format}?person=${id}&depth=2`,
      ]),
    ]);
    const answers: string[] = [];
    for (const path of paths) {
      // The tag of a PNG is made of the SVG that it is drawn from; who says to have it need not wait for it.
      const headers: Record<string, string> = path.includes('.png') ? { 'if-none-match': '*' } : {};
      const { status, etag, text } = await get(base + path, headers);
      answers.push([path, status, etag, text].join('\n'));
    }
    for (const pair of pairs) {
      const url = encodeURIComponent(`${base}/?${pair}`);
      const text = await (await fetch(`${base}/oembed?url=${url}`)).text();
      answers.push(text.replaceAll(base, ''));
    }
    return answers;
  } finally {
    await serving.stop();
  }
}

test('a hidden claim changes no picture, text, tag or frame of a page elsewhere', async () => {
  const without = await everyAnswer([VISIBLE]);
  expect(without.filter((answer) => answer.includes('Ann Archer')).length).toBeGreaterThan(10);
  expect(await everyAnswer([VISIBLE, HIDDEN])).toEqual(without);
  // The comparison would notice one that is shown.
  expect(await everyAnswer([VISIBLE, SHOWN])).not.toEqual(without);
});
