import type { EvidenceKind, OutletType, SourceKind } from '../entities.ts';
import type { ClaimKind, Modality } from '../kinds.ts';

/** Every constant of the engine. Weights are in log-odds, half-lives and ages in days. */
export interface Parameters {
  readonly prior: number;
  readonly maxReliability: number;
  readonly modality: Readonly<Record<Modality, number>>;
  readonly insider: number;
  readonly hop: number;
  readonly onRecord: number;
  readonly onRecordThroughWeakOutlet: number;
  readonly strongOutlet: number;
  readonly evidence: Readonly<Record<EvidenceKind, number>>;
  readonly halfLife: Readonly<Record<ClaimKind, number>>;
  readonly denialHalfLife: number;
  readonly singleHalfLife: number;
  readonly rank: number;
  readonly saturation: number;
  readonly denialShare: number;
  readonly singleShare: number;
  readonly oldDenialShare: number;
  readonly calibration: { readonly a: number; readonly b: number };
  readonly capWithoutHard: number;
  readonly capUnansweredDenial: number;
  readonly silenceWeight: number;
  readonly floor: number;
  readonly ceiling: number;
  readonly containment: number;
  readonly typePrior: Readonly<Record<OutletType, number>>;
  readonly kindPrior: Readonly<Record<SourceKind, number>>;
  readonly firstParty: number;
  readonly unknownSource: number;
}

/** Changes whenever a rule or a constant below does; stored with every derived relationship. */
export const ENGINE_VERSION = '1.0.0';

/** The constants in force, each with where it comes from. */
export const PARAMETERS: Parameters = {
  // Judgement: of pairs that are named together, about one in fifty is a couple.
  prior: 0.02,
  // Judgement: nobody is right more often than this.
  maxReliability: 0.97,
  // Judgement: how far a document stands behind its own words.
  modality: { CONFIRMED: 1, REPORTED: 0.9, RUMORED: 0.7, SPECULATED: 0.4 },
  // Judgement: an unnamed insider is the outlet's word at second hand.
  insider: 0.75,
  // Literature: trust discounting (Jøsang 2001); the factor itself is judgement.
  hop: 0.7,
  // Judgement: a quote can be cut or invented, the less likely the better the outlet.
  onRecord: 0.9,
  onRecordThroughWeakOutlet: 0.62,
  strongOutlet: 0.5,
  // Judgement: what only couples do says more than standing side by side; a register says most.
  evidence: { PHOTO: 0.5, VIDEO: 0.5, POST: 0.5, INTERVIEW: 0.5, INTIMATE_PHOTO: 1.5, PUBLIC_RECORD: 3 },
  // Fitted for MARRIED: hyperbolic decay that meets .76, .62 and .53 of marriages standing after 5, 10 and 15 years
  // (H = 6000), times 1 / (1 − .7) since most endings would have been noticed (judgement). The rest is judgement.
  halfLife: {
    DATING: 730,
    ENGAGED: 1095,
    MARRIED: 20_000,
    FRIENDS: 1460,
    FEUD: 730,
    COLLABORATORS: 1460,
    PARENT_OF: Infinity,
    SIBLINGS: Infinity,
    SPLIT: Infinity,
    DIVORCED: Infinity,
    SINGLE: 180,
  },
  // Judgement: a denial speaks about its day more than about the year after.
  denialHalfLife: 180,
  // Judgement: asked of one person, being single lasts longer than a denial of one partner is worth.
  singleHalfLife: 365,
  // Literature: correlated experts (Clemen & Winkler 1985), logarithmic pool (Satopää et al. 2014); fitted together
  // with `saturation` on stories with known outcomes.
  rank: 0.7,
  saturation: 0.5,
  // Judgement: many true romances are denied.
  denialShare: 0.5,
  // Judgement: "single" names no partner, and is said more lightly than a denial of one.
  singleShare: 0.8,
  // Judgement: what was denied before somebody concerned confirmed it has been answered.
  oldDenialShare: 0.25,
  // Platt scaling; the identity until outcomes are learned.
  calibration: { a: 1, b: 0 },
  // Judgement: without anybody concerned or a record behind it, one in ten stories of this strength falls.
  capWithoutHard: 0.9,
  capUnansweredDenial: 0.35,
  silenceWeight: 2,
  floor: 0.01,
  ceiling: 0.99,
  // Judgement: a third of the five-word shingles in common is not chance.
  containment: 0.3,
  // Fitted on celebrity stories at a base rate of about one half; FANDOM is judgement.
  typePrior: { TABLOID: 0.3, CELEBRITY_MAGAZINE: 0.62, NEWS: 0.6, TRADE: 0.64, FANDOM: 0.15 },
  // Judgement, used where no outlet type is given.
  kindPrior: {
    OUTLET: 0.3,
    SOCIAL_ACCOUNT: 0.3,
    PERSON: 0.3,
    FANDOM: 0.15,
    ANONYMOUS: 0.15,
    PUBLIC_RECORD: 0.97,
    DATASET: 0.6,
  },
  // Judgement: people know about themselves, and sometimes do not say it.
  firstParty: 0.97,
  unknownSource: 0.3,
};
