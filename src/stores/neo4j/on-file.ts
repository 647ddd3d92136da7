import type { GraphChange } from '../../domain/change.ts';
import type { Credit } from '../../domain/entities.ts';
import * as claimRows from './claim-rows.ts';
import type { Transaction } from './connection.ts';
import { partOf } from './parameters.ts';
import * as rows from './rows.ts';
import { CREDITS_OF_PARTS, ON_FILE } from './write-queries.ts';
import { noRecords, type RecordsById, type RecordType } from './writing.ts';

/** What is on file of everything that a change names. One statement a type, all on their way at once. */
export async function onFileOf(
  transaction: Transaction,
  change: GraphChange,
): Promise<{ readonly onFile: RecordsById; readonly creditOfPart: Map<string, Credit> }> {
  const onFile = noRecords();
  const fill = async <T>(
    type: RecordType,
    ids: readonly string[],
    into: Map<string, T>,
    read: (properties: unknown) => T,
    idOf: (value: T) => string,
  ): Promise<void> => {
    if (ids.length === 0) return;
    for (const row of await transaction.run(ON_FILE[type], { ids: [...new Set(ids)] })) {
      const value = read(row['record']);
      into.set(idOf(value), value);
    }
  };
  const id = (value: { readonly id: string }): string => value.id;
  const claims = [...idsOf(change.claims), ...change.retractions.map(({ claim }) => claim)];
  const judged = change.outcomes.map(({ claim }) => claim);
  const creditOfPart = new Map<string, Credit>();
  await Promise.all([
    fill('people', idsOf(change.people), onFile.people, (row) => rows.personFacts(row).person, id),
    fill('sources', idsOf(change.sources), onFile.sources, rows.source, id),
    fill('documents', idsOf(change.documents), onFile.documents, rows.document, id),
    fill('evidence', idsOf(change.evidence), onFile.evidence, rows.evidence, id),
    fill('works', idsOf(change.works), onFile.works, rows.work, id),
    fill('characters', idsOf(change.characters), onFile.characters, rows.character, id),
    fill('credits', idsOf(change.credits), onFile.credits, rows.credit, id),
    fillParts(transaction, change.credits, creditOfPart),
    fill('onScreen', idsOf(change.onScreen), onFile.onScreen, rows.onScreen, id),
    fill('claims', [...claims, ...judged], onFile.claims, (row) => claimRows.claim(row, null), id),
    fill('outcomes', judged, onFile.outcomes, claimRows.outcome, ({ claim }) => claim),
  ]);
  return { onFile, creditOfPart };
}

async function fillParts(
  transaction: Transaction,
  credits: readonly Credit[],
  into: Map<string, Credit>,
): Promise<void> {
  if (credits.length === 0) return;
  const ids = [...new Set(credits.map(partOf))];
  for (const row of await transaction.run(CREDITS_OF_PARTS, { ids })) {
    const credit = rows.credit(row['record']);
    into.set(partOf(credit), credit);
  }
}

function idsOf(records: readonly { readonly id: string }[]): readonly string[] {
  return records.map(({ id }) => id);
}
