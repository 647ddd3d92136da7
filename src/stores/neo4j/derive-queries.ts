import { statement } from './connection.ts';

export const STORED_CLAIMS = statement(
  'stored-claims',
  'UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN properties(c) AS claim',
);

/**
 * Everything that claims point at, in one row. `*0..16` is how far up a chain of copies is followed; with
 * DISTINCT it is a walk that visits each document once, whatever circles there are.
 */
export const GATHER = statement(
  'gather',
  `CALL () { UNWIND $evidence AS id MATCH (e:Evidence {id: id}) RETURN collect(e) AS items }
   CALL (items) {
     UNWIND $documents + [e IN items WHERE e.document IS NOT NULL | e.document] AS id
     WITH DISTINCT id MATCH (d:Document {id: id})
     MATCH (d)-[:DERIVED_FROM*0..16]->(x) WITH DISTINCT x
     RETURN collect(x) AS papers
   }
   CALL (papers) {
     UNWIND $sources + [d IN papers | d.source] AS id
     WITH DISTINCT id MATCH (s:Source {id: id}) RETURN collect(s) AS voices
   }
   CALL (voices) {
     UNWIND $people + [s IN voices WHERE s.person IS NOT NULL | s.person] AS id
     WITH DISTINCT id MATCH (p:Person {id: id}) RETURN collect(properties(p)) AS people
   }
   RETURN [e IN items | properties(e)] AS evidence, [d IN papers | properties(d)] AS documents,
     [s IN voices | properties(s)] AS sources, people`,
);

export const SET_POLICY = statement(
  'set-policy',
  'UNWIND $records AS record MATCH (c:Claim {id: record.id}) SET c += record',
);

/** Claims that name one of $people, or rest on one of $sources, $documents or $evidence in any way. */
export const CLAIMS_TOUCHED = statement(
  'claims-touched',
  `CALL () {
     UNWIND $documents AS id MATCH (d:Document {id: id}) RETURN d
     UNION UNWIND $sources AS id MATCH (d:Document {source: id}) RETURN d
   }
   WITH collect(d) AS changed
   CALL (changed) {
     UNWIND changed AS d MATCH (d)<-[:DERIVED_FROM*0..16]-(x) WITH DISTINCT x RETURN collect(x) AS resting
   }
   CALL (resting) {
     UNWIND $evidence AS id MATCH (e:Evidence {id: id}) RETURN e
     UNION UNWIND resting AS d MATCH (e:Evidence)-[:SHOWN_IN]->(d) RETURN e
   }
   WITH resting, collect(e) AS cited
   CALL (resting, cited) {
     UNWIND $people AS id MATCH (c:Claim {subject: id}) RETURN c.id AS id
     UNION UNWIND $people AS id MATCH (c:Claim {object: id}) RETURN c.id AS id
     UNION UNWIND resting AS d MATCH (c:Claim)-[:STATED_IN]->(d) RETURN c.id AS id
     UNION UNWIND resting AS d MATCH (c)-[:ATTRIBUTED_TO {document: d.id}]->() RETURN c.id AS id
     UNION UNWIND $sources AS id MATCH (c:Claim)-[:ATTRIBUTED_TO]->(:Source {id: id}) RETURN c.id AS id
     UNION UNWIND cited AS e MATCH (c:Claim)-[:CITES]->(e) RETURN c.id AS id
   }
   RETURN id`,
);

/** What the stored edges of each pair rest on: claims that name the pair and that open readers may ever see. */
export const CLAIMS_OF_EDGES = statement(
  'claims-of-edges',
  `UNWIND $pairs AS pair
   CALL (pair) {
     MATCH (c:Claim {pair: pair}) WHERE c.rank IS NOT NULL AND c.id IS NOT NULL
       AND c.showOpen IS NOT NULL AND c.retractedAt IS NULL
     RETURN c ORDER BY c.rank, c.id LIMIT $limit
   }
   RETURN pair, properties(c) AS claim`,
);

/** The last date of each of these edges whose claims were all taken back. */
export const RETRACTED_EDGES = statement(
  'retracted-edges',
  `UNWIND $edges AS edge
   WITH edge WHERE NOT EXISTS {
     MATCH (c:Claim {edge: edge}) WHERE c.showOpen IS NOT NULL AND c.retractedAt IS NULL
   }
   CALL (edge) {
     MATCH (c:Claim {edge: edge}) WHERE c.rank IS NOT NULL AND c.id IS NOT NULL
       AND c.showOpen IS NOT NULL AND c.retractedAt IS NOT NULL
     RETURN c ORDER BY c.rank, c.id LIMIT 1
   }
   RETURN c.pair AS pair, c.family AS family, c.subject AS a, c.object AS b, c.assertedAt AS evaluatedAt
   ORDER BY family, a`,
);

export const STORED_EDGES = statement(
  'stored-edges',
  'UNWIND $pairs AS pair MATCH ()-[r:RELATED {pair: pair}]->() RETURN pair, properties(r) AS edge',
);
export const DELETE_EDGES = statement(
  'delete-edges',
  'UNWIND $pairs AS pair MATCH ()-[r:RELATED {pair: pair}]->() DELETE r',
);
export const CREATE_EDGES = statement(
  'create-edges',
  `UNWIND $records AS record MATCH (a:Person {id: record.a}) MATCH (b:Person {id: record.b})
   CREATE (a)-[r:RELATED]->(b) SET r = record`,
);
