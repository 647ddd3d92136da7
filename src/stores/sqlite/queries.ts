import { VISIBLE } from './claim-queries.ts';
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

/** Columns of one table in a statement that reads several. */
function of(alias: string, columns: string): string {
  return columns.replaceAll(/\w+/g, `${alias}.$&`);
}

const IDS = '(SELECT value FROM json_each(@ids))';

export const WORKS_BY_ID = statement('works-by-id', `SELECT ${WORK_COLUMNS} FROM work WHERE id IN ${IDS}`);
export const CHARACTERS_BY_ID = statement(
  'characters-by-id',
  `SELECT ${CHARACTER_COLUMNS} FROM character WHERE id IN ${IDS}`,
);
export const CREDITS_BY_ID = statement(
  'credits-by-id',
  `SELECT ${CREDIT_COLUMNS} FROM credit WHERE id IN ${IDS} AND (@knownAt IS NULL OR recorded_at <= @knownAt)`,
);
export const ON_SCREEN_BY_ID = statement(
  'on-screen-by-id',
  `SELECT ${ON_SCREEN_COLUMNS} FROM on_screen WHERE id IN ${IDS}`,
);

/** Evidence that a claim which this reader may see cites. */
export const EVIDENCE_SEEN = statement(
  'evidence-seen',
  `SELECT ${EVIDENCE_COLUMNS} FROM evidence v WHERE v.id IN ${IDS}
   AND EXISTS (SELECT 1 FROM claim_evidence e CROSS JOIN claim c ON c.id = e.claim WHERE e.evidence = v.id AND ${VISIBLE})`,
);

/** A further condition on what a document is said to rest on: the claim, and whatever else points at it on the way. */
type Condition = (type: 'claim' | 'evidence' | 'other', id: string) => string;

/** Something that this reader may see and that says "this document": what else could show that it exists? */
export const restsOn = (id: string, and: Condition = () => 'TRUE'): string => `(
  EXISTS (SELECT 1 FROM claim c WHERE c.document = ${id} AND ${VISIBLE} AND ${and('claim', 'c.id')})
  OR EXISTS (SELECT 1 FROM claim_attribution t CROSS JOIN claim c ON c.id = t.claim
             WHERE t.document = ${id} AND ${VISIBLE} AND ${and('claim', 'c.id')})
  OR EXISTS (SELECT 1 FROM evidence v CROSS JOIN claim_evidence e ON e.evidence = v.id CROSS JOIN claim c ON c.id = e.claim
             WHERE v.document = ${id} AND ${VISIBLE} AND ${and('claim', 'c.id')} AND ${and('evidence', 'v.id')})
  OR EXISTS (SELECT 1 FROM credit k WHERE k.document = ${id} AND (@knownAt IS NULL OR k.recorded_at <= @knownAt)
             AND ${and('other', 'k.id')})
  OR EXISTS (SELECT 1 FROM person p WHERE p.birth_date_document = ${id} AND ${and('other', 'p.id')})
  OR EXISTS (SELECT 1 FROM work w WHERE w.document = ${id} AND ${and('other', 'w.id')})
  OR EXISTS (SELECT 1 FROM on_screen o WHERE o.document = ${id} AND ${and('other', 'o.id')}))`;

/**
 * Documents that something which this reader may see rests on, directly or through documents derived from
 * them. Documents on which nothing visible rests do not exist for the reader, whoever brought them.
 */
export const DOCUMENTS_SEEN = statement(
  'documents-seen',
  `SELECT ${DOCUMENT_COLUMNS} FROM document x WHERE x.id IN ${IDS} AND EXISTS (
     WITH RECURSIVE resting(id, depth) AS (
       SELECT x.id, 0
       UNION
       SELECT d.document, resting.depth + 1 FROM resting CROSS JOIN document_derived d
       WHERE d.parent = resting.id AND resting.depth < @depth)
     SELECT 1 FROM resting WHERE ${restsOn('resting.id')})`,
);

const PERSON_BY = (table: string, where: string): string =>
  `SELECT ${PERSON_COLUMNS} FROM person WHERE id IN (SELECT ${table} WHERE ${where} LIMIT 20) ORDER BY id`;

export const PEOPLE_BY_NAME = statement(
  'people-by-name',
  PERSON_BY('DISTINCT node FROM name', `key = @key AND type = 'person' AND is_handle = 0 ORDER BY node`),
);
export const PEOPLE_BY_HANDLE = statement(
  'people-by-handle',
  PERSON_BY(
    'DISTINCT person FROM handle',
    'lower = @name AND (@platform IS NULL OR platform = @platform) ORDER BY person',
  ),
);
export const WORKS_BY_NAME = statement(
  'works-by-name',
  `SELECT ${WORK_COLUMNS} FROM work WHERE id IN (
     SELECT DISTINCT node FROM name WHERE key = @key AND type = 'work' AND is_handle = 0 ORDER BY node LIMIT 20)
   ORDER BY id`,
);

const BY_SCHEME = (type: 'people' | 'works', scheme: string): Statement =>
  statement(
    `${type}-by-${scheme}`,
    `SELECT ${type === 'people' ? `${PERSON_COLUMNS} FROM person` : `${WORK_COLUMNS} FROM work`}
     WHERE ${scheme} = @value ORDER BY id LIMIT 20`,
  );
export const PEOPLE_BY_EXTERNAL = {
  wikidata: BY_SCHEME('people', 'wikidata'),
  imdb: BY_SCHEME('people', 'imdb'),
  tmdb: BY_SCHEME('people', 'tmdb'),
} as const;
export const WORKS_BY_EXTERNAL = {
  wikidata: BY_SCHEME('works', 'wikidata'),
  imdb: BY_SCHEME('works', 'imdb'),
  tmdb: BY_SCHEME('works', 'tmdb'),
} as const;

// The index on the column is partial; that it is not null lets it be used.
const IDS_BY = (table: 'person' | 'work', scheme: string): Statement =>
  statement(
    `${table}-ids-by-${scheme}`,
    `SELECT v.value AS value, min(t.id) AS id FROM json_each(@values) v
     CROSS JOIN ${table} t ON t.${scheme} = v.value AND t.${scheme} IS NOT NULL GROUP BY v.value`,
  );
const IDS_BY_SCHEMES = (table: 'person' | 'work') => ({
  wikidata: IDS_BY(table, 'wikidata'),
  imdb: IDS_BY(table, 'imdb'),
  tmdb: IDS_BY(table, 'tmdb'),
});
export const IDS_BY_EXTERNAL = { person: IDS_BY_SCHEMES('person'), work: IDS_BY_SCHEMES('work') } as const;

const OWNED = (owner: 'person' | 'work' | 'character'): string => `SELECT id, billing_rank FROM credit
  WHERE ${owner} = o.value AND (@roles IS NULL OR role IN (SELECT value FROM json_each(@roles)))
  AND (@knownAt IS NULL OR recorded_at <= @knownAt)`;
// An owner's id says its type, so only one of the three finds anything.
const OF_OWNER = `${OWNED('person')} UNION ALL ${OWNED('work')} UNION ALL ${OWNED('character')}`;

export const CREDITS_PAGE = statement(
  'credits-page',
  `SELECT o.value AS owner, k.billing_rank, ${of('k', CREDIT_COLUMNS)} FROM json_each(@owners) o CROSS JOIN credit k
   WHERE k.id IN (
     SELECT id FROM (${OF_OWNER}) WHERE @afterRank IS NULL OR billing_rank > @afterRank
       OR (billing_rank = @afterRank AND id > @afterId)
     ORDER BY billing_rank, id LIMIT @limit)
   ORDER BY o.key, k.billing_rank, k.id`,
);
export const CREDITS_TOTAL = statement(
  'credits-total',
  `SELECT o.value AS owner, (SELECT count(*) FROM (${OF_OWNER})) AS total FROM json_each(@owners) o`,
);

const ON_SCREEN_IDS = (first: 'a' | 'b', second: 'a' | 'b'): string => `
  SELECT s.id FROM credit x CROSS JOIN on_screen s ON s.${first} = x.character
  CROSS JOIN credit y ON y.person = p.value ->> 1 AND y.character = s.${second} WHERE x.person = p.value ->> 0`;

export const ON_SCREEN_OF_PAIRS = statement(
  'on-screen-of-pairs',
  `SELECT p.key AS bucket, ${of('o', ON_SCREEN_COLUMNS)} FROM json_each(@pairs) p CROSS JOIN on_screen o
   WHERE o.id IN (SELECT id FROM (${ON_SCREEN_IDS('a', 'b')} UNION ${ON_SCREEN_IDS('b', 'a')}) ORDER BY id LIMIT @limit)
   ORDER BY p.key, o.id`,
);

export const SOURCES_PAGE = statement(
  'sources-page',
  `SELECT ${SOURCE_COLUMNS} FROM source WHERE @afterId IS NULL OR id > @afterId ORDER BY id LIMIT @limit`,
);
export const SOURCES_TOTAL = statement('sources-total', 'SELECT count(*) AS total FROM source');

export const COUNTS = statement(
  'counts',
  `SELECT (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM work) AS works,
     (SELECT count(*) FROM character) AS characters, (SELECT count(*) FROM source) AS sources,
     (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM evidence) AS evidence,
     (SELECT count(*) FROM credit) AS credits, (SELECT count(*) FROM claim) AS claims`,
);

export const PING = statement('ping', 'SELECT max(sequence) FROM change');
