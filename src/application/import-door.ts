import { emptyChange, type GraphChange, type GraphRecords } from '../domain/change.ts';
import type { Refusal } from '../domain/bulk.ts';
import { HearsayError } from '../domain/errors.ts';
import type { NodeId, PersonId } from '../domain/ids.ts';
import { harmlessNames, refuseCreditId, screenChange, type DroppedText } from '../domain/screen-change.ts';
import { problemOfAttribution, validateClaim } from '../domain/validate-claim.ts';
import { validateDates } from '../domain/validate-dates.ts';
import { validateSource } from '../domain/validate-source.ts';
import type { ImportContext } from './import-format.ts';
import { nodesOf } from './on-file.ts';

/** What comes through the door, and what does not. */
export interface Admitted {
  readonly records: GraphRecords;
  readonly refused: readonly Refusal[];
  readonly dropped: readonly DroppedText[];
}

/**
 * The door of recordChange for records of a dataset: the same checks and the same word list, record by record.
 * `harmless` are further names of people that do not count as words.
 */
export async function admit(
  offered: Partial<GraphRecords>,
  context: ImportContext,
  harmless: readonly string[] = [],
): Promise<Admitted> {
  const nothing = emptyChange(context.at, context.by);
  const change: GraphChange = { ...nothing, ...offered };
  const refused: Refusal[] = [];
  const dropped: DroppedText[] = [];
  const among = await namedIn(change, context, harmless);
  const publishers = await publishersOf(change, context);
  const people = new Map([...change.people, ...among].map((person) => [person.id, person]));
  // Each claim by itself, since one that is refused must not take the others along.
  const claims = change.claims.flatMap((claim) => {
    const checked = tried(claim.id, refused, () => {
      validateClaim(claim);
      const publisher = publishers.get(claim.document);
      const problem = publisher === undefined ? null : problemOfAttribution(claim, publisher);
      if (problem !== null)
        throw new HearsayError('INVALID_CLAIM', `${claim.id}, ${problem.field}: ${problem.message}`);
      // Only of those whom a claim is about the names are no words in it.
      const about = [claim.subject, claim.object].flatMap((id) =>
        id === null ? [] : (people.get(id) ?? []),
      );
      const alone = { ...nothing, claims: [claim], people: about };
      validateDates(alone);
      const screened = screenChange(alone);
      dropped.push(...screened.dropped.filter(({ node }) => node === claim.id));
      return screened.change.claims[0] ?? null;
    });
    return checked === null ? [] : [checked];
  });
  const others = each(change, refused, { ...nothing, people: among });
  const screened = screenChange({ ...others, claims: [], people: [...others.people, ...among] });
  dropped.push(...screened.dropped.filter(({ node }) => !among.some(({ id }) => id === node)));
  const { sources, documents, evidence, works, characters, credits, onScreen } = screened.change;
  const { retractions, outcomes } = screened.change;
  const records: GraphRecords = {
    people: screened.change.people.slice(0, others.people.length),
    ...{ sources, documents, evidence, works, characters, credits, onScreen },
    ...{ claims, retractions, outcomes },
  };
  return { records, refused, dropped };
}

/** People, sources, documents and evidence that pass; works, characters and credits have no checks of their own. */
function each(change: GraphChange, refused: Refusal[], nothing: GraphChange): GraphChange {
  const passing = <T extends { readonly id: string }>(
    part: readonly T[],
    check: (record: T) => void,
  ): readonly T[] => part.filter((record) => tried(record.id, refused, () => (check(record), true)) ?? false);
  const names = harmlessNames(nothing.people);
  return {
    ...change,
    people: passing(change.people, (person) => {
      validateDates({ ...nothing, people: [person] });
    }),
    sources: passing(change.sources, validateSource),
    documents: passing(change.documents, (document) => {
      validateDates({ ...nothing, people: [], documents: [document] });
      screenChange({ ...nothing, documents: [document] });
    }),
    credits: passing(change.credits, (credit) => {
      refuseCreditId(credit, names);
    }),
    onScreen: passing(change.onScreen, (relation) => {
      screenChange({ ...nothing, onScreen: [relation] });
    }),
    evidence: passing(change.evidence, (evidence) => {
      screenChange({ ...nothing, evidence: [evidence] });
    }),
  };
}

function tried<T>(id: string, refused: Refusal[], check: () => T): T | null {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error;
    refused.push({ id, code: error.code, message: error.message });
    return null;
  }
}

/** Whom the claims are about: their names are no words in what is said of them. */
async function namedIn(
  { claims }: GraphChange,
  { store }: ImportContext,
  harmless: readonly string[],
): Promise<GraphChange['people']> {
  const ids = claims.flatMap(({ subject, object }): readonly NodeId[] =>
    object === null ? [subject] : [subject, object],
  );
  const found = ids.length === 0 ? [] : [...(await nodesOf(store, ids)).values()];
  const named = harmless.map((name, at) => ({ ...NOBODY, id: `person/harmless-${at}` as PersonId, name }));
  return [...named, ...found.flatMap((node) => (node.type === 'person' ? [node.value.person] : []))];
}

const NOBODY = {
  aliases: [],
  handles: [],
  externalIds: { wikidata: null, imdb: null, tmdb: null },
  birthDate: null,
  birthDateDocument: null,
  privacy: 'PUBLIC_FIGURE',
} as const;

async function publishersOf({ claims, documents }: GraphChange, { store }: ImportContext) {
  const publishers = new Map(documents.map(({ id, source }) => [id, source]));
  const attributed = claims.filter(({ attributedTo }) => attributedTo.length > 0);
  const elsewhere = attributed.map(({ document }) => document).filter((id) => !publishers.has(id));
  for (const { type, value } of (await nodesOf(store, elsewhere)).values()) {
    if (type === 'document') publishers.set(value.id, value.source);
  }
  return publishers;
}
