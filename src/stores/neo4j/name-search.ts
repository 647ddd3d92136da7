import { nameKey } from '../../domain/names.ts';
import { FEW_NAMES, NAME_LIMITS, oneSlipFrom, partsOf, trigramsOf } from '../../domain/near-names.ts';
import type { NameCandidate, SearchableType } from '../../ports/graph-store.ts';
import { statement, type Connection } from './connection.ts';
import * as scalars from './scalar-rows.ts';

// The arms are those of the SQLite store, to the order in which each is cut; see domain/near-names.ts. They are
// one statement, since a search is typed letter by letter. What only a search with few finds takes is unwound from
// lists that are empty in any other.

const BY_KEY = (where: string, limit: number): string =>
  `MATCH (n:Name) USING INDEX n:Name(key, node)
   WHERE n.key ${where} AND n.node IS NOT NULL AND n.type IN $types
   WITH n ORDER BY n.key, n.node LIMIT ${limit}`;
const BY_WORD = (where: string, limit: number): string =>
  `MATCH (w:Word) USING INDEX w:Word(word, node)
   WHERE w.word ${where} AND w.node IS NOT NULL AND w.type IN $types
   WITH w ORDER BY w.word, w.node LIMIT ${limit}`;

// Score is shared trigrams, then shortness, as `nearestNodes` has it: a key is never a hundred thousand long.
const NEAR = `
  UNWIND CASE WHEN isFew THEN $trigrams ELSE [] END AS text
  MATCH (t:Trigram {text: text})
  WITH t.text AS text, t.names AS names ORDER BY names, text
  WITH reduce(all = {sum: 0, chosen: []}, each IN collect({text: text, names: names}) | {
    sum: all.sum + each.names,
    chosen: CASE WHEN all.sum + each.names <= ${NAME_LIMITS.sharing} THEN all.chosen + each.text ELSE all.chosen END
  }).chosen AS chosen
  UNWIND chosen AS text
  MATCH (n:Name) USING TEXT INDEX n:Name(key) WHERE n.key CONTAINS text
  WITH DISTINCT n WHERE n.type IN $types
  WITH n.node AS node,
    max(size([trigram IN $trigrams WHERE n.key CONTAINS trigram]) * 100000 - size(n.key)) AS score
  ORDER BY score DESC, node LIMIT ${NAME_LIMITS.near}
  RETURN collect(node) AS near`;

export const SEARCH_NAMES = statement(
  'search-names',
  `CALL () {
     CALL () {
       ${BY_KEY('= $key', NAME_LIMITS.exact)} RETURN n.node AS node, 0 AS tier
       UNION ALL
       ${BY_KEY('STARTS WITH $key', NAME_LIMITS.prefix)} RETURN n.node AS node, 1 AS tier
       UNION ALL
       ${BY_WORD('STARTS WITH $key', NAME_LIMITS.prefix)} RETURN w.node AS node, 2 AS tier
       UNION ALL
       UNWIND $parts[..1] AS part
       MATCH (n:Name) USING TEXT INDEX n:Name(key)
       WHERE n.key CONTAINS part AND all(other IN $parts[1..] WHERE n.key CONTAINS other) AND n.type IN $types
       WITH n LIMIT ${NAME_LIMITS.part} RETURN n.node AS node, 3 AS tier
     }
     WITH node, min(tier) AS tier ORDER BY tier, node LIMIT $limit
     RETURN collect(node) AS found
   }
   WITH found, size(found) < $few AS isFew
   CALL (isFew) {
     UNWIND CASE WHEN isFew THEN $slips ELSE [] END AS slip
     CALL (slip) {
       ${BY_KEY('= slip', NAME_LIMITS.slip)} RETURN n.node AS node, 0 AS tier
       UNION ALL
       ${BY_WORD('= slip', NAME_LIMITS.slip)} RETURN w.node AS node, 1 AS tier
     }
     WITH node, min(tier) AS tier ORDER BY tier, node LIMIT ${NAME_LIMITS.near}
     RETURN collect(node) AS slips
   }
   CALL (isFew) {${NEAR}
   }
   WITH found + slips + near AS nodes
   UNWIND range(0, size(nodes) - 1) AS place
   WITH nodes[place] AS node, min(place) AS place ORDER BY place LIMIT $limit
   MATCH (n:Name) USING INDEX n:Name(node, position) WHERE n.node = node AND n.position IS NOT NULL
   WITH place, node, n ORDER BY place, n.position
   WITH place, node, collect(n.type)[0] AS type, collect(n.text) AS names
   RETURN node, type, names ORDER BY place`,
);

/** Whatever somebody may have meant by what they typed; see the port. */
export async function searchNames(
  db: Pick<Connection, 'read'>,
  text: string,
  types: readonly SearchableType[],
  limit: number,
): Promise<readonly NameCandidate[]> {
  const key = nameKey(text);
  if (key === '' || types.length === 0) return [];
  const found = await db.read(SEARCH_NAMES, {
    ...{ key, types, limit },
    few: Math.min(FEW_NAMES, limit),
    parts: partsOf(key),
    slips: oneSlipFrom(key),
    trigrams: trigramsOf(key),
  });
  return found.map(scalars.nameCandidate);
}
