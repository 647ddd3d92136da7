import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import { evaluatePair } from '../../../src/domain/confidence/evaluate-pair.ts';
import { PARAMETERS, type Parameters } from '../../../src/domain/confidence/parameters.ts';
import type { Dossier } from '../../../src/domain/dossier.ts';
import type { DocumentId, SourceId } from '../../../src/domain/ids.ts';
import { AXIOMS, type Judge } from './axioms.ts';
import { sideFrom } from './by-hand.ts';
import { asked, sharedSayings, worldOf } from './worlds.ts';

const RUNS = { numRuns: 200 };
/** Enough to find a world in which a rule that is missing is missed. */
const SEARCH = { numRuns: 3000, seed: 1 };

const engine: Judge = (question, dossier) => evaluatePair(question, dossier);

describe('of every world', () => {
  test.each(Object.values(AXIOMS))('$name', ({ holds }) => {
    fc.assert(holds(engine), RUNS);
  });

  test('weights and discounts lead to the sum of each side', () => {
    fc.assert(
      fc.property(sharedSayings, (said) => {
        const { explanation } = evaluatePair(asked(), worldOf(said));
        for (const part of [explanation, explanation?.ending ?? null]) {
          if (part === null) continue;
          for (const stance of ['SUPPORTS', 'DENIES', 'ENDS'] as const) {
            const contributions = part.terms.filter((term) => term.stance === stance);
            const sum = contributions.reduce((total, { contribution }) => total + contribution, 0);
            expect(sum).toBeCloseTo(sideFrom(part.terms, stance), 9);
            for (const { weight, discount, share, contribution } of contributions) {
              expect(contribution).toBeCloseTo(weight * discount * share, 9);
            }
          }
        }
      }),
      RUNS,
    );
  });
});

/** The engine with constants that take a rule out. */
function having(changed: Partial<Parameters>): Judge {
  const parameters: Parameters = { ...PARAMETERS, ...changed };
  return (question, dossier) => evaluatePair(question, dossier, parameters);
}

/** The engine behind a change to what it sees. */
function seeing(change: (dossier: Dossier) => Dossier): Judge {
  return (question, dossier) => evaluatePair(question, change(dossier));
}

/** Every claim its own origin: nothing is known to be a relay or a copy. */
function unrelated(dossier: Dossier): Dossier {
  const sources = new Map(dossier.sources);
  const documents = new Map(dossier.documents);
  const claims = dossier.claims.map((claim, at): Claim => {
    const home = documents.get(claim.document);
    const from = home === undefined ? undefined : sources.get(home.source);
    if (home === undefined || from === undefined) return claim;
    const id = `${from.id}-${at}` as SourceId;
    const document = `${home.id}-${at}` as DocumentId;
    sources.set(id, { ...from, id });
    documents.set(document, { ...home, id: document, source: id, derivedFrom: [], shingles: null });
    return { ...claim, id: `${claim.id}.${at}` as Claim['id'], document, attributedTo: [] };
  });
  return { ...dossier, claims, sources, documents };
}

function mapClaims(change: (claim: Claim) => Claim): (dossier: Dossier) => Dossier {
  return (dossier) => ({ ...dossier, claims: dossier.claims.map(change) });
}

const isRomance = (kind: Claim['kind']): boolean => ['DATING', 'ENGAGED', 'MARRIED'].includes(kind);

/** Each axiom with an engine that lacks the rule it rests on. */
const WITHOUT: Readonly<Record<keyof typeof AXIOMS, Judge>> = {
  // Pools are filled in the order in which claims come, not by weight.
  order: (question, dossier) => {
    const verdict = evaluatePair(question, dossier);
    const terms =
      verdict.explanation?.terms.filter(({ source, stance }) => source !== null && stance === 'SUPPORTS') ??
      [];
    const place = (group: string): number =>
      dossier.claims.findIndex(({ id }) => terms.find((term) => term.group === group)?.claims.includes(id));
    const inOrder = [...terms].sort((x, y) => place(x.group) - place(y.group));
    const sum = inOrder.reduce(
      (total, { weight, discount }, at) => total + weight * discount * PARAMETERS.rank ** at,
      0,
    );
    return verdict.confidence === null ? verdict : { ...verdict, confidence: sum };
  },
  reingest: seeing(unrelated),
  copy: having({ hop: 1.2 }),
  circle: seeing(unrelated),
  support: having({ rank: -0.7 }),
  denial: having({ denial: -0.5 }),
  ending: seeing(mapClaims((claim) => (claim.kind === 'SPLIT' ? { ...claim, kind: 'DATING' } : claim))),
  reliability: having({ rank: -0.7 }),
  bounded: having({ caps: { ...PARAMETERS.caps, floor: 0, ceiling: 1 } }),
  knownAt: (question, dossier) => evaluatePair({ ...question, knownAt: null }, dossier),
  retracted: seeing(mapClaims((claim) => ({ ...claim, retraction: null }))),
  asOf: seeing(
    mapClaims((claim) => ({
      ...claim,
      validFrom: claim.validFrom ?? { text: '2000', firstDay: 10957, lastDay: 11322 },
    })),
  ),
  symmetry: (question, dossier) =>
    evaluatePair(question, {
      ...dossier,
      claims: dossier.claims.filter(({ kind, subject }) => kind !== 'SINGLE' || subject !== question.b),
    }),
  // A kind is supported by claims of that very kind only.
  entailment: (question, dossier) =>
    evaluatePair(question, {
      ...dossier,
      claims: dossier.claims.filter(({ kind }) => !isRomance(kind) || kind === question.kind),
    }),
  // The saturation is not told.
  byHand: (question, dossier) => {
    const verdict = evaluatePair(question, dossier);
    if (verdict.explanation === null) return verdict;
    const terms = verdict.explanation.terms.filter(({ group }) => group !== 'saturation');
    return { ...verdict, explanation: { ...verdict.explanation, terms } };
  },
  silence: (question, dossier) => ({ ...evaluatePair(question, dossier), confidence: PARAMETERS.prior }),
  unnamed: seeing(
    mapClaims((claim) =>
      claim.kind === 'SINGLE'
        ? { ...claim, kind: 'DATING', stance: 'DENIES', object: asked().b, subject: asked().a }
        : claim,
    ),
  ),
  rumor: (question, dossier) => {
    const verdict = evaluatePair(question, dossier);
    return (verdict.confidence ?? 0) >= PARAMETERS.status.yes ? { ...verdict, answer: 'YES' } : verdict;
  },
  rerun: seeing(unrelated),
};

describe('every axiom is missed when its rule is taken out', () => {
  test.each(Object.entries(AXIOMS) as [keyof typeof AXIOMS, (typeof AXIOMS)[keyof typeof AXIOMS]][])(
    '%s',
    (key, { holds }) => {
      expect(fc.check(holds(WITHOUT[key]), SEARCH).failed).toBe(true);
    },
  );
});
