import { isMadeOnce, isSure } from './age-queries.ts';
import { CLAIM_COLUMNS, RELATIONSHIP_COLUMNS } from './claim-rows.ts';
import { statement } from './connection.ts';

export const STORED_CLAIMS_BY_ID = statement(
  'stored-claims-by-id',
  `SELECT ${CLAIM_COLUMNS} FROM claim c WHERE c.id IN (SELECT value FROM json_each(@ids))`,
);

export const SET_POLICY_COLUMNS = statement(
  'set-policy-columns',
  `UPDATE claim SET show_open = @show_open, show_cautious = @show_cautious, show_strict = @show_strict, hard = @hard
   WHERE id = @id AND (show_open IS NOT @show_open OR show_cautious IS NOT @show_cautious
     OR show_strict IS NOT @show_strict OR hard IS NOT @hard)`,
);

/** Claims that name one of @people, or rest on one of @sources, @documents or @evidence in any way. */
export const CLAIMS_TOUCHED = statement(
  'claims-touched',
  `WITH RECURSIVE
     changed(id) AS (
       SELECT value FROM json_each(@documents)
       UNION SELECT d.id FROM document d WHERE d.source IN (SELECT value FROM json_each(@sources))),
     resting(id, depth) AS (
       SELECT id, 0 FROM changed
       UNION
       SELECT d.document, resting.depth + 1 FROM resting CROSS JOIN document_derived d
       WHERE d.parent = resting.id AND resting.depth < @depth),
     cited(id) AS (
       SELECT value FROM json_each(@evidence)
       UNION SELECT v.id FROM evidence v WHERE v.document IN (SELECT id FROM resting))
   SELECT c.id FROM claim c WHERE c.subject IN (SELECT value FROM json_each(@people))
   UNION SELECT c.id FROM claim c WHERE c.object IN (SELECT value FROM json_each(@people))
   UNION SELECT c.id FROM claim c WHERE c.document IN (SELECT id FROM resting)
   UNION SELECT t.claim FROM claim_attribution t WHERE t.document IN (SELECT id FROM resting)
   UNION SELECT t.claim FROM claim_attribution t WHERE t.source IN (SELECT value FROM json_each(@sources))
   UNION SELECT e.claim FROM claim_evidence e WHERE e.evidence IN (SELECT id FROM cited)`,
);

/** The last date of each family of a pair whose claims were all taken back. */
export const RETRACTED_EDGES = statement(
  'retracted-edges',
  `SELECT DISTINCT family, subject AS a, object AS b,
     first_value(asserted_at) OVER (PARTITION BY family, subject ORDER BY said_day DESC, id) AS evaluated_at
   FROM claim r WHERE pair_a = @a AND pair_b = @b AND show_open IS NOT NULL AND retracted_at IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.pair_a = @a AND c.pair_b = @b AND c.family = r.family
       AND c.subject = r.subject AND c.show_open IS NOT NULL AND c.retracted_at IS NULL)
   ORDER BY family, subject`,
);

/** Whether a claim of a pair that open readers could see was taken back. */
export const ANY_RETRACTED = statement(
  'any-retracted',
  `SELECT 1 FROM claim WHERE pair_a = @a AND pair_b = @b AND retracted_at IS NOT NULL AND show_open IS NOT NULL
   LIMIT 1`,
);

export const EDGE_KEYS = statement(
  'edge-keys',
  `SELECT a, b, family FROM relationship WHERE a = @a AND b = @b
   UNION ALL SELECT a, b, family FROM relationship WHERE a = @b AND b = @a`,
);
export const DELETE_EDGE = statement(
  'delete-edge',
  'DELETE FROM relationship WHERE a = @a AND b = @b AND family = @family',
);
export const EDGES_OF_PAIR = statement(
  'edges-of-pair',
  `SELECT ${RELATIONSHIP_COLUMNS} FROM relationship WHERE (a = @a AND b = @b) OR (a = @b AND b = @a)
   ORDER BY a, b, family`,
);
export const PUT_EDGE = statement(
  'put-edge',
  `INSERT INTO relationship (${RELATIONSHIP_COLUMNS}) VALUES (@a, @b, @family, @kind, @status,
     @confidence, @independent_sources, @since, @until, @engine_version, @evaluated_at)
   ON CONFLICT (a, b, family) DO UPDATE SET kind = excluded.kind, status = excluded.status,
     confidence = excluded.confidence, independent_sources = excluded.independent_sources, since = excluded.since,
     until = excluded.until, engine_version = excluded.engine_version, evaluated_at = excluded.evaluated_at`,
);

// The whole of everything, in slices of the order of ids, for rebuild and verify.
export const CLAIM_IDS_AFTER = statement(
  'claim-ids-after',
  'SELECT id FROM claim WHERE id > @after ORDER BY id LIMIT @limit',
);
export const POLICY_COLUMNS_OF = statement(
  'policy-columns-of',
  `SELECT id, show_open, show_cautious, show_strict, hard FROM claim
   WHERE id IN (SELECT value FROM json_each(@ids))`,
);
export const PAIRS_AFTER = statement(
  'pairs-after',
  `SELECT DISTINCT pair_a AS a, pair_b AS b FROM claim
   WHERE pair_a IS NOT NULL AND (pair_a, pair_b) > (@a, @b) ORDER BY pair_a, pair_b LIMIT @limit`,
);
export const CLAIM_COUNT = statement('claim-count', 'SELECT count(*) AS total FROM claim');
export const PAIR_COUNT = statement(
  'pair-count',
  'SELECT count(*) AS total FROM (SELECT DISTINCT pair_a, pair_b FROM claim WHERE pair_a IS NOT NULL)',
);
export const STRAY_EDGES = statement(
  'stray-edges',
  `SELECT count(*) AS total FROM relationship r WHERE NOT EXISTS (
     SELECT 1 FROM claim c WHERE c.pair_a = min(r.a, r.b) AND c.pair_b = max(r.a, r.b))`,
);
export const FEED_GAPS = statement(
  'feed-gaps',
  'SELECT ifnull(max(sequence), 0) - count(*) AS total FROM change',
);
export const DELETE_ALL_EDGES = statement('delete-all-edges', 'DELETE FROM relationship');

/** What knownSince of everybody should be, from scratch. */
const KNOWN_SINCE = `(SELECT min(day) FROM (
  SELECT w.premiered_day AS day FROM credit k JOIN work w ON w.id = k.work
    WHERE k.person = person.id AND ${isMadeOnce('w')} AND ${isSure('k')}
  UNION ALL SELECT d.published_day FROM credit k JOIN document d ON d.id = k.document
    WHERE k.person = person.id AND ${isSure('k')}
  UNION ALL SELECT d.published_day FROM document_name n JOIN document d ON d.id = n.document WHERE n.person = person.id))`;
export const RESET_KNOWN_SINCE = statement(
  'reset-known-since',
  `UPDATE person SET known_since = ${KNOWN_SINCE} WHERE known_since IS NOT ${KNOWN_SINCE}`,
);
export const WRONG_KNOWN_SINCE = statement(
  'wrong-known-since',
  `SELECT count(*) AS total FROM person WHERE known_since IS NOT ${KNOWN_SINCE}`,
);
