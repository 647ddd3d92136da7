import { VISIBLE, whole } from './claim-queries.ts';
import { statement, type Statement } from './connection.ts';

/** What a list of claims is driven by: the narrowest part of the filter that is given. */
export type ClaimDriver = 'pair' | 'document' | 'evidence' | 'people' | 'source' | 'all';

const MATCHES = whole('($kinds IS NULL OR c.kind IN $kinds) AND ($stances IS NULL OR c.stance IN $stances)');

// Parts of the filter that are not the driver.
const NAMES_ANY_OF = whole('$people IS NULL OR c.subject IN $people OR c.object IN $people');
const IN_DOCUMENT = whole('$document IS NULL OR c.document = $document');
const CITES_EVIDENCE =
  '($evidence IS NULL OR EXISTS { MATCH (c)-[:CITES]->(v:Evidence) WHERE v.id = $evidence })';
const TOLD_BY =
  '(c.source = $source OR EXISTS { MATCH (c)-[:ATTRIBUTED_TO]->(s:Source) WHERE s.id = $source })';
const FROM_SOURCE = `($source IS NULL OR ${TOLD_BY})`;

// An index serves claims in the order of lists from the cursor on; the hint is explained at `latestClaims`.
interface Arm {
  /** What is unwound before the claims of each are found. */
  readonly before?: string;
  readonly match: string;
  readonly where: string;
  /** The property that an index with claims in the order of lists starts with; null: what is found has no order. */
  readonly index: string | null;
}

function byIndex(property: string, value: string, where: readonly string[], before?: string): Arm {
  return {
    ...(before === undefined ? {} : { before }),
    match: `MATCH (c:Claim) USING INDEX c:Claim(${property}, rank, id)`,
    where: [`c.${property} = ${value}`, ...where].join(' AND '),
    index: property,
  };
}

const ARMS: Readonly<Record<ClaimDriver, readonly Arm[]>> = {
  pair: [byIndex('pair', '$pair', [NAMES_ANY_OF, IN_DOCUMENT, CITES_EVIDENCE, FROM_SOURCE])],
  document: [byIndex('document', '$document', [NAMES_ANY_OF, CITES_EVIDENCE, FROM_SOURCE])],
  evidence: [
    {
      match: 'MATCH (:Evidence {id: $evidence})<-[:CITES]-(c:Claim)',
      where: [NAMES_ANY_OF, FROM_SOURCE].join(' AND '),
      index: null,
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
      index: null,
    },
  ],
  all: [{ match: 'MATCH (c:Claim) USING INDEX c:Claim(rank, id)', where: 'true', index: 'rank' }],
};

const AFTER = `c.rank >= $fromRank AND c.id IS NOT NULL AND ${whole('c.rank > $fromRank OR c.id > $afterId')}`;

// Ordered by everything that the index starts with, the plan needs no sorting: it stops when the page is full.
function pageOf({ before, match, where, index }: Arm): string {
  const distinct = index === null ? 'WITH DISTINCT c' : 'WITH c';
  const order = [...new Set([...(index === null ? [] : [index]), 'rank', 'id'])].map((each) => `c.${each}`);
  const found = `${match} WHERE ${where} AND ${AFTER} AND ${MATCHES} AND ${VISIBLE}
    ${distinct} ORDER BY ${order.join(', ')} LIMIT $limit RETURN c`;
  return before === undefined ? found : `${before} CALL (person) { ${found} } RETURN c`;
}

function totalOf({ before = '', match, where, index }: Arm): string {
  const [all, count] = index === null ? ['true', 'count(DISTINCT c)'] : [INDEXED, 'count(c)'];
  return `${before} ${match} WHERE ${where} AND ${all} AND ${MATCHES} AND ${VISIBLE} RETURN ${count} AS part`;
}

const INDEXED = 'c.rank IS NOT NULL AND c.id IS NOT NULL';

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
