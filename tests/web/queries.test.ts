import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { EXAMPLE_DOCUMENTS } from '../../src/web/graphiql/examples.ts';
import { PAGE_DOCUMENTS } from '../../src/web/page/queries.ts';
import { resultTypes } from './result-types.ts';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const RESULTS = 'src/web/page/results.ts';

const PREFACE = `// Generated from queries.ts and schema.graphql by tests/web/queries.test.ts; \`npx vitest -u\` writes it anew.
`;

describe('what the pages ask', () => {
  test.each([...PAGE_DOCUMENTS, ...EXAMPLE_DOCUMENTS])('is in the contract: %s', (source) => {
    expect(validate(schema, parse(source))).toEqual([]);
  });

  test('has result types that are up to date', async () => {
    const text =
      PREFACE +
      resultTypes(
        schema,
        PAGE_DOCUMENTS.map((source) => parse(source)),
      );
    const pretty = await format(text, { ...(await resolveConfig(RESULTS)), parser: 'typescript' });
    await expect(pretty).toMatchFileSnapshot(`../../${RESULTS}`);
  });
});
