import { gathered } from './claim-queries.ts';
import { statement } from './connection.ts';

/** Claims with everything that they point at, and what is kept beside each. */
export const STORED_CLAIMS = statement(
  'stored-claims',
  `CALL () { UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN collect(c) AS kept, false AS more } ${gathered()},
   [c IN claims | c {.id, .showOpen, .showCautious, .showStrict, .hard}] AS policies`,
);

export const SET_POLICY = statement(
  'set-policy',
  'UNWIND $records AS record MATCH (c:Claim {id: record.id}) SET c += record',
);

const NAMING = (side: 'subject' | 'object'): string =>
  `MATCH (c:Claim) USING INDEX c:Claim(${side}, rank, id) WHERE c.${side} = id AND c.rank IS NOT NULL AND c.id IS NOT NULL`;

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
     CALL (resting) {
       UNWIND $evidence AS id MATCH (e:Evidence {id: id}) RETURN e
       UNION UNWIND resting AS d MATCH (e:Evidence)-[:SHOWN_IN]->(d) RETURN e
     }
     RETURN collect(e) AS cited
   }
   CALL (resting, cited) {
     UNWIND $people AS id ${NAMING('subject')} RETURN c.id AS id
     UNION UNWIND $people AS id ${NAMING('object')} RETURN c.id AS id
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
     MATCH (c:Claim) USING INDEX c:Claim(pair, rank, id)
     WHERE c.pair = pair AND c.rank IS NOT NULL AND c.id IS NOT NULL
       AND c.showOpen IS NOT NULL AND c.retractedAt IS NULL
     WITH c ORDER BY c.pair, c.rank, c.id LIMIT $limit
     RETURN collect(c) AS kept, false AS more
   } ${gathered()}`,
);

/** The last date of each of these edges whose claims were all taken back. */
export const RETRACTED_EDGES = statement(
  'retracted-edges',
  `UNWIND $edges AS edge
   WITH edge WHERE NOT EXISTS {
     MATCH (c:Claim) USING INDEX c:Claim(edge, rank, id)
     WHERE c.edge = edge AND c.rank IS NOT NULL AND c.id IS NOT NULL
       AND c.showOpen IS NOT NULL AND c.retractedAt IS NULL
   }
   CALL (edge) {
     MATCH (c:Claim) USING INDEX c:Claim(edge, rank, id)
     WHERE c.edge = edge AND c.rank IS NOT NULL AND c.id IS NOT NULL
       AND c.showOpen IS NOT NULL AND c.retractedAt IS NOT NULL
     RETURN c ORDER BY c.edge, c.rank, c.id LIMIT 1
   }
   RETURN c.pair AS pair, c.family AS family, c.subject AS a, c.object AS b, c.assertedAt AS evaluatedAt
   ORDER BY family, a`,
);

export const STORED_EDGES = statement(
  'stored-edges',
  'UNWIND $pairs AS pair MATCH ()-[r:RELATED {pair: pair}]->() RETURN pair, properties(r) AS edge',
);
/** Puts edges in the place of those that are stored of these pairs. */
export const REPLACE_EDGES = statement(
  'replace-edges',
  `CALL () { UNWIND $pairs AS pair MATCH ()-[r:RELATED {pair: pair}]->() DELETE r }
   CALL () {
     UNWIND $records AS record MATCH (a:Person {id: record.a}) MATCH (b:Person {id: record.b})
     CREATE (a)-[r:RELATED]->(b) SET r = record
   }`,
);
