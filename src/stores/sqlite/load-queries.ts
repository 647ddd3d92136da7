import { isMadeOnce, isSure } from './age-queries.ts';
import { CLAIM_COLUMNS, OUTCOME_COLUMNS } from './claim-rows.ts';
import { statement, type Statement } from './connection.ts';
import {
  CHARACTER_COLUMNS,
  CREDIT_COLUMNS,
  DOCUMENT_COLUMNS,
  EVIDENCE_COLUMNS,
  ON_SCREEN_COLUMNS,
  PERSON_COLUMNS,
  SOURCE_COLUMNS,
  WORK_COLUMNS,
} from './rows.ts';

// A list of ids goes in whole: one statement a type, however many there are.
const LISTED = 'IN (SELECT value FROM json_each(@ids))';
const some = (table: string, columns: string): Statement =>
  statement(`some-${table}`, `SELECT ${columns} FROM ${table} WHERE id ${LISTED}`);

/** What is on file under some ids. */
export const ON_FILE = {
  people: some('person', PERSON_COLUMNS),
  sources: some('source', SOURCE_COLUMNS),
  documents: some('document', DOCUMENT_COLUMNS),
  evidence: some('evidence', EVIDENCE_COLUMNS),
  works: some('work', WORK_COLUMNS),
  characters: some('character', CHARACTER_COLUMNS),
  onScreen: some('on_screen', ON_SCREEN_COLUMNS),
  claims: statement('some-claim', `SELECT ${CLAIM_COLUMNS} FROM claim c WHERE c.id ${LISTED}`),
  outcomes: statement('some-outcome', `SELECT ${OUTCOME_COLUMNS} FROM outcome o WHERE o.claim ${LISTED}`),
} as const;

const known = (table: string): Statement =>
  statement(
    `known-${table}`,
    `SELECT value AS id FROM json_each(@ids) WHERE value IN (SELECT id FROM ${table})`,
  );

/** Types that something can point at. */
export const POINTED_TYPES = [
  'person',
  'source',
  'document',
  'evidence',
  'work',
  'character',
  'claim',
] as const;
/** Those of some ids that something is on file for. */
export const KNOWN = {
  person: known('person'),
  source: known('source'),
  document: known('document'),
  evidence: known('evidence'),
  work: known('work'),
  character: known('character'),
  claim: known('claim'),
} as const;

const CREDITS = 'import_credit';
const COLUMNS = `${CREDIT_COLUMNS}, billing_rank`;

/** In memory, and of this connection only: the credits of one batch. */
export const MAKE_CREDITS = `CREATE TEMP TABLE IF NOT EXISTS ${CREDITS} (
  line INTEGER PRIMARY KEY, id TEXT, person TEXT, work TEXT, role TEXT, character TEXT, billing INTEGER,
  document TEXT, confidence REAL, recorded_at TEXT, billing_rank INTEGER);
  DELETE FROM ${CREDITS}`;
export const PUT_CREDITS = statement(
  'put-batch-credits',
  `INSERT INTO ${CREDITS} (id, person, work, role, character, billing, document, confidence, recorded_at, billing_rank)
   SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
     value ->> 8, value ->> 9 FROM json_each(@credits)`,
);
const missing = (column: string): string =>
  `SELECT b.line, b.id, b.${column} AS missing FROM ${CREDITS} b
   WHERE b.${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${column} t WHERE t.id = b.${column})`;
/** Credits of a batch that point at nothing. */
export const ORPHANED_CREDITS = statement(
  'orphaned-credits',
  ['person', 'work', 'character', 'document'].map(missing).join(' UNION ALL '),
);
/** Credits of a batch whose id is taken by another part. */
export const TAKEN_CREDITS = statement(
  'taken-credits',
  `SELECT b.line, b.id, c.person || ' in ' || c.work AS missing FROM ${CREDITS} b JOIN credit c ON c.id = b.id
   WHERE (c.person, c.work, c.role) <> (b.person, b.work, b.role) OR c.character IS NOT b.character`,
);
export const DROP_CREDITS = statement(
  'drop-batch-credits',
  `DELETE FROM ${CREDITS} WHERE line IN (SELECT value FROM json_each(@lines))`,
);
/** Credits of a batch that are not on file, the first of each part. */
export const NEW_CREDITS = statement(
  'new-batch-credits',
  `SELECT b.id, min(b.line) FROM ${CREDITS} b
   WHERE NOT EXISTS (SELECT 1 FROM credit c WHERE c.id = b.id)
     AND NOT EXISTS (SELECT 1 FROM credit c WHERE c.person = b.person AND c.work = b.work AND c.role = b.role
                     AND ifnull(c.character, '') = ifnull(b.character, ''))
   GROUP BY b.person, b.work, b.role, ifnull(b.character, '') ORDER BY min(b.line)`,
);
/** Whoever states a credit first is kept: by its id, and by its part. */
export const INSERT_CREDITS = statement(
  'insert-batch-credits',
  `INSERT OR IGNORE INTO credit (${COLUMNS}) SELECT ${COLUMNS} FROM ${CREDITS} ORDER BY line`,
);
export const CREDITS_CHANGED = statement('credits-changed', 'SELECT changes() AS total');
/** People whom the credits of a batch show to have lived earlier than known; see SEEN_EARLIER. */
export const CREDITED_EARLIER = statement(
  'credited-earlier',
  `SELECT seen.person AS id, min(seen.day) AS day, p.birth_date IS NULL AS ageless
   FROM (SELECT b.person, w.premiered_day AS day FROM ${CREDITS} b CROSS JOIN work w ON w.id = b.work
           WHERE ${isMadeOnce('w')} AND ${isSure('b')}
         UNION ALL SELECT b.person, d.published_day FROM ${CREDITS} b CROSS JOIN document d ON d.id = b.document
           WHERE ${isSure('b')}) seen
   CROSS JOIN person p ON p.id = seen.person
   WHERE seen.day IS NOT NULL AND seen.day < ifnull(p.known_since, seen.day + 1)
   GROUP BY seen.person ORDER BY seen.person`,
);
