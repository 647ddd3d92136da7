import { readFileSync } from 'node:fs';
import { buildSchema, print, validate } from 'graphql';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { DOCUMENTS } from '../../src/cli/documents.ts';
import { resultTypes } from '../web/result-types.ts';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const RESULTS = 'src/cli/results.ts';
const PREFACE = `// Generated from documents.ts and schema.graphql by tests/cli/documents.test.ts; \`npx vitest -u\` writes it anew.
`;

describe('what the command line asks', () => {
  test.each(DOCUMENTS.map((document) => [print(document).split('(')[0], document] as const))(
    'is in the contract: %s',
    (_, document) => {
      expect(validate(schema, document)).toEqual([]);
    },
  );

  test('has result types that are up to date', async () => {
    const text = PREFACE + resultTypes(schema, DOCUMENTS);
    const pretty = await format(text, { ...(await resolveConfig(RESULTS)), parser: 'typescript' });
    await expect(pretty).toMatchFileSnapshot(`../../${RESULTS}`);
  });
});
