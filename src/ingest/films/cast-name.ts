/** What an entry in a cast turns out to be: the name of somebody who played, or why it is none. */
export type CastName = { readonly name: string } | { readonly leftOut: string };

const NOBODY = { leftOut: 'entry in a cast that is no name of a person' } as const;
const SEVERAL = { leftOut: 'entry in a cast that is several people' } as const;
const NO_PLAYER = { leftOut: 'entry in a cast of somebody who did something else' } as const;

/** What is said behind a name of somebody who can be seen or heard, which is no part of the name. */
const PLAYER =
  /\s*\((?:\p{L}+ )?(?:actor|actress|narrator|narration|voice|cast|cameo|dancer|singer|host|uncredited|archive footage|himself|herself)\)$/iu;
const MADE_UP =
  /^(?:and|the|with|of|by|jr\.?|sr\.?|unknown|uncredited|various|none|n\/a|tba|kids|cast|narrator|cartoon)$/i;
const BEGINNING =
  /^(?:voices? of|narrated by|credited as|written by|directed by|produced by|starring|academy award)\b/i;
/** Words that join the words of a title, never those of a name. */
const OF_A_TITLE = / (?:of|for|in|with|by|from|on|at|against|his|her|its) /;
const MAX_WORDS = 6;

/**
 * Casts were taken from tables with all that stands in them: notes, headings, brackets, ends of sentences. What is not
 * plainly one person's name is left out, since a node for it would connect strangers.
 */
export function castName(entry: string): CastName {
  const name = entry
    .replace(/^and (?=\p{Lu})/u, '')
    .replace(PLAYER, '')
    .trim();
  if (isNote(name)) return NOBODY;
  if (/\)$/.test(name)) return NO_PLAYER;
  return / (?:and|&) |^The .*s$/i.test(name) ? SEVERAL : { name };
}

function isNote(name: string): boolean {
  return (
    (name.match(/\p{L}/gu)?.length ?? 0) < 2 ||
    /^[^\p{L}\p{N}"\u201c'\u2018\u2019]|^\d{4} |[:[\]]/u.test(name) ||
    MADE_UP.test(name) ||
    BEGINNING.test(name) ||
    OF_A_TITLE.test(`${name} `) ||
    isUncapitalized(name) ||
    isUnbalanced(name) ||
    name.split(/\s+/).length > MAX_WORDS
  );
}

/** Names begin with a capital, except behind a particle of a family, and pen names with a dot or a capital further in. */
function isUncapitalized(name: string): boolean {
  if (/^(?:[Aa]n?|[Tt]he) \p{Ll}/u.test(name)) return true;
  return (
    /^\p{Ll}/u.test(name) &&
    !/^(?:(?:d[aeiu]|von|van|la|le|el|al|bin|ter|ten) |d['\u2019]|\p{Ll}+[.\p{Lu}]\S)/u.test(name)
  );
}

function isUnbalanced(name: string): boolean {
  return name.split('(').length !== name.split(')').length;
}
