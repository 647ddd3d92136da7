import { CLAIM_COLUMNS, OUTCOME_COLUMNS, RELATIONSHIP_COLUMNS } from './claim-rows.ts';
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

const walk = (name: string, columns: string, table: string, only = ''): Statement =>
  statement(
    `records-${name}`,
    `SELECT ${columns} FROM ${table} WHERE id > @after ${only} ORDER BY id LIMIT @limit`,
  );

/** Everything that is on file, in the order of ids; one statement a step. */
export const RECORDS = {
  people: walk('people', PERSON_COLUMNS, 'person'),
  sources: walk('sources', SOURCE_COLUMNS, 'source'),
  documents: walk('documents', DOCUMENT_COLUMNS, 'document'),
  evidence: walk('evidence', EVIDENCE_COLUMNS, 'evidence'),
  works: walk('works', WORK_COLUMNS, 'work'),
  characters: walk('characters', CHARACTER_COLUMNS, 'character'),
  credits: walk('credits', CREDIT_COLUMNS, 'credit'),
  onScreen: walk('on-screen', ON_SCREEN_COLUMNS, 'on_screen'),
  birthDates: walk('birth-dates', PERSON_COLUMNS, 'person', 'AND birth_date_document IS NOT NULL'),
  origins: walk('origins', DOCUMENT_COLUMNS, 'document', `AND derived_from <> '[]'`),
  bases: walk('bases', WORK_COLUMNS, 'work', `AND based_on <> '[]'`),
  claims: statement(
    'records-claims',
    `SELECT ${CLAIM_COLUMNS} FROM claim c WHERE c.pair_a IS NOT NULL AND (c.pair_a, c.pair_b) >= (@a, @b)
       AND ((c.pair_a, c.pair_b) > (@a, @b) OR c.said_day < @saidDay OR (c.said_day = @saidDay AND c.id > @id))
     ORDER BY c.pair_a, c.pair_b, c.said_day DESC, c.id LIMIT @limit`,
  ),
  singles: walk('singles', CLAIM_COLUMNS, 'claim c', 'AND c.pair_a IS NULL'),
  outcomes: statement(
    'records-outcomes',
    `SELECT ${OUTCOME_COLUMNS} FROM outcome o WHERE o.claim > @after ORDER BY o.claim LIMIT @limit`,
  ),
} as const;

export const EDGES = statement(
  'edges',
  `SELECT ${RELATIONSHIP_COLUMNS} FROM relationship WHERE (a, b, family) > (@a, @b, @family)
   ORDER BY a, b, family LIMIT @limit`,
);
