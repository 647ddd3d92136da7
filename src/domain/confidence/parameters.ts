import type { EvidenceKind, OutletType, SourceKind } from '../entities.ts';
import type { Modality, PairKind } from '../kinds.ts';

/** Every constant of the engine. Weights are in log-odds, half-lives in days, the rest are shares or probabilities. */
export interface Parameters {
  /** Probability that a named pair is a couple, before anything was said. */
  readonly prior: number;
  /** No source is trusted further than this. */
  readonly reliabilityCeiling: number;
  readonly outletType: Readonly<Record<OutletType, number>>;
  readonly sourceKind: Readonly<Record<SourceKind, number>>;
  /** Whoever is not known, and people who speak about others. */
  readonly unknownSource: number;
  /** A person's word about themselves. */
  readonly firstParty: number;
  /** On-record words of somebody concerned, in an outlet that is more often right than wrong, and in another. */
  readonly onRecord: number;
  readonly onRecordInWeakOutlet: number;
  readonly strongOutlet: number;
  readonly modality: Readonly<Record<Modality, number>>;
  readonly insider: number;
  readonly hop: number;
  readonly evidence: Readonly<Record<EvidenceKind, number>>;
  readonly single: number;
  /** Five-word shingles that two texts share, as a share of the shorter one. */
  readonly containment: number;
  readonly supportHalfLife: Readonly<Record<PairKind, number>>;
  readonly denialHalfLife: number;
  readonly kinshipDenialHalfLife: number;
  /** Used where SINGLE itself is the question. */
  readonly singleHalfLife: number;
  /** δ: what each further origin adds of its weight, by rank. */
  readonly rank: number;
  /** r: the most that all further origins add, as a share of the heaviest. */
  readonly saturation: number;
  /** ν: what denials weigh against supports. */
  readonly denial: number;
  /** What is left of a denial once somebody concerned has confirmed after it. */
  readonly answeredDenial: number;
  readonly calibration: { readonly a: number; readonly b: number };
  readonly caps: {
    readonly noHardEvidence: number;
    readonly unansweredDenial: number;
    /** A claim or piece of evidence from this weight on can hold against silence by itself. */
    readonly silenceWeight: number;
    readonly floor: number;
    readonly ceiling: number;
    readonly singleWithoutFirstParty: number;
  };
  readonly status: {
    /** From this probability of an ending on, a hard support no longer lives. */
    readonly ending: number;
    readonly ended: number;
    readonly endedForSure: number;
    readonly kinship: number;
    readonly confirmed: number;
    readonly likely: number;
    readonly disputedWeight: number;
    readonly disputedRatio: number;
    readonly yes: number;
    readonly deniedForSure: number;
    readonly endedUnlikely: number;
    /** Less than this on both sides together is as good as nothing. */
    readonly forgotten: number;
  };
  /** Weight at which half of the ignorance is gone. */
  readonly ignorance: number;
}

/** Changes whenever a rule or a constant of the engine does; stored with every derived relationship. */
export const ENGINE_VERSION = '1.0.0';

/** The constants in force, each with its origin: literature, fitted, or judgement. */
export const PARAMETERS: Parameters = {
  // Judgement: of pairs that celebrity news names together, about one in fifty is a couple at a given time.
  prior: 0.02,
  // Judgement: people err and lie about themselves too.
  reliabilityCeiling: 0.97,
  // Fitted on celebrity stories with known outcomes at a base rate of about one half; FANDOM is judgement.
  outletType: { TABLOID: 0.3, CELEBRITY_MAGAZINE: 0.62, NEWS: 0.6, TRADE: 0.64, FANDOM: 0.15 },
  // Judgement, for sources without an outlet type: a dataset repeats what others stated once, mostly well, and
  // says of nothing how it knows; whoever is not known is taken for a tabloid.
  sourceKind: {
    OUTLET: 0.3,
    SOCIAL_ACCOUNT: 0.3,
    PERSON: 0.3,
    FANDOM: 0.15,
    ANONYMOUS: 0.15,
    PUBLIC_RECORD: 0.97,
    DATASET: 0.6,
  },
  // Judgement.
  unknownSource: 0.3,
  firstParty: 0.97,
  onRecord: 0.9,
  onRecordInWeakOutlet: 0.62,
  strongOutlet: 0.5,
  // Judgement: how far the document stands behind its own words.
  modality: { CONFIRMED: 1, REPORTED: 0.9, RUMORED: 0.7, SPECULATED: 0.4 },
  insider: 0.75,
  // Literature for the form (trust discounting, Jøsang 2001), judgement for the value.
  hop: 0.7,
  // Judgement. VIDEO and POST are taken for a photo together: they show as much, and as little.
  evidence: { PHOTO: 0.5, VIDEO: 0.5, POST: 0.5, INTERVIEW: 0.5, INTIMATE_PHOTO: 1.5, PUBLIC_RECORD: 3 },
  // Judgement: it names no pair, so it denies any one of them more weakly.
  single: 0.8,
  // Literature for the method (shingling, Broder 1997; copying between sources, Dong et al. 2009), judgement here.
  containment: 0.3,
  // MARRIED: H = 6000 fits the survival of marriages (.76, .62, .53 after 5, 10, 15 years), times 1 / (1 − .7)
  // since most endings would have been noticed (judgement). The others are judgement; kinship does not end.
  supportHalfLife: {
    DATING: 730,
    ENGAGED: 1095,
    MARRIED: 20_000,
    FRIENDS: 1825,
    FEUD: 730,
    COLLABORATORS: 1825,
    PARENT_OF: Infinity,
    SIBLINGS: Infinity,
  },
  // Judgement: a denial speaks for its own time.
  denialHalfLife: 180,
  kinshipDenialHalfLife: Infinity,
  singleHalfLife: 365,
  // Literature for the form (correlated experts, Clemen & Winkler 1985; logarithmic pool, Satopää et al. 2014);
  // the values were fitted together on claims with known outcomes, where plain sums were overconfident.
  rank: 0.7,
  saturation: 0.5,
  // Judgement: true romances are denied often.
  denial: 0.5,
  answeredDenial: 0.25,
  // Platt scaling; the identity until outcomes are fitted.
  calibration: { a: 1, b: 0 },
  // Judgement.
  caps: {
    noHardEvidence: 0.9,
    unansweredDenial: 0.35,
    silenceWeight: 2,
    floor: 0.01,
    ceiling: 0.99,
    singleWithoutFirstParty: 0.9,
  },
  // Judgement: where words change, not numbers.
  status: {
    ending: 0.5,
    ended: 0.6,
    endedForSure: 0.85,
    kinship: 0.85,
    confirmed: 0.75,
    likely: 0.5,
    disputedWeight: 2,
    disputedRatio: 2,
    yes: 0.85,
    deniedForSure: 0.05,
    endedUnlikely: 0.1,
    forgotten: 0.2,
  },
  // Judgement.
  ignorance: 2,
};
