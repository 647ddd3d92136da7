import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.stryker-tmp/', 'reports/', 'src/graphql/generated.ts', '.cache/'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['bench/**', 'scripts/**', 'tests/**'], rules: { 'no-console': 'off', 'max-lines': 'off' } },
  // Who puts an element on a page reads there what is wrong with it.
  { files: ['src/web/widget/**'], rules: { 'no-console': ['error', { allow: ['warn'] }] } },
  {
    files: ['tests/**'],
    rules: { '@typescript-eslint/unbound-method': 'off', '@typescript-eslint/no-misused-spread': 'off' },
  },
  {
    // The Neo4j driver declares its options as classes and wants plain objects.
    files: ['src/stores/neo4j/**', 'scripts/neo4j/**', 'bench/**', 'tests/**'],
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { module: 'writable' } },
  },
);
