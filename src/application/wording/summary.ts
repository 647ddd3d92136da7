import type { Claim } from '../../domain/claim.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { Character, OnScreenRelationship, Work } from '../../domain/entities.ts';
import { unreachable } from '../../domain/errors.ts';
import { speakerOf } from '../../domain/first-party.ts';
import type { ClaimId } from '../../domain/ids.ts';
import { familyOf } from '../../domain/kinds.ts';
import type { EdtfDate } from '../../domain/time.ts';
import type { RelationshipAnswerModel, RelationshipStatusAnswerModel } from '../models.ts';
import { byModality, saidVerb, speakersOf } from './attribution.ts';
import { evidencePhrase, joined, onScreenPhrase, percent, phraseOf } from './terms.ts';

/** A fictional relation with what is needed to name it. */
export interface OnScreenNamed {
  readonly relation: OnScreenRelationship;
  readonly characters: readonly Character[];
  readonly work: Work | null;
}

/** Days after which an answer says when it was last heard. */
const STALE_DAYS = 365;

/**
 * The answer about two people in words. Every statement is somebody's; the number is named as what it is, the
 * probability that the relationship holds; fiction is called fiction.
 */
export function summarize(answer: RelationshipAnswerModel, onScreen: readonly OnScreenNamed[]): string {
  const said = [supportSentence(answer), evidenceSentence(answer)];
  const denied = denialSentence(answer);
  // What decided it comes first.
  const against = answer.verdict.status === 'DENIED' || answer.verdict.status === 'ENDED';
  const parts = [
    headline(answer),
    ...(against ? [denied, ...said] : [...said, denied]),
    friendsSentence(answer),
    silenceSentence(answer),
    probabilitySentence(answer),
    lastHeardSentence(answer.verdict.lastHeard, answer.reader.asOf),
    ...onScreen.map(fictionSentence),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function subjectOf(answer: RelationshipAnswerModel): string {
  const [a, b] = answer.people;
  return `${a.person.name} and ${b.person.name}`;
}

function headline(answer: RelationshipAnswerModel): string {
  const { verdict, reader } = answer;
  const names = subjectOf(answer);
  const phrase = phraseOf(verdict.kind);
  const asOf = `as of ${reader.asOf.text}`;
  switch (verdict.status) {
    case 'NO_EVIDENCE':
      return `Unknown: ${asOf}, nothing on file says whether ${names} are ${phrase}. That is not a denial.`;
    case 'CONFIRMED':
      return verdict.answer === 'YES'
        ? `Yes: ${asOf}, ${names} are ${phrase}, as confirmed on the record.`
        : `Probably: it was confirmed on the record that ${names} are ${phrase}, but less is certain ${asOf}.`;
    case 'REPORTED':
      return verdict.answer === 'PROBABLY'
        ? `Probably, but not confirmed: ${asOf}, ${names} are reported to be ${phrase}.`
        : `Not confirmed: ${asOf}, ${names} have been reported to be ${phrase}.`;
    case 'RUMORED':
      return rumorHeadline(answer, names, phrase, asOf);
    case 'DISPUTED':
      return `Not confirmed: ${asOf}, whether ${names} are ${phrase} is disputed.`;
    case 'DENIED':
      return verdict.answer === 'NO'
        ? `No: ${asOf}, it is denied that ${names} are ${phrase}.`
        : `Probably not: ${asOf}, it is denied that ${names} are ${phrase}.`;
    case 'ENDED':
      return `${verdict.answer === 'NO' ? 'No' : 'Probably not'}: ${asOf}, it is said to be over between ${names}${endedWhen(verdict.until)}.`;
    default:
      return unreachable(verdict.status);
  }
}

function rumorHeadline(answer: RelationshipAnswerModel, names: string, phrase: string, asOf: string): string {
  if (answer.verdict.answer === 'UNKNOWN') {
    return `Unknown: ${asOf}, too little has been heard lately to say whether ${names} are ${phrase}.`;
  }
  if (answer.verdict.answer === 'PROBABLY_NOT') {
    return `Probably not: ${asOf}, nothing on file supports that ${names} are ${phrase}.`;
  }
  return `Not confirmed: ${asOf}, ${names} are only rumored to be ${phrase}.`;
}

function endedWhen(until: EdtfDate | null): string {
  return until === null ? '' : ` (${until.text})`;
}

function claimsOf(dossier: Dossier, ids: readonly ClaimId[]): readonly Claim[] {
  const byId = new Map(dossier.claims.map((claim) => [claim.id, claim]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function supportSentence(answer: RelationshipAnswerModel): string {
  const claims = claimsOf(answer.dossier, answer.verdict.supporting);
  if (claims.length === 0) return '';
  const said = new Map<string, string[]>();
  for (const [modality, group] of byModality(claims)) {
    const speakers = speakersOf(group, answer.dossier, claims);
    said.set(speakers, [...(said.get(speakers) ?? []), saidVerb(modality)]);
  }
  const sentence = joined([...said].map(([speakers, verbs]) => `${speakers} ${joined(verbs)}`));
  return `${sentence}${independence(answer.verdict.independentSources, claims.length)}.`;
}

function independence(sources: number, claims: number): string {
  if (claims < 2) return '';
  return sources === 1 ? ', all going back to one origin' : `, going back to ${sources} independent origins`;
}

function evidenceSentence(answer: RelationshipAnswerModel): string {
  const cited = claimsOf(answer.dossier, answer.verdict.supporting).flatMap((claim) => claim.evidence);
  const showing = new Set(cited.filter((item) => item.stance === 'SUPPORTS').map((item) => item.evidence));
  const neutral = new Set(cited.map((item) => item.evidence).filter((id) => !showing.has(id)));
  const items = (ids: ReadonlySet<string>) =>
    [...answer.dossier.evidence.values()].filter((evidence) => ids.has(evidence.id));
  const shown = items(showing);
  const mentioned = items(neutral);
  return [
    shown.length === 0 ? '' : `It is said to rest on ${evidencePhrase(shown)}.`,
    mentioned.length === 0
      ? ''
      : `It is traced to ${evidencePhrase(mentioned)} that, by the same account, ${mentioned.length === 1 ? 'does' : 'do'} not show it.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function denialSentence(answer: RelationshipAnswerModel): string {
  const claims = claimsOf(answer.dossier, answer.verdict.denying);
  const single = claims.filter((claim) => claim.kind === 'SINGLE');
  const ended = claims.filter((claim) => !single.includes(claim) && saysItIsOver(claim));
  const denied = claims.filter((claim) => !single.includes(claim) && !ended.includes(claim));
  const sentence = (group: readonly Claim[], verb: string) =>
    group.length === 0 ? '' : `${speakersOf(group, answer.dossier)} ${verb}.`;
  return [
    sentence(denied, 'denied it'),
    sentence(ended, 'said that it is over'),
    sentence(single, `described ${singles(single, answer.dossier)} as single`),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function saysItIsOver(claim: Claim): boolean {
  const ends = claim.kind === 'SPLIT' || claim.kind === 'DIVORCED';
  return claim.stance === 'ENDS' || (claim.stance === 'SUPPORTS' && (ends || claim.validTo !== null));
}

function singles(claims: readonly Claim[], dossier: Dossier): string {
  const names = new Set(
    claims.map((claim) => dossier.people.get(claim.subject)?.person.name ?? claim.subject),
  );
  return joined([...names].sort());
}

function friendsSentence(answer: RelationshipAnswerModel): string {
  const { dossier, question } = answer;
  if (familyOf(question.kind) !== 'ROMANCE') return '';
  const pair = [question.a, question.b];
  const friends = dossier.claims.filter(
    (claim) =>
      claim.kind === 'FRIENDS' &&
      claim.stance === 'SUPPORTS' &&
      claim.object !== null &&
      pair.includes(claim.subject) &&
      pair.includes(claim.object),
  );
  return friends.length === 0 ? '' : `${speakersOf(friends, dossier)} called them friends.`;
}

function silenceSentence(answer: RelationshipAnswerModel): string {
  const { verdict, dossier, question } = answer;
  if (verdict.status === 'NO_EVIDENCE') return '';
  const claims = claimsOf(dossier, [...verdict.supporting, ...verdict.denying]);
  const voices = new Set(claims.map((claim) => speakerOf(claim, dossier)));
  return [question.a, question.b].some((id) => voices.has(id))
    ? ''
    : 'No public statement by either of them is on file.';
}

function probabilitySentence(answer: RelationshipAnswerModel): string {
  const { confidence, kind } = answer.verdict;
  if (confidence === null) return '';
  const them = subjectOf(answer);
  return `On this evidence the probability that ${them} ${verbFor(answer)} ${phraseOf(kind)} is about ${percent(confidence)}.`;
}

function verbFor(answer: RelationshipAnswerModel): string {
  // An answer about the past speaks of the past.
  return answer.reader.asOf.lastDay < answer.reader.today.lastDay ? 'were' : 'are';
}

function lastHeardSentence(lastHeard: EdtfDate | null, asOf: EdtfDate): string {
  if (lastHeard === null || asOf.firstDay - lastHeard.lastDay <= STALE_DAYS) return '';
  const years = Math.floor((asOf.firstDay - lastHeard.lastDay) / STALE_DAYS);
  return `It was last heard of on ${lastHeard.text}, ${years === 1 ? 'more than a year' : `${years} years`} earlier.`;
}

function fictionSentence({ relation, characters, work }: OnScreenNamed): string {
  const names = joined(characters.map((character) => character.name));
  const title = work === null ? '' : ` in ${work.title}`;
  return `In fiction, their characters ${names} are ${onScreenPhrase(relation.kind)}${title}.`;
}

/** The answer about one person's love life in words. */
export function summarizeSingle(answer: RelationshipStatusAnswerModel): string {
  const { verdict, dossier, reader, person } = answer;
  const name = person.person.name;
  const asOf = `as of ${reader.asOf.text}`;
  if (verdict.status === 'NO_EVIDENCE') {
    return `Unknown: ${asOf}, nothing on file says whether ${name} is single. That is not a denial.`;
  }
  const claims = claimsOf(dossier, verdict.claims);
  const said = claims.filter((claim) => claim.kind === 'SINGLE' && claim.stance === 'SUPPORTS');
  const other = claims.filter((claim) => !said.includes(claim));
  const parts = [
    singleHeadline(answer, name, asOf),
    ...byModality(said).map(([modality, group]) => `${speakersOf(group, dossier)} ${saidVerb(modality)}.`),
    other.length === 0 ? '' : `${speakersOf(other, dossier)} said otherwise.`,
    verdict.confidence === null
      ? ''
      : `On this evidence the probability that ${name} was single then is about ${percent(verdict.confidence)}.`,
    lastHeardSentence(verdict.lastHeard, reader.asOf),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function singleHeadline(answer: RelationshipStatusAnswerModel, name: string, asOf: string): string {
  switch (answer.verdict.answer) {
    case 'YES':
      return `Yes: ${asOf}, ${name} is single, as said on the record.`;
    case 'PROBABLY':
      return `Probably, but not confirmed: ${asOf}, ${name} is reported to be single.`;
    case 'UNCONFIRMED':
      return `Not confirmed: ${asOf}, ${name} is only said to be single.`;
    case 'PROBABLY_NOT':
      return `Probably not: ${asOf}, more speaks against ${name} being single than for it.`;
    case 'NO':
      return `No: ${asOf}, ${name} is not single, on what is on file.`;
    case 'UNKNOWN':
      return `Unknown: ${asOf}, too little has been heard to say whether ${name} is single.`;
    default:
      return unreachable(answer.verdict.answer);
  }
}
