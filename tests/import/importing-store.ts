import { basename } from 'node:path';
import { recordDataset } from '../../src/application/import-dataset.ts';
import { importFile, type ImportReport } from '../../src/application/import-file.ts';
import type { ImportFormat } from '../../src/application/import-format.ts';
import { importNoteName } from '../../src/application/import-state.ts';
import { openQuarantine } from '../../src/cli/quarantine.ts';
import { parseInstant } from '../../src/domain/time.ts';
import { FORMATS } from '../../src/ingest/formats.ts';
import { openInput } from '../../src/ingest/reading/open.ts';
import { recordsOf } from '../../src/ingest/reading/records.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';

/** When every import of a test happens. */
export const NOW = '2026-11-22T12:00:00Z';

/** What may differ from one import to the next. */
export interface Importing {
  readonly limit?: number;
  readonly batch?: number;
  /** Called before each batch is stored; throws to break the run off there. */
  readonly before?: (batch: number) => void;
}

/** Imports a file as the command does, into any store. */
export async function importInto(
  store: GraphStore,
  name: string,
  path: string,
  { limit, batch, before }: Importing = {},
): Promise<ImportReport> {
  const format = formatOf(name, batch);
  const input = await openInput(path);
  const at = parseInstant(NOW);
  const facts = { ...format.dataset, version: '1', retrievedAt: parseInstant('2026-11-20T00:00:00Z') };
  const dataset = format.bringsSources === true ? { ...facts, isOnFile: false } : facts;
  const document = await recordDataset(store, dataset, { at, by: 'import' });
  let batches = 0;
  const watched: GraphStore = {
    ...store,
    load: async (each) => {
      before?.((batches += 1));
      return store.load(each);
    },
  };
  const quarantine = await openQuarantine({
    path: `${path}.rejected.jsonl`,
    isDefault: false,
    import: importNoteName(document.id, input.digest),
    reserved: [],
  });
  const report = await importFile(
    {
      name: basename(path),
      digest: input.digest,
      read: () =>
        recordsOf(
          input.read(() => undefined),
          format,
        ),
      quarantine,
    },
    { store: watched, format, document, at, by: 'import', limit: limit ?? null, onRecords: () => undefined },
  ).finally(() => quarantine.close());
  await store.indexNames(() => undefined);
  return report;
}

function formatOf(name: string, batch: number | undefined): ImportFormat {
  const format = FORMATS.find((known) => known.name === name);
  if (format === undefined) throw new Error(`Expected a format, but got ${name}`);
  if (batch === undefined) return format;
  return {
    ...format,
    passes: (first, file) => format.passes(first, file).map((reader) => ({ ...reader, batch })),
  };
}
