import type { Claim } from '../../domain/claim.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { Character, OnScreenRelationship, Work } from '../../domain/entities.ts';
import { speakerOf } from '../../domain/first-party.ts';
import type { ClaimId } from '../../domain/ids.ts';
import { familyOf } from '../../domain/kinds.ts';
import { middleDay, type EdtfDate } from '../../domain/time.ts';
import type { RelationshipAnswerModel } from '../models.ts';
import { capitalized, dated, evidencePhrase, joined, onScreenPhrase, percent, relation } from './terms.ts';
import { speakersOf } from './attribution.ts';
import { headline } from './headline.ts';
import { clauseOf, hedgeOf, sentencesOf, speaksAboutPair, type Topic } from './statements.ts';

/** A fictional relation with what is needed to name it. */
export interface OnScreenNamed {
  readonly relation: OnScreenRelationship;
  readonly characters: readonly Character[];
  readonly work: Work | null;
}

/** Days after which an answer says when it was last heard. */
const STALE_DAYS = 365;
const DAYS_A_YEAR = 365.25;
/** How many different statements against it are put into words. */
const MAX_AGAINST = 6;

/**
 * The answer about two people in words. Every statement is somebody's, and nobody is made to say more than they said;
 * the number is named as what it is, the probability that the relationship holds; fiction is called fiction.
 */
export function summarize(answer: RelationshipAnswerModel, onScreen: readonly OnScreenNamed[]): string {
  const { verdict, dossier, question, reader } = answer;
  const people = [question.a, question.b];
  const kind = verdict.status === 'DENIED' ? question.kind : verdict.kind;
  const topic: Topic = { people, kind, asOf: reader.asOf, dossier };
  const against = claimsAgainst(answer);
  const said = [supportSentence(answer, topic), evidenceSentence(answer)];
  const denied = sentencesOf(against, topic).slice(0, MAX_AGAINST);
  // What decided it comes first.
  const decided = verdict.status === 'DENIED' || verdict.status === 'ENDED';
  const over = against.some(
    (claim) =>
      speaksAboutPair(claim, people, question.kind) && claim.stance !== 'DENIES' && claim.object !== null,
  );
  const parts = [
    headline(answer, over),
    ...(decided ? [...denied, ...said] : [...said, ...denied]),
    friendsSentence(answer),
    silenceSentence(answer),
    probabilitySentence(answer, topic),
    lastHeardSentence(verdict.lastHeard, reader.asOf),
    ...onScreen.map(fictionSentence),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** What counts against it: first what names both people, then what names one of them or somebody else. */
export function claimsAgainst({ verdict, dossier, question }: RelationshipAnswerModel): readonly Claim[] {
  const people = [question.a, question.b];
  const all = claimsOf(dossier, verdict.denying);
  const own = (claim: Claim): boolean =>
    claim.object !== null && speaksAboutPair(claim, people, question.kind);
  return [...all.filter(own), ...all.filter((claim) => !own(claim))];
}

/** Claims of a dossier by id, in the order of the ids. */
export function claimsOf(dossier: Dossier, ids: readonly ClaimId[]): readonly Claim[] {
  const byId = new Map(dossier.claims.map((claim) => [claim.id, claim]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function supportSentence(answer: RelationshipAnswerModel, topic: Topic): string {
  const claims = claimsOf(answer.dossier, answer.verdict.supporting);
  if (claims.length === 0) return '';
  return `${clauseOf(claims, topic)}${independence(answer.verdict.independentSources, claims.length)}.`;
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
  const doNot = mentioned.length === 1 ? 'does' : 'do';
  return [
    shown.length === 0 ? '' : `It is said to rest on ${evidencePhrase(shown)}.`,
    mentioned.length === 0
      ? ''
      : `It is traced to ${evidencePhrase(mentioned)} that, by the same account, ${doNot} not show it.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function friendsSentence(answer: RelationshipAnswerModel): string {
  const { dossier, question } = answer;
  if (familyOf(question.kind) !== 'ROMANCE') return '';
  const friends = dossier.claims.filter(
    (claim) =>
      claim.kind === 'FRIENDS' &&
      claim.stance === 'SUPPORTS' &&
      speaksAboutPair(claim, [question.a, question.b], 'FRIENDS'),
  );
  return [...new Set(friends.map(({ modality }) => hedgeOf(modality)))]
    .map((hedge) => {
      const claims = friends.filter(({ modality }) => hedgeOf(modality) === hedge);
      return `${capitalized(speakersOf(claims, dossier))} called them friends${hedge}.`;
    })
    .join(' ');
}

/** Says when nobody concerned has spoken; not where somebody cites them, which only they could bear out. */
function silenceSentence(answer: RelationshipAnswerModel): string {
  const { verdict, dossier, question } = answer;
  if (verdict.status === 'NO_EVIDENCE') return '';
  const claims = claimsOf(dossier, [...verdict.supporting, ...verdict.denying]);
  const cited = claims.flatMap((claim) =>
    claim.attributedTo.map((step) => dossier.sources.get(step.source)?.person),
  );
  const voices = new Set([...claims.map((claim) => speakerOf(claim, dossier)), ...cited]);
  return [question.a, question.b].some((id) => voices.has(id))
    ? ''
    : 'No public statement by either of them is on file.';
}

function probabilitySentence(answer: RelationshipAnswerModel, { kind }: Topic): string {
  const { confidence } = answer.verdict;
  if (confidence === null) return '';
  const [a, b] = answer.people.map((facts) => facts.person.name) as [string, string];
  // An answer about the past speaks of the past.
  const tense = answer.reader.asOf.lastDay < answer.reader.today.lastDay ? 'past' : 'present';
  return `On this evidence the probability that ${relation(kind, a, b, tense)} is about ${percent(confidence)}.`;
}

/** Says when it was last heard, if that is more than a year before the date asked about. */
export function lastHeardSentence(lastHeard: EdtfDate | null, asOf: EdtfDate): string {
  if (lastHeard === null || asOf.firstDay - lastHeard.lastDay <= STALE_DAYS) return '';
  const years = Math.floor((middleDay(asOf) - middleDay(lastHeard)) / DAYS_A_YEAR);
  return `It was last heard of ${dated(lastHeard)}, ${years < 2 ? 'more than a year' : `${years} years`} earlier.`;
}

function fictionSentence({ relation: fictional, characters, work }: OnScreenNamed): string {
  const names = joined(characters.map((character) => character.name));
  const title = work === null ? '' : ` in ${work.title}`;
  return `In fiction, their characters ${names} are ${onScreenPhrase(fictional.kind)}${title}.`;
}
