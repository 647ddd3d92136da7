import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { GraphChange } from '../../src/domain/change.ts';
import { pairOf } from '../../src/domain/claim.ts';
import { HearsayError } from '../../src/domain/errors.ts';
import type { ClaimId, NodeId } from '../../src/domain/ids.ts';
import type { Reader } from '../../src/domain/policy.ts';
import { parseDate } from '../../src/domain/time.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { change, claim, document, person, source } from '../support/builders.ts';

/** Far more than any machine needs beyond a deadline; what hangs hangs for longer. */
const SLACK_MS = 20_000;

const ann = person('ann', 'Ann Lee');
const bob = person('bob', 'Bob Stone');
const daily = source('daily');
const couple = pairOf(ann.id, bob.id);
const today: Reader = { profile: 'cautious', asOf: parseDate('2024-06-01'), knownAt: null };
const page = { first: 10, after: null };

const POLL_MS = 100;

/** Two people and a source, which every story below is about. */
export const WORLD = change({ people: [ann, bob], sources: [daily] });

/** A change of one document and two claims, under a key of its own. */
export function story(key: string): GraphChange {
  const told = document(key, daily);
  return change({
    documents: [told],
    claims: [claim(`${key}.a`, [ann, bob], told), claim(`${key}.b`, [ann, bob], told, { kind: 'FRIENDS' })],
  });
}

/** One read of every kind that the port has. */
const READS: Readonly<Record<string, (store: GraphStore) => Promise<unknown>>> = {
  nodes: (store) => store.nodes([ann.id], null),
  findPeople: (store) => store.findPeople({ by: 'name', key: 'ann lee' }),
  findWorks: (store) => store.findWorks({ by: 'name', key: 'film' }),
  searchNames: (store) => store.searchNames('ann', ['person'], 5),
  pairDossier: (store) => store.pairDossier([couple], today),
  personDossier: (store) => store.personDossier(ann.id, today),
  claimDossier: (store) => store.claimDossier(['claim/s0.a' as ClaimId], today),
  claims: (store) => store.claims({ people: [ann.id] }, today, page),
  relationshipsOf: (store) => store.relationshipsOf([ann.id], 5, today),
  credits: (store) => store.credits([ann.id], null, null, page),
  onScreenBetween: (store) => store.onScreenBetween([couple]),
  sources: (store) => store.sources(page),
  outcomes: (store) => store.outcomes([daily.id], today),
  changesAfter: (store) => store.changesAfter(0, 10, today),
  counts: (store) => store.counts(),
  ping: (store) => store.ping(),
};

/** The code that this fails with, within a deadline. Throws when it succeeds, hangs, or fails without a code. */
export async function codeOf(what: Promise<unknown>, deadlineMs: number): Promise<string> {
  const began = performance.now();
  const outcome = await what.then(
    () => 'success',
    (error: unknown) => (error instanceof HearsayError ? error.code : `no code: ${String(error)}`),
  );
  expect(performance.now() - began).toBeLessThan(deadlineMs + SLACK_MS);
  return outcome;
}

/** The codes that all reads fail with at the same time. */
export async function codesOfReads(
  store: GraphStore,
  deadlineMs: number,
): Promise<Readonly<Record<string, string>>> {
  const codes = Object.entries(READS).map(
    async ([name, read]) => [name, await codeOf(read(store), deadlineMs)] as const,
  );
  return Object.fromEntries(await Promise.all(codes));
}

/** What `codesOfReads` gives when every read fails, or ends, alike. */
export function all(outcome: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(READS).map((name) => [name, outcome]));
}

/** Asks everything until it is answered; the first time a server is asked, it has to plan how. */
export async function answersEverything(store: GraphStore): Promise<void> {
  for (const read of Object.values(READS)) await eventually(() => read(store));
}

/** Asks what is easily planned until it is answered, which is enough of a server that has just started. */
export async function answersAgain(store: GraphStore): Promise<void> {
  for (const name of ['ping', 'sources', 'counts']) await eventually(async () => READS[name]?.(store));
}

/** Tries until it succeeds: recovery needs no help, but some time. */
export async function eventually<T>(what: () => Promise<T>): Promise<T> {
  const until = performance.now() + 3 * SLACK_MS;
  for (;;) {
    try {
      return await what();
    } catch (error) {
      if (performance.now() > until) throw error;
      await pause(POLL_MS);
    }
  }
}

/** Expects these stories and no others to be stored, each once, and each once in the feed. */
export async function expectStoredOnce(store: GraphStore, keys: readonly string[]): Promise<void> {
  const ids = keys.flatMap((key) => [`document/${key}`, `claim/${key}.a`, `claim/${key}.b`] as NodeId[]);
  const created = (await store.changesAfter(0, 10_000, null))
    .filter(({ type, node }) => type === 'CREATED' && ids.includes(node))
    .map(({ node }) => node);
  expect([...created].sort()).toEqual([...ids].sort());
  const sequences = (await store.changesAfter(0, 10_000, null)).map(({ sequence }) => sequence);
  expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  const { claims, documents } = await store.counts();
  expect([claims, documents]).toEqual([2 * keys.length, keys.length]);
}

/** Expects what is stored to be whole, and what is derived from it to be right. */
export async function expectSound(store: GraphStore): Promise<void> {
  expect((await store.verify(() => undefined)).checks.filter(({ ok }) => !ok)).toEqual([]);
}
