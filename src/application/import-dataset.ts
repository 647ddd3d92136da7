import { emptyChange } from '../domain/change.ts';
import type { Document, Source } from '../domain/entities.ts';
import { HearsayError, shown } from '../domain/errors.ts';
import { parseId, type SourceId } from '../domain/ids.ts';
import { parseDate, type Instant } from '../domain/time.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import type { DatasetFacts } from './import-format.ts';
import { nodeOf } from './on-file.ts';
import { recordChange } from './record.ts';

/** A release of a dataset: what every fact of it rests on. */
export interface Dataset extends DatasetFacts {
  readonly version: string;
  readonly retrievedAt: Instant;
  /** False when nothing of it is to rest on the dataset itself. */
  readonly isOnFile?: boolean;
}

/** The source and the document that stand for a release. Throws INVALID_ARGUMENT for a version that makes no id. */
function datasetRecords(dataset: Dataset): { readonly source: Source; readonly document: Document } {
  const { key, name, domain, url, version, licence, retrievedAt, reliability = null } = dataset;
  const id = parseId('document', `document/${key}/${slug(version)}`);
  if (id === null) {
    throw new HearsayError(
      'INVALID_ARGUMENT',
      `Expected a version of at most 100 letters, digits, dots and dashes, but got ${shown(version)}`,
    );
  }
  const source: Source = {
    id: `source/${key}` as SourceId,
    name,
    kind: 'DATASET',
    domain,
    outletType: null,
    person: null,
    reliability,
  };
  const document: Document = {
    id: id,
    url,
    title: `${name}, version ${version}, licence: ${licence}`,
    source: source.id,
    published: publishedOn(version, retrievedAt),
    retrievedAt,
    contentHash: null,
    derivedFrom: [],
    shingles: null,
    citesHearsay: false,
    names: [],
  };
  return { source, document };
}

function slug(version: string): string {
  return version
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 100);
}

/** Most releases are called by their day; of others the day on which they were retrieved is the latest it can be. */
function publishedOn(version: string, retrievedAt: Instant): Document['published'] {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(version) && version <= retrievedAt.slice(0, 10) ? version : null;
  try {
    return parseDate(day ?? retrievedAt.slice(0, 10));
  } catch {
    return parseDate(retrievedAt.slice(0, 10));
  }
}

/** Puts the source and the release on file, unless they are. */
export async function recordDataset(
  store: GraphStore,
  dataset: Dataset,
  recording: { readonly at: Instant; readonly by: string },
): Promise<Document> {
  const { source, document } = datasetRecords(dataset);
  if (dataset.isOnFile === false) return document;
  const onFile = await nodeOf(store, 'document', document.id);
  if (onFile !== null) return onFile;
  const isKnown = (await nodeOf(store, 'source', source.id)) !== null;
  await recordChange(store, {
    ...emptyChange(recording.at, recording.by),
    sources: isKnown ? [] : [source],
    documents: [document],
  });
  return document;
}
