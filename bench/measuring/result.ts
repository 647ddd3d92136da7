import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Machine } from './machine.ts';

/** One table of results. Cells are as they are printed. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What was to be reached, and whether it was. */
export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly got: string;
  readonly met: boolean;
}

/** What a run of one bench found. */
export interface BenchResult {
  readonly name: string;
  /** The day of the run. */
  readonly day: string;
  readonly machine: Machine;
  /** What else has to be known to read the figures. */
  readonly remarks: readonly string[];
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
}

const FOLDER = fileURLToPath(new URL('../results/', import.meta.url));

/** Writes a result to bench/results/. */
export async function writeResult(result: BenchResult): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(`${FOLDER}${result.name}.json`, `${JSON.stringify(result, null, 2)}\n`);
  return `bench/results/${result.name}.json`;
}

/** The result of the last run that was written. */
export function readResult(name: string): BenchResult {
  return JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8')) as BenchResult;
}

/** Targets as a table. */
export function targetTable(targets: readonly Target[]): Table {
  return {
    title: 'Targets',
    columns: ['what', 'wanted', 'measured', ''],
    rows: targets.map(({ what, wanted, got, met }) => [what, wanted, got, met ? 'met' : 'missed']),
  };
}
