import { CLAIM_COLUMNS, OUTCOME_COLUMNS, RELATIONSHIP_COLUMNS } from './claim-rows.ts';
import { statement } from './connection.ts';
import { DOCUMENT_COLUMNS, EVIDENCE_COLUMNS, PERSON_COLUMNS, SOURCE_COLUMNS } from './rows.ts';

/**
 * What a reader may see of claim `c`; every read of claims goes through it. @middle is the middle day of asOf
 * (half days exist, so it is compared as a real number). A claim that is never shown has NULL, which is not <=.
 */
export const VISIBLE = `
  CASE @profile WHEN 'open' THEN c.show_open WHEN 'cautious' THEN c.show_cautious ELSE c.show_strict END <= @middle
  AND c.first_day <= @lastDay
  AND (@knownAt IS NULL OR c.recorded_at <= @knownAt)
  AND (c.retracted_at IS NULL OR c.retracted_at > @knownAt OR @includeRetracted)`;

// One row of @pairs, @people or @claims drives each lookup (CROSS JOIN keeps it the outer loop), so that every
// one of them is cut to its own limit: what one asks for never takes anything from another.

export const CLAIMS_OF_PAIRS = statement(
  'claims-of-pairs',
  `SELECT p.key AS bucket, ${CLAIM_COLUMNS} FROM json_each(@pairs) p CROSS JOIN claim c WHERE c.id IN (
     SELECT id FROM claim c WHERE c.pair_a = p.value ->> 0 AND c.pair_b = p.value ->> 1 AND ${VISIBLE}
     ORDER BY c.said_day DESC, c.id LIMIT @limit)`,
);

export const SINGLES_OF_PEOPLE = statement(
  'singles-of-people',
  `SELECT p.key AS bucket, ${CLAIM_COLUMNS} FROM json_each(@people) p CROSS JOIN claim c WHERE c.id IN (
     SELECT id FROM claim c INDEXED BY claim_single WHERE c.subject = p.value AND c.kind = 'SINGLE' AND ${VISIBLE}
     ORDER BY c.said_day DESC, c.id LIMIT @limit)`,
);

// Both sides are cut by themselves, in the order of their index, before they are put together: else all claims of
// somebody with 50,000 of them would be read to keep the latest few.
const LATEST = (ids: string): string =>
  `SELECT id, said_day FROM (${ids} ORDER BY c.said_day DESC, c.id LIMIT @limit)`;

const HARD_IDS = (side: 'subject' | 'object'): string =>
  LATEST(`SELECT c.id, c.said_day FROM claim c INDEXED BY claim_hard_by_${side}
     WHERE c.${side} = p.value AND c.hard = 1 AND ${VISIBLE}`);

export const HARD_ROMANCES_OF_PEOPLE = statement(
  'hard-romances-of-people',
  `SELECT p.key AS bucket, ${CLAIM_COLUMNS} FROM json_each(@people) p CROSS JOIN claim c WHERE c.id IN (
     SELECT id FROM (${HARD_IDS('subject')} UNION ALL ${HARD_IDS('object')})
     ORDER BY said_day DESC, id LIMIT @limit)`,
);

const LOVE_IDS = (side: 'subject' | 'object'): string =>
  LATEST(`SELECT c.id, c.said_day FROM claim c
     WHERE c.${side} = @person AND (c.family = 'ROMANCE' OR c.kind = 'SINGLE') AND ${VISIBLE}`);

export const LOVE_LIFE_OF_PERSON = statement(
  'love-life-of-person',
  `SELECT 0 AS bucket, ${CLAIM_COLUMNS} FROM claim c WHERE c.id IN (
     SELECT id FROM (${LOVE_IDS('subject')} UNION ALL ${LOVE_IDS('object')})
     ORDER BY said_day DESC, id LIMIT @limit)`,
);

export const CLAIMS_BY_ID = statement(
  'claims-by-id',
  `SELECT i.key AS bucket, ${CLAIM_COLUMNS} FROM json_each(@ids) i CROSS JOIN claim c
   WHERE c.id = i.value AND ${VISIBLE}`,
);

/** What the stored edge of a pair rests on: every claim that names the pair and that open readers may ever see. */
export const CLAIMS_OF_EDGE = statement(
  'claims-of-edge',
  `SELECT 0 AS bucket, ${CLAIM_COLUMNS} FROM claim c
   WHERE c.pair_a = @a AND c.pair_b = @b AND c.show_open IS NOT NULL AND c.retracted_at IS NULL
   ORDER BY c.said_day DESC, c.id LIMIT @limit`,
);

export const EVIDENCE_BY_ID = statement(
  'evidence-by-id',
  `SELECT ${EVIDENCE_COLUMNS} FROM evidence WHERE id IN (SELECT value FROM json_each(@ids))`,
);

export const DOCUMENTS_BY_ID = statement(
  'documents-by-id',
  `SELECT ${DOCUMENT_COLUMNS} FROM document WHERE id IN (SELECT value FROM json_each(@ids))`,
);

/** The given documents and what they are derived from, @depth steps up. */
export const DOCUMENTS_WITH_ORIGINS = statement(
  'documents-with-origins',
  `WITH RECURSIVE reached(id, depth) AS (
     SELECT value, 0 FROM json_each(@ids)
     UNION
     SELECT d.parent, reached.depth + 1 FROM reached CROSS JOIN document_derived d
     WHERE d.document = reached.id AND reached.depth < @depth
     LIMIT @limit)
   SELECT ${DOCUMENT_COLUMNS} FROM document WHERE id IN (SELECT id FROM reached)`,
);

export const SOURCES_BY_ID = statement(
  'sources-by-id',
  `SELECT ${SOURCE_COLUMNS} FROM source WHERE id IN (SELECT value FROM json_each(@ids))`,
);

export const PEOPLE_BY_ID = statement(
  'people-by-id',
  `SELECT ${PERSON_COLUMNS} FROM person WHERE id IN (SELECT value FROM json_each(@ids))`,
);

// The day of the latest claim of an edge that this reader may see; NULL when there is none. Lists are ordered and
// cut by it, not by the edge's own date, which claims that the reader must not know of have moved.
const EDGE_HEARD = `(SELECT c.said_day FROM claim c
  WHERE c.pair_a = min(r.a, r.b) AND c.pair_b = max(r.a, r.b) AND c.family = r.family
    AND (r.family <> 'PARENT_OF' OR c.subject = r.a) AND ${VISIBLE} ORDER BY c.said_day DESC LIMIT 1)`;
const EDGES = (side: 'a' | 'b'): string =>
  `SELECT p.key AS place, r.*, ${EDGE_HEARD} AS heard FROM json_each(@people) p CROSS JOIN relationship r
   WHERE r.${side} = p.value`;

export const RELATIONSHIPS_OF_PEOPLE = statement(
  'relationships-of-people',
  `WITH edge AS MATERIALIZED (${EDGES('a')} UNION ALL ${EDGES('b')})
   SELECT (SELECT value FROM json_each(@people) WHERE key = place) AS person, ${RELATIONSHIP_COLUMNS} FROM (
     SELECT *, row_number() OVER (PARTITION BY place ORDER BY heard DESC, a, b, family) AS rank
     FROM edge WHERE heard IS NOT NULL)
   WHERE rank <= @limit ORDER BY place, rank`,
);

export const OUTCOMES_OF_SOURCES = statement(
  'outcomes-of-sources',
  `SELECT s.value AS source, ${OUTCOME_COLUMNS} FROM json_each(@sources) s CROSS JOIN outcome o WHERE o.claim IN (
     SELECT x.claim FROM outcome_source x CROSS JOIN claim c ON c.id = x.claim CROSS JOIN outcome y ON y.claim = x.claim
     WHERE x.source = s.value AND ${VISIBLE} AND (@knownAt IS NULL OR y.recorded_at <= @knownAt)
     ORDER BY x.claim LIMIT @limit)
   ORDER BY s.key, o.claim`,
);
