import type {
  Answer,
  Availability,
  CapCode,
  ClaimKind,
  EvidenceKind,
  Modality,
  OnScreenKind,
  PairKind,
  RelationshipStatus,
  TermStance,
  WithheldReason,
} from './results.ts';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** Kinds between two people, in the order in which the page offers them. */
export const PAIR_KINDS = [
  'DATING',
  'ENGAGED',
  'MARRIED',
  'FRIENDS',
  'SIBLINGS',
  'PARENT_OF',
  'COLLABORATORS',
  'FEUD',
] as const satisfies readonly PairKind[];

/** What two people are when a kind holds: "are dating". */
export const ARE: Words<PairKind> = {
  DATING: 'are dating',
  ENGAGED: 'are engaged',
  MARRIED: 'are married',
  FRIENDS: 'are friends',
  PARENT_OF: 'are parent and child',
  SIBLINGS: 'are siblings',
  FEUD: 'are at odds with each other',
  COLLABORATORS: 'work together',
};

/** How a question about a kind ends: "Are X and Y …?" */
export const ASKED: Words<PairKind> = {
  DATING: 'dating',
  ENGAGED: 'engaged',
  MARRIED: 'married',
  FRIENDS: 'friends',
  PARENT_OF: 'parent and child',
  SIBLINGS: 'siblings',
  FEUD: 'at odds with each other',
  COLLABORATORS: 'working together',
};

/** What one is to another, as a question about one ends: "Who is X …?" */
export const RELATED_TO: Words<PairKind> = {
  DATING: 'dating',
  ENGAGED: 'engaged to',
  MARRIED: 'married to',
  FRIENDS: 'friends with',
  PARENT_OF: 'a parent or child of',
  SIBLINGS: 'a sibling of',
  FEUD: 'at odds with',
  COLLABORATORS: 'working with',
};

/** Kinds that a word on being single speaks of too. */
export const ROMANCE_KINDS: readonly PairKind[] = ['DATING', 'ENGAGED', 'MARRIED'];

interface Sayings {
  readonly so: string;
  readonly not: string;
  readonly over: string;
}

function being(what: string, verb: 'are' | 'is' = 'are'): Sayings {
  return { so: `${verb} ${what}`, not: `${verb} not ${what}`, over: `${verb} no longer ${what}` };
}

/** What a claim says about its people: that it is so, that it is not, that it is over. */
export const SAID: Readonly<Record<ClaimKind, Sayings>> = {
  DATING: being('dating'),
  ENGAGED: being('engaged'),
  MARRIED: being('married'),
  FRIENDS: being('friends'),
  PARENT_OF: being('parent and child'),
  SIBLINGS: being('siblings'),
  FEUD: being('at odds with each other'),
  COLLABORATORS: { so: 'work together', not: 'do not work together', over: 'no longer work together' },
  SPLIT: { so: 'have split up', not: 'have not split up', over: 'have split up' },
  DIVORCED: { so: 'have divorced', not: 'have not divorced', over: 'have divorced' },
  SINGLE: being('single', 'is'),
};

/** An answer as the word that a person would say. */
export const ANSWER_WORD: Words<Answer> = {
  YES: 'Yes',
  PROBABLY: 'Probably',
  UNCONFIRMED: 'Unconfirmed',
  PROBABLY_NOT: 'Probably not',
  NO: 'No',
  UNKNOWN: 'Unknown',
};

/** A status as a word. */
export const STATUS_WORD: Words<RelationshipStatus> = {
  CONFIRMED: 'Confirmed',
  REPORTED: 'Reported',
  RUMORED: 'Rumored',
  DISPUTED: 'Disputed',
  DENIED: 'Denied',
  ENDED: 'Ended',
  NO_EVIDENCE: 'Nothing on file',
};

/** What a status means, for those who have not met it before. */
export const STATUS_MEANING: Words<RelationshipStatus> = {
  CONFIRMED: 'somebody concerned, or a public record, vouches for it',
  REPORTED: 'reported on evidence that made it likely at the time',
  RUMORED: 'somebody says so, on little',
  DISPUTED: 'both sides have weight',
  DENIED: 'the denial outweighs what was said',
  ENDED: 'somebody says that it is over, and nothing outweighs that',
  NO_EVIDENCE: 'nobody on file has said anything, which is not a denial',
};

/** Every status, from the firmest to none. */
export const STATUSES = [
  'CONFIRMED',
  'REPORTED',
  'RUMORED',
  'DISPUTED',
  'DENIED',
  'ENDED',
  'NO_EVIDENCE',
] as const satisfies readonly RelationshipStatus[];

/** How strongly a document puts something, as an adverbial. */
export const MODALITY_PHRASE: Words<Modality> = {
  CONFIRMED: 'as settled',
  REPORTED: 'as news',
  RUMORED: 'as a rumor',
  SPECULATED: 'as a guess',
};

/** What a piece of evidence is, as a noun. */
export const EVIDENCE_NOUN: Words<EvidenceKind> = {
  PHOTO: 'Photo',
  INTIMATE_PHOTO: 'Photo',
  VIDEO: 'Video',
  POST: 'Post',
  INTERVIEW: 'Interview',
  PUBLIC_RECORD: 'Public record',
};

/** Whether a piece of evidence can still be seen. */
export const AVAILABILITY_PHRASE: Words<Availability> = {
  LIVE: 'can still be seen',
  DELETED: 'since deleted',
  UNKNOWN: 'not known whether it can still be seen',
};

/** What two characters are to each other. */
export const ON_SCREEN_ARE: Words<OnScreenKind> = {
  COUPLE: 'are a couple',
  FRIENDS: 'are friends',
  SIBLINGS: 'are siblings',
  PARENT_OF: 'are parent and child',
  RIVALS: 'are rivals',
};

/** Which way a group of claims counts. */
export const TERM_STANCE_WORD: Words<TermStance> = {
  SUPPORTS: 'for',
  DENIES: 'against',
  ENDS: 'says it is over',
};

/** The short name of a bound. */
export const CAP_WORD: Words<CapCode> = {
  NO_HARD_EVIDENCE: 'Nobody concerned vouches for it',
  UNANSWERED_DENIAL: 'Unanswered denial',
  SILENCE: 'Silence',
  KINSHIP: 'Close kin',
  FLOOR: 'Floor',
  CEILING: 'Ceiling',
};

/** Why an answer is withheld, as a label; the server says it in a sentence. */
export const WITHHELD_WORD: Words<WithheldReason> = {
  MINOR: 'Under 18 at that date',
  BIRTH_DATE_UNKNOWN: 'Age at that date not on file',
  PRIVATE_PERSON: 'Not a public figure',
};
