import { readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Service {
  readonly environment: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const compose = parse(read('docker-compose.yml')) as {
  readonly services: Readonly<Record<'hearsay' | 'neo4j', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const { hearsay, neo4j } = compose.services;
const dockerfile = read('Dockerfile');
const lastStage = dockerfile.slice(dockerfile.lastIndexOf('FROM '));

describe('docker-compose.yml', () => {
  test('has no default password: without one nothing starts', () => {
    for (const text of [neo4j.environment['NEO4J_AUTH'], hearsay.environment['NEO4J_PASSWORD']]) {
      expect(text).toMatch(/\$\{NEO4J_PASSWORD:\?[^}]+\}$/);
    }
  });

  test('keeps data in named volumes', () => {
    const named = (neo4j.volumes ?? []).map((volume) => volume.split(':')[0]);
    expect(named).toContain('neo4j-data');
    expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(named));
  });

  test('starts the service when the database answers queries, not before', () => {
    expect(neo4j.healthcheck?.test.join(' ')).toContain('cypher-shell');
    expect(hearsay.depends_on?.['neo4j']?.condition).toBe('service_healthy');
  });

  test('can be reached from this machine only', () => {
    for (const port of [...hearsay.ports, ...neo4j.ports]) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('bounds the memory of the database', () => {
    expect(Object.keys(neo4j.environment)).toEqual(
      expect.arrayContaining(['NEO4J_server_memory_heap_max__size', 'NEO4J_server_memory_pagecache_size']),
    );
  });
});

describe('the Dockerfile', () => {
  test('is one', () => {
    expect(validate(dockerfile)).toEqual([]);
  });

  test('ends in a stage without a compiler, that does not run as root, listens outside and checks itself', () => {
    expect(lastStage).toMatch(/^FROM node:\d+-[a-z]+-slim$/m);
    expect(lastStage).toMatch(/^USER node$/m);
    expect(lastStage).toContain('HOST=0.0.0.0');
    expect(lastStage).toContain('/readyz');
    expect(lastStage).not.toMatch(/^RUN .*(npm|apt)/m);
    expect(dockerfile).toContain('npm prune --omit=dev');
  });
});
