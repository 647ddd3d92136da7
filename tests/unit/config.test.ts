import { isAbsolute } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
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
      HEARSAY_POLICY: 'strict',
      LOG_LEVEL: 'info',
    };
    expect(loadConfig(given)).toEqual({
      port: 0,
      host: '::1',
      database: 'x y.sqlite',
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

  test.each(['NEO4J_URL', 'NEO4J_USER', 'NEO4J_PASSWORD', 'NEO4J_DATABASE'])(
    'of a store that is not there yet are refused, and what may be a secret is not repeated: %s',
    (name) => {
      const error = refusalOf({ [name]: 'hunter2' });
      expect([error.code, error.message]).toEqual(['SETTING_INVALID', expect.stringContaining(name)]);
      expect(`${error.message} ${error.hint}`).not.toContain('hunter2');
    },
  );
});
