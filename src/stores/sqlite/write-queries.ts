import { isMadeOnce, isSure } from './age-queries.ts';
import { statement, type Statement } from './connection.ts';
import { CLAIM_COLUMNS, OUTCOME_COLUMNS } from './claim-rows.ts';
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

/** Inserts a row, or sets all of its given columns when it is there: what was merged replaces what was merged. */
function put(table: string, columns: string): Statement {
  const names = columns.split(', ');
  const key = names[0] ?? '';
  const sets = names.slice(1).map((name) => `${name} = excluded.${name}`);
  return statement(
    `put-${table}`,
    `INSERT INTO ${table} (${columns}) VALUES (${names.map((name) => `@${name}`).join(', ')})
     ON CONFLICT (${key}) DO UPDATE SET ${sets.join(', ')}`,
  );
}

export const PUT = {
  person: put('person', PERSON_COLUMNS.replace(', known_since', '')),
  source: put('source', SOURCE_COLUMNS),
  document: put('document', `${DOCUMENT_COLUMNS}, published_day`),
  evidence: put('evidence', EVIDENCE_COLUMNS),
  work: put('work', `${WORK_COLUMNS}, premiered_day`),
  character: put('character', CHARACTER_COLUMNS),
  credit: put('credit', `${CREDIT_COLUMNS}, billing_rank`),
  onScreen: put('on_screen', ON_SCREEN_COLUMNS),
  outcome: put('outcome', OUTCOME_COLUMNS.replaceAll('o.', '')),
} as const;

const CLAIM_NAMES = `${CLAIM_COLUMNS.replaceAll('c.', '')}, family, pair_a, pair_b, said_day, first_day, show_open,
  show_cautious, show_strict, hard`;
/** A claim that is new, with what is derived from it: nine indexes hold both, so that they are written once. */
export const INSERT_CLAIM = statement(
  'insert-claim',
  `INSERT INTO claim (${CLAIM_NAMES}) VALUES (${CLAIM_NAMES.replaceAll(/\w+/g, '@$&')})`,
);
/** The only thing that ever changes of a claim as it was said. */
export const UPDATE_RETRACTION = statement(
  'update-retraction',
  `UPDATE claim SET retracted_at = @retracted_at, retracted_by = @retracted_by,
     retraction_reason = @retraction_reason, retraction_note = @retraction_note WHERE id = @id`,
);

const one = (table: string, columns: string): Statement =>
  statement(`one-${table}`, `SELECT ${columns} FROM ${table} WHERE id = @id`);

export const ONE = {
  person: one('person', PERSON_COLUMNS),
  source: one('source', SOURCE_COLUMNS),
  document: one('document', DOCUMENT_COLUMNS),
  evidence: one('evidence', EVIDENCE_COLUMNS),
  work: one('work', WORK_COLUMNS),
  character: one('character', CHARACTER_COLUMNS),
  credit: one('credit', CREDIT_COLUMNS),
  onScreen: one('on_screen', ON_SCREEN_COLUMNS),
  claim: statement('one-claim', `SELECT ${CLAIM_COLUMNS} FROM claim c WHERE c.id = @id`),
  outcome: statement('one-outcome', `SELECT ${OUTCOME_COLUMNS} FROM outcome o WHERE o.claim = @id`),
} as const;

export const CREDIT_OF_PART = statement(
  'credit-of-part',
  `SELECT ${CREDIT_COLUMNS} FROM credit
   WHERE person = @person AND work = @work AND role = @role AND ifnull(character, '') = ifnull(@character, '')`,
);

export const LINK = {
  handle: statement(
    'link-handle',
    'INSERT OR IGNORE INTO handle (lower, platform, person) VALUES (@lower, @platform, @person)',
  ),
  origin: statement(
    'link-origin',
    'INSERT OR IGNORE INTO document_derived (document, parent) VALUES (@from, @to)',
  ),
  mention: statement(
    'link-mention',
    'INSERT OR IGNORE INTO document_name (document, person) VALUES (@from, @to)',
  ),
  basis: statement('link-basis', 'INSERT OR IGNORE INTO work_based_on (work, origin) VALUES (@from, @to)'),
  attribution: statement(
    'link-attribution',
    'INSERT INTO claim_attribution (source, claim, step, document) VALUES (@source, @claim, @step, @document)',
  ),
  evidence: statement(
    'link-evidence',
    'INSERT OR IGNORE INTO claim_evidence (claim, evidence) VALUES (@from, @to)',
  ),
  outcome: statement(
    'link-outcome',
    `INSERT OR IGNORE INTO outcome_source (source, claim)
     SELECT d.source, c.id FROM claim c JOIN document d ON d.id = c.document WHERE c.id = @claim
     UNION SELECT t.source, t.claim FROM claim_attribution t WHERE t.claim = @claim`,
  ),
} as const;

const missing = (table: string): Statement =>
  statement(
    `missing-${table}`,
    `SELECT value AS id FROM json_each(@ids) WHERE value NOT IN (SELECT id FROM ${table}) ORDER BY value LIMIT 1`,
  );

/** The first of some ids that nothing is on file for. */
export const MISSING = {
  person: missing('person'),
  source: missing('source'),
  document: missing('document'),
  evidence: missing('evidence'),
  work: missing('work'),
  character: missing('character'),
  claim: missing('claim'),
} as const;

/** Entries of the feed, in the order of the list. */
export const APPEND_CHANGES = statement(
  'append-changes',
  `INSERT INTO change (type, node, at, by)
   SELECT value ->> 'type', value ->> 'node', @at, @by FROM json_each(@events) ORDER BY key`,
);
export const LAST_SEQUENCE = statement(
  'last-sequence',
  'SELECT ifnull(max(sequence), 0) AS total FROM change',
);

// knownSince only ever moves back: credits and mentions are added, and unknown dates are filled in.
const SEEN = (credits: string, documents: string, works: string): string => `
  SELECT k.person, w.premiered_day AS day FROM credit k JOIN work w ON w.id = k.work
    WHERE k.id IN (${credits}) AND ${isMadeOnce('w')} AND ${isSure('k')}
  UNION ALL SELECT k.person, d.published_day FROM credit k JOIN document d ON d.id = k.document
    WHERE k.id IN (${credits}) AND ${isSure('k')}
  UNION ALL SELECT n.person, d.published_day FROM document_name n JOIN document d ON d.id = n.document
    WHERE n.document IN (${documents})
  UNION ALL SELECT k.person, d.published_day FROM credit k JOIN document d ON d.id = k.document
    WHERE k.document IN (${documents}) AND ${isSure('k')}
  UNION ALL SELECT k.person, w.premiered_day FROM credit k JOIN work w ON w.id = k.work
    WHERE k.work IN (${works}) AND ${isMadeOnce('w')} AND ${isSure('k')}`;
const LISTED = (name: string): string => `SELECT value FROM json_each(@${name})`;

/** People whom new credits, and new or newly dated documents and works, show to have lived earlier than known. */
export const SEEN_EARLIER = statement(
  'seen-earlier',
  `SELECT seen.person AS id, min(seen.day) AS day, p.birth_date IS NULL AS ageless
   FROM (${SEEN(LISTED('credits'), LISTED('documents'), LISTED('works'))}) seen JOIN person p ON p.id = seen.person
   WHERE seen.day IS NOT NULL AND seen.day < ifnull(p.known_since, seen.day + 1)
   GROUP BY seen.person ORDER BY seen.person`,
);
export const SET_KNOWN_SINCE = statement(
  'set-known-since',
  'UPDATE person SET known_since = @day WHERE id = @id',
);
