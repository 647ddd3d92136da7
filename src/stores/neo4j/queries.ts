import { MAX_ORIGIN_DEPTH, VISIBLE, whole } from './claim-queries.ts';
import { statement, type Statement } from './connection.ts';

/** On-screen relationships of one pair that a read returns at most. */
const MAX_ON_SCREEN = 100;
/** People or works that a name, handle or external id gives at most. */
const MAX_FOUND = 20;

const CREDIT_KNOWN = whole('$knownAt IS NULL OR k.recordedAt <= $knownAt');

const some = (label: string, ids: string, column: string): string =>
  `CALL () { UNWIND $${ids} AS id MATCH (n:${label} {id: id}) RETURN collect(properties(n)) AS ${column} }`;

// Types that everybody may see, and documents and evidence as the reader's rights have it.
const NODES = (documents: string, evidence: string, claims: string): string => `
  ${some('Person', 'person', 'people')}
  ${some('Work', 'work', 'works')}
  ${some('Character', 'character', 'characters')}
  ${some('Source', 'source', 'sources')}
  CALL () {
    UNWIND $credit AS id MATCH ()-[k:CREDITED {id: id}]->() WHERE ${CREDIT_KNOWN}
    RETURN collect(properties(k)) AS credits
  }
  CALL () {
    UNWIND $onScreen AS id MATCH ()-[o:ON_SCREEN {id: id}]->() RETURN collect(properties(o)) AS onScreen
  }
  ${documents} ${evidence} ${claims}
  RETURN people, works, characters, sources, credits, onScreen, documents, evidence, claims`;

/** What is reached from something that was shown; claims never are. */
export const NODES_REACHED = statement(
  'nodes-reached',
  NODES(
    some('Document', 'document', 'documents'),
    some('Evidence', 'evidence', 'evidence'),
    'WITH *, [] AS claims',
  ),
);

/** Something that a reader may see and that says "document `d`": what else could show that it exists? */
export const RESTS_ON = `(
  EXISTS { MATCH (d)<-[:STATED_IN]-(c:Claim) WHERE ${VISIBLE} }
  OR EXISTS { MATCH (c:Claim)-[t:ATTRIBUTED_TO]->() USING INDEX t:ATTRIBUTED_TO(document) WHERE t.document = d.id AND ${VISIBLE} }
  OR EXISTS { MATCH (d)<-[:SHOWN_IN]-(:Evidence)<-[:CITES]-(c:Claim) WHERE ${VISIBLE} }
  OR EXISTS { MATCH ()-[k:CREDITED]->() USING INDEX k:CREDITED(document) WHERE k.document = d.id AND ${CREDIT_KNOWN} }
  OR EXISTS { MATCH (d)<-[:BIRTH_STATED_IN]-(:Person) }
  OR EXISTS { MATCH (d)<-[:STATED_IN]-(:Work) }
  OR EXISTS { MATCH ()-[o:ON_SCREEN]->() USING INDEX o:ON_SCREEN(document) WHERE o.document = d.id })`;

/**
 * What a reader may see. Documents are those that something which the reader may see rests on, directly or
 * through documents derived from them: documents on which nothing visible rests do not exist for the reader.
 */
export const NODES_SHOWN = statement(
  'nodes-shown',
  NODES(
    `CALL () {
       UNWIND $document AS id MATCH (x:Document {id: id})
       CALL (x) {
         MATCH (x)<-[:DERIVED_FROM*0..${MAX_ORIGIN_DEPTH}]-(d:Document) WITH DISTINCT d WHERE ${RESTS_ON}
         RETURN d LIMIT 1
       }
       RETURN collect(properties(x)) AS documents
     }`,
    `CALL () {
       UNWIND $evidence AS id MATCH (v:Evidence {id: id})
       WHERE EXISTS { MATCH (v)<-[:CITES]-(c:Claim) WHERE ${VISIBLE} }
       RETURN collect(properties(v)) AS evidence
     }`,
    `CALL () {
       UNWIND $claim AS id MATCH (c:Claim {id: id}) WHERE ${VISIBLE} RETURN collect(properties(c)) AS claims
     }`,
  ),
);

const BY_NAME = (type: 'person' | 'work', label: string): string =>
  `MATCH (i:Name) USING INDEX i:Name(key, node)
   WHERE i.key = $key AND i.node IS NOT NULL AND i.type = '${type}' AND NOT i.isHandle
   WITH DISTINCT i.node AS id ORDER BY id LIMIT ${MAX_FOUND}
   MATCH (n:${label} {id: id}) RETURN properties(n) AS found ORDER BY n.id`;

export const PEOPLE_BY_NAME = statement('people-by-name', BY_NAME('person', 'Person'));
export const WORKS_BY_NAME = statement('works-by-name', BY_NAME('work', 'Work'));
export const PEOPLE_BY_HANDLE = statement(
  'people-by-handle',
  `MATCH (h:Handle) USING INDEX h:Handle(name)
   WHERE h.name = $name AND ${whole('$platform IS NULL OR h.platform = $platform')}
   MATCH (h)<-[:HAS_HANDLE]-(n:Person)
   WITH DISTINCT n ORDER BY n.id LIMIT ${MAX_FOUND} RETURN properties(n) AS found ORDER BY n.id`,
);

const BY_SCHEME = (label: 'Person' | 'Work', scheme: string): Statement =>
  statement(
    `${label.toLowerCase()}-by-${scheme}`,
    `MATCH (n:${label}) USING INDEX n:${label}(${scheme}) WHERE n.${scheme} = $value
     RETURN properties(n) AS found ORDER BY n.id LIMIT ${MAX_FOUND}`,
  );
export const PEOPLE_BY_EXTERNAL = {
  wikidata: BY_SCHEME('Person', 'wikidata'),
  imdb: BY_SCHEME('Person', 'imdb'),
  tmdb: BY_SCHEME('Person', 'tmdb'),
} as const;
export const WORKS_BY_EXTERNAL = {
  wikidata: BY_SCHEME('Work', 'wikidata'),
  imdb: BY_SCHEME('Work', 'imdb'),
  tmdb: BY_SCHEME('Work', 'tmdb'),
} as const;

const IDS_BY = (label: 'Person' | 'Work', scheme: string): Statement =>
  statement(
    `${label.toLowerCase()}-ids-by-${scheme}`,
    `UNWIND $values AS value MATCH (n:${label} {${scheme}: value}) RETURN value, min(n.id) AS id`,
  );
const IDS_BY_SCHEMES = (label: 'Person' | 'Work') => ({
  wikidata: IDS_BY(label, 'wikidata'),
  imdb: IDS_BY(label, 'imdb'),
  tmdb: IDS_BY(label, 'tmdb'),
});
export const IDS_BY_EXTERNAL = { person: IDS_BY_SCHEMES('Person'), work: IDS_BY_SCHEMES('Work') } as const;

const OWNED = (owner: 'person' | 'work' | 'character', from: string): string =>
  `MATCH ()-[k:CREDITED]->() USING INDEX k:CREDITED(${owner}, billingRank, id)
   WHERE k.${owner} = owner AND ${from} AND k.id IS NOT NULL
     AND ${whole('$roles IS NULL OR k.role IN $roles')} AND ${CREDIT_KNOWN}`;
const AFTER = `k.billingRank >= $fromRank AND ${whole('k.billingRank > $fromRank OR k.id > $afterId')}`;
const OF_OWNER = (owner: 'person' | 'work' | 'character'): string =>
  `${OWNED(owner, AFTER)}
   RETURN k ORDER BY k.${owner}, k.billingRank, k.id LIMIT $limit`;
const COUNT_OF_OWNER = (owner: 'person' | 'work' | 'character'): string =>
  `${OWNED(owner, 'k.billingRank IS NOT NULL')} RETURN count(k) AS part`;
// An owner's id says its type, so only one of the three finds anything.
const OWNERS = ['person', 'work', 'character'] as const;

/** The same page of credits for each owner, with how many there are. */
export const CREDITS = statement(
  'credits',
  `UNWIND $owners AS owner
   CALL (owner) {
     CALL (owner) { ${OWNERS.map(OF_OWNER).join(' UNION ALL ')} }
     WITH k ORDER BY k.billingRank, k.id LIMIT $limit
     RETURN collect(properties(k)) AS items
   }
   CALL (owner) {
     CALL (owner) { ${OWNERS.map(COUNT_OF_OWNER).join(' UNION ALL ')} }
     RETURN sum(part) AS total
   }
   RETURN owner, items, total`,
);

export const ON_SCREEN_OF_PAIRS = statement(
  'on-screen-of-pairs',
  `UNWIND $pairs AS pair
   CALL (pair) {
     MATCH (:Person {id: pair.a})-[:PLAYED]->(x:Character)
     MATCH (:Person {id: pair.b})-[:PLAYED]->(y:Character)
     MATCH (x)-[o:ON_SCREEN]-(y)
     WITH DISTINCT o ORDER BY o.id LIMIT ${MAX_ON_SCREEN}
     RETURN collect(properties(o)) AS found
   }
   RETURN pair.key AS pair, found`,
);

export const SOURCES = statement(
  'sources',
  `CALL () {
     MATCH (s:Source) USING INDEX s:Source(id) WHERE s.id > $afterId
     WITH s ORDER BY s.id LIMIT $limit RETURN collect(properties(s)) AS items
   }
   CALL () { MATCH (s:Source) RETURN count(s) AS total }
   RETURN items, total`,
);

const COUNTED = {
  people: '(n:Person)',
  works: '(n:Work)',
  characters: '(n:Character)',
  sources: '(n:Source)',
  documents: '(n:Document)',
  evidence: '(n:Evidence)',
  credits: '()-[n:CREDITED]->()',
  claims: '(n:Claim)',
} as const;

/** Each of these is kept by the server as a number. */
export const COUNTS = statement(
  'counts',
  `${Object.entries(COUNTED)
    .map(([name, pattern]) => `CALL () { MATCH ${pattern} RETURN count(n) AS ${name} }`)
    .join(' ')} RETURN ${Object.keys(COUNTED).join(', ')}`,
);
