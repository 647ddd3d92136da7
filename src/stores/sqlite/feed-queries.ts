import { VISIBLE } from './claim-queries.ts';
import { statement } from './connection.ts';
import { restsOn } from './queries.ts';

const ENTRY = 'entry.sequence, entry.type, entry.node, entry.at, entry.by';

export const CHANGES_AFTER = statement(
  'changes-after',
  `SELECT ${ENTRY} FROM change entry WHERE entry.sequence > @sequence ORDER BY entry.sequence LIMIT @limit`,
);

export const LAST_CHANGE = statement('last-change', 'SELECT ifnull(max(sequence), 0) AS total FROM change');

// A claim never points at anything else than when it was recorded, so what it rests on it has rested on since.
const ALREADY = (id: string): string =>
  `EXISTS (SELECT 1 FROM change l WHERE l.node = ${id} AND l.sequence < entry.sequence)`;
const CLAIMED = (id: string): string =>
  `(${ALREADY(id)} OR EXISTS (SELECT 1 FROM batch_brought m WHERE m.node = ${id} AND m.sequence < entry.sequence))`;
// Of other nodes pointers are filled in later. One that nothing was added to since has pointed where it points.
const UNCHANGED = (id: string): string =>
  `NOT EXISTS (SELECT 1 FROM change l WHERE l.node = ${id} AND l.sequence > entry.sequence)`;

// What rests on a document since before an entry. Evidence counts with a claim that cites it.
const SINCE = {
  claim: CLAIMED,
  evidence: UNCHANGED,
  other: (id: string): string => `${ALREADY(id)} AND ${UNCHANGED(id)}`,
} as const;

/** The batch of an entry brought something that this reader may see. */
const BATCH_SEEN = (sequence: string): string => `EXISTS (SELECT 1 FROM batch_brought m
  WHERE m.sequence = ${sequence} AND CASE substr(m.node, 1, instr(m.node, '/') - 1)
    WHEN 'claim' THEN EXISTS (SELECT 1 FROM claim c WHERE c.id = m.node AND ${VISIBLE})
    WHEN 'document' THEN 0 WHEN 'evidence' THEN 0 ELSE 1 END)`;
const IS_BATCH = 'EXISTS (SELECT 1 FROM batch_brought m WHERE m.sequence = entry.sequence)';
// What batches brought rests on their release, and has no entries of its own.
const BATCH_BEFORE = `EXISTS (SELECT 1 FROM change b
  WHERE b.node = entry.node AND b.sequence < entry.sequence AND ${BATCH_SEEN('b.sequence')})`;

// When an entry was made, something rested on the document that this reader may see now: see the port.
const DOCUMENT_SEEN = `EXISTS (
  WITH RECURSIVE resting(id, depth) AS (
    SELECT entry.node, 0
    UNION
    SELECT d.document, resting.depth + 1 FROM resting CROSS JOIN document_derived d
    WHERE d.parent = resting.id AND resting.depth < @depth AND ${UNCHANGED('d.document')})
  SELECT 1 FROM resting WHERE ${restsOn('resting.id', (type, id) => SINCE[type](id))})`;

const EVIDENCE_SEEN = `EXISTS (SELECT 1 FROM claim_evidence e CROSS JOIN claim c ON c.id = e.claim
  WHERE e.evidence = entry.node AND ${VISIBLE} AND ${CLAIMED('c.id')})`;

/** The entries about what this reader may see. */
export const CHANGES_SEEN = statement(
  'changes-seen',
  `SELECT ${ENTRY} FROM change entry
   WHERE entry.sequence > @sequence AND (@knownAt IS NULL OR entry.at <= @knownAt)
     AND CASE substr(entry.node, 1, instr(entry.node, '/') - 1)
       WHEN 'claim' THEN EXISTS (SELECT 1 FROM claim c WHERE c.id = entry.node AND ${VISIBLE})
       WHEN 'document' THEN entry.type = 'UPDATED'
         AND CASE WHEN ${IS_BATCH} THEN ${BATCH_SEEN('entry.sequence')} ELSE ${BATCH_BEFORE} OR ${DOCUMENT_SEEN} END
       WHEN 'evidence' THEN entry.type = 'UPDATED' AND ${EVIDENCE_SEEN}
       WHEN 'credit' THEN @knownAt IS NULL OR (SELECT k.recorded_at FROM credit k WHERE k.id = entry.node) <= @knownAt
       ELSE 1 END
   ORDER BY entry.sequence LIMIT @limit`,
);

/** What a batch brought, with its entry. */
export const APPEND_BROUGHT = statement(
  'append-brought',
  'INSERT INTO batch_brought (sequence, node) SELECT @sequence, value FROM json_each(@nodes)',
);

export const SETTING = statement('setting', 'SELECT value AS id FROM setting WHERE name = @name');
export const PUT_SETTING = statement(
  'put-setting',
  `INSERT INTO setting (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
);
export const DELETE_SETTING = statement('delete-setting', 'DELETE FROM setting WHERE name = @name');
