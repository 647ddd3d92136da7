import type { Claim, PairQuestion } from '../domain/claim.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Character, PersonFacts, Source, Work } from '../domain/entities.ts';
import type { ClaimId, DocumentId, NodeId } from '../domain/ids.ts';
import type { Reader, Withholding } from '../domain/policy.ts';
import type { EdtfDate, Instant } from '../domain/time.ts';
import type { Explanation, SingleVerdict, Term, Verdict, WouldChange } from '../domain/verdict.ts';

/** A reader with the moment that `knownAt` stands for when none was given, and the day of asking. */
export interface AskedReader extends Reader {
  readonly knownAtShown: Instant;
  /** The day on which the question is asked: nobody is older than on that day. */
  readonly today: EdtfDate;
}

/** A claim as one reader sees it: what it leads to is read for the same reader. */
export interface ClaimModel {
  readonly claim: Claim;
  readonly reader: Reader;
}

/** A list that is known whole, so that it can be paged by id. */
export interface ClaimList {
  readonly ids: readonly ClaimId[];
  readonly dossier: Dossier;
  readonly reader: Reader;
}

/** The answer about two people, with everything that it rests on. */
export interface RelationshipAnswerModel {
  readonly type: 'RelationshipAnswer';
  /** In canonical order, so that (X, Y) and (Y, X) get one answer; for PARENT_OF the parent first. */
  readonly people: readonly [PersonFacts, PersonFacts];
  readonly question: PairQuestion;
  readonly reader: AskedReader;
  readonly verdict: Verdict;
  readonly dossier: Dossier;
}

/** The answer about one person's love life. */
export interface RelationshipStatusAnswerModel {
  readonly type: 'RelationshipStatusAnswer';
  readonly person: PersonFacts;
  readonly reader: AskedReader;
  readonly verdict: SingleVerdict;
  readonly dossier: Dossier;
}

export interface PersonCandidateModel {
  readonly person: PersonFacts;
  readonly distinguishedBy: readonly string[];
}

export interface AmbiguousPersonModel {
  readonly type: 'AmbiguousPerson';
  readonly argument: string;
  readonly given: string;
  readonly candidates: readonly PersonCandidateModel[];
}

export interface UnknownPersonModel {
  readonly type: 'UnknownPerson';
  readonly argument: string;
  readonly given: string;
  readonly suggestions: readonly PersonFacts[];
}

export interface WorkCandidateModel {
  readonly work: Work;
  readonly distinguishedBy: readonly string[];
}

export interface AmbiguousWorkModel {
  readonly type: 'AmbiguousWork';
  readonly argument: string;
  readonly given: string;
  readonly candidates: readonly WorkCandidateModel[];
}

export interface UnknownWorkModel {
  readonly type: 'UnknownWork';
  readonly argument: string;
  readonly given: string;
  readonly suggestions: readonly Work[];
}

export interface WithheldModel extends Withholding {
  readonly type: 'Withheld';
}

export interface RumorOriginModel {
  readonly source: Source;
  readonly firstSaid: EdtfDate | null;
  readonly claims: ClaimList;
}

/** Where a rumor comes from. */
export interface RumorModel {
  readonly type: 'Rumor';
  readonly answer: RelationshipAnswerModel;
  readonly origins: readonly RumorOriginModel[];
  readonly firstPartyStatements: ClaimList;
  readonly denials: ClaimList;
  readonly firstAppearance: DocumentId | null;
}

/** Nobody has said it. */
export interface NoRumorModel {
  readonly type: 'NoRumor';
  readonly answer: RelationshipAnswerModel;
  readonly denials: ClaimList;
}

/** An explanation together with the claims that its terms name. */
export interface ExplanationModel {
  readonly explanation: Explanation;
  readonly dossier: Dossier;
  readonly reader: Reader;
}

export interface TermModel {
  readonly term: Term;
  readonly dossier: Dossier;
  readonly reader: Reader;
}

export interface WouldChangeModel {
  readonly change: WouldChange;
  readonly answer: RelationshipAnswerModel;
}

export type ProvenanceNodeType = 'CLAIM' | 'DOCUMENT' | 'SOURCE' | 'EVIDENCE';
export type ProvenanceEdgeType =
  | 'STATED_IN'
  | 'PUBLISHED_BY'
  | 'ATTRIBUTED_TO'
  | 'SUPPORTED_BY'
  | 'MENTIONS'
  | 'SHOWN_IN'
  | 'DERIVED_FROM'
  | 'COPIED_FROM';

export interface ProvenanceNodeModel {
  readonly id: NodeId;
  readonly label: string;
  readonly type: ProvenanceNodeType;
  readonly root: boolean;
}

export interface ProvenanceEdgeModel {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly type: ProvenanceEdgeType;
}

/** Where something was said, seen and taken from. */
export interface ProvenanceGraphModel {
  readonly nodes: readonly ProvenanceNodeModel[];
  readonly edges: readonly ProvenanceEdgeModel[];
}

/** Something that a search found. */
export type SearchHitModel = PersonFacts | Work | Character;
