import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseInstant } from '../../src/domain/time.ts';
import { emptyGraph, neo4jSettings } from '../support/neo4j.ts';
import { startServer, type RunningServer } from '../support/start-server.ts';
import { CROWD_WORLD } from '../web/crowd.ts';

let servers: readonly RunningServer[] = [];
const folder = mkdtempSync(join(tmpdir(), 'hearsay-embed-parity-'));
beforeAll(async () => {
  await emptyGraph();
  const file = join(folder, 'crowd.yaml');
  writeFileSync(file, CROWD_WORLD);
  const clock = { now: () => parseInstant('2026-06-01T12:00:00Z') };
  const times = { deadlineMs: 30_000, writeDeadlineMs: 60_000 };
  const neo4j = { ...neo4jSettings(), database: 'neo4j', ...times };
  servers = [await startServer([file], { clock }), await startServer([file], { clock, neo4j })];
});
afterAll(async () => {
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true });
});

/** What a server says at a path, asked by one name: pictures say whom they come from. */
function answer({ base }: RunningServer, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request(`${base}${path}`, { headers: { host: 'hearsay.example' } }, (response) => {
      response.toArray().then((parts) => {
        const { statusCode, headers } = response;
        const body = Buffer.concat(parts as Buffer[]).toString();
        resolve([statusCode, headers['content-type'], headers.etag, body].join('\n'));
      }, reject);
    })
      .on('error', reject)
      .end();
  });
}

const QUESTIONS = [
  ['costars', 'person=person/middle', 200],
  ['costars', 'person=person/middle&limit=7&rumors=true&locale=de', 200],
  ['costars', 'person=person/p1&depth=2&minShared=1', 200],
  ['costars', 'person=Lou%20Lonely', 200],
  ['costars', 'person=Mara%20Middletn', 404],
  ['relationship', 'a=person/middle&b=person/p2', 200],
  ['relationship', 'a=person/p3&b=person/p4&asOf=2024-05-02', 200],
  ['relationship', 'a=person/p3&b=person/p4&asOf=2024-05-02&rumors=true&locale=fr', 200],
  ['relationship', 'a=person/p5&b=person/hostile&rumors=true', 200],
  ['relationship', 'a=person/middle&b=person/child', 200],
] as const;

describe('pages elsewhere are told the same to the byte, whichever store there is', () => {
  test.each(
    QUESTIONS.flatMap(([what, query, status]) => [
      [`/embed/v1/${what}.json?${query}`, status] as const,
      [`/embed/v1/${what}.svg?${query}`, status] as const,
    ]),
  )('%s', async (path, status) => {
    const [left, right] = await Promise.all(servers.map((server) => answer(server, path)));
    expect(right).toBe(left);
    expect(left).toMatch(new RegExp(`^${status}\n`));
  });
});
