// The table of docs/architecture.md as rules: an arrow that is not in it fails.
const layers = {
  domain: [],
  ports: ['domain'],
  application: ['domain', 'ports'],
  costars: ['domain', 'ports'],
  stores: ['domain', 'ports'],
  graphql: ['application', 'ports', 'domain'],
  embed: ['application', 'ports', 'domain'],
  http: ['application', 'domain', 'embed'],
  ingest: ['application', 'domain'],
  words: [],
  web: ['words'],
};

const only = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: `^src/(${[layer, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...only,
    {
      name: 'domain-is-pure',
      comment: 'The domain knows dates and letters, and no other library, file, clock or network.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: {
        dependencyTypesNot: ['local', 'type-only'],
        pathNot: ['node_modules/(edtf|any-ascii)/', '^src/'],
      },
    },
    {
      name: 'drivers-stay-in-their-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/stores/sqlite/' },
      to: { path: 'node_modules/better-sqlite3' },
    },
    {
      name: 'drivers-stay-in-their-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/stores/neo4j/' },
      to: { path: 'node_modules/neo4j-driver' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-tests-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|bench|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
