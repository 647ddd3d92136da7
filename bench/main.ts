import { ask } from './ask/ask.ts';
import { costars } from './costars/costars.ts';
import { GROWTH } from './costars/credits.ts';
import { fold } from './fold.ts';
import { importing } from './import/import.ts';
import { SIZES, type GraphSize } from './graph/size.ts';
import { print } from './measuring/print.ts';
import { quoteInPage } from './measuring/quote.ts';
import { writeResult, type BenchResult } from './measuring/result.ts';

const USAGE = `npm run bench -- fold              what folding 200 claims into a verdict costs
npm run bench -- ask [10k 100k 1M] what asking and recording cost, in both stores, beside the bare drivers
                                   and @neo4j/graphql (for that: cd bench && npm ci)
npm run bench -- ask --cached      the same with the graphs that earlier runs have made, and no others
npm run bench -- import            what importing IMDb's files into SQLite costs, beside bare inserts
npm run bench -- costars           what co-star questions cost in memory, beside SQL and Neo4j

Prints tables. A run that is not of some sizes only is written to bench/results/ and quoted in docs/performance.md.`;

/** Runs one bench and gives the exit code. */
async function main([name, ...rest]: readonly string[]): Promise<number> {
  const sizes = SIZES.filter((size) => rest.includes(size.name));
  const onlyCached = rest.includes('--cached');
  const isKnown = sizes.length + (onlyCached ? 1 : 0) === rest.length;
  const run = isKnown ? benchOf(name, sizes, onlyCached) : null;
  if (run === null) {
    console.error(USAGE);
    return 2;
  }
  const result = await run();
  print(result);
  if (sizes.length > 0) {
    console.log('\nnot written: only a run of every size is');
    return 0;
  }
  console.log(`\nwritten to ${await writeResult(result)} and docs/performance.md`);
  quoteInPage(result);
  return 0;
}

function benchOf(
  name: string | undefined,
  sizes: readonly GraphSize[],
  onlyCached: boolean,
): (() => Promise<BenchResult>) | null {
  if (name === 'costars' && sizes.length === 0 && !onlyCached) return () => costars(GROWTH);
  if (name === 'import' && sizes.length === 0 && !onlyCached) return importing;
  if (name === 'fold' && sizes.length === 0) return fold;
  if (name === 'ask') return () => ask(sizes.length === 0 ? SIZES : sizes, onlyCached);
  return null;
}

process.exitCode = await main(process.argv.slice(2));
