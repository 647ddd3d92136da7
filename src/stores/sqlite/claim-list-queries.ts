import { CLAIM_COLUMNS } from './claim-rows.ts';
import { VISIBLE } from './claim-queries.ts';
import { statement, type Statement } from './connection.ts';

/** What a list of claims is driven by: the narrowest part of the filter that is given. */
export type ClaimDriver = 'pair' | 'document' | 'evidence' | 'people' | 'source' | 'all';

const MATCHES = `
  (@kinds IS NULL OR c.kind IN (SELECT value FROM json_each(@kinds)))
  AND (@stances IS NULL OR c.stance IN (SELECT value FROM json_each(@stances)))`;

// Parts of the filter that are not the driver. They reach what they need through the id, so that without them
// the driver's index holds everything that counting takes, and no claim is read for nothing.
const OTHERWISE = (given: string, where: string): string =>
  `(@${given} IS NULL OR EXISTS (SELECT 1 FROM claim k WHERE k.id = c.id AND ${where}))`;
const LISTED = 'IN (SELECT value FROM json_each(@people))';
const NAMES_ANY_OF = OTHERWISE('people', `(k.subject ${LISTED} OR k.object ${LISTED})`);
const IN_DOCUMENT = OTHERWISE('document', 'k.document = @document');
const CITES_EVIDENCE =
  '(@evidence IS NULL OR EXISTS (SELECT 1 FROM claim_evidence e WHERE e.evidence = @evidence AND e.claim = c.id))';
const FROM_SOURCE = OTHERWISE(
  'source',
  `((SELECT d.source FROM document d WHERE d.id = k.document) = @source
    OR EXISTS (SELECT 1 FROM claim_attribution t WHERE t.source = @source AND t.claim = k.id))`,
);

const ARMS: Readonly<Record<ClaimDriver, readonly string[]>> = {
  pair: [
    `FROM claim c WHERE c.pair_a = @a AND c.pair_b = @b
     AND ${NAMES_ANY_OF} AND ${IN_DOCUMENT} AND ${CITES_EVIDENCE} AND ${FROM_SOURCE}`,
  ],
  document: [
    `FROM claim c WHERE c.document = @document AND ${NAMES_ANY_OF} AND ${CITES_EVIDENCE} AND ${FROM_SOURCE}`,
  ],
  evidence: [
    `FROM claim_evidence e CROSS JOIN claim c ON c.id = e.claim WHERE e.evidence = @evidence
     AND ${NAMES_ANY_OF} AND ${FROM_SOURCE}`,
  ],
  people: [
    `FROM json_each(@people) p CROSS JOIN claim c WHERE c.subject = p.value AND ${FROM_SOURCE}`,
    // A claim whose subject was asked for as well has been found already.
    `FROM json_each(@people) p CROSS JOIN claim c WHERE c.object = p.value AND c.subject NOT ${LISTED}
     AND ${FROM_SOURCE}`,
  ],
  source: [
    `FROM document d CROSS JOIN claim c ON c.document = d.id WHERE d.source = @source`,
    `FROM (SELECT DISTINCT claim FROM claim_attribution WHERE source = @source) told CROSS JOIN claim c ON c.id = told.claim
     WHERE (SELECT d.source FROM document d WHERE d.id = c.document) <> @source`,
  ],
  all: ['FROM claim c WHERE true'],
};

const AFTER = '(@afterDay IS NULL OR c.said_day < @afterDay OR (c.said_day = @afterDay AND c.id > @afterId))';

function union(driver: ClaimDriver, columns: string, more: string): string {
  return ARMS[driver]
    .map((arm) => `SELECT ${columns} ${arm} AND ${MATCHES} AND ${VISIBLE} ${more}`)
    .join(' UNION ALL ');
}

function page(driver: ClaimDriver): Statement {
  return statement(
    `claims-page-by-${driver}`,
    `SELECT c.said_day, ${CLAIM_COLUMNS} FROM claim c WHERE c.id IN (
       SELECT id FROM (${union(driver, 'c.id, c.said_day', `AND ${AFTER}`)})
       ORDER BY said_day DESC, id LIMIT @limit)
     ORDER BY c.said_day DESC, c.id`,
  );
}

function total(driver: ClaimDriver): Statement {
  return statement(
    `claims-total-by-${driver}`,
    `SELECT count(*) AS total FROM (${union(driver, 'c.id', '')})`,
  );
}

function both(driver: ClaimDriver): { readonly page: Statement; readonly total: Statement } {
  return { page: page(driver), total: total(driver) };
}

/** A page of the claims that fit a filter, and how many there are, for each driver. */
export const CLAIM_LISTS: Readonly<
  Record<ClaimDriver, { readonly page: Statement; readonly total: Statement }>
> = {
  pair: both('pair'),
  document: both('document'),
  evidence: both('evidence'),
  people: both('people'),
  source: both('source'),
  all: both('all'),
};
