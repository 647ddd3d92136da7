import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// Node gives every package the CommonJS build of graphql, Vite would give ours the other one; two do not mix.
const graphql = createRequire(import.meta.url).resolve('graphql');

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    include: ['tests/**/*.test.ts'],
    // Kill loops, browsers and property tests take their time on a small machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['src/domain/**'] },
  },
});
