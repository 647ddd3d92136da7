import { nameKey } from '../../domain/names.ts';
import {
  FEW_NAMES,
  NAME_LIMITS,
  nearestNodes,
  oneSlipFrom,
  partsOf,
  rarestTrigrams,
  trigramsOf,
} from '../../domain/near-names.ts';
import type { NameCandidate, SearchableType } from '../../ports/graph-store.ts';
import { statement, type Connection, type Parameters } from './connection.ts';
import * as scalars from './scalar-rows.ts';

const TYPES = '(SELECT value FROM json_each(@types))';

// Found by way of the key index, word index and trigram index, best first; each arm stops at its own limit.
const FIND_NAMES = statement(
  'find-names',
  `SELECT node, min(tier) AS tier FROM (
     SELECT * FROM (SELECT n.node, 0 AS tier FROM name n WHERE n.key = @key AND n.type IN ${TYPES}
       ORDER BY n.key, n.node LIMIT ${NAME_LIMITS.exact})
     UNION ALL
     SELECT * FROM (SELECT n.node, 1 FROM name n WHERE n.key >= @key AND n.key < @keyEnd AND n.type IN ${TYPES}
       ORDER BY n.key, n.node LIMIT ${NAME_LIMITS.prefix})
     UNION ALL
     SELECT * FROM (SELECT w.node, 2 FROM name_word w WHERE w.word >= @key AND w.word < @keyEnd AND w.type IN ${TYPES}
       ORDER BY w.word, w.node LIMIT ${NAME_LIMITS.prefix})
     UNION ALL
     SELECT * FROM (SELECT n.node, 3 FROM name_text(@match) t CROSS JOIN name n ON n.key_id = t.rowid
       WHERE n.type IN ${TYPES} LIMIT ${NAME_LIMITS.part}))
   GROUP BY node ORDER BY tier, node LIMIT @limit`,
);
const TRIGRAM_FREQUENCIES = statement(
  'trigram-frequencies',
  'SELECT term AS id, doc AS total FROM name_trigram WHERE term IN (SELECT value FROM json_each(@trigrams))',
);
const NAMES_SHARING = statement(
  'names-sharing',
  `SELECT n.node, n.key FROM name_text(@match) t CROSS JOIN name n ON n.key_id = t.rowid WHERE n.type IN ${TYPES}`,
);
// Of each text that is one slip away the first few, so that a common one leaves room for the others.
const FIND_SLIPS = statement(
  'find-slips',
  `SELECT node FROM (
     SELECT n.node, 0 AS tier FROM json_each(@slips) s CROSS JOIN name n ON n.key_id IN (
       SELECT key_id FROM name WHERE key = s.value AND type IN ${TYPES} ORDER BY key, node LIMIT ${NAME_LIMITS.slip})
     UNION ALL
     SELECT w.node, 1 FROM json_each(@slips) s CROSS JOIN name_word w ON w.word = s.value AND w.node IN (
       SELECT node FROM name_word WHERE word = s.value AND type IN ${TYPES} ORDER BY word, node LIMIT ${NAME_LIMITS.slip}))
   GROUP BY node ORDER BY min(tier), node LIMIT ${NAME_LIMITS.near}`,
);
const NAMES_OF_NODES = statement(
  'names-of-nodes',
  `SELECT n.node, n.type, n.text FROM name n WHERE n.node IN (SELECT value FROM json_each(@nodes))
   ORDER BY n.node, n.position`,
);

/** Whatever somebody may have meant by what they typed; see the port. At most five statements. */
export function searchNames(
  db: Connection,
  text: string,
  types: readonly SearchableType[],
  limit: number,
): readonly NameCandidate[] {
  const key = nameKey(text);
  if (key === '' || types.length === 0) return [];
  const typeList = JSON.stringify(types);
  const found = db.all(FIND_NAMES, { ...keyParameters(key), types: typeList, limit }).map(scalars.nodeOf);
  const isFew = found.length < Math.min(FEW_NAMES, limit);
  const near = isFew ? [...slips(db, key, typeList), ...nearNames(db, key, typeList)] : [];
  const nodes = [...new Set([...found, ...near])].slice(0, limit);
  return candidates(db, nodes);
}

function keyParameters(key: string): Parameters {
  // The last code point is after everything that a key can go on with.
  return { key, keyEnd: `${key}\u{10ffff}`, match: partsOf(key).map(quoted).join(' AND ') || quoted('') };
}

/** An FTS5 string: inside the quotes nothing is syntax, and a quote is doubled. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Names with a word that is one slip away from a single short one. */
function slips(db: Connection, key: string, types: string): readonly string[] {
  const texts = oneSlipFrom(key);
  if (texts.length === 0) return [];
  return db.all(FIND_SLIPS, { slips: JSON.stringify(texts), types }).map(scalars.nodeOf);
}

/** Names that share the most, and the rarest, trigrams with a key. */
function nearNames(db: Connection, key: string, types: string): readonly string[] {
  const trigrams = JSON.stringify(trigramsOf(key));
  const chosen = rarestTrigrams(db.all(TRIGRAM_FREQUENCIES, { trigrams }).map(scalars.frequency));
  if (chosen.length === 0) return [];
  const sharing = db.all(NAMES_SHARING, { match: chosen.map(quoted).join(' OR '), types });
  return nearestNodes(key, sharing.map(scalars.indexedKey));
}

function candidates(db: Connection, nodes: readonly string[]): readonly NameCandidate[] {
  const names = new Map<string, { type: SearchableType; texts: string[] }>();
  for (const row of db.all(NAMES_OF_NODES, { nodes: JSON.stringify(nodes) }).map(scalars.indexedName)) {
    const entry = names.get(row.node) ?? { type: row.type, texts: [] };
    if (entry.texts.length === 0) names.set(row.node, entry);
    entry.texts.push(row.text);
  }
  return nodes.flatMap((node) => {
    const entry = names.get(node);
    const name = entry?.texts[0];
    return entry === undefined || name === undefined
      ? []
      : [{ type: entry.type, id: node as NameCandidate['id'], name, names: entry.texts }];
  });
}
