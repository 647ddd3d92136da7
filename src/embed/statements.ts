import { speaksAboutPair } from '../application/wording/statements.ts';
import { claimsAgainst, claimsOf } from '../application/wording/summary.ts';
import type { RelationshipAnswerModel } from '../application/models.ts';
import type { Claim } from '../domain/claim.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { PersonId } from '../domain/ids.ts';
import { familyOf, type PairKind } from '../domain/kinds.ts';
import type { Said } from './options.ts';
import { joinedInWords } from './words/figures.ts';
import { fill, wordsOf, type Hedge, type Locale, type StatementCode } from './words/words.ts';

/** Where something can be read. */
export interface SourceLink {
  readonly source: string;
  readonly title: string | null;
  readonly url: string | null;
}

/** A statement with the documents that it stands in. */
export interface Statement extends Said {
  readonly sources: readonly SourceLink[];
}

/** Speakers that a sentence names before it only counts the rest, and documents that it points at. */
const NAMED = 3;

/**
 * What was said for and against, one sentence for each thing that is said, each in the mouth of those who said it.
 * What decided the verdict comes first. Without rumors, nothing that was only passed on or guessed.
 */
export function statementsOf(
  answer: RelationshipAnswerModel,
  locale: Locale,
  rumors: boolean,
): readonly Statement[] {
  const { verdict, dossier } = answer;
  const supporting = claimsOf(dossier, verdict.supporting);
  const against = claimsAgainst(answer);
  const decidedAgainst = verdict.status === 'DENIED' || verdict.status === 'ENDED';
  const claims = [
    ...(decidedAgainst ? [...against, ...supporting] : [...supporting, ...against]),
    ...friendsOf(answer),
  ].filter((claim) => rumors || !isHearsay(claim));
  return grouped(claims, answer).map((group) => statement(group, claims, answer, locale));
}

function isHearsay<Given extends Claim>(claim: Given): claim is Given & { readonly modality: Hedge } {
  const { modality } = claim;
  return modality === 'RUMORED' || modality === 'SPECULATED';
}

function friendsOf({ dossier, question }: RelationshipAnswerModel): readonly Claim[] {
  if (familyOf(question.kind) !== 'ROMANCE') return [];
  return dossier.claims.filter(
    (claim) =>
      claim.kind === 'FRIENDS' &&
      claim.stance === 'SUPPORTS' &&
      speaksAboutPair(claim, [question.a, question.b], 'FRIENDS'),
  );
}

interface Group {
  readonly code: StatementCode;
  /** Null where the verb says how sure they were, or they said it as a fact. */
  readonly hedge: Hedge | null;
  readonly about: Pick<Claim, 'kind' | 'subject' | 'object'> | null;
  readonly claims: readonly Claim[];
}

function grouped(claims: readonly Claim[], answer: RelationshipAnswerModel): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const claim of claims) {
    const code = codeOf(claim, answer);
    const { kind, subject, object } = claim;
    const about = isTopic(claim, answer, code) ? null : { kind, subject, object };
    const hedge = isHearsay(claim) && code !== claim.modality ? claim.modality : null;
    const key = JSON.stringify([code, hedge, about]);
    groups.set(key, { code, hedge, about, claims: [...(groups.get(key)?.claims ?? []), claim] });
  }
  return [...groups.values()];
}

function codeOf(claim: Claim, { reader, question }: RelationshipAnswerModel): StatementCode {
  if (claim.kind === 'SINGLE') return claim.stance === 'DENIES' ? 'NOT_SINGLE' : 'SINGLE';
  const closed = claim.validTo !== null && claim.validTo.lastDay < reader.asOf.firstDay;
  const ending = claim.kind === 'SPLIT' || claim.kind === 'DIVORCED';
  if (claim.stance === 'ENDS' || (claim.stance === 'SUPPORTS' && (ending || closed))) return 'OVER';
  if (claim.stance === 'DENIES') return 'DENIED';
  if (claim.kind === 'FRIENDS' && familyOf(question.kind) === 'ROMANCE') return 'FRIENDS';
  return claim.modality;
}

/** True for what speaks of the very relation that the verdict is about, or says of whom by itself. */
function isTopic(claim: Claim, { question, verdict }: RelationshipAnswerModel, code: StatementCode): boolean {
  if (code === 'FRIENDS') return true;
  if (claim.object === null) return false;
  const pair = [question.a, question.b];
  const samePair = pair.includes(claim.subject) && pair.includes(claim.object);
  if (code === 'OVER') return samePair;
  return samePair && claim.kind === (verdict.status === 'DENIED' ? question.kind : verdict.kind);
}

function statement(
  { code, hedge, about, claims }: Group,
  all: readonly Claim[],
  { dossier }: RelationshipAnswerModel,
  locale: Locale,
): Statement {
  const words = wordsOf(locale);
  const names = [...new Set(claims.map((claim) => speakerOf(claim, all, dossier, locale)))];
  const rest = names.length - NAMED;
  const speakers = rest > 0 ? `${names.slice(0, NAMED).join(', ')} +${rest}` : joinedInWords(locale, names);
  const parameters = {
    speakers: names,
    ...(hedge === null ? {} : { hedge }),
    ...(about === null ? {} : aboutParameters(about, dossier)),
  };
  const sources = sourcesOf(claims, dossier);
  if (code === 'SINGLE' || code === 'NOT_SINGLE' || code === 'FRIENDS' || about === null) {
    const name = about === null ? '' : personName(about.subject, dossier);
    const text = hedged(fill(words.statements[code], { speakers, name }), hedge, locale);
    return { code, parameters, text, sources };
  }
  const relation = relationIn(locale, about.kind, about.subject, about.object, dossier);
  const text = hedged(fill(words.statementsAbout[code], { speakers, relation }), hedge, locale);
  return { code, parameters, text, sources };
}

/** A sentence with its hedge before the full stop. */
function hedged(sentence: string, hedge: Hedge | null, locale: Locale): string {
  return hedge === null ? sentence : `${sentence.slice(0, -1)}${wordsOf(locale).hedges[hedge]}.`;
}

function aboutParameters(
  { kind, subject, object }: Pick<Claim, 'kind' | 'subject' | 'object'>,
  dossier: Dossier,
): Readonly<Record<string, string>> {
  const a = { kind, a: personName(subject, dossier) };
  return object === null ? a : { ...a, b: personName(object, dossier) };
}

function relationIn(
  locale: Locale,
  kind: Claim['kind'],
  a: PersonId,
  b: PersonId | null,
  dossier: Dossier,
): string {
  // An ending is the end of what there was: the word for it is in the statement.
  const shown: PairKind =
    kind === 'SPLIT' || kind === 'SINGLE' ? 'DATING' : kind === 'DIVORCED' ? 'MARRIED' : kind;
  return fill(wordsOf(locale).relations[shown], {
    a: personName(a, dossier),
    b: b === null ? '' : personName(b, dossier),
  });
}

/** Who says it, with whom they cite. What a document attributes covers what it repeats without naming anybody. */
function speakerOf(claim: Claim, all: readonly Claim[], dossier: Dossier, locale: Locale): string {
  const words = wordsOf(locale);
  const publisher = publisherOf(claim, dossier);
  if (claim.onRecord !== null) {
    const template = claim.onRecord.as === 'SELF' ? words.onRecord : words.representative;
    return fill(template, { name: personName(claim.onRecord.person, dossier), publisher });
  }
  const chain = (claim.attributedTo.length > 0 ? claim : (coverOf(claim, all) ?? claim)).attributedTo;
  if (chain.length === 0) return publisher;
  const names = chain.map((step) => dossier.sources.get(step.source)?.name ?? '…').join(' ← ');
  return fill(words.citing, { name: publisher, chain: names });
}

function coverOf(claim: Claim, all: readonly Claim[]): Claim | undefined {
  return all.find(
    (other) =>
      other.attributedTo.length > 0 &&
      other.document === claim.document &&
      other.stance === claim.stance &&
      other.subject === claim.subject &&
      other.object === claim.object,
  );
}

function publisherOf(claim: Claim, dossier: Dossier): string {
  const document = dossier.documents.get(claim.document);
  return (document === undefined ? undefined : dossier.sources.get(document.source)?.name) ?? '…';
}

function sourcesOf(claims: readonly Claim[], dossier: Dossier): readonly SourceLink[] {
  const documents = [...new Set(claims.map((claim) => claim.document))].slice(0, NAMED);
  return documents.flatMap((id) => {
    const document = dossier.documents.get(id);
    if (document === undefined) return [];
    const source = dossier.sources.get(document.source)?.name ?? '…';
    return [{ source, title: document.title, url: webAddress(document.url) }];
  });
}

/** An address that may be followed; what is no address of the web is not. */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}

function personName(id: PersonId, dossier: Dossier): string {
  return dossier.people.get(id)?.person.name ?? id;
}
