import fc from 'fast-check';
import { expect } from 'vitest';
import type { Claim, PairQuestion } from '../../../src/domain/claim.ts';
import type { Dossier } from '../../../src/domain/dossier.ts';
import type { Document } from '../../../src/domain/entities.ts';
import type { ClaimId, DocumentId } from '../../../src/domain/ids.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';
import { dateOfDay, parseInstant } from '../../../src/domain/time.ts';
import { source } from '../../support/builders.ts';
import { confidenceFrom } from './by-hand.ts';
import {
  asked,
  dossierOf,
  outletSays,
  partySays,
  saidToo,
  sayings,
  sharedSayings,
  SOURCES,
  TODAY,
  worldOf,
  type Said,
} from './worlds.ts';

/** The engine, or something like it with a rule taken out. */
export type Judge = (question: PairQuestion, dossier: Dossier) => Verdict;

/** Something that holds of every world, as a property of the engine. */
export interface Axiom {
  readonly name: string;
  readonly holds: (judge: Judge) => fc.IProperty<unknown[]>;
}

function axiom<T extends [unknown, ...unknown[]]>(
  name: string,
  worlds: { [K in keyof T]: fc.Arbitrary<T[K]> },
  check: (judge: Judge, ...drawn: T) => void,
): Axiom {
  const holds = (judge: Judge) => fc.property(...worlds, (...drawn: T) => check(judge, ...drawn));
  return { name, holds: holds };
}

const KINDS = ['DATING', 'ENGAGED', 'MARRIED'] as const;
const askedKind = fc.constantFrom(...KINDS);
const outletType = fc.constantFrom('TABLOID', 'CELEBRITY_MAGAZINE', 'NEWS', 'TRADE', 'FANDOM' as const);
const EPSILON = 1e-12;

/** For comparing: no number counts as less than any. */
function atMost(less: Verdict, more: Verdict): void {
  if (less.confidence === null || more.confidence === null) return;
  expect(less.confidence).toBeLessThanOrEqual(more.confidence + EPSILON);
}

/** What reaches a reader as a number or a word. */
function told({
  status,
  answer,
  confidence,
  kind,
  independentSources,
  since,
  until,
  lastHeard,
}: Verdict): unknown {
  return { status, answer, confidence, kind, independentSources, since, until, lastHeard };
}

function withClaims(world: Dossier, claims: readonly Claim[], documents: readonly Document[] = []): Dossier {
  return {
    ...world,
    claims,
    documents: new Map([...world.documents, ...documents.map((one) => [one.id, one] as const)]),
  };
}

/** A claim of a new source that takes another claim over, with or without saying so. */
function copyOf(world: Dossier, at: number, how: 'CREDITED' | 'DERIVED' | 'SAME_TEXT'): Dossier {
  const original = world.claims[at % world.claims.length] as Claim;
  const home = world.documents.get(original.document) as Document;
  const copier = source('copier', { outletType: 'NEWS', reliability: 0.95 });
  const text = how === 'SAME_TEXT' ? [7, 11, 13] : null;
  const document: Document = {
    ...home,
    id: 'document/copy' as DocumentId,
    source: copier.id,
    published: dateOfDay((home.published ?? TODAY).lastDay + 20),
    derivedFrom: how === 'DERIVED' ? [home.id] : [],
    shingles: text,
  };
  const copy: Claim = {
    ...original,
    id: 'claim/copy' as ClaimId,
    document: document.id,
    attributedTo: how === 'CREDITED' ? [{ source: home.source, document: home.id }] : [],
    onRecord: null,
  };
  const withText: Document = { ...home, shingles: text };
  return {
    ...withClaims(world, [...world.claims, copy], [document, withText]),
    sources: new Map([...world.sources, [copier.id, copier]]),
  };
}

export const AXIOMS = {
  order: axiom(
    'the order of claims changes nothing, to the bit',
    [sharedSayings, fc.infiniteStream(fc.nat()), askedKind],
    (judge, said, ranks, kind) => {
      const world = worldOf(said);
      const shuffled = [...world.claims]
        .map((claim) => ({ claim, rank: ranks.next().value as number }))
        .sort((x, y) => x.rank - y.rank)
        .map(({ claim }) => claim);
      expect(judge(asked(kind), withClaims(world, shuffled))).toStrictEqual(judge(asked(kind), world));
    },
  ),
  reingest: axiom(
    'taking everything in again changes nothing',
    [sharedSayings, askedKind],
    (judge, said, kind) => {
      const world = worldOf(said);
      const before = judge(asked(kind), world);
      expect(judge(asked(kind), withClaims(world, [...world.claims, ...world.claims]))).toStrictEqual(before);
      const again = world.claims.map((claim) => ({ ...claim, id: `${claim.id}.again` as ClaimId }));
      expect(told(judge(asked(kind), withClaims(world, [...world.claims, ...again])))).toStrictEqual(
        told(before),
      );
    },
  ),
  copy: axiom(
    'a copy changes nothing, whether it gives credit or not',
    [
      sayings.filter((said) => said.length > 0),
      fc.nat(),
      fc.constantFrom('CREDITED', 'DERIVED', 'SAME_TEXT' as const),
      askedKind,
    ],
    (judge, said, at, how, kind) => {
      const world = worldOf(said);
      const copied = copyOf(world, at, how);
      expect(told(judge(asked(kind), copied))).toStrictEqual(told(judge(asked(kind), world)));
    },
  ),
  circle: axiom(
    'a circle of relays weighs no more than one relay',
    [sayings, outletSays, outletSays],
    (judge, said, one, other) => {
      const sources = {
        ...SOURCES,
        a: source('a', { reliability: 0.8 }),
        b: source('b', { reliability: 0.8 }),
      };
      const relay = (
        { modality = 'REPORTED', on, insider = false }: Said,
        by: string,
        from: string,
      ): Said => ({
        by,
        via: [from],
        modality,
        on: Math.min(TODAY.lastDay, on as number),
        insider,
      });
      const alone = [...said, relay(one, 'a', 'b')];
      const circle = [...alone, relay(other, 'b', 'a')];
      atMost(judge(asked(), worldOf(circle, sources)), judge(asked(), worldOf(alone, sources)));
    },
  ),
  support: axiom(
    'support from a new origin never lowers it',
    [sharedSayings, outletSays, outletType, askedKind],
    (judge, said, more, type, kind) => {
      const world = worldOf(said);
      const plain: Said = {
        by: 'new',
        kind,
        modality: more.modality ?? 'REPORTED',
        on: more.on,
        insider: more.insider ?? false,
      };
      atMost(
        judge(asked(kind), world),
        judge(asked(kind), saidToo(world, plain, source('new', { outletType: type }))),
      );
    },
  ),
  denial: axiom(
    'a denial from a new origin never raises it',
    [sharedSayings, outletSays, outletType, askedKind],
    (judge, said, more, type, kind) => {
      const world = worldOf(said);
      const denial: Said = {
        by: 'new',
        kind: 'DATING',
        stance: 'DENIES',
        modality: more.modality ?? 'REPORTED',
        on: more.on,
      };
      atMost(
        judge(asked(kind), saidToo(world, denial, source('new', { outletType: type }))),
        judge(asked(kind), world),
      );
    },
  ),
  ending: axiom(
    'an ending from a new origin never raises it',
    [sharedSayings, fc.oneof(outletSays, partySays), outletType, askedKind],
    (judge, said, more, type, kind) => {
      const world = worldOf(said);
      const split: Said = { by: 'new', kind: 'SPLIT', modality: more.modality ?? 'REPORTED', on: more.on };
      atMost(
        judge(asked(kind), saidToo(world, split, source('new', { outletType: type }))),
        judge(asked(kind), world),
      );
    },
  ),
  reliability: axiom(
    'a more reliable supporter never lowers it',
    [
      sharedSayings.map((said) => said.map((one) => ({ ...one, onRecord: null }))),
      fc.constantFrom('tabloid', 'magazine', 'fans'),
      fc.tuple(
        fc.double({ min: 0.02, max: 0.97, noNaN: true }),
        fc.double({ min: 0.02, max: 0.97, noNaN: true }),
      ),
      askedKind,
    ],
    (judge, said, who, [one, other], kind) => {
      const supporting = said.filter(
        (each) => (each.by !== who && !each.via?.includes(who)) || isPlainSupport(each),
      );
      const at = (reliability: number): Verdict => {
        const rated = { ...(SOURCES[who] as NonNullable<(typeof SOURCES)[string]>), reliability };
        return judge(asked(kind), worldOf(supporting, { ...SOURCES, [who]: rated }));
      };
      atMost(at(Math.min(one, other)), at(Math.max(one, other)));
    },
  ),
  bounded: axiom('it stays between .01 and .99', [sharedSayings, askedKind], (judge, said, kind) => {
    const { confidence, ignorance } = judge(asked(kind), worldOf(said));
    if (confidence !== null) {
      expect(confidence).toBeGreaterThanOrEqual(0.01);
      expect(confidence).toBeLessThanOrEqual(0.99);
    }
    expect(ignorance).toBeGreaterThan(0);
    expect(ignorance).toBeLessThanOrEqual(1);
  }),
  knownAt: axiom(
    'nothing recorded after knownAt counts',
    [sharedSayings, fc.array(outletSays), partySays],
    (judge, said, later, own) => {
      const late = [...later, own].map((one) => ({
        ...one,
        recordedAt: parseInstant('2024-03-01T00:00:00Z'),
      }));
      const question = { ...asked(), knownAt: parseInstant('2024-02-01T00:00:00Z') };
      expect(judge(question, worldOf([...said, ...late]))).toStrictEqual(judge(question, worldOf(said)));
    },
  ),
  retracted: axiom(
    'nothing retracted by knownAt counts, and until then it does',
    [sharedSayings, fc.nat()],
    (judge, said, at) => {
      const world = worldOf(said);
      if (world.claims.length === 0) return;
      const gone = at % world.claims.length;
      const retraction = {
        by: 'curator',
        at: parseInstant('2024-03-01T00:00:00Z'),
        reason: 'CURATOR_REJECTED',
        note: null,
      } as const;
      const taken = withClaims(
        world,
        world.claims.map((claim, index) => (index === gone ? { ...claim, retraction } : claim)),
      );
      const without = withClaims(
        world,
        world.claims.filter((_, index) => index !== gone),
      );
      const before = { ...asked(), knownAt: parseInstant('2024-02-29T00:00:00Z') };
      expect(judge(asked(), taken)).toStrictEqual(judge(asked(), without));
      expect(judge({ ...asked(), knownAt: retraction.at }, taken)).toStrictEqual(judge(asked(), without));
      expect(judge(before, taken)).toStrictEqual(judge(before, world));
    },
  ),
  asOf: axiom(
    'nothing that starts after asOf counts',
    [sharedSayings, fc.array(outletSays), partySays],
    (judge, said, later, own) => {
      const late = [...later, own].map((one): Said => ({ ...one, on: '2024-06-02', from: null, to: null }));
      expect(judge(asked(), worldOf([...said, ...late]))).toStrictEqual(judge(asked(), worldOf(said)));
    },
  ),
  symmetry: axiom('who is named first does not matter', [sharedSayings, askedKind], (judge, said, kind) => {
    const world = worldOf(said);
    const { a, b, ...rest } = asked(kind);
    expect(judge({ ...rest, a: b, b: a }, world)).toStrictEqual(judge({ ...rest, a, b }, world));
  }),
  entailment: axiom(
    'a stronger romance is never likelier than a weaker one',
    [sharedSayings],
    (judge, said) => {
      const world = worldOf(said);
      const [dating, engaged, married] = KINDS.map((kind) => judge(asked(kind), world)) as [
        Verdict,
        Verdict,
        Verdict,
      ];
      atMost(married, engaged);
      atMost(engaged, dating);
      // What counts for the stronger counts for the weaker too; a denial of the stronger says nothing about it.
      if (engaged.supporting.length > 0) expect(dating.confidence).not.toBeNull();
    },
  ),
  byHand: axiom('the explanation leads to the number', [sharedSayings, askedKind], (judge, said, kind) => {
    const verdict = judge(asked(kind), worldOf(said));
    if (verdict.explanation === null) return;
    expect(confidenceFrom(verdict.explanation)).toBeCloseTo(verdict.confidence as number, 9);
  }),
  silence: axiom('no claims, no number', [fc.constantFrom(...KINDS, 'FRIENDS' as const)], (judge, kind) => {
    const nothing = judge(asked(kind), dossierOf([], new Map()));
    expect(nothing).toMatchObject({
      status: 'NO_EVIDENCE',
      answer: 'UNKNOWN',
      confidence: null,
      explanation: null,
    });
  }),
  unnamed: axiom(
    'nobody’s being single opens a question about a pair',
    [fc.array(partySays)],
    (judge, said) => {
      const single = said.filter(({ kind }) => kind === 'SINGLE');
      expect(judge(asked(), worldOf(single)).confidence).toBeNull();
    },
  ),
  rumor: axiom(
    'YES never comes out of rumor, however much of it',
    [fc.array(outletSays, { maxLength: 40 })],
    (judge, said) => {
      const rumors = said.map((one): Said => ({ ...one, shows: [], onRecord: null }));
      expect(judge(asked(), worldOf(rumors)).answer).not.toBe('YES');
    },
  ),
  rerun: axiom(
    'a rerun revives nothing',
    [
      outletSays,
      fc.integer({ min: 0, max: 2000 }),
      fc.constantFrom('CREDITED', 'DERIVED', 'SAME_TEXT' as const),
    ],
    (judge, said, days, how) => {
      const old: Said = { by: 'tabloid', modality: said.modality ?? 'REPORTED', on: TODAY.lastDay - 2001 };
      const world = worldOf([old]);
      const copied = copyOf(world, 0, how);
      const later = copied.claims.map((claim) =>
        claim.id === 'claim/copy' ? { ...claim, assertedAt: dateOfDay(TODAY.lastDay - days) } : claim,
      );
      const rerun = judge(asked(), withClaims(copied, later));
      expect(told(rerun)).toStrictEqual(told(judge(asked(), world)));
      expect(rerun.lastHeard).toStrictEqual(dateOfDay(TODAY.lastDay - 2001));
    },
  ),
} satisfies Readonly<Record<string, Axiom>>;

function isPlainSupport({ kind = 'DATING', stance = 'SUPPORTS', to = null }: Said): boolean {
  return stance === 'SUPPORTS' && to === null && ['DATING', 'ENGAGED', 'MARRIED'].includes(kind);
}
