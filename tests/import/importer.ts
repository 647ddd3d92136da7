import { openNeo4jStore } from '../../src/stores/neo4j/open.ts';
import { openSqliteStore } from '../../src/stores/sqlite/open.ts';
import { importInto } from './importing-store.ts';

// Runs as a process of its own until it is killed: imports a file, a few records at a time.

const [target = '', format = '', path = '', batch = '10'] = process.argv.slice(2);
const { NEO4J_URL: url = '', NEO4J_USER: user = '', NEO4J_PASSWORD: password = '' } = process.env;
const store =
  target === 'neo4j'
    ? await openNeo4jStore({ url, user, password, database: null })
    : await openSqliteStore(target);
process.stdout.write('ready\n');
const report = await importInto(store, format, path, { batch: Number(batch) });
await store.close();
process.stdout.write(`${JSON.stringify(report)}\n`);
