import { ask } from './ask/ask.ts';
import { costars } from './costars/costars.ts';
import { GROWTH } from './costars/credits.ts';
import { fold } from './fold.ts';
import { SIZES } from './graph/size.ts';
import { print } from './measuring/print.ts';
import { quoteInPage } from './measuring/quote.ts';
import { writeResult, type BenchResult } from './measuring/result.ts';

const USAGE = `npm run bench -- fold              what folding 200 claims into a verdict costs
npm run bench -- ask [10k 100k 1M]  what asking and recording cost, in both stores, beside the bare drivers
                                  and @neo4j/graphql (for that: cd bench && npm ci)
npm run bench -- costars [10k 100k …]  what co-star questions cost in memory, beside SQL and Neo4j

Prints tables; a whole run is written to bench/results/ and quoted in docs/performance.md.`;

/** Runs one bench and gives the exit code. */
async function main([name, ...rest]: readonly string[]): Promise<number> {
  const result = await resultOf(name, rest);
  if (result === null) {
    console.error(USAGE);
    return 2;
  }
  print(result);
  if (rest.length > 0) {
    console.log('\nnot written: only a run with everything is');
    return 0;
  }
  console.log(`\nwritten to ${await writeResult(result)} and docs/performance.md`);
  quoteInPage(result);
  return 0;
}

async function resultOf(name: string | undefined, rest: readonly string[]): Promise<BenchResult | null> {
  if (name === 'costars') {
    const shapes = GROWTH.filter((shape) => rest.includes(shape.name));
    if (shapes.length !== rest.length) return null;
    return costars(rest.length === 0 ? GROWTH : shapes);
  }
  const sizes = SIZES.filter((size) => rest.includes(size.name));
  if (sizes.length !== rest.length) return null;
  if (name === 'fold' && rest.length === 0) return fold();
  if (name === 'ask') return ask(rest.length === 0 ? SIZES : sizes);
  return null;
}

process.exitCode = await main(process.argv.slice(2));
