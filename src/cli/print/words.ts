import { unreachable } from '../../domain/errors.ts';
import type { Style } from '../terminal/style.ts';
import type { Answer, ClaimParts, EvidenceKind, Modality, PairKind, RelationshipStatus } from '../results.ts';

/** An answer in the colour of its weight, as the first word of a page. */
export function answerWord(answer: Answer, style: Style): string {
  const word = style.bold(answer.replace('_', ' '));
  switch (answer) {
    case 'YES':
    case 'PROBABLY':
      return style.good(word);
    case 'NO':
    case 'PROBABLY_NOT':
      return style.bad(word);
    case 'UNCONFIRMED':
    case 'UNKNOWN':
      return style.unsure(word);
    default:
      return unreachable(answer);
  }
}

/** What one is to another, as a question about one ends: "Who is X …?" */
export const RELATED_TO: Readonly<Record<PairKind, string>> = {
  DATING: 'dating',
  ENGAGED: 'engaged to',
  MARRIED: 'married to',
  FRIENDS: 'friends with',
  PARENT_OF: 'a parent or child of',
  SIBLINGS: 'a sibling of',
  FEUD: 'at odds with',
  COLLABORATORS: 'working with',
};

/** A closed value as words: NO_EVIDENCE becomes "no evidence". */
export function lowered(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}

/** What two people are asked to be: "dating?", "parent and child?" */
export function asked(kind: PairKind): string {
  return kind === 'PARENT_OF' ? 'parent and child' : kind === 'FEUD' ? 'at odds' : lowered(kind);
}

/** "on 2022-04-29", "in 2022-04", "in 2022": only a day is something that things happen on. */
export function when(edtf: string): string {
  return `${/^-?\d{4}-\d\d-\d\d/.test(edtf) ? 'on' : 'in'} ${edtf}`;
}

/** A text with a capital letter at its start. */
export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A text with a small letter at its start. */
export function uncapitalized(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** What a status says, in the words of a headline. */
export function statusWords(status: RelationshipStatus): string {
  return status === 'ENDED' ? 'said to be over' : lowered(status);
}

/** What one claim says: "says that they are dating", "denies that they are dating". */
export function statementOf(claim: ClaimParts): string {
  const said = claim.kind === 'PARENT_OF' ? 'parent and child' : lowered(claim.kind);
  if (claim.kind === 'SINGLE') return singleStatement(claim);
  if (claim.kind === 'SPLIT' || claim.kind === 'DIVORCED') return endingStatement(claim, said);
  switch (claim.stance) {
    case 'SUPPORTS':
      return claim.validTo === null ? said : `${said}, until ${claim.validTo}`;
    case 'DENIES':
      return `not ${said}`;
    case 'ENDS':
      return claim.validTo === null ? `no longer ${said}` : `no longer ${said} since ${claim.validTo}`;
    case 'CONTEXT':
      return `on ${said}, neither for nor against`;
    default:
      return unreachable(claim.stance);
  }
}

function singleStatement(claim: ClaimParts): string {
  const { name } = claim.subject;
  if (claim.stance === 'DENIES') return `${name} is not single`;
  return claim.stance === 'SUPPORTS'
    ? `${name} is single`
    : `on ${name} being single, neither for nor against`;
}

function endingStatement(claim: ClaimParts, said: string): string {
  const when = claim.validTo === null ? '' : ` (${claim.validTo})`;
  return claim.stance === 'DENIES' ? `not ${said}` : `${said}${when}`;
}

/** How strongly a document puts it. */
export function modalityWords(modality: Modality): string {
  // "Confirmed" would read as if somebody concerned had.
  return modality === 'CONFIRMED' ? 'stated as settled' : lowered(modality);
}

/** What a piece of evidence is called. */
export function evidenceNoun(kind: EvidenceKind): string {
  return lowered(kind);
}

/** A probability as people read it; nothing here is certain. */
export function percent(probability: number): string {
  if (probability < 0.01) return 'under 1%';
  if (probability > 0.99) return 'over 99%';
  return `${Math.round(probability * 100)}%`;
}

/** "1 claim", "2 claims". */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
