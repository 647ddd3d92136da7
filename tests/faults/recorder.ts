import type { GraphStore } from '../../src/ports/graph-store.ts';
import { openNeo4jStore } from '../../src/stores/neo4j/open.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { change, claim, document, person, source } from '../support/builders.ts';

// Runs as a process of its own until it is killed: records changes of two claims and a document each, several at
// a time, and says on standard output which are stored as soon as it has been told so.

// The store is a path, or neo4j for the one that the settings name.
const [path = '', round = ''] = process.argv.slice(2);
const IN_FLIGHT = 8;

const people = Array.from({ length: 5 }, (_, at) => person(`p${at}`, `Person ${at}`));
const daily = source('daily');
const store = await open();
await store.apply(change({ people, sources: [daily] }));
process.stdout.write('ready\n');

function open(): Promise<GraphStore> {
  if (path !== 'neo4j') return openSqliteStore(path);
  const { NEO4J_URL: url = '', NEO4J_USER: user = '', NEO4J_PASSWORD: password = '' } = process.env;
  const options = { deadlineMs: 60_000, writeDeadlineMs: 120_000 };
  return openNeo4jStore({ url, user, password, database: null }, options);
}

let next = 0;
async function record(): Promise<never> {
  for (;;) {
    const key = `r${round}.${(next += 1)}`;
    const story = document(key, daily);
    const [a, b] = [person(`p${next % 5}`, ''), person(`p${(next + 1) % 5}`, '')];
    const claims = [claim(`${key}.a`, [a, b], story), claim(`${key}.b`, [b, a], story, { kind: 'FRIENDS' })];
    await store.apply(change({ documents: [story], claims }));
    process.stdout.write(`${key}\n`);
  }
}
await Promise.all(Array.from({ length: IN_FLIGHT }, record));
