import { defineConfig } from 'vitest/config';

// Only what judges the engine and the policy by exact words and numbers; the axioms search at random, which is slow
// to repeat for every mutant and kills none that these leave alive.
export default defineConfig({
  test: {
    include: ['tests/unit/confidence/**/*.test.ts', 'tests/unit/policy*.test.ts'],
    exclude: ['tests/unit/confidence/axioms.test.ts'],
    testTimeout: 60_000,
  },
});
