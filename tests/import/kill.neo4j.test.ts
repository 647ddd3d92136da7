import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestStore } from '../../src/application/store-digest.ts';
import type { ImportReport } from '../../src/application/import-file.ts';
import type { Built } from '../faults/built-recorder.ts';
import { emptyGraph, neo4jSettings, openSuiteStore } from '../support/neo4j.ts';
import { place } from './importing.ts';
import { buildImporter, runImporter } from './killed.ts';

const KILLS = 50;
const BATCH = 4;

let importer: Built;
beforeAll(async () => {
  importer = await buildImporter();
  await emptyGraph();
}, 240_000);
afterAll(() => importer.remove());

const LINES = Array.from({ length: 1_000 }, (_, at) => {
  if (at % 37 === 0) return `{"title": broken ${at}`;
  const cast = [`Person ${at % 211}`, `Person ${(at * 7) % 97}`, at % 11 === 0 ? '' : `Person ${at}`];
  return JSON.stringify({ title: `Film ${at % 900}`, year: 1950 + (at % 70), cast });
});

test(`an import into Neo4j that is killed ${KILLS} times ends as one into SQLite that is not`, async () => {
  const whole = await place();
  const path = whole.file('films.jsonl', `${LINES.join('\n')}\n`);
  const expected = await whole.run('films', path, { batch: BATCH });
  const quarantined = readFileSync(`${path}.rejected.jsonl`, 'utf8');
  const again = (await place()).file('films.jsonl', readFileSync(path));
  const { url, user, password } = neo4jSettings();
  const env = { ...process.env, NEO4J_URL: url, NEO4J_USER: user, NEO4J_PASSWORD: password };
  let kills = 0;
  let report: ImportReport | 'killed' = 'killed';
  while (report === 'killed') {
    const delay = kills < KILLS ? (kills * 37) % 250 : null;
    report = await runImporter(importer.script, ['neo4j', 'films', again, String(BATCH)], delay, env);
    if (report === 'killed') kills += 1;
  }
  expect(kills).toBe(KILLS);
  expect({ ...report, resumedAfter: null }).toEqual(expected);
  expect(readFileSync(`${again}.rejected.jsonl`, 'utf8')).toBe(quarantined);
  const store = await openSuiteStore();
  expect((await store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(await digestStore(store, 500, () => undefined)).toEqual(
    await digestStore(whole.store, 500, () => undefined),
  );
  await store.close();
}, 900_000);
