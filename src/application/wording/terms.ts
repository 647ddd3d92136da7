import type { Evidence, OnScreenKind } from '../../domain/entities.ts';
import { unreachable } from '../../domain/errors.ts';
import type { ClaimKind } from '../../domain/kinds.ts';
import type { EdtfDate } from '../../domain/time.ts';

/** What two people are said to be: "dating", "parent and child". Never a pronoun. */
export function phraseOf(kind: ClaimKind): string {
  switch (kind) {
    case 'DATING':
      return 'dating';
    case 'ENGAGED':
      return 'engaged';
    case 'MARRIED':
      return 'married';
    case 'SPLIT':
      return 'split up';
    case 'DIVORCED':
      return 'divorced';
    case 'FRIENDS':
      return 'friends';
    case 'PARENT_OF':
      return 'parent and child';
    case 'SIBLINGS':
      return 'siblings';
    case 'FEUD':
      return 'feuding';
    case 'COLLABORATORS':
      return 'collaborators';
    case 'SINGLE':
      return 'single';
    default:
      return unreachable(kind);
  }
}

/** "X and Y are dating", "X is a parent of Y". */
export function relation(
  kind: ClaimKind,
  a: string,
  b: string,
  tense: 'present' | 'past' = 'present',
): string {
  const now = tense === 'present';
  if (kind === 'PARENT_OF') return `${a} ${now ? 'is' : 'was'} a parent of ${b}`;
  return `${a} and ${b} ${now ? 'are' : 'were'} ${phraseOf(kind)}`;
}

/** "on 2022-04-29", "in 2022-04", "in 2022". */
export function dated(date: EdtfDate): string {
  return `${/^\d{4}-\d{2}-\d{2}$/.test(date.text) ? 'on' : 'in'} ${date.text}`;
}

/** The same text with a capital at its start. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What two characters are to each other. */
export function onScreenPhrase(kind: OnScreenKind): string {
  switch (kind) {
    case 'COUPLE':
      return 'a couple';
    case 'FRIENDS':
      return 'friends';
    case 'SIBLINGS':
      return 'siblings';
    case 'PARENT_OF':
      return 'parent and child';
    case 'RIVALS':
      return 'rivals';
    default:
      return unreachable(kind);
  }
}

/** "a photo", "two photos": how much of what kind of evidence. */
export function evidencePhrase(evidence: readonly Evidence[]): string {
  const counts = new Map<string, number>();
  for (const item of evidence) {
    const noun = EVIDENCE_NOUNS[item.kind];
    counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  return joined([...counts].map(([noun, count]) => counted(count, noun)));
}

const EVIDENCE_NOUNS = {
  PHOTO: 'photo',
  INTIMATE_PHOTO: 'intimate photo',
  VIDEO: 'video',
  POST: 'post',
  INTERVIEW: 'interview',
  PUBLIC_RECORD: 'public record',
} as const;

const SMALL_NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
] as const;

/** "one photo", "two photos", "12 photos". */
function counted(count: number, noun: string): string {
  return `${SMALL_NUMBERS[count] ?? String(count)} ${count === 1 ? noun : `${noun}s`}`;
}

/** "A", "A and B", "A, B and C". */
export function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** A probability as whole percent; never 0 or 100, since nothing here is certain. */
export function percent(probability: number): string {
  if (probability < 0.01) return 'less than 1%';
  if (probability > 0.99) return 'more than 99%';
  return `${Math.round(probability * 100)}%`;
}
