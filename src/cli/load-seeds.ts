import { seedFiles, type SeedFile, type SeedFileReport } from '../application/seed-files.ts';
import { readSeed } from '../ingest/seed/load.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import type { Io } from './io.ts';

/** Who the log of writes names for files in the seed format. */
const RECORDED_BY = 'seed';

/** Loads one file in the seed format, whole or not at all. Throws STORE_… only. */
export async function loadSeedFile(
  store: GraphStore,
  file: SeedFile,
  { clock }: Pick<Io, 'clock'>,
): Promise<SeedFileReport> {
  const report = await seedFiles(store, [file], { at: clock.now(), by: RECORDED_BY, read: readSeed });
  const [only] = report.files;
  if (only === undefined) throw new Error('Expected a report for the file');
  return only;
}
