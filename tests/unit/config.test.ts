import { isAbsolute } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig, storeAddress, withoutNeo4j } from '../../src/config.ts';
import { HearsayError } from '../../src/domain/errors.ts';

function refusalOf(environment: Readonly<Record<string, string>>): HearsayError {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof HearsayError) return error;
    throw error;
  }
  throw new Error('Expected a refusal, but got none');
}

describe('settings', () => {
  test('have defaults', () => {
    const config = loadConfig({ PATH: '/usr/bin', NODE_ENV: 'production' });
    expect(config).toMatchObject({ port: 4000, host: '127.0.0.1', policy: 'cautious', logLevel: 'warn' });
    expect(isAbsolute(config.database)).toBe(true);
    expect(config.database).toMatch(/data.hearsay\.sqlite$/);
  });

  test('are read', () => {
    const given = {
      PORT: '0',
      HOST: '::1',
      HEARSAY_DB: 'x y.sqlite',
      HEARSAY_CACHE: '/tmp/c',
      HEARSAY_POLICY: 'strict',
      LOG_LEVEL: 'info',
    };
    expect(loadConfig(given)).toEqual({
      port: 0,
      host: '::1',
      database: 'x y.sqlite',
      neo4j: null,
      cache: '/tmp/c',
      policy: 'strict',
      logLevel: 'info',
    });
    expect(loadConfig({ PORT: '65535' }).port).toBe(65_535);
  });

  test.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '4e3'],
    ['PORT', ' 80'],
    ['PORT', ''],
    ['HOST', ''],
    ['HOST', 'http://x'],
    ['HEARSAY_DB', ''],
    ['HEARSAY_DB', ':memory:'],
    ['HEARSAY_DB', 'file:x?mode=ro'],
    ['HEARSAY_POLICY', 'Cautious'],
    ['HEARSAY_POLICY', ''],
    ['LOG_LEVEL', 'verbose'],
  ])('that are wrong are refused by name, with what was wanted and what came: %s=%s', (name, value) => {
    const error = refusalOf({ [name]: value });
    expect(error.code).toBe('SETTING_INVALID');
    expect(error.message).toMatch(new RegExp(`^Expected ${name} to be .+, but got `));
    expect(error.message).toContain(JSON.stringify(value));
    expect(error.hint).not.toBeNull();
  });

  test.each(['HEARSAY_PORT', 'HEARSAY_', 'HEARSAY_DB_PATH', 'HEARSAY_JWT_KEY'])(
    'that are not known are refused, not ignored: %s',
    (name) => {
      const error = refusalOf({ [name]: 'x' });
      expect([error.code, error.message]).toEqual(['SETTING_INVALID', expect.stringContaining(name)]);
      expect(error.hint).toContain('HEARSAY_POLICY');
    },
  );
});

describe('settings of Neo4j', () => {
  const given = { NEO4J_URL: 'bolt://localhost:7687', NEO4J_PASSWORD: 'hunter2hunter2' };

  test('have defaults, but neither an address nor a password', () => {
    expect(loadConfig(given).neo4j).toEqual({
      url: 'bolt://localhost:7687',
      user: 'neo4j',
      password: 'hunter2hunter2',
      database: null,
      deadlineMs: 5_000,
      writeDeadlineMs: 30_000,
    });
    expect(refusalOf({ NEO4J_URL: given.NEO4J_URL }).message).toBe(
      'Expected NEO4J_PASSWORD with NEO4J_URL, but it is not set',
    );
  });

  test('are read', () => {
    const { neo4j } = loadConfig({
      NEO4J_URL: 'neo4j+s://graph.example.org/?policy=eu',
      NEO4J_USER: 'hearsay',
      NEO4J_PASSWORD: ' p@ss ',
      NEO4J_DATABASE: 'rumors-2',
      HEARSAY_STORE_DEADLINE_MS: '250',
      HEARSAY_STORE_WRITE_DEADLINE_MS: '600000',
    });
    expect(neo4j).toEqual({
      url: 'neo4j+s://graph.example.org/?policy=eu',
      user: 'hearsay',
      password: ' p@ss ',
      database: 'rumors-2',
      deadlineMs: 250,
      writeDeadlineMs: 600_000,
    });
  });

  test.each(['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'])(
    'take the scheme %s',
    (scheme) => {
      for (const rest of ['localhost', '127.0.0.1:7687', '[::1]:7687', 'graph.example.org'])
        expect(loadConfig({ ...given, NEO4J_URL: `${scheme}://${rest}` }).neo4j?.url).toBe(
          `${scheme}://${rest}`,
        );
    },
  );

  test.each([
    ['NEO4J_URL', ''],
    ['NEO4J_URL', 'localhost:7687'],
    ['NEO4J_URL', 'http://localhost:7474'],
    ['NEO4J_URL', 'BOLT://localhost'],
    ['NEO4J_URL', 'bolt+x://localhost'],
    ['NEO4J_URL', 'bolt://'],
    ['NEO4J_URL', 'bolt://localhost:99999'],
    ['NEO4J_URL', 'bolt://localhost/rumors'],
    ['NEO4J_URL', 'bolt://localhost?policy=eu'],
    ['NEO4J_URL', 'bolt://localhost#x'],
    ['NEO4J_USER', ''],
    ['NEO4J_DATABASE', ''],
    ['NEO4J_DATABASE', 'system'],
    ['NEO4J_DATABASE', '2nd'],
    ['NEO4J_DATABASE', 'a b c'],
    ['HEARSAY_STORE_DEADLINE_MS', '0'],
    ['HEARSAY_STORE_DEADLINE_MS', '99'],
    ['HEARSAY_STORE_DEADLINE_MS', '5s'],
    ['HEARSAY_STORE_WRITE_DEADLINE_MS', '600001'],
  ])('that are wrong are refused by name, with what was wanted and what came: %s=%s', (name, value) => {
    const error = refusalOf({ ...given, [name]: value });
    expect(error.code).toBe('SETTING_INVALID');
    expect(error.message).toMatch(new RegExp(`^Expected ${name} to be .+, but got `));
    expect(error.message).toContain(JSON.stringify(value));
  });

  test.each([
    { ...given, NEO4J_URL: 'bolt://neo4j:hunter2@localhost' },
    { ...given, NEO4J_URL: 'http://hunter2@localhost' },
    { ...given, NEO4J_URL: 'ftp://x' },
    { ...given, NEO4J_PASSWORD: '' },
    { ...given, NEO4J_PASSWORD: 'hunter2\0' },
    { NEO4J_PASSWORD: 'hunter2' },
  ])('never repeat what may be a password: %j', (environment) => {
    const error = refusalOf(environment);
    expect(error.code).toBe('SETTING_INVALID');
    expect(`${error.message} ${error.hint}`).not.toContain('hunter2');
  });

  test.each([
    'NEO4J_USER',
    'NEO4J_PASSWORD',
    'NEO4J_DATABASE',
    'HEARSAY_STORE_DEADLINE_MS',
    'HEARSAY_STORE_WRITE_DEADLINE_MS',
  ])('are refused without an address, not ignored: %s', (name) => {
    const error = refusalOf({ [name]: '5000' });
    expect([error.code, error.message]).toEqual([
      'SETTING_INVALID',
      `Expected ${name} to be unset without NEO4J_URL, but it is set`,
    ]);
  });

  test.each([
    ['NEO4J_URI', 'NEO4J_URL'],
    ['NEO4J_USERNAME', 'NEO4J_USER'],
  ])('by a name that other programs use are refused: %s', (name, meant) => {
    const error = refusalOf({ [name]: 'hunter2' });
    expect(error.hint).toContain(meant);
    expect(`${error.message} ${error.hint}`).not.toContain('hunter2');
  });

  test('say where the graph is without saying the password', () => {
    expect(storeAddress(loadConfig(given))).toBe('bolt://localhost:7687');
    expect(storeAddress(loadConfig({ ...given, NEO4J_DATABASE: 'rumors' }))).toBe(
      'bolt://localhost:7687, database rumors',
    );
    expect(storeAddress(loadConfig({ HEARSAY_DB: 'x.sqlite' }))).toBe('x.sqlite');
  });

  test('can be left out as a whole', () => {
    const environment = {
      ...given,
      NEO4J_USER: 'x',
      HEARSAY_STORE_DEADLINE_MS: '500',
      HEARSAY_DB: 'x.sqlite',
    };
    expect(withoutNeo4j(environment)).toEqual({ HEARSAY_DB: 'x.sqlite' });
  });
});
