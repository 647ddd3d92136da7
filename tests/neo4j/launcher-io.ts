import { neo4jCommand, type Terminal } from '../../scripts/neo4j/command.ts';

/** What a command printed, said beside it, and ended with. */
export interface Ran {
  readonly exit: number;
  readonly printed: readonly string[];
  readonly said: readonly string[];
}

/** Runs `npm run neo4j -- …` in this process, on a cache of its own. */
export async function launcher(
  args: readonly string[],
  cache: string,
  environment: Terminal['environment'] = {},
): Promise<Ran> {
  const printed: string[] = [];
  const said: string[] = [];
  const exit = await neo4jCommand(args, {
    environment,
    cache,
    print: (line) => void printed.push(line),
    say: (line) => void said.push(line),
  });
  return { exit, printed, said };
}
