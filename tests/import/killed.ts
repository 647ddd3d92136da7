import { spawn } from 'node:child_process';
import type { ImportReport } from '../../src/application/import-file.ts';
import { buildProgram, type Built } from '../faults/built-recorder.ts';

const SOURCES = [
  ...['src/domain', 'src/ports', 'src/stores', 'src/application', 'src/ingest'],
  ...['src/cli/quarantine.ts', 'src/cli/file-lock.ts'],
  ...['tests/import/importer.ts', 'tests/import/importing-store.ts'],
];

/** The importer as plain JavaScript, to be started often. */
export function buildImporter(): Promise<Built> {
  return buildProgram(SOURCES, 'tests/import/importer.ts');
}

/** Runs the importer, and kills it `delay` ms after its first word unless it is done by then. */
export function runImporter(
  script: string,
  argv: readonly string[],
  delay: number | null,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ImportReport | 'killed'> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...argv], { stdio: ['ignore', 'pipe', 'inherit'], env });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output === '' && delay !== null) setTimeout(() => child.kill('SIGKILL'), delay);
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const report = output.split('\n')[1] ?? '';
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === 0 && report !== '') resolve(JSON.parse(report) as ImportReport);
      else reject(new Error(`Expected a report, but got ${String(code)} and ${output}`));
    });
  });
}
