import { askWhatWouldChange } from '../../application/ask-what-would-change.ts';
import { spreadOf } from '../../application/trace-rumor.ts';
import type { RelationshipAnswerModel } from '../../application/models.ts';
import { summarizeSingle } from '../../application/wording/single-summary.ts';
import { claimsAgainst, summarize, type OnScreenNamed } from '../../application/wording/summary.ts';
import { wouldChangeText } from '../../application/wording/would-change-text.ts';
import { pairOf } from '../../domain/claim.ts';
import { claimConnection } from '../connections.ts';
import type { RequestContext } from '../context.ts';
import type {
  ExplanationResolvers,
  NoRumorResolvers,
  RelationshipAnswerResolvers,
  RelationshipStatusAnswerResolvers,
  RumorOriginResolvers,
  RumorResolvers,
  TermResolvers,
  WouldChangeResolvers,
} from '../generated.ts';
import { loadCharacter, loadOptionalDocument, loadWork } from './load.ts';

function onScreenOf(answer: RelationshipAnswerModel, context: RequestContext) {
  return context.loaders.onScreen.load(pairOf(answer.question.a, answer.question.b));
}

async function namedOnScreen(
  answer: RelationshipAnswerModel,
  context: RequestContext,
): Promise<OnScreenNamed[]> {
  const relations = await onScreenOf(answer, context);
  return Promise.all(
    relations.map(async (relation) => ({
      relation,
      characters: await Promise.all(relation.characters.map((id) => loadCharacter(context, id))),
      work: await loadWork(context, relation.work),
    })),
  );
}

/** The answer about two people. */
export const RelationshipAnswer: RelationshipAnswerResolvers = {
  people: (answer) => answer.people,
  status: (answer) => answer.verdict.status,
  answer: (answer) => answer.verdict.answer,
  confidence: (answer) => answer.verdict.confidence,
  ignorance: (answer) => answer.verdict.ignorance,
  kind: (answer) => answer.verdict.kind,
  since: (answer) => answer.verdict.since?.text ?? null,
  until: (answer) => answer.verdict.until?.text ?? null,
  asOf: (answer) => answer.reader.asOf.text,
  knownAt: (answer) => answer.reader.knownAtShown,
  lastHeard: (answer) => answer.verdict.lastHeard?.text ?? null,
  independentSources: (answer) => answer.verdict.independentSources,
  supporting: (answer, args) =>
    claimConnection({ ids: answer.verdict.supporting, dossier: answer.dossier, reader: answer.reader }, args),
  denying: (answer, args) => {
    const ids = claimsAgainst(answer).map((claim) => claim.id);
    return claimConnection({ ids, dossier: answer.dossier, reader: answer.reader }, args);
  },
  explanation: (answer) => {
    const { explanation } = answer.verdict;
    return explanation === null ? null : { explanation, dossier: answer.dossier, reader: answer.reader };
  },
  wouldChange: async (answer) => (await askWhatWouldChange(answer)).map((change) => ({ change, answer })),
  summary: async (answer, _, context) => summarize(answer, await namedOnScreen(answer, context)),
  onScreen: onScreenField,
  truncated: (answer) => answer.dossier.truncated,
  engineVersion: (answer) => answer.verdict.engineVersion,
};

function onScreenField(answer: RelationshipAnswerModel, _: unknown, context: RequestContext) {
  return onScreenOf(answer, context);
}

/** The answer about one person. */
export const RelationshipStatusAnswer: RelationshipStatusAnswerResolvers = {
  person: (answer) => answer.person,
  kind: () => 'SINGLE',
  status: (answer) => answer.verdict.status,
  answer: (answer) => answer.verdict.answer,
  confidence: (answer) => answer.verdict.confidence,
  ignorance: (answer) => answer.verdict.ignorance,
  asOf: (answer) => answer.reader.asOf.text,
  knownAt: (answer) => answer.reader.knownAtShown,
  lastHeard: (answer) => answer.verdict.lastHeard?.text ?? null,
  claims: (answer, args) =>
    claimConnection({ ids: answer.verdict.claims, dossier: answer.dossier, reader: answer.reader }, args),
  summary: (answer) => summarizeSingle(answer),
  engineVersion: (answer) => answer.verdict.engineVersion,
};

/** How a number came about. */
export const Explanation: ExplanationResolvers = {
  prior: ({ explanation }) => explanation.prior,
  logOdds: ({ explanation }) => explanation.logOdds,
  calibration: ({ explanation }) => explanation.calibration,
  caps: ({ explanation }) => explanation.caps,
  terms: ({ explanation, dossier, reader }) => explanation.terms.map((term) => ({ term, dossier, reader })),
  ending: ({ explanation, dossier, reader }) =>
    explanation.ending === null ? null : { explanation: explanation.ending, dossier, reader },
};

/** One group of claims in a number. */
export const Term: TermResolvers = {
  group: ({ term }) => term.group,
  stance: ({ term }) => term.stance,
  source: ({ term, dossier }) => (term.source === null ? null : (dossier.sources.get(term.source) ?? null)),
  claims: ({ term, dossier, reader }, args) => claimConnection({ ids: term.claims, dossier, reader }, args),
  weight: ({ term }) => term.weight,
  discount: ({ term }) => term.discount,
  share: ({ term }) => term.share,
  contribution: ({ term }) => term.contribution,
};

/** What one more event would make of an answer. */
export const WouldChange: WouldChangeResolvers = {
  code: ({ change }) => change.code,
  text: ({ change, answer }) => wouldChangeText(change, answer),
  status: ({ change }) => change.status,
  answer: ({ change }) => change.answer,
  confidence: ({ change }) => change.confidence,
};

/** Where a rumor comes from. */
export const Rumor: RumorResolvers = {
  people: ({ answer }) => answer.people,
  kind: ({ answer }) => answer.verdict.kind,
  asOf: ({ answer }) => answer.reader.asOf.text,
  knownAt: ({ answer }) => answer.reader.knownAtShown,
  status: ({ answer }) => answer.verdict.status,
  firstAppearance: (rumor, _, context) => loadOptionalDocument(context, rumor.firstAppearance),
  origins: (rumor) => rumor.origins,
  firstPartyStatements: (rumor, args) => claimConnection(rumor.firstPartyStatements, args),
  spread: ({ answer }) => spreadOf(answer),
  denials: (rumor, args) => claimConnection(rumor.denials, args),
};

/** One origin of a rumor. */
export const RumorOrigin: RumorOriginResolvers = {
  source: (origin) => origin.source,
  firstSaid: (origin) => origin.firstSaid?.text ?? null,
  claims: (origin, args) => claimConnection(origin.claims, args),
};

/** Nobody has said it. */
export const NoRumor: NoRumorResolvers = {
  people: ({ answer }) => answer.people,
  kind: ({ answer }) => answer.question.kind,
  asOf: ({ answer }) => answer.reader.asOf.text,
  denials: (rumor, args) => claimConnection(rumor.denials, args),
};
