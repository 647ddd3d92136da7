import { CLAIM_KINDS, isAboutRomance } from '../../domain/kinds.ts';
import { claimValues } from './claim-rows.ts';
import { statement } from './connection.ts';
import { values } from './dossier-rows.ts';

/** How many of the latest claims of one pair, or of one person's love life, a dossier holds. */
const MAX_OWN_CLAIMS = 2_000;
/** How many SINGLE claims, and hard romances with third people, a dossier holds for each person. */
const MAX_SIDE_CLAIMS = 200;
/** How far up a chain of copies is followed. */
export const MAX_ORIGIN_DEPTH = 16;
/** Documents of one dossier that are reached through origins. */
const MAX_ORIGINS = 20_000;
/** Outcomes of one source that a read returns at most. */
const MAX_OUTCOMES = 1_000;

/**
 * A condition that the planner takes as a whole. Of an OR it may make two searches of one index whose results it
 * then sorts, which reads all 50,000 claims of somebody to give twenty.
 */
export function whole(condition: string): string {
  return `CASE WHEN ${condition} THEN true ELSE false END`;
}

/**
 * What a reader may see of claim `c`; every read of claims goes through it. $middle is the middle day of asOf
 * (half days exist, so it may be a floating-point number). A claim that is never shown has no day, and a
 * comparison with nothing is not true.
 */
export const VISIBLE = whole(`
  CASE $profile WHEN 'open' THEN c.showOpen WHEN 'cautious' THEN c.showCautious ELSE c.showStrict END <= $middle
  AND c.firstDay <= $lastDay
  AND ($knownAt IS NULL OR c.recordedAt <= $knownAt)
  AND (c.retractedAt IS NULL OR c.retractedAt > $knownAt OR $includeRetracted)`);

/**
 * Claims `c` by an index that starts with one property and goes on in the order of lists. The hint keeps it so
 * whatever the statistics said when the plan was made: an empty database has no reason to prefer an index.
 */
export function latestClaims(property: string, value: string, more = ''): string {
  return `MATCH (c:Claim) USING INDEX c:Claim(${property}, rank, id)
    WHERE c.${property} = ${value} AND c.rank IS NOT NULL AND c.id IS NOT NULL AND ${VISIBLE} ${more}
    WITH c ORDER BY c.${property}, c.rank, c.id`;
}

// One more than is kept is read, to know whether there are more. Each list is cut to its own limit: what one asks
// for never takes anything from another.
const KEPT = (limit: number): string =>
  `WITH c LIMIT ${limit + 1} WITH collect(c) AS found RETURN found[..${limit}] AS kept, size(found) > ${limit} AS more`;

/** Of both sides of a relationship the latest together: each side comes in order and is cut before they are merged. */
function latestOfBoth(
  properties: readonly [string, string],
  value: string,
  limit: number,
  more = '',
): string {
  const [first, second] = properties.map(
    (property) => `${latestClaims(property, value, more)} LIMIT ${limit + 1} RETURN c`,
  );
  return `CALL (*) { ${first} UNION ALL ${second} } WITH c ORDER BY c.rank, c.id ${KEPT(limit)}`;
}

/**
 * From lists of claims in rows `kept` and `more` to everything that they point at, in one row, together with people
 * `p` that somebody asked about. DISTINCT after a path of any length makes it a walk that visits each document once,
 * whatever circles there are.
 */
export const gathered = (asked = ''): string => `
  WITH collect(kept) AS lists, true IN collect(more) AS truncated
  CALL (lists) { UNWIND lists AS list UNWIND list AS c WITH DISTINCT c RETURN collect(c) AS claims }
  CALL (claims) {
    UNWIND claims AS c MATCH (c)-[:CITES]->(v) WITH DISTINCT v RETURN collect(v) AS items
  }
  CALL (claims, items) {
    CALL (claims, items) {
      UNWIND claims AS c MATCH (c)-[:STATED_IN]->(d) RETURN d
      UNION
      UNWIND claims AS c MATCH (c)-[t:ATTRIBUTED_TO]->()
      WITH DISTINCT t.document AS id MATCH (d:Document {id: id}) RETURN d
      UNION
      UNWIND items AS v MATCH (v)-[:SHOWN_IN]->(d) RETURN d
    }
    RETURN collect(d) AS pointedAt
  }
  CALL (pointedAt) {
    UNWIND pointedAt AS d MATCH (d)-[:DERIVED_FROM*1..${MAX_ORIGIN_DEPTH}]->(x) WITH DISTINCT x LIMIT ${MAX_ORIGINS}
    RETURN collect(x) AS origins
  }
  CALL (pointedAt, origins) {
    UNWIND pointedAt + origins AS d WITH DISTINCT d RETURN collect(d) AS papers
  }
  CALL (claims, papers) {
    CALL (claims, papers) {
      UNWIND papers AS d MATCH (d)-[:PUBLISHED_BY]->(s) RETURN s
      UNION
      UNWIND claims AS c MATCH (c)-[:ATTRIBUTED_TO]->(s) RETURN s
    }
    RETURN collect(s) AS voices
  }
  CALL (claims, voices) {
    CALL (claims, voices) {
      UNWIND claims AS c MATCH (c)-[:SUBJECT|OBJECT|ON_RECORD]->(p) RETURN p
      UNION
      UNWIND voices AS s MATCH (s)-[:VOICE_OF]->(p) RETURN p${asked === '' ? '' : ` UNION ${asked} RETURN p`}
    }
    RETURN collect(p) AS named
  }
  RETURN ${claimValues('claims')} AS claims, truncated, ${values.evidence('items')} AS evidence,
    ${values.documents('papers')} AS documents, ${values.sources('voices')} AS sources,
    ${values.people('named')} AS people`;

export const PAIR_DOSSIER = statement(
  'pair-dossier',
  `CALL () {
     UNWIND $pairs AS pair CALL (pair) { ${latestClaims('pair', 'pair')} ${KEPT(MAX_OWN_CLAIMS)} }
     RETURN kept, more
     UNION ALL
     UNWIND $people AS person CALL (person) { ${latestClaims('singleOf', 'person')} ${KEPT(MAX_SIDE_CLAIMS)} }
     RETURN kept, more
     UNION ALL
     UNWIND $people AS person
     CALL (person) { ${latestOfBoth(['hardSubject', 'hardObject'], 'person', MAX_SIDE_CLAIMS)} }
     RETURN kept, more
   } ${gathered('UNWIND $people AS id MATCH (p:Person {id: id})')}`,
);

const LOVE = `AND c.kind IN ['${CLAIM_KINDS.filter(isAboutRomance).join("', '")}']`;
export const PERSON_DOSSIER = statement(
  'person-dossier',
  `CALL () { ${latestOfBoth(['subject', 'object'], '$person', MAX_OWN_CLAIMS, LOVE)} }
   ${gathered('MATCH (p:Person {id: $person})')}`,
);

export const CLAIM_DOSSIER = statement(
  'claim-dossier',
  `CALL () {
     UNWIND $ids AS id MATCH (c:Claim {id: id}) WHERE ${VISIBLE} RETURN collect(c) AS kept, false AS more
   } ${gathered()}`,
);

/**
 * The stored edges of people, by the latest claim of each that this reader may see; an edge without one is not
 * there. They are not ordered by their own date, which claims that the reader must not know of have moved.
 */
export const RELATIONSHIPS_OF_PEOPLE = statement(
  'relationships-of-people',
  `UNWIND $people AS person
   CALL (person) {
     MATCH (p:Person {id: person})-[r:RELATED]-()
     CALL (r) { ${latestClaims('edge', 'r.edge')} LIMIT 1 RETURN c.rank AS heard }
     WITH r, heard ORDER BY heard, r.a, r.b, r.family LIMIT $limit
     RETURN collect(properties(r)) AS edges
   }
   RETURN person, edges`,
);

export const OUTCOMES_OF_SOURCES = statement(
  'outcomes-of-sources',
  `UNWIND $sources AS source
   CALL (source) {
     MATCH (o:Outcome)-[j:JUDGES]->() USING INDEX j:JUDGES(source, claim)
     WHERE j.source = source AND j.claim IS NOT NULL AND ($knownAt IS NULL OR o.recordedAt <= $knownAt)
     MATCH (c:Claim {id: j.claim}) WHERE ${VISIBLE}
     WITH o, j ORDER BY j.claim LIMIT ${MAX_OUTCOMES}
     RETURN collect(properties(o)) AS outcomes
   }
   RETURN source, outcomes`,
);
