import { statement, type Statement } from './connection.ts';

/**
 * Version 1 of the schema. Labels are types, ids are unique among them, and the credits and relations that are
 * relationships have ids likewise. Indexes start with what is asked for and go on in the order of lists; what
 * lacks one of the properties is not in them, so `singleOf` or `hardSubject` index the few claims that matter
 * there. An index never suffers from somebody with 50,000 claims, as walking their relationships would.
 */
export const SCHEMA_1: readonly Statement[] = [
  ...['Person', 'Work', 'Character', 'Source', 'Document', 'Evidence', 'Claim', 'Handle'].map((label) =>
    unique(label, 'id'),
  ),
  unique('Outcome', 'claim'),
  unique('Change', 'sequence'),
  unique('Feed', 'id'),
  unique('Schema', 'id'),
  unique('Receipt', 'id'),
  unique('Note', 'name'),
  uniqueRelationship('CREDITED', 'id'),
  uniqueRelationship('CREDITED', 'part'),
  uniqueRelationship('ON_SCREEN', 'id'),
  uniqueRelationship('RELATED', 'edge'),

  ...['wikidata', 'imdb', 'tmdb', 'birthDateDocument'].map((property) => index('Person', property)),
  ...['wikidata', 'imdb', 'tmdb', 'document'].map((property) => index('Work', property)),
  index('Handle', 'name'),
  index('Document', 'source'),
  index('Evidence', 'document'),
  index('Receipt', 'at'),
  index('Change', 'node', 'sequence'),

  ...['pair', 'edge', 'subject', 'object', 'document', 'source', 'singleOf', 'hardSubject', 'hardObject'].map(
    (property) => index('Claim', property, 'rank', 'id'),
  ),
  index('Claim', 'rank', 'id'),

  // Names: by key and by word in the order in which lists are cut, and by any part of a key.
  unique('Name', 'node', 'position'),
  index('Name', 'key', 'node'),
  textIndex('Name', 'key'),
  index('Word', 'word', 'node'),
  index('Word', 'node'),
  unique('Trigram', 'text'),

  indexRelationship('CREDITED', 'person', 'billingRank', 'id'),
  indexRelationship('CREDITED', 'work', 'billingRank', 'id'),
  indexRelationship('CREDITED', 'character', 'billingRank', 'id'),
  indexRelationship('CREDITED', 'document'),
  indexRelationship('ON_SCREEN', 'document'),
  indexRelationship('ATTRIBUTED_TO', 'document'),
  indexRelationship('RELATED', 'pair'),
  indexRelationship('RELATED', 'a', 'b', 'family'),
  indexRelationship('JUDGES', 'source', 'claim'),
];

/** Version 2: what each batch of a dataset brought, as far as it takes to tell who may hear of it. */
export const SCHEMA_2: readonly Statement[] = [
  index('Brought', 'sequence'),
  index('Brought', 'node', 'sequence'),
];

function unique(label: string, ...properties: readonly string[]): Statement {
  const name = `${label.toLowerCase()}_${properties.join('_')}`;
  const on = properties.map((property) => `n.${property}`).join(', ');
  return statement(
    `constraint-${name}`,
    `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE (${on}) IS UNIQUE`,
  );
}

function uniqueRelationship(type: string, property: string): Statement {
  const name = `${type.toLowerCase()}_${property}`;
  return statement(
    `constraint-${name}`,
    `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ()-[r:${type}]-() REQUIRE r.${property} IS UNIQUE`,
  );
}

function index(label: string, ...properties: readonly string[]): Statement {
  const name = nameOf(label, properties);
  const on = properties.map((property) => `n.${property}`).join(', ');
  return statement(`index-${name}`, `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (${on})`);
}

function textIndex(label: string, property: string): Statement {
  const name = `${label.toLowerCase()}_${property}_text`;
  return statement(
    `index-${name}`,
    `CREATE TEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
  );
}

function indexRelationship(type: string, ...properties: readonly string[]): Statement {
  const name = nameOf(type, properties);
  const on = properties.map((property) => `r.${property}`).join(', ');
  return statement(`index-${name}`, `CREATE INDEX ${name} IF NOT EXISTS FOR ()-[r:${type}]-() ON (${on})`);
}

function nameOf(type: string, [first = '']: readonly string[]): string {
  return `${type.toLowerCase()}_by_${first}`;
}
