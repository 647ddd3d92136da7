import { randomBytes } from 'node:crypto';
import { outputOf } from './processes.ts';

const IMAGE = 'neo4j:5.26';
const LABEL = 'hearsay.neo4j=started-by-npm-run-neo4j';
const BOLT = '7687/tcp';

/** A Neo4j in a container of ours; it need not answer yet. */
export interface Container {
  readonly id: string;
  readonly url: string;
  readonly password: string;
}

/** Whether a Docker engine answers; the client alone runs nothing. */
export async function hasDocker(): Promise<boolean> {
  return (await outputOf('docker', ['info'])) !== null;
}

/** Runs a container that is removed, with its data, when it stops. */
export async function runContainer(say: (line: string) => void): Promise<Container> {
  const password = randomBytes(16).toString('hex');
  say(`Starting ${IMAGE} in Docker (fetched once, about 500 MB) …`);
  const id = await outputOf(
    'docker',
    [
      'run',
      '--detach',
      '--rm',
      '--label',
      LABEL,
      '--publish',
      '127.0.0.1::7687',
      '--env',
      'NEO4J_AUTH',
      IMAGE,
    ],
    { timeout: 600_000, env: { ...process.env, NEO4J_AUTH: `neo4j/${password}` } },
  );
  if (id === null) throw new Error(`Expected Docker to run ${IMAGE}, but it did not`);
  const address = (await outputOf('docker', ['port', id.trim(), BOLT]))?.split('\n')[0];
  if (address === undefined) throw new Error(`Expected Docker to publish ${BOLT}, but it did not`);
  return { id: id.trim(), url: `bolt://${address}`, password };
}

/** Whether the container still runs, and is one that was started here. */
export async function isOurContainer(id: string): Promise<boolean> {
  const format = '{{.State.Running}} {{index .Config.Labels "hearsay.neo4j"}}';
  const said = await outputOf('docker', ['inspect', '--format', format, id]);
  return said?.trim() === `true ${LABEL.split('=')[1] ?? ''}`;
}

/** Stops the container, which removes it. */
export async function stopContainer(id: string): Promise<void> {
  if ((await outputOf('docker', ['stop', '--time', '30', id], { timeout: 60_000 })) === null)
    throw new Error(`Expected Docker to stop ${id}, but it did not`);
}
