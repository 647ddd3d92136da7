import { nameKey } from '../../domain/names.ts';
import type { NameCandidate, SearchableType } from '../../ports/graph-store.ts';
import { statement, type Connection, type Parameters } from './connection.ts';
import * as scalars from './scalar-rows.ts';

/** How many names each way of looking may bring, so that one letter over 300,000 names stays cheap. */
const MAX_EXACT = 100;
const MAX_PREFIX = 200;
const MAX_PART = 500;
const MAX_NEAR = 200;
/** With fewer finds than this, near misses are looked for as well. */
const FEW = 5;
/** Near misses are ranked among at most this many names that share a trigram; the rarest trigrams go first. */
const MAX_SHARING = 10_000;
/** A word up to this length has at most some 900 neighbours, which are looked up one by one. */
const MAX_SLIP_LENGTH = 12;
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');
/** The shortest text that the trigram index can find. */
const TRIGRAM = 3;

const OF_TYPE = 'n.type IN (SELECT value FROM json_each(@types))';

// Found by way of the key index, word index and trigram index, best first; each arm stops at its own limit.
const FIND_NAMES = statement(
  'find-names',
  `SELECT node, min(tier) AS tier FROM (
     SELECT * FROM (SELECT n.node, 0 AS tier FROM name n WHERE n.key = @key AND ${OF_TYPE}
       ORDER BY n.key_id LIMIT ${MAX_EXACT})
     UNION ALL
     SELECT * FROM (SELECT n.node, 1 FROM name n WHERE n.key >= @key AND n.key < @keyEnd AND ${OF_TYPE}
       ORDER BY n.key LIMIT ${MAX_PREFIX})
     UNION ALL
     SELECT * FROM (SELECT n.node, 2 FROM name_word w CROSS JOIN name n ON n.key_id = w.name
       WHERE w.word >= @key AND w.word < @keyEnd AND ${OF_TYPE} ORDER BY w.word LIMIT ${MAX_PREFIX})
     UNION ALL
     SELECT * FROM (SELECT n.node, 3 FROM name_text(@match) t CROSS JOIN name n ON n.key_id = t.rowid
       WHERE ${OF_TYPE} LIMIT ${MAX_PART}))
   GROUP BY node ORDER BY tier, node LIMIT @limit`,
);
const TRIGRAM_FREQUENCIES = statement(
  'trigram-frequencies',
  `SELECT term AS id, doc AS total FROM name_trigram WHERE term IN (SELECT value FROM json_each(@trigrams))
   ORDER BY doc, term`,
);
const FIND_NEAR_NAMES = statement(
  'find-near-names',
  `SELECT node FROM (
     SELECT n.node, t.rank AS distance FROM name_text(@match) t CROSS JOIN name n ON n.key_id = t.rowid
     WHERE ${OF_TYPE})
   GROUP BY node ORDER BY min(distance), node LIMIT ${MAX_NEAR}`,
);
const FIND_SLIPS = statement(
  'find-slips',
  `SELECT node FROM (
     SELECT * FROM (SELECT n.node, 0 AS tier FROM json_each(@slips) s CROSS JOIN name n ON n.key = s.value
       WHERE ${OF_TYPE} LIMIT ${MAX_NEAR})
     UNION ALL
     SELECT * FROM (SELECT n.node, 1 FROM json_each(@slips) s CROSS JOIN name_word w ON w.word = s.value
       CROSS JOIN name n ON n.key_id = w.name WHERE ${OF_TYPE} LIMIT ${MAX_NEAR}))
   GROUP BY node ORDER BY min(tier), node LIMIT ${MAX_NEAR}`,
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
  const isFew = found.length < Math.min(FEW, limit);
  const near = isFew ? [...slips(db, key, typeList), ...nearNames(db, key, typeList)] : [];
  const nodes = [...new Set([...found, ...near])].slice(0, limit);
  return candidates(db, nodes);
}

function keyParameters(key: string): Parameters {
  // The last code point is after everything that a key can go on with.
  return { key, keyEnd: `${key}\u{10ffff}`, match: partsOf(key) };
}

/** Every word long enough for the index must occur, in any order; else the whole key as it stands. */
function partsOf(key: string): string {
  const words = key.split(' ').filter((word) => Array.from(word).length >= TRIGRAM);
  if (words.length > 0) return words.map(quoted).join(' AND ');
  return Array.from(key).length >= TRIGRAM ? quoted(key) : quoted('');
}

/** An FTS5 string: inside the quotes nothing is syntax, and a quote is doubled. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Names with a word that is one slip away from a single short one: two swapped letters may leave no trigram. */
function slips(db: Connection, key: string, types: string): readonly string[] {
  if (key.length > MAX_SLIP_LENGTH || !/^[a-z0-9]+$/.test(key)) return [];
  return db.all(FIND_SLIPS, { slips: JSON.stringify(oneSlipFrom(key)), types }).map(scalars.nodeOf);
}

/** Every text that leaving out, adding, changing or swapping one letter makes of a key. */
function oneSlipFrom(key: string): readonly string[] {
  const made = new Set<string>();
  for (let at = 0; at <= key.length; at++) {
    const [before, after] = [key.slice(0, at), key.slice(at)];
    made.add(before + after.slice(1));
    made.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of LETTERS) made.add(before + letter + after).add(before + letter + after.slice(1));
  }
  return [...made].filter((text) => text.length > 1);
}

/** Names that share the most, and the rarest, trigrams with a key. */
function nearNames(db: Connection, key: string, types: string): readonly string[] {
  const letters = Array.from(key);
  const trigrams = new Set(
    letters.slice(TRIGRAM - 1).map((_, at) => letters.slice(at, at + TRIGRAM).join('')),
  );
  const known = db
    .all(TRIGRAM_FREQUENCIES, { trigrams: JSON.stringify([...trigrams]) })
    .map(scalars.frequency);
  const chosen: string[] = [];
  let sharing = 0;
  for (const { term, names } of known) {
    sharing += names;
    if (sharing > MAX_SHARING) break;
    chosen.push(quoted(term));
  }
  return chosen.length === 0
    ? []
    : db.all(FIND_NEAR_NAMES, { match: chosen.join(' OR '), types }).map(scalars.nodeOf);
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
