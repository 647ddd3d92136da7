import { isMadeOnce, isSure } from './age-queries.ts';
import { statement, type Statement } from './connection.ts';
import { keyOf, type Label } from './links.ts';

// Everything of a type, in slices of the order of its ids, for rebuild and verify.

const nodesAfter = (label: Label): Statement =>
  statement(
    `${label.toLowerCase()}-ids-after`,
    `MATCH (n:${label}) WHERE n.${keyOf(label)} > $after
     RETURN n.${keyOf(label)} AS id, 1 AS total ORDER BY id LIMIT $limit`,
  );
const relationshipsAfter = (type: string): Statement =>
  statement(
    `${type.toLowerCase()}-ids-after`,
    `MATCH ()-[r:${type}]->() WHERE r.id > $after RETURN r.id AS id, 1 AS total ORDER BY id LIMIT $limit`,
  );

/** Ids that come after one, and how much work each stands for. */
export const IDS_AFTER = {
  people: nodesAfter('Person'),
  sources: nodesAfter('Source'),
  documents: nodesAfter('Document'),
  evidence: nodesAfter('Evidence'),
  works: nodesAfter('Work'),
  characters: nodesAfter('Character'),
  claims: nodesAfter('Claim'),
  outcomes: nodesAfter('Outcome'),
  credits: relationshipsAfter('CREDITED'),
  onScreen: relationshipsAfter('ON_SCREEN'),
  /** Pairs that claims name; their work is as many claims. */
  pairs: statement(
    'pairs-after',
    `MATCH (c:Claim) WHERE c.pair > $after AND c.rank IS NOT NULL AND c.id IS NOT NULL
     WITH c.pair AS id, count(*) AS total ORDER BY id LIMIT $limit RETURN id, total`,
  ),
  /** Pairs that have edges but no claims. */
  strayPairs: statement(
    'stray-pairs-after',
    `MATCH ()-[r:RELATED]->() WHERE r.pair > $after
     WITH DISTINCT r.pair AS id WHERE NOT EXISTS {
       MATCH (c:Claim) USING INDEX c:Claim(pair, rank, id)
       WHERE c.pair = id AND c.rank IS NOT NULL AND c.id IS NOT NULL
     }
     RETURN id, 0 AS total ORDER BY id LIMIT $limit`,
  ),
} as const;
export type Walked = keyof typeof IDS_AFTER;

export const SIZES = statement(
  'sizes',
  `RETURN COUNT { (:Person) } AS people, COUNT { (:Source) } AS sources, COUNT { (:Document) } AS documents,
     COUNT { (:Evidence) } AS evidence, COUNT { (:Work) } AS works, COUNT { (:Character) } AS characters,
     COUNT { (:Claim) } AS claims, COUNT { (:Outcome) } AS outcomes,
     COUNT { ()-[:CREDITED]->() } AS credits, COUNT { ()-[:ON_SCREEN]->() } AS onScreen`,
);

export const FEED_GAPS = statement(
  'feed-gaps',
  `MATCH (f:Feed {id: 'feed'})
   RETURN abs(f.last - COUNT { (:Change) }) + COUNT { (c:Change) WHERE c.sequence > f.last OR c.sequence < 1 } AS total`,
);

/** When each of these people was first seen, from scratch, and what is kept of it. */
const FIRST_MENTIONS = `
  UNWIND $ids AS id MATCH (p:Person {id: id})
  CALL (p) {
    MATCH (p)-[k:CREDITED]->(w:Work) WHERE ${isMadeOnce('w')} AND ${isSure('k')} RETURN w.premieredDay AS day
    UNION ALL MATCH (p)-[k:CREDITED]->() WHERE ${isSure('k')} MATCH (d:Document {id: k.document}) RETURN d.publishedDay AS day
    UNION ALL MATCH (p)<-[:NAMES]-(d:Document) RETURN d.publishedDay AS day
    UNION ALL RETURN null AS day
  }
  WITH p, min(day) AS day WHERE coalesce(p.knownSince, -9999999) <> coalesce(day, -9999999)`;
export const WRONG_KNOWN_SINCE = statement('wrong-known-since', `${FIRST_MENTIONS} RETURN p.id AS id`);
export const RESET_KNOWN_SINCE = statement('reset-known-since', `${FIRST_MENTIONS} SET p.knownSince = day`);

const linked = (label: Label, types: string, more = ''): Statement =>
  statement(
    `linked-${label.toLowerCase()}`,
    `UNWIND $ids AS id MATCH (n:${label} {id: id})
     RETURN properties(n) AS record,
       COLLECT { MATCH (n)-[r:${types}]->(x) RETURN [type(r), x.id, properties(r)] } AS links${more}`,
  );
// Somebody plays a character because a credit says so.
const STRAY_PARTS = `COLLECT {
  MATCH (p:Person)-[:PLAYED]->(n)
  WHERE NOT EXISTS {
    MATCH ()-[k:CREDITED]->() USING INDEX k:CREDITED(character, billingRank, id)
    WHERE k.character = n.id AND k.billingRank IS NOT NULL AND k.id IS NOT NULL AND k.person = p.id
  }
  RETURN p.id }`;

/** Records with the relationships that they have, and whatever else should follow from them. */
export const LINKED = {
  people: linked('Person', 'HAS_HANDLE|BIRTH_STATED_IN'),
  sources: linked('Source', 'VOICE_OF'),
  documents: linked('Document', 'PUBLISHED_BY|DERIVED_FROM|NAMES'),
  evidence: linked('Evidence', 'SHOWN_IN'),
  works: linked('Work', 'STATED_IN|BASED_ON'),
  characters: linked('Character', 'IN', `, size(${STRAY_PARTS}) > 0 AS astray`),
  claims: linked(
    'Claim',
    'SUBJECT|OBJECT|STATED_IN|ON_RECORD|ATTRIBUTED_TO|CITES',
    `, NOT EXISTS { MATCH (d:Document {id: n.document}) WHERE d.source = n.source }
       OR EXISTS { MATCH (n)-[t:ATTRIBUTED_TO]->() WHERE t.document IS NOT NULL
                   AND NOT EXISTS { MATCH (d:Document {id: t.document}) } } AS astray`,
  ),
  outcomes: statement(
    'linked-outcome',
    `UNWIND $ids AS id MATCH (n:Outcome {claim: id}) MATCH (c:Claim {id: id})
     WITH n, c, COLLECT { MATCH (n)-[j:JUDGES]->(s) WHERE j.source = s.id AND j.claim = c.id RETURN s.id } AS judged,
       COLLECT { MATCH (c)-[:ATTRIBUTED_TO]->(s) RETURN s.id } + [c.source] AS told
     RETURN properties(n) AS record,
       COLLECT { MATCH (x)-[r:CAME_TO]->(n) RETURN [type(r), x.id, properties(r)] } AS links,
       any(s IN told WHERE NOT s IN judged) OR any(s IN judged WHERE NOT s IN told) AS astray`,
  ),
  credits: statement(
    'linked-credits',
    `UNWIND $ids AS id MATCH (p)-[k:CREDITED {id: id}]->(w)
     RETURN properties(k) AS record, [] AS links,
       p.id <> k.person OR w.id <> k.work
       OR k.document IS NOT NULL AND NOT EXISTS { MATCH (d:Document {id: k.document}) }
       OR k.character IS NOT NULL AND NOT EXISTS { MATCH (c:Character {id: k.character})<-[:PLAYED]-(p) } AS astray`,
  ),
  onScreen: statement(
    'linked-on-screen',
    `UNWIND $ids AS id MATCH (a)-[r:ON_SCREEN {id: id}]->(b)
     RETURN properties(r) AS record, [] AS links,
       a.id <> r.a OR b.id <> r.b OR NOT EXISTS { MATCH (w:Work {id: r.work}) }
       OR r.document IS NOT NULL AND NOT EXISTS { MATCH (d:Document {id: r.document}) } AS astray`,
  ),
} as const;
