import { MAX_ORIGIN_DEPTH, VISIBLE } from './claim-queries.ts';
import { statement } from './connection.ts';

/**
 * Up to where the feed can be told. A reader may meet a transaction while it is being put into indexes, and find
 * some of its entries before others. All transactions but the last one are known to be there (`settled`); the
 * last is told once all of its entries are found. So nobody's place in the feed is ever past an entry not told.
 */
const TOLD = `
  MATCH (f:Feed {id: 'feed'})
  WITH coalesce(f.settled, 0) AS settled, f.last AS last
  WITH settled, last, COUNT { MATCH (c:Change) WHERE c.sequence > settled AND c.sequence <= last } AS found
  WITH CASE WHEN found = last - settled THEN last ELSE settled END AS told`;
const ENTRIES = (more: string): string => `${TOLD}
  CALL (told) {
    MATCH (entry:Change) WHERE entry.sequence > $sequence AND entry.sequence <= told ${more}
    WITH entry ORDER BY entry.sequence LIMIT $limit
    RETURN entry
  }
  RETURN properties(entry) AS entry ORDER BY entry.sequence`;

export const CHANGES_AFTER = statement('changes-after', ENTRIES(''));

/** The last entry that can be told. */
export const LAST_CHANGE = statement('last-change', `${TOLD} RETURN told AS total`);

// A claim never points at anything else than when it was recorded, so what it rests on it has rested on since.
const ALREADY = (id: string): string =>
  `EXISTS { MATCH (l:Change) WHERE l.node = ${id} AND l.sequence < entry.sequence }`;
const CLAIMED = (id: string): string => `(${ALREADY(id)}
    OR EXISTS { MATCH (m:Brought) WHERE m.node = ${id} AND m.sequence < entry.sequence })`;
// Of other nodes pointers are filled in later. One that nothing was added to since has pointed where it points.
const UNCHANGED = (id: string): string =>
  `NOT EXISTS { MATCH (l:Change) WHERE l.node = ${id} AND l.sequence > entry.sequence }`;

const RESTED = (id: string): string => `${ALREADY(id)} AND ${UNCHANGED(id)}`;

/** The batch of an entry brought something that this reader may see. */
const BATCH_SEEN = (sequence: string): string => `EXISTS {
  MATCH (m:Brought {sequence: ${sequence}}) WHERE CASE split(m.node, '/')[0]
    WHEN 'claim' THEN EXISTS { MATCH (c:Claim {id: m.node}) WHERE ${VISIBLE} }
    WHEN 'document' THEN false WHEN 'evidence' THEN false ELSE true END }`;
const IS_BATCH = 'EXISTS { MATCH (:Brought {sequence: entry.sequence}) }';
// What batches brought rests on their release, and has no entries of its own.
const BATCH_BEFORE = `EXISTS { MATCH (b:Change)
  WHERE b.node = entry.node AND b.sequence < entry.sequence AND ${BATCH_SEEN('b.sequence')} }`;

/** Something that this reader may see and that has rested on document `d` since before the entry. */
const RESTED_ON = `(
  EXISTS { MATCH (d)<-[:STATED_IN]-(c:Claim) WHERE ${VISIBLE} AND ${CLAIMED('c.id')} }
  OR EXISTS { MATCH (c:Claim)-[t:ATTRIBUTED_TO]->() WHERE t.document = d.id AND ${VISIBLE} AND ${CLAIMED('c.id')} }
  OR EXISTS { MATCH (d)<-[:SHOWN_IN]-(v:Evidence)<-[:CITES]-(c:Claim)
              WHERE ${VISIBLE} AND ${CLAIMED('c.id')} AND ${UNCHANGED('v.id')} }
  OR EXISTS { MATCH ()-[k:CREDITED]->() WHERE k.document = d.id
              AND ($knownAt IS NULL OR k.recordedAt <= $knownAt) AND ${RESTED('k.id')} }
  OR EXISTS { MATCH (d)<-[:BIRTH_STATED_IN]-(p:Person) WHERE ${RESTED('p.id')} }
  OR EXISTS { MATCH (d)<-[:STATED_IN]-(w:Work) WHERE ${RESTED('w.id')} }
  OR EXISTS { MATCH ()-[o:ON_SCREEN]->() WHERE o.document = d.id AND ${RESTED('o.id')} })`;

// When the entry was made, something rested on the document that this reader may see now: see the port. It is asked
// outside of any EXISTS, where DISTINCT would be dropped as idle: it is what makes of a path a walk that visits each
// document once. Among six documents that name each other there are millions of paths.
const DOCUMENT_SEEN = `
  MATCH (x:Document {id: entry.node}) WHERE entry.type = 'UPDATED' AND NOT ${IS_BATCH}
  MATCH (x)<-[:DERIVED_FROM*0..${MAX_ORIGIN_DEPTH}]-(r) WITH DISTINCT entry, x, r
  WITH entry, x, collect(CASE WHEN r = x OR ${UNCHANGED('r.id')} THEN null ELSE r END) AS changed
  MATCH path = (x)<-[:DERIVED_FROM*0..${MAX_ORIGIN_DEPTH}]-(d) WHERE all(n IN nodes(path) WHERE NOT n IN changed)
  WITH DISTINCT entry, d WHERE ${RESTED_ON}
  RETURN 1 AS seen LIMIT 1`;

const EVIDENCE_SEEN = `EXISTS {
  MATCH (v:Evidence {id: entry.node})<-[:CITES]-(c:Claim) WHERE ${VISIBLE} AND ${CLAIMED('c.id')} }`;

/** The entries about what this reader may see. */
export const CHANGES_SEEN = statement(
  'changes-seen',
  ENTRIES(`AND ($knownAt IS NULL OR entry.at <= $knownAt)
    AND CASE split(entry.node, '/')[0]
      WHEN 'claim' THEN EXISTS { MATCH (c:Claim {id: entry.node}) WHERE ${VISIBLE} }
      WHEN 'evidence' THEN entry.type = 'UPDATED' AND ${EVIDENCE_SEEN}
      WHEN 'credit' THEN $knownAt IS NULL
        OR EXISTS { MATCH ()-[k:CREDITED {id: entry.node}]->() WHERE k.recordedAt <= $knownAt }
      ELSE true END
    CALL (entry) {
      WITH entry WHERE NOT entry.node STARTS WITH 'document/' RETURN 1 AS seen
      UNION WITH entry WHERE entry.node STARTS WITH 'document/' AND entry.type = 'UPDATED'
        AND CASE WHEN ${IS_BATCH} THEN ${BATCH_SEEN('entry.sequence')} ELSE ${BATCH_BEFORE} END
      RETURN 1 AS seen
      UNION ${DOCUMENT_SEEN}
    }`),
);

/** What a batch brought, with its entry. */
export const APPEND_BROUGHT = statement(
  'append-brought',
  'UNWIND $nodes AS node CREATE (:Brought {sequence: $sequence, node: node})',
);

export const PING = statement('ping', `MATCH (f:Feed {id: 'feed'}) RETURN f.last AS total`);
export const FEED_KEY = statement('feed-key', `MATCH (f:Feed {id: 'feed'}) RETURN f.key AS key`);

export const NOTE = statement('note', 'MATCH (n:Note {name: $name}) RETURN n.text AS text');
export const PUT_NOTE = statement('put-note', 'MERGE (n:Note {name: $name}) SET n.text = $text');
export const DELETE_NOTE = statement('delete-note', 'MATCH (n:Note {name: $name}) DELETE n');
