import { pairKey, pairOf, type Claim, type Pair } from '../../domain/claim.ts';
import { sameRelationships, storedRelationships, type RetractedEdge } from '../../domain/derive.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { Document } from '../../domain/entities.ts';
import type { ClaimId, DocumentId } from '../../domain/ids.ts';
import { FAMILIES } from '../../domain/kinds.ts';
import { storedPolicy, type StoredPolicy } from '../../domain/stored-policy.ts';
import type { DerivedRelationship } from '../../domain/verdict.ts';
import * as claimRows from './claim-rows.ts';
import type { Transaction } from './connection.ts';
import * as cypher from './derive-queries.ts';
import { edgeKey, policy, relationship } from './parameters.ts';
import * as rows from './rows.ts';

/** How many claims, and how many pairs, are derived anew at a time: it bounds memory, not the result. */
const CLAIM_SLICE = 500;
const PAIR_SLICE = 250;
/** How many of the latest claims of one pair its edges are folded from. */
const MAX_EDGE_CLAIMS = 2_000;
/** How far up a chain of copies is followed; `GATHER` says the same. */
const MAX_ORIGIN_DEPTH = 16;

/** Derives everything that these claims bear on anew, and stores what differs. */
export async function storeDerived(transaction: Transaction, ids: readonly ClaimId[]): Promise<void> {
  const pairs = new Map<string, Pair>();
  for (const slice of slices(ids, CLAIM_SLICE)) {
    const claims = await storePolicies(transaction, slice);
    for (const { subject, object } of claims) {
      if (object === null) continue;
      const pair = pairOf(subject, object);
      pairs.set(pairKey(pair), pair);
    }
  }
  for (const slice of slices([...pairs.values()], PAIR_SLICE)) await storeEdges(transaction, slice);
}

/** A claim with what is kept beside it, and what should be. */
export interface PolicyOfClaim {
  readonly claim: Claim;
  readonly kept: StoredPolicy;
  readonly derived: StoredPolicy;
}

/** Derives what is kept beside claims that are on file. */
export async function policiesOf(
  transaction: Transaction,
  ids: readonly ClaimId[],
): Promise<readonly PolicyOfClaim[]> {
  const found = (await transaction.run(cypher.STORED_CLAIMS, { ids })).map((row) => ({
    claim: claimRows.claim(row['claim'], null),
    kept: claimRows.policy(row['claim']),
  }));
  const dossier = await gather(
    transaction,
    found.map(({ claim }) => claim),
  );
  return found.map(({ claim, kept }) => ({ claim, kept, derived: storedPolicy(claim, dossier) }));
}

/** True when what is kept beside a claim is what should be. */
export function isKept({ kept, derived }: PolicyOfClaim): boolean {
  return JSON.stringify(kept) === JSON.stringify(derived);
}

/** Stores what is kept beside claims, where it differs. Gives the claims. */
export async function storePolicies(
  transaction: Transaction,
  ids: readonly ClaimId[],
): Promise<readonly Claim[]> {
  const policies = await policiesOf(transaction, ids);
  const records = policies
    .filter((each) => !isKept(each))
    .map(({ claim, derived }) => policy(claim, derived));
  if (records.length > 0) await transaction.run(cypher.SET_POLICY, { records });
  return policies.map(({ claim }) => claim);
}

/** The edges of each pair as its claims give them, by `pairKey`. */
export async function edgesOf(
  transaction: Transaction,
  pairs: readonly Pair[],
): Promise<ReadonlyMap<string, readonly DerivedRelationship[]>> {
  const keys = pairs.map(pairKey);
  const [live, gone] = await Promise.all([
    transaction.run(cypher.CLAIMS_OF_EDGES, { pairs: keys, limit: MAX_EDGE_CLAIMS }),
    transaction.run(cypher.RETRACTED_EDGES, { edges: pairs.flatMap(edgeKeysOf) }),
  ]);
  const claims = new Map<string, Claim[]>(keys.map((key) => [key, []]));
  for (const row of live) claims.get(row['pair'] as string)?.push(claimRows.claim(row['claim'], null));
  const retracted = new Map<string, RetractedEdge[]>(keys.map((key) => [key, []]));
  for (const row of gone) retracted.get(row['pair'] as string)?.push(claimRows.retractedEdge(row));
  const dossier = await gather(transaction, [...claims.values()].flat());
  return new Map(
    keys.map((key) => [
      key,
      storedRelationships(alone(dossier, claims.get(key) ?? []), retracted.get(key) ?? []),
    ]),
  );
}

/** The edges that are stored of each pair, by `pairKey`. */
export async function storedEdges(
  transaction: Transaction,
  pairs: readonly string[],
): Promise<ReadonlyMap<string, readonly DerivedRelationship[]>> {
  const edges = new Map<string, DerivedRelationship[]>(pairs.map((key) => [key, []]));
  for (const row of await transaction.run(cypher.STORED_EDGES, { pairs })) {
    edges.get(row['pair'] as string)?.push(claimRows.relationship(row['edge']));
  }
  return edges;
}

/** Derives and stores the edges of pairs, where they differ. Returns how many they have. */
export async function storeEdges(transaction: Transaction, pairs: readonly Pair[]): Promise<number> {
  const [derived, stored] = [
    await edgesOf(transaction, pairs),
    await storedEdges(transaction, pairs.map(pairKey)),
  ];
  const differing = [...derived].filter(([key, edges]) => !sameRelationships(edges, stored.get(key) ?? []));
  const records = differing.flatMap(([, edges]) => edges.map(relationship));
  await Promise.all([
    ...(differing.length > 0
      ? [transaction.run(cypher.DELETE_EDGES, { pairs: differing.map(([key]) => key) })]
      : []),
    ...(records.length > 0 ? [transaction.run(cypher.CREATE_EDGES, { records })] : []),
  ]);
  return [...derived.values()].reduce((sum, edges) => sum + edges.length, 0);
}

/** Every edge that two people can have. Only parenthood has two directions. */
function edgeKeysOf({ a, b }: Pair): readonly string[] {
  return [...FAMILIES.map((family) => edgeKey(family, a, b)), edgeKey('PARENT_OF', b, a)];
}

async function gather(transaction: Transaction, claims: readonly Claim[]): Promise<Dossier> {
  const steps = claims.flatMap((claim) => claim.attributedTo);
  const [row] = await transaction.run(cypher.GATHER, {
    evidence: distinct(claims.flatMap((claim) => claim.evidence.map((cited) => cited.evidence))),
    documents: distinct([...claims.map((claim) => claim.document), ...steps.map((step) => step.document)]),
    sources: distinct(steps.map((step) => step.source)),
    people: distinct(
      claims.flatMap((claim) => [claim.subject, claim.object, claim.onRecord?.person ?? null]),
    ),
  });
  const of = <T>(column: string, read: (properties: unknown) => T): readonly T[] =>
    ((row?.[column] ?? []) as readonly unknown[]).map(read);
  return {
    claims,
    people: new Map(of('people', rows.personFacts).map((facts) => [facts.person.id, facts])),
    documents: new Map(of('documents', rows.document).map((one) => [one.id, one])),
    sources: new Map(of('sources', rows.source).map((one) => [one.id, one])),
    evidence: new Map(of('evidence', rows.evidence).map((one) => [one.id, one])),
    truncated: false,
  };
}

/**
 * What these claims alone would have gathered. Beside those of other pairs a document could be found that is
 * further up than is followed, and make another number.
 */
function alone(dossier: Dossier, claims: readonly Claim[]): Dossier {
  const items = claims.flatMap((claim) =>
    claim.evidence.map((cited) => dossier.evidence.get(cited.evidence)),
  );
  const documents = new Map<DocumentId, Document>();
  let next: readonly (DocumentId | null | undefined)[] = [
    ...claims.flatMap((claim) => [claim.document, ...claim.attributedTo.map((step) => step.document)]),
    ...items.map((item) => item?.document),
  ];
  for (let depth = 0; depth <= MAX_ORIGIN_DEPTH && next.length > 0; depth++) {
    const found = distinct(next).flatMap((id) => {
      const document = documents.has(id) ? undefined : dossier.documents.get(id);
      return document === undefined ? [] : [document];
    });
    for (const document of found) documents.set(document.id, document);
    next = found.flatMap((document) => document.derivedFrom);
  }
  return { ...dossier, claims, documents };
}

function distinct<T extends string>(ids: readonly (T | null | undefined)[]): readonly T[] {
  return [...new Set(ids)].filter((id) => id !== null && id !== undefined);
}

function slices<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
