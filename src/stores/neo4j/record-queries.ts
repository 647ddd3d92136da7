import { statement, type Statement } from './connection.ts';
import type { Label } from './links.ts';

const nodes = (name: string, label: Label, only = ''): Statement =>
  statement(
    `records-${name}`,
    `MATCH (n:${label}) WHERE n.id > $after ${only} WITH n ORDER BY n.id LIMIT $limit RETURN properties(n) AS record`,
  );
const relationships = (name: string, type: string): Statement =>
  statement(
    `records-${name}`,
    `MATCH ()-[r:${type}]->() WHERE r.id > $after WITH r ORDER BY r.id LIMIT $limit RETURN properties(r) AS record`,
  );

const CLAIMS = (where: string): string =>
  `MATCH (n:Claim) USING INDEX n:Claim(pair, rank, id) WHERE ${where}
   WITH n ORDER BY n.pair, n.rank, n.id LIMIT $limit RETURN n`;

/** Everything that is on file, in the order of ids; one statement a step. */
export const RECORDS = {
  people: nodes('people', 'Person'),
  sources: nodes('sources', 'Source'),
  documents: nodes('documents', 'Document'),
  evidence: nodes('evidence', 'Evidence'),
  works: nodes('works', 'Work'),
  characters: nodes('characters', 'Character'),
  credits: relationships('credits', 'CREDITED'),
  onScreen: relationships('on-screen', 'ON_SCREEN'),
  birthDates: nodes('birth-dates', 'Person', 'AND n.birthDateDocument IS NOT NULL'),
  origins: nodes('origins', 'Document', 'AND n.derivedFrom <> []'),
  bases: nodes('bases', 'Work', 'AND n.basedOn <> []'),
  // The text of a pair sorts as its two ids do: the blank between them is before every character of an id.
  claims: statement(
    'records-claims',
    `CALL () {
       ${CLAIMS('n.pair = $pair AND n.rank = $rank AND n.id > $id')}
       UNION ALL ${CLAIMS('n.pair = $pair AND n.rank > $rank AND n.id IS NOT NULL')}
       UNION ALL ${CLAIMS('n.pair > $pair AND n.rank IS NOT NULL AND n.id IS NOT NULL')}
     }
     WITH n ORDER BY n.pair, n.rank, n.id LIMIT $limit RETURN properties(n) AS record`,
  ),
  singles: nodes('singles', 'Claim', 'AND n.pair IS NULL'),
  outcomes: statement(
    'records-outcomes',
    `MATCH (n:Outcome) WHERE n.claim > $after WITH n ORDER BY n.claim LIMIT $limit RETURN properties(n) AS record`,
  ),
} as const;

// Of whom the walk has reached, what is left; then everybody after them. Each part is in the order of the index.
const PART = (where: string): string =>
  `MATCH ()-[r:RELATED]->() USING INDEX r:RELATED(a, b, family) WHERE ${where}
   WITH r ORDER BY r.a, r.b, r.family LIMIT $limit RETURN r`;
export const EDGES = statement(
  'edges',
  `CALL () {
     ${PART('r.a = $a AND r.b = $b AND r.family > $family')}
     UNION ALL ${PART('r.a = $a AND r.b > $b AND r.family IS NOT NULL')}
     UNION ALL ${PART('r.a > $a AND r.b IS NOT NULL AND r.family IS NOT NULL')}
   }
   WITH r ORDER BY r.a, r.b, r.family LIMIT $limit RETURN properties(r) AS record`,
);
