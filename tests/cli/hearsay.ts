import { run } from '../../src/cli/run.ts';
import { testIo, type Ran, type TestSurroundings } from './test-io.ts';

/** Runs one command line in this process. */
export async function hearsay(argv: readonly string[], around: TestSurroundings = {}): Promise<Ran> {
  const { io, text } = testIo(around);
  const exit = await run(argv, io);
  return { exit, ...text() };
}
