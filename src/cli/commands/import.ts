import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { recordDataset, type Dataset } from '../../application/import-dataset.ts';
import { importFile, type ImportReport } from '../../application/import-file.ts';
import type { ImportFormat, InputRecord } from '../../application/import-format.ts';
import { importNoteName } from '../../application/import-state.ts';
import type { Document } from '../../domain/entities.ts';
import { HearsayError, shown } from '../../domain/errors.ts';
import { parseInstant, type Instant } from '../../domain/time.ts';
import { FORMATS } from '../../ingest/formats.ts';
import { openInput, type InputFile } from '../../ingest/reading/open.ts';
import { recordsOf } from '../../ingest/reading/records.ts';
import type { GraphStore } from '../../ports/graph-store.ts';
import { examples, type AddCommand, type CommandContext, type GlobalOptions } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { settingsFor, withStore } from '../graph.ts';
import { withScratch } from '../scratch-store.ts';
import { jsonOption } from '../options.ts';
import { importText } from '../print/import.ts';
import { NO_QUARANTINE, openQuarantine, type OpenQuarantine } from '../quarantine.ts';
import { importProgress } from '../terminal/import-progress.ts';
import { withProgress } from '../terminal/progress.ts';

/** Who the log of writes names for what was imported. */
const IMPORTED_BY = 'import';

interface ImportOptions extends GlobalOptions {
  readonly release?: string;
  readonly licence?: string;
  readonly retrieved?: Instant;
  readonly quarantine?: string;
  readonly limit?: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `hearsay import FORMAT FILE…`. */
export const addImport: AddCommand = (program, context) => {
  program
    .command('import')
    .description('Import datasets (docs/importing.md); a run that was interrupted goes on where it was')
    .argument('<format>', `what the files are: ${FORMATS.map(({ name }) => name).join(', ')}`, formatNamed)
    .argument('<file...>', 'files, plain or packed with gzip or bzip2')
    .option('--release <version>', 'the version of the dataset (default: the day the file was last changed)')
    .option('--licence <text>', 'under which it may be used (default: the usual one of the format)')
    .addOption(
      new Option(
        '--retrieved <time>',
        'when it was retrieved (default: when the file was last changed)',
      ).argParser(instant),
    )
    .option('--quarantine <file>', 'where rejected records go (default: FILE.rejected.jsonl, here)')
    .addOption(new Option('--limit <n>', 'read at most so many records of each file').argParser(wholeNumber))
    .option('--dry-run', 'read and check everything and write nothing')
    .addOption(jsonOption('print what became of each file as JSON'))
    .addHelpText(
      'after',
      examples('import films films.jsonl.gz', 'import imdb *.tsv.gz --release 2026-11-22'),
    )
    .action(async (format: ImportFormat, files: readonly string[], _: unknown, command: Command) => {
      context.finish(await importAll(format, files, command.optsWithGlobals<ImportOptions>(), context));
    });
};

function formatNamed(name: string): ImportFormat {
  const format = FORMATS.find((known) => known.name === name);
  if (format !== undefined) return format;
  throw new InvalidArgumentError(`It must be one of ${FORMATS.map((known) => known.name).join(', ')}.`);
}

function instant(text: string): Instant {
  return parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,11}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number above 0.');
}

interface OpenedFile {
  readonly path: string;
  readonly input: InputFile;
  readonly first: InputRecord | null;
  readonly changedAt: Instant;
}

/** What is printed about a file. */
export interface FileResult extends ImportReport {
  readonly seconds: number;
  readonly quarantine: string | null;
}

/** What is printed about an import. */
export interface ImportResult {
  readonly format: string;
  readonly dataset: Dataset & { readonly document: string };
  readonly dryRun: boolean;
  readonly files: readonly FileResult[];
}

async function importAll(
  format: ImportFormat,
  paths: readonly string[],
  options: ImportOptions,
  { io }: CommandContext,
): Promise<ExitCode> {
  if (options.quarantine !== undefined && paths.length > 1) {
    throw new HearsayError(
      'INVALID_ARGUMENT',
      `Expected one file with --quarantine, but got ${paths.length}`,
      {
        hint: 'Import them one by one, or leave --quarantine out: then each has a file of its own.',
      },
    );
  }
  const opened: OpenedFile[] = [];
  // A file that cannot be read, or is another one, is known before anything is written.
  for (const path of paths) opened.push(await openFile(path, format, io));
  const files = opened.toSorted((x, y) => rankOf(x, format) - rankOf(y, format));
  const dataset = datasetOf(format, files, options);
  const importInto = async (store: GraphStore): Promise<ImportResult> => {
    const at = io.clock.now();
    const document = await recordDataset(store, dataset, { at, by: IMPORTED_BY });
    const results: FileResult[] = [];
    for (const file of files) {
      const quarantine = await quarantineOf(file, document, paths, options, io);
      try {
        results.push(await importOne(file, { store, format, document, at }, options, quarantine, io));
      } finally {
        await quarantine.close();
      }
    }
    await withProgress(io, 'indexing names', (onProgress) => store.indexNames(onProgress));
    return {
      format: format.name,
      dataset: { ...dataset, document: document.id },
      dryRun: options.dryRun === true,
      files: results,
    };
  };
  const result =
    options.dryRun === true
      ? await withScratch(io, options, importInto)
      : await withStore(io, options, importInto, 'make');
  io.out.write(options.json === true ? `${JSON.stringify(result, null, 2)}\n` : importText(result));
  return EXIT.OK;
}

async function openFile(path: string, format: ImportFormat, io: CommandContext['io']): Promise<OpenedFile> {
  const progress = importProgress(io, `looking at ${basename(path)}`);
  const size = (await sizeOf(path)) ?? 0;
  const input = await openInput(path, (bytes) => {
    progress.report({ bytes, size, records: 0 });
  });
  progress.end();
  let first: InputRecord | null = null;
  for await (const [record] of recordsOf(
    input.read(() => undefined),
    format,
  )) {
    first = record ?? null;
    break;
  }
  // Throws for a file of another format.
  if (first !== null) format.passes(first, basename(path));
  const changed = await stat(path);
  return { path, input, first, changedAt: parseInstant(changed.mtime.toISOString()) };
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    // openInput says why.
    return null;
  }
}

function rankOf({ first, path }: OpenedFile, format: ImportFormat): number {
  return first === null ? 0 : (format.rank?.(first, basename(path)) ?? 0);
}

function datasetOf(format: ImportFormat, files: readonly OpenedFile[], options: ImportOptions): Dataset {
  const retrievedAt = options.retrieved ?? latest(files);
  const licence = options.licence ?? format.dataset.licence;
  if (licence.trim() === '' || licence.length > 200) {
    throw new HearsayError(
      'INVALID_ARGUMENT',
      `Expected a licence of 1 to 200 characters, but got ${shown(licence)}`,
    );
  }
  const version = options.release ?? retrievedAt.slice(0, 10);
  return {
    ...format.dataset,
    licence,
    retrievedAt,
    version,
    ...(format.bringsSources === true ? { isOnFile: false } : {}),
  };
}

/** When the newest of the files was last changed. */
function latest(files: readonly OpenedFile[]): Instant {
  return files.map(({ changedAt }) => changedAt).reduce((one, other) => (one > other ? one : other));
}

/** Where the rejected records of a file go: never to an input, nor to the database. */
async function quarantineOf(
  { path, input }: OpenedFile,
  document: Document,
  inputs: readonly string[],
  options: ImportOptions,
  io: CommandContext['io'],
): Promise<OpenQuarantine> {
  if (options.dryRun === true) return NO_QUARANTINE;
  const { database } = settingsFor(io, options);
  return openQuarantine({
    path: options.quarantine ?? `${basename(path)}.rejected.jsonl`,
    isDefault: options.quarantine === undefined,
    import: importNoteName(document.id, input.digest),
    reserved: [...inputs, ...['', '-wal', '-shm', '-journal'].map((end) => `${database}${end}`)],
  });
}

async function importOne(
  { path, input }: OpenedFile,
  into: {
    readonly store: GraphStore;
    readonly format: ImportFormat;
    readonly document: Document;
    readonly at: Instant;
  },
  options: ImportOptions,
  quarantine: OpenQuarantine,
  io: CommandContext['io'],
): Promise<FileResult> {
  const file = basename(path);
  const progress = importProgress(io, file);
  const start = io.elapsed();
  const read = { bytes: 0, records: 0 };
  const show = (): void => {
    progress.report({ ...read, size: input.size });
  };
  try {
    const report = await importFile(
      {
        name: file,
        digest: input.digest,
        read: () =>
          recordsOf(
            input.read((bytes) => {
              read.bytes = bytes;
              show();
            }),
            into.format,
          ),
        quarantine,
      },
      {
        ...into,
        by: IMPORTED_BY,
        limit: options.limit ?? null,
        onRecords: (records) => {
          read.records = records;
          show();
        },
      },
    );
    const seconds = Math.round(io.elapsed() - start) / 1_000;
    return { ...report, seconds, quarantine: (await quarantine.isThere()) ? quarantine.path : null };
  } finally {
    progress.end();
  }
}
