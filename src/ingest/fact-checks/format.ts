import { contentDigest } from '../../application/content-id.ts';
import type {
  FileReader,
  ImportContext,
  ImportFormat,
  InputRecord,
  PreparedRecords,
} from '../../application/import-format.ts';
import { storedOrder, type Claim } from '../../domain/claim.ts';
import type { Document, Person, Source } from '../../domain/entities.ts';
import { HearsayError, shown } from '../../domain/errors.ts';
import type { ClaimId, DocumentId, SourceId } from '../../domain/ids.ts';
import type { PairKind } from '../../domain/kinds.ts';
import { parseDate, type EdtfDate } from '../../domain/time.ts';
import { validateClaim } from '../../domain/validate-claim.ts';
import { shortHash, slug } from '../names.ts';
import { preparing } from '../preparing.ts';
import { csvTable, type CsvRow } from '../reading/csv.ts';
import { assertionIn, peopleNamed, speaksOfOne } from './headline.ts';

const COLUMNS = ['id', 'claim', 'rating', 'published', 'url', 'cited'] as const;
type Fields = CsvRow<(typeof COLUMNS)[number]>;

/** What a rating from 0 (false) to 10 (true) says; in between the checkers have not decided. */
const FALSE_UP_TO = 3;
const TRUE_FROM = 7;

/**
 * Gossip that somebody has checked, as CSV: a headline, a rating, when, where. Of a headline that says of two people on
 * file what they would be to each other, and nothing else, the rating makes a claim; the others are counted.
 */
export const factChecks: ImportFormat = {
  name: 'fact-checks',
  dataset: { key: 'fact-checks', name: 'Rated gossip', url: null, domain: null, licence: 'unknown' },
  maxLine: 1_000_000,
  layout: 'CSV',
  passes: (first, file) => [readerOf(csvTable(first, COLUMNS, file))],
};

function readerOf(fieldsOf: (row: string) => Fields): FileReader {
  return {
    hasHeader: true,
    onConflict: 'KEEP',
    batch: 500,
    looksUpNames: true,
    prepare: (records, context) => prepare(records, fieldsOf, context),
  };
}

async function prepare(
  records: readonly InputRecord[],
  fieldsOf: (row: string) => Fields,
  context: ImportContext,
): Promise<PreparedRecords> {
  const making = preparing();
  for (const record of records) {
    const check = making.take(record, ({ text }) => readCheck(fieldsOf(text)));
    if (check === null) continue;
    const { headline, stance } = check;
    const assertion = assertionIn(headline);
    const people = assertion === null ? null : await peopleNamed(assertion, context.store);
    if (stance === null) making.leaveOut('rating that decides nothing');
    else if (assertion === null) making.leaveOut(unread(headline));
    else if (people === null) making.leaveOut('headline whose names are not two people on file');
    else {
      making.take(record, () => {
        const { source, document, claim } = claimOf(check, stance, assertion.kind, people, context);
        validateClaim(claim);
        making.out.sources.push(source);
        making.out.documents.push(document);
        making.out.claims.push(claim);
        making.mainOf.set(claim.id, record);
      });
    }
  }
  return making.done();
}

function unread(headline: string): string {
  return speaksOfOne(headline)
    ? 'headline that says it in passing, or something else beside it'
    : 'headline that says nothing of two people';
}

interface Check {
  readonly headline: string;
  readonly stance: 'SUPPORTS' | 'DENIES' | null;
  readonly published: EdtfDate | null;
  readonly url: URL;
}

function readCheck(field: Fields): Check {
  const [rating, url] = [field('rating'), field('url')];
  if (!/^(?:\d|10)$/.test(rating)) {
    throw new HearsayError('INVALID_RECORD', `Expected a rating from 0 to 10, but got ${shown(rating)}`);
  }
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new HearsayError('INVALID_RECORD', `Expected the address of the check, but got ${shown(url)}`);
  }
  const value = Number(rating);
  return {
    headline: field('claim'),
    stance: value <= FALSE_UP_TO ? 'DENIES' : value >= TRUE_FROM ? 'SUPPORTS' : null,
    published: dayOf(field('published')),
    url: new URL(url),
  };
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june'];
const MORE_MONTHS = ['july', 'august', 'september', 'october', 'november', 'december'];

/** `1:58 am, November 13, 2018`; '' is no date. Throws INVALID_DATE. */
function dayOf(text: string): EdtfDate | null {
  if (text === '') return null;
  const [, month = '', day = '', year = ''] = /([A-Za-z]+) (\d{1,2}), (\d{4})$/.exec(text) ?? [];
  const at = [...MONTHS, ...MORE_MONTHS].indexOf(month.toLowerCase());
  if (at < 0) return parseDate(text);
  return parseDate(`${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The dataset says so, and has it from the page that the checkers have published. */
function claimOf(
  { published, url }: Check,
  stance: 'SUPPORTS' | 'DENIES',
  kind: PairKind,
  [one, other]: readonly [Person, Person],
  { document: dataset, saidOn, at, by }: ImportContext,
): { readonly source: Source; readonly document: Document; readonly claim: Claim } {
  const domain = url.hostname.replace(/^www\./, '');
  const source: Source = {
    ...{ id: `source/web/${slug(domain.replaceAll('.', ' '), 100)}` as SourceId, name: domain, domain },
    ...{ kind: 'OUTLET', outletType: null, person: null, reliability: null },
  };
  const document: Document = {
    ...{ id: `document/web/${shortHash(url.href, 13)}` as DocumentId, url: url.href, title: null, published },
    ...{ source: source.id, retrievedAt: null, contentHash: null, derivedFrom: [], shingles: null },
    ...{ citesHearsay: false, names: [] },
  };
  const [subject, object] = storedOrder(kind, one.id, other.id);
  const claim: Claim = {
    id: `claim/fact-check/${contentDigest([dataset, url.href, kind])}` as ClaimId,
    ...{ kind, subject, object, stance, modality: 'REPORTED', document: dataset, evidence: [] },
    attributedTo: [{ source: source.id, document: document.id }],
    ...{
      anonymousInsider: false,
      onRecord: null,
      locator: null,
      quote: null,
      validFrom: null,
      validTo: null,
    },
    ...{ assertedAt: published ?? saidOn, recordedAt: at, recordedBy: by, retraction: null },
    ...{ subjectMention: null, objectMention: null },
  };
  return { source, document, claim };
}
