import { rm } from 'node:fs/promises';
import { SCRATCH } from '../graph/load.ts';
import { SIZES, type GraphSize } from '../graph/size.ts';
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
export async function ask(sizes: readonly GraphSize[] = SIZES): Promise<BenchResult> {
  await rm(SCRATCH, { recursive: true, force: true });
  const remarks: string[] = [];
  const sides: (Side | Neo4jSide)[] = [];
  try {
    for (const size of sizes) sides.push(await sqliteSide(size));
    const missing = await whyNoNeo4j();
    if (missing === null) for (const size of sizes) sides.push(await neo4jSide(size));
    else remarks.push(`Without Neo4j: ${missing}.`);
    const peer = peerVersion();
    remarks.push(peer === null ? `${INSTALL}.` : `@neo4j/graphql ${peer}.`);
    const asked = await measureAsking(sides, peer !== null);
    const fame = await measureFame(sides);
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
