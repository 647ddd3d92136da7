/**
 * Writes src/graphql/generated.ts, the resolver types of schema.graphql.
 * `--check` writes nothing and exits 1 when the committed file is not what the schema gives.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { format, resolveConfig } from 'prettier';

const SCHEMA = fileURLToPath(new URL('../schema.graphql', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../src/graphql/generated.ts', import.meta.url));

/** Types whose resolvers take an object of the domain or of a port as parent, by the file (seen from the output) that has it. */
const DOMAIN_MAPPERS: Readonly<Record<string, string>> = {
  Person: '../domain/entities.ts#PersonFacts',
  Work: '../domain/entities.ts#Work as WorkEntity',
  Character: '../domain/entities.ts#Character as CharacterEntity',
  Credit: '../domain/entities.ts#Credit as CreditEntity',
  OnScreenRelationship: '../domain/entities.ts#OnScreenRelationship as OnScreenRelationshipEntity',
  Source: '../domain/entities.ts#Source as SourceEntity',
  Document: '../domain/entities.ts#Document as DocumentEntity',
  Evidence: '../domain/entities.ts#Evidence as EvidenceEntity',
  Attribution: '../domain/claim.ts#Attribution as AttributionEntity',
  OnRecord: '../domain/claim.ts#OnRecord as OnRecordEntity',
  CitedEvidence: '../domain/claim.ts#CitedEvidence as CitedEvidenceEntity',
  Change: '../ports/graph-store.ts#ChangeEvent',
  CostarGraph: '../application/costar-graph.ts#CostarGraphAnswer',
  CostarNode: './resolvers/costars.ts#CostarNodeParent',
  CostarEdge: '../application/costar-graph.ts#CostarEdgeModel',
  CostarPath: '../application/costar-path.ts#CostarPathAnswer',
  CostarChain: '../application/costar-path.ts#CostarPathModel',
  CostarHop: '../application/costar-graph.ts#CostarEdgeModel',
  NoPath: '../application/costar-path.ts#NoPathModel',
};

/** Types whose resolvers take what a use case returned: `<Name>Model` of src/application/models.ts. */
const MODELS: readonly string[] = [
  'RelationshipAnswer',
  'RelationshipStatusAnswer',
  'AmbiguousPerson',
  'PersonCandidate',
  'UnknownPerson',
  'AmbiguousWork',
  'WorkCandidate',
  'UnknownWork',
  'Withheld',
  'Rumor',
  'RumorOrigin',
  'NoRumor',
  'Term',
  'Explanation',
  'WouldChange',
  'ProvenanceGraph',
  'ProvenanceNode',
  'ProvenanceEdge',
  'Claim',
];

/** Pages and their items: `<Name>Model` of src/graphql/connections.ts. */
const CONNECTIONS: readonly string[] = [
  'Change',
  'Claim',
  'Credit',
  'Source',
  'Relationship',
  'Search',
].flatMap((name) => [`${name}Connection`, `${name}Edge`]);

const CONFIG = {
  contextType: './context.ts#RequestContext',
  mappers: {
    ...DOMAIN_MAPPERS,
    ...Object.fromEntries(MODELS.map((name) => [name, `../application/models.ts#${name}Model`])),
    ...Object.fromEntries(CONNECTIONS.map((name) => [name, `./connections.ts#${name}Model`])),
  },
  scalars: { EDTF: 'string', DateTime: 'string', ID: 'string' },
  strictScalars: true,
  useTypeImports: true,
  immutableTypes: true,
  enumsAsTypes: true,
  avoidOptionals: { field: true },
  // An argument that is left out, one that is null and one that is undefined are three things to TypeScript.
  inputMaybeValue: 'T | null | undefined',
} as const;

async function generate(): Promise<string> {
  const code = await codegen({
    filename: OUTPUT,
    schema: parse(await readFile(SCHEMA, 'utf8')),
    documents: [],
    config: CONFIG,
    plugins: [{ typescript: {} }, { 'typescript-resolvers': {} }],
    pluginMap: { typescript, 'typescript-resolvers': typescriptResolvers },
  });
  const header = '// Written by scripts/codegen.ts from schema.graphql. Do not edit.\n';
  return format(header + code, { ...(await resolveConfig(OUTPUT)), parser: 'typescript' });
}

const wanted = await generate();
if (!process.argv.includes('--check')) {
  await writeFile(OUTPUT, wanted);
} else if (wanted !== (await readFile(OUTPUT, 'utf8').catch(() => ''))) {
  console.error('src/graphql/generated.ts is not what schema.graphql gives. Run: npm run codegen');
  process.exitCode = 1;
}
