import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const SOURCES = [
  'src/domain',
  'src/ports',
  'src/stores',
  'tests/support/builders.ts',
  'tests/faults/recorder.ts',
];

/** A program that can be started, and removed again. */
export interface Built {
  readonly script: string;
  remove(): Promise<void>;
}

/** Plain JavaScript of the recorder and all it needs. */
export function buildRecorder(): Promise<Built> {
  return buildProgram(SOURCES, 'tests/faults/recorder.ts');
}

/** Plain JavaScript of folders and files: fifty processes that each load a compiler take minutes. */
export async function buildProgram(sources: readonly string[], program: string): Promise<Built> {
  // Inside the repository, so that packages are found.
  const folder = resolve('.cache', `${basename(program, '.ts')}-${process.pid}`);
  for (const source of sources) {
    const files = source.endsWith('.ts') ? [source] : await readdir(source, { recursive: true });
    for (const file of files) {
      const path = source.endsWith('.ts') ? file : join(source, file);
      if (path.endsWith('.ts') && !path.endsWith('.d.ts')) await build(path, join(folder, path));
    }
  }
  return {
    script: join(folder, program.replace(/\.ts$/, '.js')),
    remove: () => rm(folder, { recursive: true }),
  };
}

async function build(from: string, to: string): Promise<void> {
  const { outputText } = ts.transpileModule(await readFile(from, 'utf8'), {
    fileName: from,
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      rewriteRelativeImportExtensions: true,
      verbatimModuleSyntax: true,
    },
  });
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to.replace(/\.ts$/, '.js'), outputText);
}
