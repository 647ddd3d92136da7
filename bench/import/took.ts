import { basename } from 'node:path';
import { recordDataset } from '../../src/application/import-dataset.ts';
import { importFile, type ImportReport } from '../../src/application/import-file.ts';
import { NO_QUARANTINE } from '../../src/cli/quarantine.ts';
import type { Credit } from '../../src/domain/entities.ts';
import { parseInstant } from '../../src/domain/time.ts';
import { imdb } from '../../src/ingest/imdb/format.ts';
import { openInput } from '../../src/ingest/reading/open.ts';
import { recordsOf } from '../../src/ingest/reading/records.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';

const NOW = parseInstant('2026-11-22T12:00:00Z');

/** What something took: by the clock, and in CPU time of all threads of this process. */
export interface Took {
  readonly what: string;
  readonly rows: number;
  readonly wall: number;
  readonly cpu: number;
  readonly peakMb: number;
}

/** Runs `work`, which gives how many rows it was, and tells what it took. */
export async function timed(what: string, work: () => Promise<number>): Promise<Took> {
  let peak = process.memoryUsage.rss();
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  const [start, before] = [performance.now(), process.cpuUsage()];
  const rows = await work();
  const { user, system } = process.cpuUsage(before);
  clearInterval(watch);
  return {
    what,
    rows,
    wall: (performance.now() - start) / 1_000,
    cpu: (user + system) / 1e6,
    peakMb: Math.round(peak / 1e6),
  };
}

/** Imports one of IMDb's files. Returns how many records were accepted. */
export async function importOne(store: GraphStore, path: string): Promise<number> {
  const input = await openInput(path);
  const facts = { ...imdb.dataset, version: 'bench', retrievedAt: NOW };
  const document = await recordDataset(store, facts, { at: NOW, by: 'bench' });
  const read = () =>
    recordsOf(
      input.read(() => undefined),
      imdb,
    );
  const file = { name: basename(path), digest: input.digest, read, quarantine: NO_QUARANTINE };
  const run = {
    store,
    format: imdb,
    document,
    at: NOW,
    by: 'bench',
    limit: null,
    onRecords: () => undefined,
  };
  const report: ImportReport = await importFile(file, run);
  return report.accepted;
}

/** All credits of a store. */
export async function creditsOf(store: GraphStore): Promise<readonly Credit[]> {
  const credits: Credit[] = [];
  for (let cursor: string | null = 'credits', goesOn = true; goesOn;) {
    const { records, next } = await store.records(cursor, 10_000);
    credits.push(...records.credits);
    cursor = next;
    goesOn = next?.startsWith('credits') ?? false;
  }
  return credits;
}
