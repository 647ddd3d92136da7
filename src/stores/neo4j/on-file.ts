import type { GraphRecords } from '../../domain/change.ts';
import { partOf, type Credit } from '../../domain/entities.ts';
import * as claimRows from './claim-rows.ts';
import type { Transaction } from './connection.ts';
import type { Referable } from './references.ts';
import * as rows from './rows.ts';
import * as scalars from './scalar-rows.ts';
import { CREDITS_OF_PARTS, MISSING, ON_FILE } from './write-queries.ts';
import { noRecords, type RecordsById, type RecordType } from './writing.ts';

/** What a change has to know before anything of it is written. */
export interface OnFile {
  readonly records: RecordsById;
  /** Credits by the part they are for. */
  readonly creditOfPart: Map<string, Credit>;
  /** Ids that the change points at, of which nothing is on file. */
  readonly missing: Readonly<Record<Referable, ReadonlySet<string>>>;
}

/** What is on file of everything that a change names. One statement a type, all on their way at once. */
export async function onFileOf(transaction: Transaction, change: GraphRecords): Promise<OnFile> {
  const records = noRecords();
  const creditOfPart = new Map<string, Credit>();
  const [missing] = await Promise.all([
    missingOf(transaction, change),
    fillRecords(transaction, change, records),
    fillParts(transaction, change.credits, creditOfPart),
  ]);
  return { records, creditOfPart, missing };
}

async function missingOf(transaction: Transaction, change: GraphRecords): Promise<OnFile['missing']> {
  const { person, source, document, evidence, work, character } = pointersOf(change);
  const rows = await transaction.run(MISSING, {
    ...{ person: distinct(person), source: distinct(source), document: distinct(document) },
    ...{ evidence: distinct(evidence), work: distinct(work), character: distinct(character) },
  });
  const of = (type: Referable): ReadonlySet<string> =>
    new Set(rows.filter((row) => row['type'] === type).map(scalars.idOf));
  return {
    ...{ person: of('person'), source: of('source'), document: of('document') },
    ...{ evidence: of('evidence'), work: of('work'), character: of('character') },
  };
}

async function fillRecords(
  transaction: Transaction,
  change: GraphRecords,
  records: RecordsById,
): Promise<void> {
  const fill = async <T>(
    type: RecordType,
    ids: readonly string[],
    into: Map<string, T>,
    read: (properties: unknown) => T,
    idOf: (value: T) => string,
  ): Promise<void> => {
    if (ids.length === 0) return;
    for (const row of await transaction.run(ON_FILE[type], { ids: distinct(ids) })) {
      const value = read(row['record']);
      into.set(idOf(value), value);
    }
  };
  const id = (value: { readonly id: string }): string => value.id;
  const judged = change.outcomes.map(({ claim }) => claim);
  const claims = [...idsOf(change.claims), ...change.retractions.map(({ claim }) => claim), ...judged];
  await Promise.all([
    fill('people', idsOf(change.people), records.people, (row) => rows.personFacts(row).person, id),
    fill('sources', idsOf(change.sources), records.sources, rows.source, id),
    fill('documents', idsOf(change.documents), records.documents, rows.document, id),
    fill('evidence', idsOf(change.evidence), records.evidence, rows.evidence, id),
    fill('works', idsOf(change.works), records.works, rows.work, id),
    fill('characters', idsOf(change.characters), records.characters, rows.character, id),
    fill('credits', idsOf(change.credits), records.credits, rows.credit, id),
    fill('onScreen', idsOf(change.onScreen), records.onScreen, rows.onScreen, id),
    fill('claims', claims, records.claims, (row) => claimRows.claim(row, null), id),
    fill('outcomes', judged, records.outcomes, claimRows.outcome, ({ claim }) => claim),
  ]);
}

async function fillParts(
  transaction: Transaction,
  credits: readonly Credit[],
  into: Map<string, Credit>,
): Promise<void> {
  if (credits.length === 0) return;
  for (const row of await transaction.run(CREDITS_OF_PARTS, { ids: distinct(credits.map(partOf)) })) {
    const credit = rows.credit(row['record']);
    into.set(partOf(credit), credit);
  }
}

/** Everything that records of a change point at. What they add to already points at what is there. */
function pointersOf(change: GraphRecords): Readonly<Record<Referable, readonly (string | null)[]>> {
  const { people, sources, documents, evidence, works, characters, credits, onScreen, claims } = change;
  const steps = claims.flatMap((claim) => claim.attributedTo);
  return {
    person: [
      ...sources.map((one) => one.person),
      ...documents.flatMap((one) => one.names),
      ...credits.map((one) => one.person),
      ...claims.flatMap((one) => [one.subject, one.object, one.onRecord?.person ?? null]),
    ],
    source: [...documents.map((one) => one.source), ...steps.map((step) => step.source)],
    document: [
      ...people.map((one) => one.birthDateDocument),
      ...documents.flatMap((one) => one.derivedFrom),
      ...[...evidence, ...works, ...credits, ...onScreen, ...claims, ...steps].map((one) => one.document),
    ],
    evidence: claims.flatMap((one) => one.evidence.map((cited) => cited.evidence)),
    work: [
      ...works.flatMap((one) => one.basedOn),
      ...[...characters, ...credits, ...onScreen].map((one) => one.work),
    ],
    character: [...credits.map((one) => one.character), ...onScreen.flatMap((one) => one.characters)],
  };
}

function idsOf(records: readonly { readonly id: string }[]): readonly string[] {
  return records.map(({ id }) => id);
}

function distinct(ids: readonly (string | null)[]): readonly string[] {
  return [...new Set(ids)].filter((id) => id !== null);
}
