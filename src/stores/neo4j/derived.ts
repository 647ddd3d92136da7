import { pairKey, pairOf, type Claim, type Pair } from '../../domain/claim.ts';
import { sameRelationships, storedRelationships, type RetractedEdge } from '../../domain/derive.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { Document } from '../../domain/entities.ts';
import type { ClaimId, DocumentId } from '../../domain/ids.ts';
import { FAMILIES } from '../../domain/kinds.ts';
import { storedPolicy, type StoredPolicy } from '../../domain/stored-policy.ts';
import type { DerivedRelationship } from '../../domain/verdict.ts';
import { MAX_ORIGIN_DEPTH } from './claim-queries.ts';
import * as claimRows from './claim-rows.ts';
import type { Transaction } from './connection.ts';
import * as cypher from './derive-queries.ts';
import { dossier } from './dossiers.ts';
import { edgeKey, policy, relationship } from './parameters.ts';

/** How many claims, and how many pairs, are derived anew at a time: it bounds memory, not the result. */
const CLAIM_SLICE = 500;
const PAIR_SLICE = 250;
/** How many of the latest claims of one pair its edges are folded from. */
const MAX_EDGE_CLAIMS = 2_000;

/** Derives everything that these claims bear on anew, and stores what differs. */
export async function storeDerived(transaction: Transaction, ids: readonly ClaimId[]): Promise<void> {
  const pairs = new Map<string, Pair>();
  const storing: Promise<unknown>[] = [];
  for (const slice of slices(ids, CLAIM_SLICE)) {
    const policies = await policiesOf(transaction, slice);
    storing.push(sendPolicies(transaction, policies));
    for (const { claim } of policies) {
      if (claim.object === null) continue;
      const pair = pairOf(claim.subject, claim.object);
      pairs.set(pairKey(pair), pair);
    }
  }
  for (const slice of slices([...pairs.values()], PAIR_SLICE)) await storeEdges(transaction, slice);
  await Promise.all(storing);
}

/** A claim with what is kept beside it, and what should be. */
export interface PolicyOfClaim {
  readonly claim: Claim;
  readonly kept: StoredPolicy | null;
  readonly derived: StoredPolicy;
}

/** Derives what is kept beside claims that are on file. */
export async function policiesOf(
  transaction: Transaction,
  ids: readonly ClaimId[],
): Promise<readonly PolicyOfClaim[]> {
  const found = await transaction.run(cypher.STORED_CLAIMS, { ids });
  const whole = dossier(found, null);
  const policies = claimRows.policies(found[0]);
  return whole.claims.map((claim) => ({
    claim,
    kept: policies.get(claim.id) ?? null,
    derived: storedPolicy(claim, whole),
  }));
}

/** True when what is kept beside a claim is what should be. */
export function isKept({ kept, derived }: PolicyOfClaim): boolean {
  return JSON.stringify(kept) === JSON.stringify(derived);
}

/** Stores what is kept beside claims, where it differs. */
export async function storePolicies(transaction: Transaction, ids: readonly ClaimId[]): Promise<void> {
  await sendPolicies(transaction, await policiesOf(transaction, ids));
}

/** What is sent need not be waited for: what comes after it runs after it, and fails with it. */
function sendPolicies(transaction: Transaction, policies: readonly PolicyOfClaim[]): Promise<unknown> {
  const records = policies
    .filter((each) => !isKept(each))
    .map(({ claim, derived }) => policy(claim, derived));
  if (records.length === 0) return Promise.resolve();
  const sent = transaction.run(cypher.SET_POLICY, { records });
  // Whoever waits for it last is told; meanwhile nobody is.
  sent.catch(() => undefined);
  return sent;
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
  const whole = dossier(live, null);
  const claims = new Map<string, Claim[]>(keys.map((key) => [key, []]));
  for (const claim of whole.claims) {
    if (claim.object !== null) claims.get(pairKey(pairOf(claim.subject, claim.object)))?.push(claim);
  }
  const retracted = new Map<string, RetractedEdge[]>(keys.map((key) => [key, []]));
  for (const row of gone) retracted.get(row['pair'] as string)?.push(claimRows.retractedEdge(row));
  return new Map(
    keys.map((key) => [
      key,
      storedRelationships(alone(whole, claims.get(key) ?? []), retracted.get(key) ?? []),
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
  const [derived, stored] = await Promise.all([
    edgesOf(transaction, pairs),
    storedEdges(transaction, pairs.map(pairKey)),
  ]);
  const differing = [...derived].filter(([key, edges]) => !sameRelationships(edges, stored.get(key) ?? []));
  if (differing.length > 0) {
    await transaction.run(cypher.REPLACE_EDGES, {
      pairs: differing.map(([key]) => key),
      records: differing.flatMap(([, edges]) => edges.map(relationship)),
    });
  }
  return [...derived.values()].reduce((sum, edges) => sum + edges.length, 0);
}

/** Every edge that two people can have. Only parenthood has two directions. */
function edgeKeysOf({ a, b }: Pair): readonly string[] {
  return [...FAMILIES.map((family) => edgeKey(family, a, b)), edgeKey('PARENT_OF', b, a)];
}

/**
 * What these claims alone would have gathered. Beside those of other pairs a document could be found that is
 * further up than is followed, and make another number.
 */
function alone(whole: Dossier, claims: readonly Claim[]): Dossier {
  const items = claims.flatMap((claim) => claim.evidence.map((cited) => whole.evidence.get(cited.evidence)));
  const documents = new Map<DocumentId, Document>();
  let next: readonly (DocumentId | null | undefined)[] = [
    ...claims.flatMap((claim) => [claim.document, ...claim.attributedTo.map((step) => step.document)]),
    ...items.map((item) => item?.document),
  ];
  for (let depth = 0; depth <= MAX_ORIGIN_DEPTH && next.length > 0; depth++) {
    const found = distinct(next).flatMap((id) => {
      const document = documents.has(id) ? undefined : whole.documents.get(id);
      return document === undefined ? [] : [document];
    });
    for (const document of found) documents.set(document.id, document);
    next = found.flatMap((document) => document.derivedFrom);
  }
  return { ...whole, claims, documents };
}

function distinct<T extends string>(ids: readonly (T | null | undefined)[]): readonly T[] {
  return [...new Set(ids)].filter((id) => id !== null && id !== undefined);
}

function slices<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
