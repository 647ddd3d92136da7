import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestStore } from '../../src/application/store-digest.ts';
import type { ImportReport } from '../../src/application/import-file.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import type { Built } from '../faults/built-recorder.ts';
import { place } from './importing.ts';
import { buildImporter, runImporter } from './killed.ts';

const KILLS = 25;
const BATCH = 4;

let importer: Built;
beforeAll(async () => {
  importer = await buildImporter();
}, 240_000);
afterAll(() => importer.remove());

const person = (id: string, name: string) => ({
  ...{ id: `person/${id}`, name, aliases: [], handles: [], birthDate: null, birthDateDocument: null },
  ...{ externalIds: { wikidata: null, imdb: null, tmdb: null }, privacy: 'PUBLIC_FIGURE' },
});

const FILES = {
  films: Array.from({ length: 4_000 }, (_, at) => {
    if (at % 37 === 0) return `{"title": broken ${at}`;
    const cast = [`Person ${at % 211}`, `Person ${(at * 7) % 97}`, at % 11 === 0 ? '' : `Person ${at}`];
    return JSON.stringify({ title: `Film ${at % 1_900}`, year: 1950 + (at % 70), cast });
  }),
  // Some contradict what came before, which only the store can tell.
  hearsay: [
    '{"hearsay":"records","version":1,"contents":"everything"}',
    ...Array.from({ length: 4_000 }, (_, at) =>
      JSON.stringify({ type: 'people', record: person(`p${at % 1_700}`, `Person ${at % 1_900}`) }),
    ),
  ],
} as const;

test.each(Object.entries(FILES))(
  `an import of %s that is killed ${KILLS} times at any moment ends as one that is not`,
  async (format, lines) => {
    const whole = await place();
    const path = whole.file(`${format}.jsonl.gz`, `${lines.join('\n')}\n`);
    const expected = await whole.run(format, path, { batch: BATCH });
    expect(expected.rejected).toBeGreaterThan(100);
    const quarantined = readFileSync(`${path}.rejected.jsonl`, 'utf8');

    const broken = await place();
    const again = broken.file(`${format}.jsonl.gz`, readFileSync(path));
    const target = join(broken.folder, 'killed.sqlite');
    const argv = [target, format, again, String(BATCH)];
    let kills = 0;
    let report: ImportReport | 'killed' = 'killed';
    while (report === 'killed') {
      // A different moment each time, from the opening of the store to the middle of a burst of batches.
      report = await runImporter(importer.script, argv, kills < KILLS ? (kills * 37) % 150 : null);
      if (report === 'killed') kills += 1;
    }
    expect(kills).toBe(KILLS);
    expect(report.accepted + report.rejected).toBe(report.total);
    expect({ ...report, resumedAfter: null }).toEqual(expected);
    expect(readFileSync(`${again}.rejected.jsonl`, 'utf8')).toBe(quarantined);

    const store = await openSqliteStore(target, { threads: false });
    expect((await store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(await digestStore(store, 500, () => undefined)).toEqual(
      await digestStore(whole.store, 500, () => undefined),
    );
    await store.close();
  },
  480_000,
);

test('an import that is done is not done again', async () => {
  const at = await place();
  const path = at.file('films.jsonl', `${FILES.films.slice(0, 100).join('\n')}\n`);
  const first = await at.run('films', path);
  const { sequence } = await lastOf(at.store);
  expect(await at.run('films', path)).toEqual({ ...first, resumedAfter: first.total });
  expect((await lastOf(at.store)).sequence).toBe(sequence);
});

test('an import that was limited goes on where the limit was', async () => {
  const [whole, limited] = [await place(), await place()];
  const contents = `${FILES.films.slice(0, 500).join('\n')}\n`;
  const expected = await whole.run('films', whole.file('films.jsonl', contents), { batch: 50 });
  const path = limited.file('films.jsonl', contents);
  expect(await limited.run('films', path, { batch: 50, limit: 130 })).toMatchObject({
    total: 130,
    isWhole: false,
  });
  expect(await limited.run('films', path, { batch: 50 })).toMatchObject({
    ...{ total: expected.total, rejected: expected.rejected, created: expected.created },
    ...{ resumedAfter: 130, isWhole: true },
  });
  expect(await digestStore(limited.store, 500, () => undefined)).toEqual(
    await digestStore(whole.store, 500, () => undefined),
  );
});

async function lastOf(store: Awaited<ReturnType<typeof place>>['store']) {
  const events = await store.changesAfter(0, 100_000, null);
  return events.at(-1) ?? { sequence: 0 };
}
