import { contentDigest } from '../../application/content-id.ts';
import type {
  FileReader,
  ImportContext,
  ImportFormat,
  InputRecord,
  PreparedRecords,
} from '../../application/import-format.ts';
import { storedOrder, type Claim } from '../../domain/claim.ts';
import type { Person } from '../../domain/entities.ts';
import { HearsayError, shown } from '../../domain/errors.ts';
import { byCodeUnit, type ClaimId, type PersonId } from '../../domain/ids.ts';
import { checkName } from '../../domain/names.ts';
import { dateOfDay, parseDate, type EdtfDate } from '../../domain/time.ts';
import { validateClaim } from '../../domain/validate-claim.ts';
import { preparing, type Preparing } from '../preparing.ts';
import { csvTable, type CsvRow } from '../reading/csv.ts';
import { personOf, type Named } from './people.ts';
import { MARRIAGES_RELIABILITY } from './reliability.ts';

const COLUMNS = [
  'Celebrity',
  'Spouse',
  'Start_Date',
  'End_Date',
  'End_Cause',
  'Celebrity_Birth',
  'Spouse_Birth',
] as const;
type Column = (typeof COLUMNS)[number];

/**
 * Marriages as CSV: two names, from when to when, how it ended, and when the two were born. A name with the day of
 * birth is a person; a name that may be somebody on file of whom the day is not known is not guessed at.
 */
export const marriages: ImportFormat = {
  name: 'marriages',
  dataset: {
    key: 'marriages',
    name: 'Marriages of celebrities',
    url: null,
    domain: null,
    licence: 'unknown',
    reliability: MARRIAGES_RELIABILITY,
  },
  maxLine: 100_000,
  layout: 'CSV',
  passes: (first, file) => [readerOf(csvTable(first, COLUMNS, file))],
};

type Fields = (text: string) => CsvRow<Column>;

function readerOf(fields: Fields): FileReader {
  return {
    hasHeader: true,
    onConflict: 'KEEP',
    batch: 500,
    looksUpNames: true,
    prepare: (records, context) => prepare(records, fields, context),
  };
}

async function prepare(
  records: readonly InputRecord[],
  fields: Fields,
  context: ImportContext,
): Promise<PreparedRecords> {
  const making = preparing();
  const found = new Map<string, Person>();
  const told = new Map<string, Person>();
  for (const record of records) {
    const row = making.take(record, ({ text }) => readMarriage(fields(text)));
    if (row === null) continue;
    const one = await tried(record, making, () => personOf(row.one, found, context));
    const other =
      one === null ? null : await tried(record, making, () => personOf(row.other, found, context));
    if (one === null || other === null) continue;
    making.take(record, () => {
      const married = marriageOf(row, [one.id, other.id], context);
      // Here already, so that nobody is recorded for the sake of a claim that is refused.
      married.forEach(validateClaim);
      making.out.claims.push(...married);
      for (const { id } of married) making.mainOf.set(id, record);
      for (const person of [one, other]) told.set(person.id, person);
    });
  }
  making.out.people.push(...told.values());
  return making.done();
}

/** What cannot be told rejects the record. */
async function tried<T>(record: InputRecord, making: Preparing, body: () => Promise<T>): Promise<T | null> {
  try {
    return await body();
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error;
    making.reject(record, error.code, error.message);
    return null;
  }
}

interface Marriage {
  readonly one: Named;
  readonly other: Named;
  readonly from: EdtfDate | null;
  readonly to: EdtfDate | null;
  readonly cause: string;
}

function readMarriage(field: CsvRow<Column>): Marriage {
  const date = (column: Column): EdtfDate | null => dateOf(field(column));
  const nameOf = (column: Column): string => {
    const name = checkName(field(column), column);
    // Wikidata's lists have an address where a name is unknown.
    if (!/^https?:/.test(name)) return name;
    throw new HearsayError('INVALID_NAME', `Expected ${column} to be a name, but got ${shown(name)}`);
  };
  return {
    one: { name: nameOf('Celebrity'), birth: date('Celebrity_Birth') },
    other: { name: nameOf('Spouse'), birth: date('Spouse_Birth') },
    from: date('Start_Date'),
    to: date('End_Date'),
    cause: field('End_Cause'),
  };
}

/** '' is no date. Where only a year is known, such lists have its first of January: half of their dates are one. */
function dateOf(text: string): EdtfDate | null {
  return text === '' ? null : parseDate(text.replace(/^(\d{4})-01-01$/, '$1'));
}

/**
 * A marriage: one claim, whose `validTo` says when it ended. That it ended nobody knows when is a claim of its own. The
 * list does not say when it says so: not before the marriage had ended, or else begun, and it vouches for nothing later.
 */
function marriageOf(
  { from, to, cause, one, other }: Marriage,
  people: readonly [PersonId, PersonId],
  { document, saidOn, at, by }: ImportContext,
): readonly Claim[] {
  const [subject, object] = storedOrder('MARRIED', ...people);
  const mention = (text: string, resolvedTo: PersonId) => ({ text, resolvedTo, resolvedBy: 'NAME' as const });
  const mentions = [mention(one.name, people[0]), mention(other.name, people[1])] as const;
  const [first, second] = subject === people[0] ? mentions : ([mentions[1], mentions[0]] as const);
  const said: Omit<Claim, 'id' | 'stance' | 'validFrom' | 'validTo' | 'assertedAt'> = {
    ...{ kind: 'MARRIED', subject, object, modality: 'REPORTED', document, attributedTo: [], evidence: [] },
    ...{ anonymousInsider: false, onRecord: null, locator: null, quote: null, retraction: null },
    ...{ recordedAt: at, recordedBy: by, subjectMention: first, objectMention: second },
  };
  const earliest = to === null ? (from ?? saidOn) : dateOfDay(to.lastDay + 1);
  const assertedAt = earliest.firstDay > saidOn.firstDay ? saidOn : earliest;
  const id = (what: string): ClaimId => {
    const content = [document, what, ...[...people].sort(byCodeUnit), from?.text ?? null, to?.text ?? null];
    return `claim/marriage/${contentDigest(content)}` as ClaimId;
  };
  const dates = { validFrom: from, validTo: to, assertedAt };
  const married: Claim = { ...said, ...dates, id: id('MARRIED'), stance: 'SUPPORTS' };
  if (to !== null || cause === '') return [married];
  const undated = { validFrom: null, validTo: null, assertedAt: saidOn };
  return [married, { ...said, ...undated, id: id('ENDED'), stance: 'ENDS' }];
}
