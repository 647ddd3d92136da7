import { rm } from 'node:fs/promises';
import { isCached, SCRATCH } from '../graph/load.ts';
import type { GraphSize } from '../graph/size.ts';
import { machine } from '../measuring/machine.ts';
import type { BenchResult } from '../measuring/result.ts';
import { measureAsking } from './asking.ts';
import { measureFame } from './fame.ts';
import { neo4jSide, whyNoNeo4j, type Neo4jSide } from './neo4j.ts';
import { INSTALL, peerVersion } from './peer.ts';
import { measureRecording } from './recording.ts';
import type { Side } from './side.ts';
import { sqliteSide } from './sqlite.ts';
import { targetsOf } from './targets.ts';
import { askingTable, fameTable, loadTable, recordingTable } from './tables.ts';

/**
 * Asks whether two people are related on graphs of several sizes in both stores, beside the bare drivers and
 * @neo4j/graphql, and records claims. All of it interleaved in one process on copies of the graphs.
 */
export async function ask(sizes: readonly GraphSize[], onlyCached: boolean): Promise<BenchResult> {
  await rm(SCRATCH, { recursive: true, force: true });
  const remarks: string[] = [];
  const sides: (Side | Neo4jSide)[] = [];
  try {
    const wanted = (kind: 'sqlite' | 'neo4j'): readonly GraphSize[] =>
      sizes.filter((size) => !onlyCached || isCached(size, kind));
    for (const size of wanted('sqlite')) sides.push(await sqliteSide(size));
    const missing = await whyNoNeo4j();
    if (missing === null) for (const size of wanted('neo4j')) sides.push(await neo4jSide(size));
    else remarks.push(`Without Neo4j: ${missing}.`);
    remarks.push(...leftOut(sizes, sides));
    const peer = peerVersion();
    remarks.push(peer === null ? `${INSTALL}.` : `@neo4j/graphql ${peer}.`);
    console.error('measuring: asking');
    const asked = await measureAsking(sides, peer !== null);
    console.error('measuring: somebody with 50,000 claims');
    const fame = await measureFame(sides);
    console.error('measuring: recording');
    const recorded = await measureRecording(sides);
    return {
      name: 'ask',
      day: new Date().toISOString().slice(0, 10),
      machine: machine(),
      remarks,
      tables: [askingTable(asked), fameTable(fame), recordingTable(recorded), loadTable(sides)],
      targets: targetsOf(asked, fame, recorded),
    };
  } finally {
    for (const side of sides) await side.close();
    await rm(SCRATCH, { recursive: true, force: true });
  }
}

function leftOut(sizes: readonly GraphSize[], sides: readonly Side[]): readonly string[] {
  return (['SQLite', 'Neo4j'] as const).flatMap((store) =>
    sizes
      .filter((size) => !sides.some((side) => side.store === store && side.size === size))
      .map(({ name }) => `Not measured: ${store} with ${name} claims, which had not been loaded.`),
  );
}
