import { unreachable } from './errors.ts';

/** The romance kinds, weakest first: each supports the ones before it ("married" answers "dating?"). */
export const ROMANCE_KINDS = ['DATING', 'ENGAGED', 'MARRIED'] as const;
export type RomanceKind = (typeof ROMANCE_KINDS)[number];

/** Kinds that a question about two people may name. */
export const PAIR_KINDS = [
  ...ROMANCE_KINDS,
  'FRIENDS',
  'PARENT_OF',
  'SIBLINGS',
  'FEUD',
  'COLLABORATORS',
] as const;
export type PairKind = (typeof PAIR_KINDS)[number];

/**
 * Everything that can be claimed. There is no kind for orientation, health, religion or politics, and data
 * cannot add one: the set is closed.
 */
export const CLAIM_KINDS = [...PAIR_KINDS, 'SPLIT', 'DIVORCED', 'SINGLE'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** What one stored relationship is about: the romance kinds share one, every other kind has its own. */
export const FAMILIES = ['ROMANCE', 'FRIENDS', 'PARENT_OF', 'SIBLINGS', 'FEUD', 'COLLABORATORS'] as const;
export type Family = (typeof FAMILIES)[number];

export const STANCES = ['SUPPORTS', 'DENIES', 'ENDS', 'CONTEXT'] as const;
/** What a document does with the claim; CONTEXT mentions it without saying either way. */
export type Stance = (typeof STANCES)[number];

export const MODALITIES = ['CONFIRMED', 'REPORTED', 'RUMORED', 'SPECULATED'] as const;
/** How strongly the document itself puts it. */
export type Modality = (typeof MODALITIES)[number];

export const STATUSES = [
  'CONFIRMED',
  'REPORTED',
  'RUMORED',
  'DISPUTED',
  'DENIED',
  'ENDED',
  'NO_EVIDENCE',
] as const;
/** Where the evidence leaves a relationship. NO_EVIDENCE is not DENIED. */
export type RelationshipStatus = (typeof STATUSES)[number];

export const ANSWERS = ['YES', 'PROBABLY', 'UNCONFIRMED', 'PROBABLY_NOT', 'NO', 'UNKNOWN'] as const;
/** The status as an answer to a yes-or-no question. */
export type Answer = (typeof ANSWERS)[number];

/** True for the kinds that hold both ways; false for PARENT_OF and the unary SINGLE. */
export function isSymmetric(kind: ClaimKind): boolean {
  switch (kind) {
    case 'DATING':
    case 'ENGAGED':
    case 'MARRIED':
    case 'SPLIT':
    case 'DIVORCED':
    case 'FRIENDS':
    case 'SIBLINGS':
    case 'FEUD':
    case 'COLLABORATORS':
      return true;
    case 'PARENT_OF':
    case 'SINGLE':
      return false;
    default:
      return unreachable(kind);
  }
}

/** True for what says something about somebody's love life: the romance kinds, their endings, and SINGLE. */
export function isAboutRomance(kind: ClaimKind): boolean {
  return kind === 'SINGLE' || familyOf(kind) === 'ROMANCE';
}

/** The family of a kind, or null for the unary SINGLE. */
export function familyOf(kind: ClaimKind): Family | null {
  switch (kind) {
    case 'DATING':
    case 'ENGAGED':
    case 'MARRIED':
    case 'SPLIT':
    case 'DIVORCED':
      return 'ROMANCE';
    case 'FRIENDS':
    case 'PARENT_OF':
    case 'SIBLINGS':
    case 'FEUD':
    case 'COLLABORATORS':
      return kind;
    case 'SINGLE':
      return null;
    default:
      return unreachable(kind);
  }
}

/** The weakest kind of a family: asking for it asks about the whole family. */
export function weakestKindOf(family: Family): PairKind {
  return family === 'ROMANCE' ? 'DATING' : family;
}

/** The kinds that, when supported, support `kind` too: itself and, for romance, every stronger one. */
export function kindsEntailing(kind: PairKind): readonly PairKind[] {
  const rank = ROMANCE_KINDS.indexOf(kind as RomanceKind);
  return rank < 0 ? [kind] : ROMANCE_KINDS.slice(rank);
}
