import type { Claim } from '../../domain/claim.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { unreachable } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { familyOf, type ClaimKind, type Modality } from '../../domain/kinds.ts';
import type { EdtfDate } from '../../domain/time.ts';
import { personName, speakersOf } from './attribution.ts';
import { capitalized, joined, phraseOf, relation } from './terms.ts';

/** What a sentence is about: "it" is this kind between these two. */
export interface Topic {
  readonly people: readonly PersonId[];
  readonly kind: ClaimKind;
  readonly asOf: EdtfDate;
  readonly dossier: Dossier;
}

// Stands for names while sentences are put together; no name holds a private-use character.
const NAMES = '\ue000';

/** Days after which a statement is said with its year. */
const LONG_AGO = 365;

/** One sentence for each thing that is said, in the order of the claims: "Outlet A and Outlet B denied it." */
export function sentencesOf(claims: readonly Claim[], topic: Topic): readonly string[] {
  const said = [...byStatement(claims, topic)].map(([statement, group]) => ({
    speakers: capitalized(speakersOf(group, topic.dossier, claims)),
    statement,
    single: singleName(group, topic.dossier),
  }));
  const sentences = new Map<string, string[]>();
  for (const { speakers, statement, single } of said) {
    const key = `${speakers} ${single === null ? statement : statement.replace(single, () => NAMES)}.`;
    sentences.set(key, [...(sentences.get(key) ?? []), ...(single === null ? [] : [single])]);
  }
  return [...sentences].map(([sentence, names]) => sentence.replace(NAMES, () => joined(names)));
}

/** Who is described as single in claims that say the same; null when they say something else. */
function singleName(claims: readonly Claim[], dossier: Dossier): string | null {
  const [first] = claims;
  return first?.kind === 'SINGLE' && first.stance === 'SUPPORTS' ? personName(first.subject, dossier) : null;
}

/** The same in one clause, what one speaker says put together: "Outlet A reported it and passed on a rumor". */
export function clauseOf(claims: readonly Claim[], topic: Topic): string {
  const said = new Map<string, string[]>();
  for (const [statement, group] of byStatement(claims, topic)) {
    const speakers = speakersOf(group, topic.dossier, claims);
    said.set(speakers, [...(said.get(speakers) ?? []), statement]);
  }
  return capitalized(joined([...said].map(([speakers, statements]) => `${speakers} ${joined(statements)}`)));
}

function byStatement(claims: readonly Claim[], topic: Topic): ReadonlyMap<string, readonly Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const statement = statementOf(claim, topic);
    groups.set(statement, [...(groups.get(statement) ?? []), claim]);
  }
  return groups;
}

/** What a claim states, as a predicate of whoever says it; nobody is made to say more than they said. */
function statementOf(claim: Claim, topic: Topic): string {
  const years =
    topic.asOf.firstDay - claim.assertedAt.lastDay > LONG_AGO
      ? ` (${claim.assertedAt.text.slice(0, 4)})`
      : '';
  return `${predicateOf(claim, topic)}${years}`;
}

function predicateOf(claim: Claim, topic: Topic): string {
  if (claim.kind === 'SINGLE') {
    const name = personName(claim.subject, topic.dossier);
    const said = claim.stance === 'DENIES' ? `denied that ${name} is single` : `described ${name} as single`;
    return said + hedgeOf(claim.modality);
  }
  const about = relationOf(claim, topic);
  if (saysItIsOver(claim, topic)) return endingOf(claim, about) + hedgeOf(claim.modality);
  if (claim.stance !== 'DENIES') return supportOf(claim.modality, about);
  return `${about === 'it' ? 'denied it' : `denied that ${about}`}${hedgeOf(claim.modality)}`;
}

/** What keeps a guess a guess where the verb does not: ", as a guess". */
export function hedgeOf(modality: Modality): string {
  switch (modality) {
    case 'CONFIRMED':
    case 'REPORTED':
      return '';
    case 'RUMORED':
      return ', as a rumor';
    case 'SPECULATED':
      return ', as a guess';
    default:
      return unreachable(modality);
  }
}

/** "it" for what the topic is, else in words who is said to be what. */
function relationOf(claim: Claim, { people, kind, dossier }: Topic): string {
  const [a, b] = [claim.subject, claim.object ?? claim.subject];
  const samePair = people.includes(a) && people.includes(b);
  if (samePair && claim.kind === kind && (kind !== 'PARENT_OF' || a === people[0])) return 'it';
  const ended = claim.kind === 'SPLIT' || claim.kind === 'DIVORCED';
  if (samePair && claim.kind !== 'PARENT_OF')
    return ended ? `they have ${phraseOf(claim.kind)}` : `they are ${phraseOf(claim.kind)}`;
  return relation(claim.kind, personName(a, dossier), personName(b, dossier));
}

function saysItIsOver(claim: Claim, { asOf }: Topic): boolean {
  if (claim.stance === 'ENDS') return true;
  if (claim.stance !== 'SUPPORTS') return false;
  const closed = claim.validTo !== null && claim.validTo.lastDay < asOf.firstDay;
  return claim.kind === 'SPLIT' || claim.kind === 'DIVORCED' || closed;
}

function endingOf(claim: Claim, about: string): string {
  const when = claim.validTo === null ? '' : `, since ${claim.validTo.text}`;
  if (claim.kind === 'SPLIT' || claim.kind === 'DIVORCED') return `said that ${about}${when}`;
  return about === 'it' ? `said that it is over${when}` : `said that it is over that ${about}${when}`;
}

function supportOf(modality: Modality, about: string): string {
  const it = about === 'it';
  switch (modality) {
    case 'CONFIRMED':
      return it ? 'stated it as settled' : `stated as settled that ${about}`;
    case 'REPORTED':
      return it ? 'reported it' : `reported that ${about}`;
    case 'RUMORED':
      return it ? 'passed it on as a rumor' : `passed on the rumor that ${about}`;
    case 'SPECULATED':
      return it ? 'speculated about it' : `speculated that ${about}`;
    default:
      return unreachable(modality);
  }
}

/** True for what denies, ends or outdates a relationship of these two itself, and not by naming somebody else. */
export function speaksAboutPair(claim: Claim, people: readonly PersonId[], kind: ClaimKind): boolean {
  if (claim.object === null) return people.includes(claim.subject);
  return (
    people.includes(claim.subject) && people.includes(claim.object) && familyOf(claim.kind) === familyOf(kind)
  );
}
