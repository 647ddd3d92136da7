import { VISIBLE } from './claim-queries.ts';
import { statement, type Statement } from './connection.ts';

/** What a list of claims is driven by: the narrowest part of the filter that is given. */
export type ClaimDriver = 'pair' | 'document' | 'evidence' | 'people' | 'source' | 'all';

const MATCHES = `
  ($kinds IS NULL OR c.kind IN $kinds) AND ($stances IS NULL OR c.stance IN $stances)`;

// Parts of the filter that are not the driver.
const NAMES_ANY_OF = '($people IS NULL OR c.subject IN $people OR c.object IN $people)';
const IN_DOCUMENT = '($document IS NULL OR c.document = $document)';
const CITES_EVIDENCE =
  '($evidence IS NULL OR EXISTS { MATCH (c)-[:CITES]->(v:Evidence) WHERE v.id = $evidence })';
const TOLD_BY =
  '(c.source = $source OR EXISTS { MATCH (c)-[:ATTRIBUTED_TO]->(s:Source) WHERE s.id = $source })';
const FROM_SOURCE = `($source IS NULL OR ${TOLD_BY})`;

// An index serves claims in the order of lists from the cursor on; the hint is explained at `latestClaims`.
interface Arm {
  /** What stands before the claims are found. */
  readonly before?: string;
  readonly match: string;
  readonly where: string;
  /** True when the index that finds the claims has them in order and can start at a cursor. */
  readonly isOrdered: boolean;
}

function byIndex(property: string, value: string, where: readonly string[], before = ''): Arm {
  return {
    before,
    match: `MATCH (c:Claim) USING INDEX c:Claim(${property}, rank, id)`,
    where: [`c.${property} = ${value}`, ...where].join(' AND '),
    isOrdered: true,
  };
}

const ARMS: Readonly<Record<ClaimDriver, readonly Arm[]>> = {
  pair: [byIndex('pair', '$pair', [NAMES_ANY_OF, IN_DOCUMENT, CITES_EVIDENCE, FROM_SOURCE])],
  document: [byIndex('document', '$document', [NAMES_ANY_OF, CITES_EVIDENCE, FROM_SOURCE])],
  evidence: [
    {
      match: 'MATCH (:Evidence {id: $evidence})<-[:CITES]-(c:Claim)',
      where: [NAMES_ANY_OF, FROM_SOURCE].join(' AND '),
      isOrdered: false,
    },
  ],
  people: [
    byIndex('subject', 'person', [FROM_SOURCE], 'UNWIND $people AS person'),
    // A claim whose subject was asked for as well has been found already.
    byIndex('object', 'person', ['NOT c.subject IN $people', FROM_SOURCE], 'UNWIND $people AS person'),
  ],
  source: [
    byIndex('source', '$source', []),
    {
      match: 'MATCH (:Source {id: $source})<-[:ATTRIBUTED_TO]-(c:Claim)',
      where: 'c.source <> $source',
      isOrdered: false,
    },
  ],
  all: [
    {
      match: 'MATCH (c:Claim) USING INDEX c:Claim(rank, id)',
      where: 'true',
      isOrdered: true,
    },
  ],
};

const AFTER = 'c.rank >= $fromRank AND (c.rank > $fromRank OR c.id > $afterId) AND c.id IS NOT NULL';

function pageOf({ before = '', match, where }: Arm): string {
  const found = `${match} WHERE ${where} AND ${AFTER} AND ${MATCHES} AND ${VISIBLE}
    WITH DISTINCT c ORDER BY c.rank, c.id LIMIT $limit RETURN c`;
  return before === '' ? found : `${before} CALL (person) { ${found} } RETURN c`;
}

function totalOf({ before = '', match, where, isOrdered }: Arm): string {
  const all = isOrdered ? 'c.rank IS NOT NULL AND c.id IS NOT NULL' : 'true';
  return `${before} ${match} WHERE ${where} AND ${all} AND ${MATCHES} AND ${VISIBLE} RETURN count(DISTINCT c) AS part`;
}

function list(driver: ClaimDriver): Statement {
  const arms = ARMS[driver];
  return statement(
    `claims-by-${driver}`,
    `CALL () {
       CALL () { ${arms.map(pageOf).join(' UNION ALL ')} }
       WITH c ORDER BY c.rank, c.id LIMIT $limit
       RETURN collect(properties(c)) AS items
     }
     CALL () {
       CALL () { ${arms.map(totalOf).join(' UNION ALL ')} }
       RETURN sum(part) AS total
     }
     RETURN items, total`,
  );
}

/** A page of the claims that fit a filter, together with how many there are, for each driver. */
export const CLAIM_LISTS: Readonly<Record<ClaimDriver, Statement>> = {
  pair: list('pair'),
  document: list('document'),
  evidence: list('evidence'),
  people: list('people'),
  source: list('source'),
  all: list('all'),
};
