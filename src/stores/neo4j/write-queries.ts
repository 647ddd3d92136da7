import { isMadeOnce, isSure } from './age-queries.ts';
import { statement, type Statement } from './connection.ts';
import { keyOf, LINKS, type Label, type LinkKind, type LinkedType } from './links.ts';

// Whatever the size of a change, each type costs one statement: every one of these takes a list.

/** Waits until no other change is being written; until the end of the transaction no other one begins. */
export const LOCK_FEED = statement('lock-feed', `MATCH (f:Feed {id: 'feed'}) SET f.writer = $writer`);
// A statement of its own: what it reads was committed before the lock was given.
export const LAST_SEQUENCE = statement('last-sequence', `MATCH (f:Feed {id: 'feed'}) RETURN f.last AS total`);

export const RECEIPTS = statement(
  'receipts',
  'UNWIND $ids AS id MATCH (r:Receipt {id: id}) RETURN r.id AS id, r.receipt AS receipt',
);
/**
 * The feed's entries of changes, and their receipts. A commit is repeated within seconds or never: receipts of ten
 * minutes ago are taken away, more at a time than are added, so that there are never many.
 */
export const APPEND_CHANGES = statement(
  'append-changes',
  `MATCH (f:Feed {id: 'feed'}) SET f.last = $last, f.settled = $settled WITH f
   CALL () { UNWIND $receipts AS receipt CREATE (r:Receipt) SET r = receipt, r.at = timestamp() }
   CALL () { UNWIND $changes AS change CREATE (c:Change) SET c = change }
   CALL () { MATCH (o:Receipt) WHERE o.at < timestamp() - 600000 WITH o LIMIT 3 * size($receipts) DELETE o }`,
);

const one = (label: Label): Statement =>
  statement(
    `some-${label.toLowerCase()}`,
    `UNWIND $ids AS id MATCH (n:${label} {${keyOf(label)}: id}) RETURN properties(n) AS record`,
  );
const oneRelationship = (type: string, property = 'id'): Statement =>
  statement(
    `some-${type.toLowerCase()}-by-${property}`,
    `UNWIND $ids AS id MATCH ()-[r:${type} {${property}: id}]->() RETURN properties(r) AS record`,
  );

/** What is on file under some ids. */
export const ON_FILE = {
  people: one('Person'),
  sources: one('Source'),
  documents: one('Document'),
  evidence: one('Evidence'),
  works: one('Work'),
  characters: one('Character'),
  credits: oneRelationship('CREDITED'),
  onScreen: oneRelationship('ON_SCREEN'),
  claims: one('Claim'),
  outcomes: one('Outcome'),
} as const;
export const CREDITS_OF_PARTS = oneRelationship('CREDITED', 'part');

const missing = (type: string, label: Label): string =>
  `UNWIND $${type} AS id OPTIONAL MATCH (n:${label} {id: id}) WITH id, n WHERE n IS NULL RETURN '${type}' AS type, id`;
/** Those of some ids of each type that nothing is on file for. */
export const MISSING = statement(
  'missing',
  [
    missing('person', 'Person'),
    missing('source', 'Source'),
    missing('document', 'Document'),
    missing('evidence', 'Evidence'),
    missing('work', 'Work'),
    missing('character', 'Character'),
  ].join(' UNION ALL '),
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
const known = (label: Label): Statement =>
  statement(
    `known-${label.toLowerCase()}`,
    `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN n.id AS id`,
  );
/** Those of some ids that something is on file for. */
export const KNOWN = {
  person: known('Person'),
  source: known('Source'),
  document: known('Document'),
  evidence: known('Evidence'),
  work: known('Work'),
  character: known('Character'),
  claim: known('Claim'),
} as const;

const put = (label: Label): Statement =>
  statement(
    `put-${label.toLowerCase()}`,
    `UNWIND $records AS record MERGE (n:${label} {${keyOf(label)}: record.${keyOf(label)}}) SET n += record`,
  );

/** Stores nodes: what was merged replaces what was merged, and what is derived stays. */
export const PUT = {
  people: put('Person'),
  sources: put('Source'),
  documents: put('Document'),
  evidence: put('Evidence'),
  works: put('Work'),
  characters: put('Character'),
  claims: put('Claim'),
  outcomes: put('Outcome'),
} as const;
export const PUT_HANDLES = statement(
  'put-handles',
  'UNWIND $records AS record MERGE (h:Handle {id: record.id}) ON CREATE SET h += record',
);

const ends = ({ from, to }: LinkKind<never>, at: number): string =>
  `UNWIND $links[${at}] AS link
   MATCH (a:${from} {${keyOf(from)}: link.from}) MATCH (b:${to} {${keyOf(to)}: link.to})`;
const linking = (type: LinkedType): Statement =>
  statement(
    `link-${type}`,
    LINKS[type].map((kind, at) => `CALL () { ${ends(kind, at)} MERGE (a)-[:${kind.type}]->(b) }`).join('\n'),
  );
// Of a new claim, which has none: looking for them would walk all that its source or its photo has.
const linkingNew = (type: LinkedType): Statement =>
  statement(
    `link-${type}`,
    LINKS[type]
      .map(
        (kind, at) =>
          `CALL () { ${ends(kind, at)} CREATE (a)-[r:${kind.type}]->(b) SET r = link.properties }`,
      )
      .join('\n'),
  );

/** Makes the links of each kind, in the order of LINKS. */
export const LINK: { readonly [K in LinkedType]: Statement } = {
  people: linking('people'),
  sources: linking('sources'),
  documents: linking('documents'),
  evidence: linking('evidence'),
  works: linking('works'),
  characters: linking('characters'),
  claims: linkingNew('claims'),
  outcomes: linking('outcomes'),
};

/** A document's source never changes, so that claims may keep it: lists of a source's claims need no walk. */
export const SET_SOURCE_OF_CLAIMS = statement(
  'set-source-of-claims',
  `UNWIND $ids AS id MATCH (c:Claim {id: id}) MATCH (d:Document {id: c.document}) SET c.source = d.source`,
);
/** An outcome tells about who said it and to whom it was attributed. */
export const LINK_JUDGED = statement(
  'link-judged',
  `UNWIND $ids AS id MATCH (o:Outcome {claim: id}) MATCH (c:Claim {id: id})
   CALL (c) {
     MATCH (c)-[:STATED_IN]->(:Document)-[:PUBLISHED_BY]->(s:Source) RETURN s
     UNION MATCH (c)-[:ATTRIBUTED_TO]->(s:Source) RETURN s
   }
   MERGE (o)-[j:JUDGES]->(s) SET j.source = s.id, j.claim = id`,
);

/** Credits never change: whoever states one first is kept. */
export const CREATE_CREDITS = statement(
  'create-credits',
  `UNWIND $records AS record MATCH (p:Person {id: record.person}) MATCH (w:Work {id: record.work})
   CREATE (p)-[k:CREDITED]->(w) SET k = record`,
);
export const LINK_PLAYED = statement(
  'link-played',
  `UNWIND $records AS record MATCH (p:Person {id: record.person}) MATCH (c:Character {id: record.character})
   MERGE (p)-[:PLAYED]->(c)`,
);
export const CREATE_ON_SCREEN = statement(
  'create-on-screen',
  `UNWIND $records AS record MATCH (a:Character {id: record.a}) MATCH (b:Character {id: record.b})
   CREATE (a)-[r:ON_SCREEN]->(b) SET r = record`,
);
export const UPDATE_ON_SCREEN = statement(
  'update-on-screen',
  'UNWIND $records AS record MATCH ()-[r:ON_SCREEN {id: record.id}]->() SET r += record',
);

/**
 * People whom new credits, and new or newly dated documents and works, show to have lived earlier than known;
 * knownSince only ever moves back, since credits and mentions are added and unknown dates filled in.
 */
export const STORE_KNOWN_SINCE = statement(
  'store-known-since',
  `CALL () {
     UNWIND $credits AS id MATCH ()-[k:CREDITED {id: id}]->(w) WHERE ${isMadeOnce('w')} AND ${isSure('k')}
     RETURN k.person AS person, w.premieredDay AS day
     UNION ALL
     UNWIND $credits AS id MATCH ()-[k:CREDITED {id: id}]->() WHERE ${isSure('k')} MATCH (d:Document {id: k.document})
     RETURN k.person AS person, d.publishedDay AS day
     UNION ALL
     UNWIND $documents AS id MATCH (d:Document {id: id})-[:NAMES]->(p) RETURN p.id AS person, d.publishedDay AS day
     UNION ALL
     UNWIND $documents AS id MATCH (d:Document {id: id}) MATCH ()-[k:CREDITED {document: id}]->() WHERE ${isSure('k')}
     RETURN k.person AS person, d.publishedDay AS day
     UNION ALL
     UNWIND $works AS id MATCH (w:Work {id: id})<-[k:CREDITED]-() WHERE ${isMadeOnce('w')} AND ${isSure('k')}
     RETURN k.person AS person, w.premieredDay AS day
   }
   WITH person, min(day) AS day WHERE day IS NOT NULL
   MATCH (p:Person {id: person}) WHERE p.knownSince IS NULL OR p.knownSince > day
   SET p.knownSince = day
   RETURN person AS id, day, p.birthDate IS NULL AS ageless`,
);
